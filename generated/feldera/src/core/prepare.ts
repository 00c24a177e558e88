/**
 * Makes a request of an operation and its arguments; credentials are added
 * later.
 */
import type { Settings } from "./client.js";
import { refuseValue } from "./type-error.js";
import { applyHeaders } from "./headers.js";
import type {
  AttemptScope,
  RequestDraft,
  NamedParameter,
  Operation,
  Parameter,
  ParameterEncoder,
  Params,
  WriteParameters,
  RequestBody,
} from "./operation.js";
import type { AcceptOptions, IdempotentRequestOptions } from "./options.js";
import { withoutPrototype } from "./without-prototype.js";
import { addQuery, defaultQueryStyle, defaultPathStyle } from "./text.js";

/** Every option that a call may have. */
export type CallOptions = IdempotentRequestOptions & AcceptOptions<string>;

/** A request without credentials. */
export interface PreparedRequest extends RequestDraft {
  body?: RequestBody | undefined;
}

/**
 * `headers` is empty, and becomes the request's. `link` replaces the URL; a body
 * that is a stream ends with the scope.
 */
export const prepareRequest = (
  settings: Settings,
  operation: Operation,
  params: object | undefined,
  options: CallOptions,
  link: string | undefined,
  headers: Headers,
  scope: AttemptScope,
): PreparedRequest => {
  const args = withoutPrototype(params as Record<string, unknown>);
  const textOf = (
    parameter: Parameter,
    style: ParameterEncoder,
    values: Params,
  ): string => {
    const {
      name,
      key = name,
      encode = style,
    } = withoutPrototype<NamedParameter>(
      typeof parameter === "string" ? { name: parameter } : parameter,
    );
    const value = values[key];
    return value === undefined || value === null ? "" : encode(name, value);
  };
  const write: WriteParameters = (parameters = [], style, values = args) =>
    parameters
      .map((parameter) => textOf(parameter, style, values))
      .filter(Boolean);

  headers.set(
    "accept",
    options.accept ?? operation.accept ?? "application/json",
  );
  applyHeaders(headers, settings.headers);
  const request: PreparedRequest = {
    headers,
    url: settings.url,
    path: operation.path,
  };
  settings.extras?.(operation, args);
  operation.extras?.(request, operation, options, write, settings);
  request.body = operation.body?.encode(
    args,
    operation,
    headers,
    scope,
    options,
  );

  const path = request.path.replace(
    /{(.+?)}/g,
    (_, name: string) =>
      textOf(name, defaultPathStyle, args) || refuseValue(name),
  );
  // Servers and proxies resolve dot segments, and some of them decode twice.
  if (/\/(\.|%(25)*2e){1,2}([/?]|$)/i.test(path)) refuseValue("path");
  const texts = [
    ...write(operation.query, defaultQueryStyle),
    ...write(
      Object.keys(options.query ?? {}),
      defaultQueryStyle,
      options.query,
    ),
  ];
  request.url = link ?? addQuery(request.url + path, texts.join("&"));
  return request;
};
