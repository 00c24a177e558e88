/**
 * What only some operations have: header and cookie parameters, path parameters in other
 * styles, an idempotency key, a server of their own. An operation with any of these names
 * `extras`, so that bundles without such an operation do without this file.
 */
import { normalizeServerURL } from "./client.js";
import { addCookies, setHeader } from "./headers.js";
import type { Extras, Parameter, ParameterEncoder } from "./operation.js";
import { defaultQueryStyle, scalarText, defaultPathStyle } from "./text.js";

export const extras: Extras = (draft, operation, options, write, settings) => {
  const { headers } = draft;
  const each = (
    parameters: readonly Parameter[] = [],
    style: ParameterEncoder,
    put: (name: string, text: string) => void,
  ) => {
    for (const parameter of parameters)
      for (const text of write([parameter], style))
        put(typeof parameter === "string" ? parameter : parameter.name, text);
  };
  each(operation.headers, header, (name, text) => {
    setHeader(headers, name, text);
  });
  each(operation.cookies, cookie, (_, text) => {
    addCookies(headers, text);
  });
  each(operation.paths, defaultPathStyle, (name, text) => {
    draft.path = draft.path.replace(`{${name}}`, () => text);
  });
  // A caller who names a server means it for everything.
  if (operation.server && settings.baseURL === undefined)
    draft.url = normalizeServerURL(
      settings.expandServer?.(operation.server) ?? operation.server,
    );
  // Made by the first attempt, and kept for the others.
  if (operation.idempotency)
    setHeader(
      headers,
      operation.idempotency,
      (options.idempotencyKey ??= crypto.randomUUID()),
    );
};

/** `simple`, the default in a header, where nothing is percent-encoded. */
const header = (name: string, value: unknown): string =>
  [value]
    .flat()
    .map((item) => scalarText(name, item))
    .join();

/** Exploded `form`, the default in a cookie. Values are encoded: no ampersand is one of theirs. */
const cookie = (name: string, value: unknown): string =>
  defaultQueryStyle(name, value).replaceAll("&", "; ");
