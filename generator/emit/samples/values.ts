/**
 * The texts that parameters are sent as, for the samples that are no TypeScript. The runtime has the
 * same rules; a test sends the samples of both and compares what arrives.
 */
import type { Parameter, ParameterEncoding } from "../../sdk/sdk.js";

type Escape = (text: string) => string;
type Pair = readonly [name: string, text: string];

/** All but what RFC 3986 calls unreserved. */
export const escape: Escape = (text) =>
  encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd")).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const escapeReserved: Escape = (text) =>
  text
    .split(/(%[\da-f]{2}|[:/?@!$'()*,;=])/i)
    .map((part, index) => (index % 2 === 0 ? escape(part) : part))
    .join("");

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null;

const isPlain = (value: unknown): value is object =>
  isObject(value) && !Array.isArray(value);

const scalar = (value: unknown): string =>
  isObject(value) ? JSON.stringify(value) : String(value);

const pairs = (name: string, value: unknown): Pair[] =>
  (isPlain(value)
    ? Object.entries(value)
    : [value].flat().map((item) => [name, item] as const)
  ).flatMap(([key, item]): Pair[] =>
    item === undefined || item === null ? [] : [[key, scalar(item)]],
  );

const list = (name: string, value: unknown): string[] =>
  pairs(name, value).flatMap(([key, text]) =>
    isPlain(value) ? [key, text] : [text],
  );

const exploded = (name: string, value: unknown, to: Escape): string[] =>
  pairs(name, value).map(([key, text]) =>
    isPlain(value) ? `${to(key)}=${to(text)}` : to(text),
  );

const deepPairs = (name: string, value: unknown): Pair[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, item]) =>
        deepPairs(`${name}[${key}]`, item),
      )
    : value === undefined || value === null
      ? []
      : [[name, scalar(value)]];

/** Joined by percent-encoded separators, for a URL. */
const separators: ReadonlyMap<string, string> = new Map([
  ["spaceDelimited", "%20"],
  ["tabDelimited", "%09"],
  ["pipeDelimited", "%7C"],
]);

interface Styled {
  readonly style: string;
  readonly explode: boolean;
  readonly to: Escape;
  readonly json: boolean;
}

const styled = (
  encoding: ParameterEncoding,
  place: Parameter["in"],
): Styled => {
  const isForm = place === "query" || place === "cookie";
  switch (encoding.kind) {
    case "style":
      return {
        style: encoding.style,
        explode: encoding.explode,
        to: encoding.allowReserved ? escapeReserved : escape,
        json: false,
      };
    default:
      return {
        style: isForm ? "form" : "simple",
        explode: isForm,
        to: escape,
        json: encoding.kind === "json",
      };
  }
};

/** One segment of the path. */
export function pathText(
  name: string,
  value: unknown,
  encoding: ParameterEncoding,
): string {
  const { style, explode, to, json } = styled(encoding, "path");
  if (json) return escape(JSON.stringify(value));
  const joined = (separator: string): string =>
    (explode ? exploded(name, value, to) : list(name, value).map(to)).join(
      separator,
    );
  switch (style) {
    case "label":
      return `.${joined(explode ? "." : ",")}`;
    case "matrix": {
      if (explode)
        return pairs(name, value)
          .map(([key, text]) => `;${to(key)}${text && `=${to(text)}`}`)
          .join("");
      const text = joined(",");
      return `;${to(name)}${text && `=${text}`}`;
    }
    default:
      return separators.has(style)
        ? list(name, value).map(escape).join(separators.get(style))
        : joined(",").replaceAll("?", "%3F");
  }
}

/** `name=value` texts joined by `&`; a cookie is written in the same way. */
export function queryText(
  name: string,
  value: unknown,
  encoding: ParameterEncoding,
  place: "query" | "cookie" = "query",
): string {
  if (encoding.kind === "querystring") return wholeQuery(value, encoding.as);
  const { style, explode, to, json } = styled(encoding, place);
  const all = (found: readonly Pair[]): string =>
    found.map(([key, text]) => `${escape(key)}=${to(text)}`).join("&");
  if (json) return `${escape(name)}=${escape(JSON.stringify(value))}`;
  if (style === "deepObject") return all(deepPairs(name, value));
  if (style === "cookie")
    return pairs(name, value)
      .map(([key, text]) => `${key}=${text}`)
      .join("&");
  if (explode) return all(pairs(name, value));
  const texts = list(name, value).map(to);
  return texts.length > 0
    ? `${escape(name)}=${texts.join(separators.get(style) ?? ",")}`
    : "";
}

/** The whole query, without a name. */
const wholeQuery = (value: unknown, as: "form" | "json" | "text"): string =>
  as === "json"
    ? escape(JSON.stringify(value))
    : as === "text"
      ? escape(scalar(value))
      : queryText("", value, { kind: "default" });

/** Nothing is percent-encoded in a header. */
export function headerText(
  name: string,
  value: unknown,
  encoding: ParameterEncoding,
): string {
  const { style, explode, json } = styled(encoding, "header");
  if (json) return JSON.stringify(value);
  const separator = separators.get(style);
  if (separator !== undefined)
    return list(name, value).join(decodeURIComponent(separator));
  return (
    explode ? exploded(name, value, (text) => text) : list(name, value)
  ).join(",");
}

/** One field of a form: a space is a plus, as in forms of HTML. */
export const formText = (
  name: string,
  value: unknown,
  asJson: boolean,
): string =>
  pairs(
    name,
    [value]
      .flat()
      .map((item: unknown) => (asJson ? JSON.stringify(item) : item)),
  )
    .map(([key, text]) => `${plus(key)}=${plus(text)}`)
    .join("&");

const plus = (text: string): string =>
  escape(text).replaceAll("%20", "+").replaceAll("~", "%7E");
