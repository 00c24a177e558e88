/**
 * Calls of operations that had no params in an earlier package: options may
 * stand where params have come since, so that calls keep their meaning.
 */
import type { Operation } from "./operation.js";
import type { RequestOptions } from "./options.js";
import { isOptionName } from "./option-names.js";
import { throwTypeError } from "./type-error.js";

/**
 * The operation with its params, among them what was passed before them, and
 * with its options, wherever they stand. What is undefined is not there. An
 * option among params would be lost: it is an error.
 */
export const placed = (
  operation: Operation,
  params: object | undefined,
  options: RequestOptions | undefined,
  positional?: object,
): [Operation, params: object, options: RequestOptions | undefined] => {
  const keys = Object.entries(params ?? {}).flatMap(([key, value]) =>
    value === undefined ? [] : key,
  );
  const found = keys.filter(
    (key) => isOptionName(key) && !operation.shared?.includes(key),
  );
  const [option] = found;
  if (option === undefined)
    return [operation, { ...params, ...positional }, options];
  if (!options && found.length === keys.length)
    return [operation, { ...positional }, params];
  // Thrown by the call, as of any other argument that cannot be sent.
  const extras = () =>
    throwTypeError(`${option} is an option: pass it after the params`);
  return [{ ...operation, extras }, {}, options];
};
