/** The options `int64` and `dates`: formats that are typed as text. */
import type { SdkConfig } from "../../config/config.js";
import type { SchemaObject } from "../../openapi/document.js";

export const textFormatsOf = ({
  int64,
  dates,
}: Pick<SdkConfig, "int64" | "dates">): ReadonlySet<string> =>
  new Set([
    ...(int64 === "string" ? ["int64"] : []),
    ...(dates === "string" ? ["date-time"] : []),
  ]);

/** Values that are listed keep the type that the list gives them. */
export function isTypedAsText(
  schema: SchemaObject,
  textFormats: ReadonlySet<string>,
): boolean {
  if (textFormats.size === 0) return false;
  const { type, format } = schema;
  if (format === undefined || !textFormats.has(format)) return false;
  if ("enum" in schema || "const" in schema) return false;
  return [type].flat().includes(format === "int64" ? "integer" : "string");
}
