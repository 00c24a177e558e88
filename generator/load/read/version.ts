/**
 * Which OpenAPI a document claims to be, and whether we read that.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Pointer } from "../../openapi/document.js";
import { type JsonObject, isRecord, typeName } from "../../openapi/records.js";

export interface Version {
  readonly root: JsonObject;
  readonly family: "2.0" | "3.0" | "3.1";
  /** As declared. */
  readonly text: string;
}

const supported = "3.0.x, 3.1.x, 3.2.x and Swagger 2.0";

/** Undefined when an error was reported. 3.2 is read as 3.1 with more fields. */
export const versionOf = (
  root: unknown,
  spelling: (pointer: Pointer) => string | undefined,
  diagnostics: Diagnostics,
): Version | undefined => {
  if (root === null || root === undefined) {
    diagnostics.report("document-empty", {}, []);
    return undefined;
  }
  if (!isRecord(root)) {
    diagnostics.report("document-not-object", { found: typeName(root) }, []);
    return undefined;
  }
  const field = Object.hasOwn(root, "openapi") ? "openapi" : "swagger";
  if (!Object.hasOwn(root, field)) {
    diagnostics.report("version-missing", { supported }, []);
    return undefined;
  }
  const declared = root[field];
  // Without quotes YAML reads `2.0` as the number 2.
  const text =
    typeof declared === "string"
      ? declared
      : (spelling([field]) ?? JSON.stringify(declared));
  const family = familyOf(field, text);
  if (family === undefined || typeof declared === "object") {
    diagnostics.report(
      "version-unsupported",
      { field, found: text, supported },
      [field],
    );
    return undefined;
  }
  return { root, family, text };
};

const familyOf = (
  field: string,
  text: string,
): Version["family"] | undefined => {
  if (field === "swagger") return text === "2.0" ? "2.0" : undefined;
  if (/^3\.0(\.\d+)?(-[\w.]+)?$/.test(text)) return "3.0";
  return /^3\.[12](\.\d+)?(-[\w.]+)?$/.test(text) ? "3.1" : undefined;
};
