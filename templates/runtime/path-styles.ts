/** Styles of path parameters (OpenAPI 3.1, section 4.8.12; RFC 6570). */
import type { ParameterEncoder } from "./operation.js";
import {
  percentEncodeExceptReserved,
  explodedTexts,
  jsonText,
  texts,
  nameTextPairs,
} from "./styles.js";
import { percentEncode } from "./text.js";

/** `simple`, for objects too: `blue,black`, `R,100,G,200` */
export const simple: ParameterEncoder = (name, value) =>
  texts(name, value).map(percentEncode).join(",");

/** `simple`, exploded: `blue,black`, `R=100,G=200` */
export const simpleExploded: ParameterEncoder = (name, value) =>
  explodedTexts(name, value, percentEncode).join(",");

/** `label`: `.blue,black`, `.R,100,G,200` */
export const label: ParameterEncoder = (name, value) =>
  prefixed(".", texts(name, value).map(percentEncode), ",");

/** `label`, exploded: `.blue.black`, `.R=100.G=200` */
export const labelExploded: ParameterEncoder = (name, value) =>
  prefixed(".", explodedTexts(name, value, percentEncode), ".");

/** `matrix`: `;color=blue,black`, `;color=R,100,G,200` */
export const matrix: ParameterEncoder = (name, value) => {
  const items = texts(name, value).map(percentEncode);
  const equals = items.join() && "=";
  return prefixed(`;${percentEncode(name)}${equals}`, items, ",");
};

/** `matrix`, exploded: `;color=blue;color=black`, `;R=100;G=200` */
export const matrixExploded: ParameterEncoder = (name, value) =>
  nameTextPairs(name, value)
    .map(
      ([key, text]) =>
        `;${percentEncode(key)}${text && `=${percentEncode(text)}`}`,
    )
    .join("");

/**
 * `simple` with `allowReserved`: slashes stay, so that a value can be several
 * segments.
 */
export const simpleReserved: ParameterEncoder = (name, value) =>
  texts(name, value)
    .map(percentEncodeExceptReserved)
    .join(",")
    .replaceAll("?", "%3F");

/** Swagger 2's `ssv`, `tsv` and `pipes`. */
export const simpleSpaceDelimited: ParameterEncoder = (name, value) =>
  texts(name, value).map(percentEncode).join("%20");
export const simpleTabDelimited: ParameterEncoder = (name, value) =>
  texts(name, value).map(percentEncode).join("%09");
export const simplePipeDelimited: ParameterEncoder = (name, value) =>
  texts(name, value).map(percentEncode).join("%7C");

/** A parameter with `content: application/json`. */
export const jsonSegment: ParameterEncoder = (name, value) =>
  percentEncode(jsonText(name, value));

/**
 * What the style begins with, and the items; nothing if there are none, which
 * is not the same as an item that is an empty text.
 */
const prefixed = (
  prefix: string,
  items: readonly string[],
  delimiter: string,
): string => (items.length > 0 ? prefix + items.join(delimiter) : "");
