/**
 * What a flaw touches is left out, or read as `unknown`: the rest of the document stays whole.
 *
 * An object that its holder needs takes the holder with it, up to the next place that can do without:
 * a parameter without a name, a server without a URL.
 */
import type { CheckContext } from "./context.js";
import {
  type FieldType,
  type FixedField,
  type ObjectKind,
  kindLabel,
  openapiRoot,
  shapeOf,
} from "../../openapi/grammar.js";
import { type Path, toPointer, valueAt } from "../../openapi/pointers.js";
import type { JsonObject } from "../../openapi/records.js";
import { contentAt } from "../../openapi/walk.js";

/** What stands for an object that cannot be used but must be there: it allows anything. */
const unknowns: Partial<Record<ObjectKind, () => unknown>> = {
  schema: () => ({}),
  mediaType: () => ({}),
  response: () => ({ description: "" }),
  requestBody: () => ({ content: { "application/json": {} } }),
};

const effects: Partial<Record<ObjectKind, string>> = {
  schema: "any value is allowed",
  mediaType: "any value is allowed",
  response: "its content is unknown",
  requestBody: "any body is allowed",
};

/**
 * Leaves out what stands at `path`.
 *
 * @param known what kind of object it is, where that does not follow from its place
 * @returns what that means, for the message: `the parameter is left out`
 */
export const leaveOut = (
  path: Path | undefined,
  context: Pick<CheckContext, "root" | "fixes" | "fileTitle">,
  known?: ObjectKind,
): string => {
  const { root, fixes } = context;
  fixes.hasLeftOut = true;
  const pointer = toPointer(path);
  const content = contentAt(openapiRoot, pointer);
  const kind = content?.form === "object" ? content.kind : known;
  if (kind !== undefined && unknowns[kind] !== undefined) {
    fixes.set(pointer, unknowns[kind]());
    return effectOf(kind);
  }
  const above = pointer.slice(0, -1);
  const holder = valueAt(root, above);
  if (kind === "info") {
    fixes.set(pointer, unknownInfo(context));
    return "the name of the file is its title";
  }
  if (Array.isArray(holder)) {
    fixes.removeItem(holder, above, valueAt(root, pointer));
  } else {
    switch (presenceOf(contentAt(openapiRoot, above), pointer.at(-1) ?? "")) {
      case "required":
        return leaveOut(path?.parent, context);
      case "expected":
        fixes.set(pointer, "");
        break;
      case "optional":
        fixes.remove(pointer);
    }
  }
  return kind === undefined ? "it is left out" : effectOf(kind);
};

/** What leaving out an object means, for messages. */
export const effectOf = (kind: ObjectKind): string =>
  effects[kind] ?? `the ${kindLabel(kind)} is left out`;

/** What stands for a missing `info`. */
export const unknownInfo = ({
  fileTitle,
}: Pick<CheckContext, "fileTitle">): JsonObject => ({
  title: fileTitle,
  version: "0.0.0",
});

const presenceOf = (
  holder: FieldType | undefined,
  field: string,
): FixedField["presence"] =>
  holder?.form === "object"
    ? (shapeOf(holder.kind).fields.get(field)?.presence ?? "optional")
    : "optional";
