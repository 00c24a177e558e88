/**
 * Webhooks in documents of OpenAPI 3.0, which has no place for them: authors write the field of 3.1, or
 * the extension `x-webhooks` that tools for documentation read. Both are read as in 3.1.
 */
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { isRecord, setOwn, type JsonObject } from "../openapi/records.js";
import { SourceLocations, type Located } from "./read/source-locations.js";

const field = "webhooks";
const extension = "x-webhooks";

export function withWebhooks(
  document: Located,
  diagnostics: Diagnostics,
): Located {
  const { value, locator } = document;
  if (!isRecord(value) || !String(value.openapi).startsWith("3."))
    return document;
  const position = (name: string) => locator.locate([name]);
  if (Object.hasOwn(value, field)) {
    const version = String(value.openapi);
    if (version.startsWith("3.0"))
      diagnostics.report("webhooks-version", { version }, position(field));
    if (Object.hasOwn(value, extension))
      diagnostics.report("webhooks-twice", {}, position(extension));
    return document;
  }
  if (!isRecord(value[extension])) return document;
  const root: JsonObject = {};
  for (const [name, member] of Object.entries(value))
    setOwn(root, name === extension ? field : name, member);
  const locations = new SourceLocations(locator);
  locations.set([field], [extension]);
  return { value: root, locator: locations };
}
