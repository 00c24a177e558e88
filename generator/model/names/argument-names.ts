/**
 * The names of positional arguments.
 */
import type { Name } from "../../sdk/sdk.js";
import { camelCase } from "./casing.js";
import { spelled, type Spellings } from "./spellings.js";
import { asName, reservedBindings } from "./names.js";

/**
 * `key_id` -> `keyId`.
 * @param taken identifiers that the name must not hide
 */
export function argumentName(
  wireName: string,
  taken: ReadonlySet<string>,
  spellings: Spellings,
): Name {
  const name = spelled(camelCase(wireName), spellings) || "id";
  return asName(
    reservedBindings.has(name) || taken.has(name) ? `${name}_` : name,
  );
}
