/**
 * Styles of query parameters, after the tables of OpenAPI and RFC 6570. They are also those of
 * the fields of a form, and the encoders whose names end in `String` write a whole query.
 */
import type { ParameterEncoder } from "./operation.js";
import {
  deepPairs,
  delimited,
  escapeReserved,
  jsonText,
  pairs,
  query,
} from "./styles.js";
import { escape, scalar } from "./text.js";

/** `form`, exploded, for objects too: `color=blue&color=black`, `R=100&G=200` */
export const formExploded: ParameterEncoder = (name, value) =>
  query(pairs(name, value), escape);

/** `form`: `color=blue,black`, `color=R,100,G,200` */
export const joined: ParameterEncoder = (name, value) =>
  delimited(name, value, ",", escape);

/** `spaceDelimited`, Swagger's `ssv`: `color=blue%20black` */
export const spaced: ParameterEncoder = (name, value) =>
  delimited(name, value, "%20", escape);

/** `pipeDelimited`, Swagger's `pipes`: `color=blue%7Cblack` */
export const piped: ParameterEncoder = (name, value) =>
  delimited(name, value, "%7C", escape);

/** Swagger's `tsv`: `color=blue%09black` */
export const tabbed: ParameterEncoder = (name, value) =>
  delimited(name, value, "%09", escape);

/** `deepObject`: `color%5BR%5D=100`; what is deeper, and lists, in the same way. */
export const deep: ParameterEncoder = (name, value) =>
  query(deepPairs(name, value), escape);

/** A `content` parameter: JSON. */
export const jsonQuery: ParameterEncoder = (name, value) =>
  `${escape(name)}=${jsonString(name, value)}`;

/** The same with `allowReserved`. */
export const formReserved: ParameterEncoder = (name, value) =>
  query(pairs(name, value), escapeReserved);
export const joinedReserved: ParameterEncoder = (name, value) =>
  delimited(name, value, ",", escapeReserved);
export const spacedReserved: ParameterEncoder = (name, value) =>
  delimited(name, value, "%20", escapeReserved);
export const pipedReserved: ParameterEncoder = (name, value) =>
  delimited(name, value, "%7C", escapeReserved);
export const deepReserved: ParameterEncoder = (name, value) =>
  query(deepPairs(name, value), escapeReserved);

/** `in: querystring` of OpenAPI 3.2, as a form, as JSON and as text. */
export const formString: ParameterEncoder = formExploded;
export const jsonString: ParameterEncoder = (name, value) =>
  escape(jsonText(name, value));
export const textString: ParameterEncoder = (name, value) =>
  escape(scalar(name, value));
