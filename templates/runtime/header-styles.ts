/**
 * Styles of header and cookie parameters (OpenAPI 3.1, section 4.8.12). Header
 * values are not percent-encoded.
 */
import type { ParameterEncoder } from "./operation.js";
import { formExploded } from "./query-styles.js";
import { explodedTexts, jsonText, texts, nameTextPairs } from "./styles.js";

/** `simple`, for objects too: `blue,black`, `R,100,G,200` */
export const headerSimple: ParameterEncoder = (name, value) =>
  texts(name, value).join(",");

/** `simple`, exploded: `blue,black`, `R=100,G=200` */
export const headerSimpleExploded: ParameterEncoder = (name, value) =>
  explodedTexts(name, value, (text) => text).join(",");

/** Swagger 2's `ssv`, `tsv` and `pipes`. */
export const headerSpaceDelimited: ParameterEncoder = (name, value) =>
  texts(name, value).join(" ");
export const headerTabDelimited: ParameterEncoder = (name, value) =>
  texts(name, value).join("\t");
export const headerPipeDelimited: ParameterEncoder = (name, value) =>
  texts(name, value).join("|");

/**
 * A parameter with `content: application/json`: JSON, with all but ASCII
 * escaped.
 */
export const jsonHeader: ParameterEncoder = (name, value) =>
  jsonText(name, value).replace(
    /[^ -~]/g,
    (character) =>
      `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/**
 * `form`, exploded, for objects too: `color=blue; color=black`, `R=100; G=200`
 */
export const cookieFormExploded: ParameterEncoder = (name, value) =>
  formExploded(name, value).replaceAll("&", "; ");

/**
 * `cookie` (OpenAPI 3.2): not encoded; a value that would end the cookie is an
 * error.
 */
export const cookieRaw: ParameterEncoder = (name, value) =>
  nameTextPairs(name, value)
    .map(([key, text]) => {
      if (!/^[!#-+\--:<-[\]-~]*$/.test(text))
        throw new TypeError(`invalid value for ${name}`);
      return `${key}=${text}`;
    })
    .join("; ");
