/** From an operation and its arguments to a request: everything but the credentials. */
import type { Settings } from "./client.js";
import { fail } from "./fail.js";
import { applyHeaders } from "./headers.js";
import type {
  Draft,
  NamedParameter,
  Operation,
  Params,
  WriteParameters,
  RequestBody,
} from "./operation.js";
import type { AcceptOptions, IdempotentRequestOptions } from "./options.js";
import { own } from "./own.js";
import { addQuery, form, segment } from "./text.js";

/** Every option that a call may have. */
export type CallOptions = IdempotentRequestOptions & AcceptOptions<string>;

/** A request without its credentials. */
export interface Prepared extends Draft {
  body?: RequestBody | undefined;
}

export const prepare = (
  settings: Settings,
  operation: Operation,
  params: object | undefined,
  options: CallOptions,
  link: string | undefined,
  signal: AbortSignal,
): Prepared => {
  const given: Params = own(params as Params);
  const write: WriteParameters = (list = [], style, values = given) => {
    const texts: string[] = [];
    for (const parameter of list) {
      const {
        name,
        key = name,
        encode = style,
      } = own<NamedParameter>(
        typeof parameter === "string" ? { name: parameter } : parameter,
      );
      // What the client was given is for paths, which alone are written as segments.
      const value =
        values[key] === undefined && style === segment
          ? settings.parameters[key]
          : values[key];
      const text =
        value === undefined || value === null ? "" : encode(name, value);
      if (text) texts.push(text);
    }
    return texts;
  };

  const headers = new Headers();
  headers.set(
    "accept",
    options.accept ?? operation.accept ?? "application/json",
  );
  applyHeaders(headers, settings.headers);
  const prepared: Prepared = {
    headers,
    url: settings.url,
    path: operation.path,
  };
  operation.extras?.(prepared, operation, options, write, settings);
  prepared.body = operation.body?.encode(given, operation, headers, signal);

  const path = prepared.path.replace(
    /{(.+?)}/g,
    (_, name: string) =>
      write([name], segment)[0] ?? fail(`invalid value for ${name}`),
  );
  // Servers and proxies resolve dots, and some of them decode twice.
  if (/\/(\.|%(25)*2e){1,2}([/?]|$)/i.test(path))
    fail("invalid value for path");
  const texts = write(operation.query, form);
  if (options.query)
    texts.push(...write(Object.keys(options.query), form, options.query));
  prepared.url = link ?? addQuery(prepared.url + path, texts.join("&"));
  return prepared;
};
