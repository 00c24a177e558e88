/**
 * Overlays (Overlay Specification 1.0 and 1.1): files that say how to change a document. They are
 * applied in order, to the root document as it was written, before anything else is read.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Pointer } from "../../openapi/document.js";
import { type Located, SourceLocations } from "../read/source-locations.js";
import type { Parsed } from "../read/parse.js";
import { isRecord, typeName } from "../../openapi/records.js";
import { type Action, Patch } from "./patch.js";

/** Undefined when an overlay cannot be applied; everything that is wrong is reported. */
export const applyOverlays = async (
  document: Located,
  overlays: readonly Parsed[],
  diagnostics: Diagnostics,
): Promise<Located | undefined> => {
  const { select } = await import("./select.js");
  let { value, locator } = document;
  let failed = false;
  for (const { source, value: overlay } of overlays) {
    diagnostics.locateWith(source.locate.bind(source));
    const actions = readActions(
      overlay,
      source.spelling(["overlay"]),
      diagnostics,
    );
    if (actions === undefined) {
      failed = true;
      continue;
    }
    for (const action of actions) {
      const patch: Patch = new Patch({ value }, new SourceLocations(locator), {
        overlay: source,
        diagnostics,
        select,
      });
      failed = !patch.apply(action) || failed;
      value = patch.root.value;
      locator = patch.locations;
    }
  }
  return failed ? undefined : { value, locator };
};

const versions = /^1\.[01](?:\.\d+)?$/;

const readActions = (
  overlay: unknown,
  version: string | undefined,
  diagnostics: Diagnostics,
): readonly Action[] | undefined => {
  const wrong = (
    field: string,
    expected: string,
    found: unknown,
    at: Pointer,
  ) => {
    const details = { field, expected, found: typeName(found ?? null) };
    diagnostics.report("overlay-malformed", details, at);
  };
  if (!isRecord(overlay) || !Object.hasOwn(overlay, "overlay")) {
    diagnostics.report("overlay-missing", {}, []);
    return undefined;
  }
  if (version === undefined || !versions.test(version)) {
    diagnostics.report(
      "overlay-version",
      { found: version ?? typeName(overlay.overlay) },
      ["overlay"],
    );
    return undefined;
  }
  const { actions } = overlay;
  if (!Array.isArray(actions)) {
    wrong("actions", "an array of actions", actions, ["actions"]);
    return undefined;
  }
  const read = (actions as unknown[]).map(
    (action, index): Action | undefined => {
      const at = ["actions", `${index}`];
      if (!isRecord(action)) {
        wrong(`actions[${index}]`, "an action", action, at);
        return undefined;
      }
      for (const field of Object.keys(action)) {
        if (fields.has(field) || field.startsWith("x-")) continue;
        diagnostics.report("overlay-field", { field }, [...at, field]);
      }
      const { target, remove, copy } = action;
      if (typeof target !== "string") {
        wrong("target", "a JSONPath", target, [...at, "target"]);
        return undefined;
      }
      if (remove === true) return { kind: "remove", target, at };
      if (copy !== undefined && action.update === undefined) {
        if (typeof copy === "string") return { kind: "copy", target, copy, at };
        wrong("copy", "a JSONPath", copy, [...at, "copy"]);
        return undefined;
      }
      if (!Object.hasOwn(action, "update")) {
        diagnostics.report("overlay-idle", {}, at);
        return undefined;
      }
      return { kind: "update", target, update: action.update, at };
    },
  );
  const readable = read.filter((action) => action !== undefined);
  return readable.length === read.length ? readable : undefined;
};

const fields: ReadonlySet<string> = new Set([
  "target",
  "description",
  "update",
  "remove",
  "copy",
]);
