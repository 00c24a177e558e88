/** Request bodies of `application/x-www-form-urlencoded`. */
import { encodeBody } from "./body.js";
import { configError } from "./errors.js";
import type { Encoder, FieldEncoding, ParameterEncoder } from "./operation.js";
import { withoutPrototype } from "./without-prototype.js";
import { isObject, jsonText, nameTextPairs } from "./styles.js";
import { percentEncode } from "./text.js";

/**
 * A form. An array repeats its name and an object is JSON, unless the
 * operation's `encoding` sets a style. A string or a `URLSearchParams` is sent
 * as it is.
 */
export const form: Encoder = {
  encode: (params, operation, headers, _, { body }) =>
    encodeBody(
      params,
      operation,
      headers,
      "application/x-www-form-urlencoded",
      (value) => {
        if (typeof value === "string") return value;
        if (value instanceof URLSearchParams) return String(value);
        if (!isObject(value) || Array.isArray(value))
          throw configError("a form body must be an object");
        return formText(value, operation.encoding);
      },
      body,
    ),
};

/** @internal The properties of an object as a form. */
export const formText = (
  value: object,
  encoding?: readonly FieldEncoding[],
): string =>
  Object.entries(value)
    .map(([name, item]: [string, unknown]) => {
      const { type = "", encode = formField(type) } = withoutPrototype(
        encoding?.find((field) => field.name === name),
      );
      return item === undefined || item === null ? "" : encode(name, item);
    })
    .filter(Boolean)
    .join("&");

/** The default style: names and texts encoded as HTML forms do. */
const formField =
  (type: string): ParameterEncoder =>
  (name, value) =>
    nameTextPairs(
      name,
      [value]
        .flat()
        .map((item: unknown) =>
          /\bjson\b/i.test(type) && item !== undefined && item !== null
            ? jsonText(name, item)
            : item,
        ),
    )
      .map(([key, text]) => `${formEncode(key)}=${formEncode(text)}`)
      .join("&");

/**
 * Percent-encodes as HTML forms do: a space becomes a plus, and a tilde is
 * encoded.
 */
const formEncode = (text: string): string =>
  percentEncode(text).replaceAll("%20", "+").replaceAll("~", "%7E");
