/**
 * Styles of query parameters (OpenAPI 3.1, section 4.8.12; RFC 6570), which
 * form fields have too. Encoders named `querystring…` write the whole query
 * string; `querystring.ts` has those for forms.
 */
import type { ParameterEncoder } from "./operation.js";
import {
  deepObjectPairs,
  joinDelimited,
  percentEncodeExceptReserved,
  jsonText,
  nameTextPairs,
  joinQuery,
} from "./styles.js";
import { percentEncode, scalarText } from "./text.js";

/**
 * `form`, exploded, for objects too: `color=blue&color=black`, `R=100&G=200`
 */
export const formExploded: ParameterEncoder = (name, value) =>
  joinQuery(nameTextPairs(name, value), percentEncode);

/** `form`, not exploded: `color=blue,black`, `color=R,100,G,200` */
export const commaDelimited: ParameterEncoder = (name, value) =>
  joinDelimited(name, value, ",", percentEncode);

/** `spaceDelimited`, in Swagger 2 `ssv`: `color=blue%20black` */
export const spaceDelimited: ParameterEncoder = (name, value) =>
  joinDelimited(name, value, "%20", percentEncode);

/** `pipeDelimited`, in Swagger 2 `pipes`: `color=blue%7Cblack` */
export const pipeDelimited: ParameterEncoder = (name, value) =>
  joinDelimited(name, value, "%7C", percentEncode);

/** Swagger 2's `tsv`: `color=blue%09black` */
export const tabDelimited: ParameterEncoder = (name, value) =>
  joinDelimited(name, value, "%09", percentEncode);

/**
 * `deepObject`: `color%5BR%5D=100`; nested objects and arrays in the same way.
 */
export const deepObject: ParameterEncoder = (name, value) =>
  joinQuery(deepObjectPairs(name, value), percentEncode);

/** A parameter with `content: application/json`. */
export const jsonQuery: ParameterEncoder = (name, value) =>
  `${percentEncode(name)}=${querystringJSON(name, value)}`;

/** The styles above with `allowReserved`. */
export const formExplodedReserved: ParameterEncoder = (name, value) =>
  joinQuery(nameTextPairs(name, value), percentEncodeExceptReserved);
export const commaDelimitedReserved: ParameterEncoder = (name, value) =>
  joinDelimited(name, value, ",", percentEncodeExceptReserved);
export const spaceDelimitedReserved: ParameterEncoder = (name, value) =>
  joinDelimited(name, value, "%20", percentEncodeExceptReserved);
export const pipeDelimitedReserved: ParameterEncoder = (name, value) =>
  joinDelimited(name, value, "%7C", percentEncodeExceptReserved);
export const deepObjectReserved: ParameterEncoder = (name, value) =>
  joinQuery(deepObjectPairs(name, value), percentEncodeExceptReserved);

/** `in: querystring` (OpenAPI 3.2) as JSON and as text. */
export const querystringJSON: ParameterEncoder = (name, value) =>
  percentEncode(jsonText(name, value));
export const querystringText: ParameterEncoder = (name, value) =>
  percentEncode(scalarText(name, value));
