/**
 * Options among params, where no type keeps them out: they would be lost. The
 * client class brings the check for all of its calls; functions that are
 * imported one by one leave it to the compiler, and their bundles do without.
 */
import type { Operation, Params } from "./operation.js";
import { isOptionName } from "./option-names.js";
import { throwTypeError } from "./type-error.js";

/**
 * Refuses a param that has the name of an option, unless the operation declares
 * one of that name. What is undefined is not there.
 */
export const checkParams = (operation: Operation, params: Params): void => {
  const { path, shared = [], body, fields = body ? ["body"] : [] } = operation;
  const { paths = [], query = [], headers = [], cookies = [] } = operation;
  const declared = [...paths, ...query, ...headers, ...cookies, ...fields].map(
    (parameter) =>
      typeof parameter === "string"
        ? parameter
        : (parameter.key ?? parameter.name),
  );
  for (const [key, value] of Object.entries(params))
    if (
      isOptionName(key) &&
      value !== undefined &&
      ![...declared, ...shared].includes(key) &&
      !path.includes(`{${key}}`)
    )
      throwTypeError(`${key} is an option: pass it after the params`);
};
