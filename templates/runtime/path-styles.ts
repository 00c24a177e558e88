/** Styles of path parameters, after the tables of OpenAPI and RFC 6570. */
import type { ParameterEncoder } from "./operation.js";
import { escapeReserved, exploded, jsonText, list, pairs } from "./styles.js";
import { escape } from "./text.js";

/** `simple`, for objects too: `blue,black`, `R,100,G,200` */
export const simple: ParameterEncoder = (name, value) =>
  list(name, value).map(escape).join(",");

/** `simple`, exploded: `blue,black`, `R=100,G=200` */
export const simpleExploded: ParameterEncoder = (name, value) =>
  exploded(name, value, escape).join(",");

/** `label`: `.blue,black`, `.R,100,G,200` */
export const label: ParameterEncoder = (name, value) =>
  `.${simple(name, value)}`;

/** `label`, exploded: `.blue.black`, `.R=100.G=200` */
export const labelExploded: ParameterEncoder = (name, value) =>
  `.${exploded(name, value, escape).join(".")}`;

/** `matrix`: `;color=blue,black`, `;color=R,100,G,200` */
export const matrix: ParameterEncoder = (name, value) => {
  const text = simple(name, value);
  return `;${escape(name)}${text && `=${text}`}`;
};

/** `matrix`, exploded: `;color=blue;color=black`, `;R=100;G=200` */
export const matrixExploded: ParameterEncoder = (name, value) =>
  pairs(name, value)
    .map(([key, text]) => `;${escape(key)}${text && `=${escape(text)}`}`)
    .join("");

/** `simple` with `allowReserved`: slashes stay, so that a value can be several segments. */
export const simpleReserved: ParameterEncoder = (name, value) =>
  list(name, value).map(escapeReserved).join(",").replaceAll("?", "%3F");

/** Swagger's `ssv`, `tsv` and `pipes`. */
export const simpleSpaced: ParameterEncoder = (name, value) =>
  list(name, value).map(escape).join("%20");
export const simpleTabbed: ParameterEncoder = (name, value) =>
  list(name, value).map(escape).join("%09");
export const simplePiped: ParameterEncoder = (name, value) =>
  list(name, value).map(escape).join("%7C");

/** A `content` parameter: JSON. */
export const jsonSegment: ParameterEncoder = (name, value) =>
  escape(jsonText(name, value));
