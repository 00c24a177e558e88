/**
 * What only some operations have: header and cookie parameters, path parameters
 * in other styles than `simple`, an idempotency key, a server of their own. An
 * operation with any of these imports `extras`; bundles without such an
 * operation leave this file out.
 */
import { normalizeServerURL } from "./client.js";
import { addCookies, setHeader } from "./headers.js";
import type { Extras, Parameter, ParameterEncoder } from "./operation.js";
import {
  defaultPathStyle,
  defaultQueryStyle,
  definedItems,
  scalarText,
} from "./text.js";

export const extras: Extras = (draft, operation, options, write, settings) => {
  const { headers } = draft;
  const setEach = (
    parameters: readonly Parameter[] = [],
    style: ParameterEncoder,
    set: (name: string, text: string) => void,
  ) => {
    for (const parameter of parameters)
      for (const text of write([parameter], style))
        set(typeof parameter === "string" ? parameter : parameter.name, text);
  };
  setEach(operation.headers, defaultHeaderStyle, (name, text) => {
    setHeader(headers, name, text);
  });
  setEach(operation.cookies, defaultCookieStyle, (_, text) => {
    addCookies(headers, text);
  });
  setEach(operation.paths, defaultPathStyle, (name, text) => {
    draft.path = draft.path.replace(`{${name}}`, () => text);
  });
  // The caller's `baseURL` is for all operations.
  if (operation.server && settings.baseURL === undefined)
    draft.url = normalizeServerURL(
      settings.expandServer?.(operation.server) ?? operation.server,
    );
  // Made by the first attempt and kept for its retries.
  if (operation.idempotency)
    setHeader(
      headers,
      operation.idempotency,
      (options.idempotencyKey ??= crypto.randomUUID()),
    );
};

/**
 * `simple`, the default style in a header, where nothing is percent-encoded.
 */
const defaultHeaderStyle = (name: string, value: unknown): string =>
  definedItems(value)
    .map((item) => scalarText(name, item))
    .join();

/**
 * `form`, exploded, the default style in a cookie. An `&` in a value is encoded
 * by then.
 */
const defaultCookieStyle = (name: string, value: unknown): string =>
  defaultQueryStyle(name, value).replaceAll("&", "; ");
