/** The options `int64` and `dates`: formats that are typed as text. */
import type { SdkConfig } from "../../config/config.js";

export const textFormatsOf = ({
  int64,
  dates,
}: Pick<SdkConfig, "int64" | "dates">): ReadonlySet<string> =>
  new Set([
    ...(int64 === "string" ? ["int64"] : []),
    ...(dates === "string" ? ["date-time"] : []),
  ]);

/** Values that are listed keep the type that the list gives them. */
export function isText(
  schema: object,
  textFormats: ReadonlySet<string>,
): boolean {
  if (textFormats.size === 0) return false;
  const { type, format } = schema as Readonly<Record<string, unknown>>;
  if (typeof format !== "string" || !textFormats.has(format)) return false;
  if ("enum" in schema || "const" in schema) return false;
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  return types.includes(format === "int64" ? "integer" : "string");
}
