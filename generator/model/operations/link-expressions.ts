/**
 * Runtime expressions (OpenAPI 3.1.1 section 4.8.20.3): what each means in terms of a call and its
 * response.
 */
import { parsePointer } from "../../openapi/pointers.js";
import type { LinkValue, Operation, Text } from "../../sdk/sdk.js";

/** What can be the name of a header (RFC 9110 section 5.6.2). */
const token = /^[\w!#$%&'*+.^`|~-]+$/;

/** What an expression may refer to. */
export interface LinkSource extends Pick<
  Operation,
  "method" | "parameters" | "body"
> {
  readonly response: {
    /** True if its body can be had whole, as a text or as what its JSON says. */
    readonly hasData: boolean;
    /** True if places in its body can be had. */
    readonly hasPlaces: boolean;
    /** True if its URL can be had. */
    readonly hasURL: boolean;
  };
}

/** Undefined where the expression can be read, but the operation has no such value. */
export type Evaluated =
  { readonly value: LinkValue | undefined } | "unreadable";

/** @param value an expression, or a constant, which may have any type */
export function evaluate(value: unknown, source: LinkSource): Evaluated {
  if (typeof value !== "string") return { value: { kind: "constant", value } };
  if (!value.startsWith("$"))
    // Expressions within a text are for callbacks, but the grammar is that of links too.
    return /\{\$[^}]*\}/.test(value)
      ? "unreadable"
      : { value: { kind: "constant", value } };
  const [, side, place, rest] =
    /^\$(request|response)\.(body|header\.|query\.|path\.)(.*)$/s.exec(value) ??
    [];
  if (side === undefined || place === undefined || rest === undefined)
    return ofCall(value, source);
  if (place === "body") {
    const path = bodyPath(rest);
    if (path === undefined) return "unreadable";
    return side === "response"
      ? ofData(path, source)
      : { value: ofBody(path, source) };
  }
  if (rest === "") return "unreadable";
  if (side === "request")
    return { value: ofParameter(place.slice(0, -1), rest, source) };
  return place === "header." && token.test(rest)
    ? { value: { kind: "header", name: rest as Text } }
    : "unreadable";
}

function ofCall(
  expression: string,
  { method, response }: LinkSource,
): Evaluated {
  switch (expression) {
    case "$url":
      return { value: response.hasURL ? { kind: "url" } : undefined };
    case "$statusCode":
      return { value: { kind: "status" } };
    case "$method":
      return { value: { kind: "constant", value: method } };
    default:
      return "unreadable";
  }
}

/** `#/a/b`, or nothing for the whole body. */
function bodyPath(rest: string): readonly Text[] | undefined {
  if (rest === "") return [];
  return rest.startsWith("#")
    ? (parsePointer(rest.slice(1)) as readonly Text[] | undefined)
    : undefined;
}

const ofData = (
  path: readonly Text[],
  { response: { hasData, hasPlaces } }: LinkSource,
): Evaluated =>
  hasPlaces || (hasData && path.length === 0)
    ? { value: { kind: "data", path } }
    : { value: undefined };

function ofBody(
  path: readonly Text[],
  { body }: LinkSource,
): LinkValue | undefined {
  if (!body || body.choice) return undefined;
  if (!body.fields) return { kind: "request", key: body.key, path };
  const [first, ...below] = path;
  const field = body.fields.find(({ name }) => name === first);
  return field && { kind: "request", key: field.key, path: below };
}

function ofParameter(
  location: string,
  name: string,
  { parameters }: LinkSource,
): LinkValue | undefined {
  const wanted = location === "header" ? name.toLowerCase() : name;
  const parameter = parameters.find(
    (one) =>
      one.in === location &&
      (location === "header" ? one.name.toLowerCase() : one.name) === wanted,
  );
  return parameter && { kind: "request", key: parameter.key, path: [] };
}
