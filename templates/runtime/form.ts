/** `application/x-www-form-urlencoded` bodies. */
import { encodeBody } from "./body.js";
import { configError } from "./errors.js";
import type { Encoder, ParameterEncoder } from "./operation.js";
import { withoutPrototype } from "./without-prototype.js";
import { isObject, jsonText, nameTextPairs } from "./styles.js";
import { percentEncode } from "./text.js";

/**
 * A form. Lists repeat their name and objects are JSON, except where the operation's
 * `encoding` names a style. A string is sent as it is.
 */
export const form: Encoder = {
  encode: (params, operation, headers) =>
    encodeBody(
      params,
      operation,
      headers,
      "application/x-www-form-urlencoded",
      (value) => {
        if (typeof value === "string") return value;
        if (value instanceof URLSearchParams) return String(value);
        if (!isObject(value) || Array.isArray(value))
          throw configError("a form has to be an object");
        return Object.entries(value)
          .map(([name, item]: [string, unknown]) => {
            const { type = "", encode = formField(type) } = withoutPrototype(
              operation.encoding?.find((field) => field.name === name),
            );
            return item === undefined || item === null
              ? ""
              : encode(name, item);
          })
          .filter(Boolean)
          .join("&");
      },
    ),
};

/** As HTML forms do it: a space is a plus, and tildes are encoded. */
const formField =
  (type: string): ParameterEncoder =>
  (name, value) =>
    nameTextPairs(
      name,
      [value]
        .flat()
        .map((item: unknown) =>
          /\bjson\b/i.test(type) ? jsonText(name, item) : item,
        ),
    )
      .map(([key, text]) => `${plus(key)}=${plus(text)}`)
      .join("&");

const plus = (text: string): string =>
  percentEncode(text).replaceAll("%20", "+").replaceAll("~", "%7E");
