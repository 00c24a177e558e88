/**
 * The `package.json` of the published SDK.
 */
import { join } from "node:path";
import { type JsonObject, recordOrEmpty } from "../openapi/records.js";
import { textOf } from "./find-document.js";

/** Empty where there is none that could be read. */
export const manifestIn = (folder: string): Readonly<JsonObject> => {
  try {
    const text = textOf(join(folder, "package.json")) ?? "{}";
    return recordOrEmpty(JSON.parse(text.replace(/^\uFEFF/, "")));
  } catch {
    return {};
  }
};
