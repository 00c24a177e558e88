/** Options that hold where the caller says nothing else. */
import type { Operation, Params } from "./operation.js";
import type { ClientOptions, RequestOptions } from "./options.js";
import { withoutPrototype } from "./without-prototype.js";

type Defaults = Pick<
  RequestOptions,
  "timeout" | "maxRetries" | "retry" | "headers" | "query"
>;

/** The options over the defaults; headers and the query one by one. */
export function withDefaults<Options extends RequestOptions | ClientOptions>(
  options: Options | undefined,
  defaults: Defaults,
): Options {
  const given = withoutPrototype({ ...options }) as Partial<RequestOptions>;
  const present = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  );
  return withoutPrototype({
    ...defaults,
    ...present,
    ...(defaults.headers && {
      headers: { ...defaults.headers, ...given.headers },
    }),
    ...(defaults.query && { query: { ...defaults.query, ...given.query } }),
  }) as RequestOptions as Options;
}

/** The same of what `placed` returns. */
export const placedWithDefaults = (
  [operation, params, options]: [Operation, object, RequestOptions | undefined],
  defaults: Defaults,
): [Operation, Params, RequestOptions] => [
  operation,
  params as Params,
  withDefaults(options, defaults),
];
