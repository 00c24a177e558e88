/** Path parameters that the client was given, for calls that do not have them. */
import type { Settings } from "./client.js";
import type { Params } from "./operation.js";
import type { ClientOptions } from "./options.js";
import { withoutPrototype } from "./without-prototype.js";

/**
 * Adds to the arguments of a call the values that its path needs and that the
 * call does not have; then does what the client does with them besides.
 */
export function fillsPaths(
  values: Params,
  client: ClientOptions,
): NonNullable<Settings["extras"]> {
  const given = withoutPrototype(values);
  const { extras } = withoutPrototype(client as Partial<Settings>);
  return (operation, params) => {
    for (const [, name = ""] of operation.path.matchAll(/{(.+?)}/g)) {
      const { key = name } = withoutPrototype(
        operation.paths?.find((parameter) => parameter.name === name),
      );
      if (params[key] === undefined) params[key] = given[key];
    }
    extras?.(operation, params);
  };
}
