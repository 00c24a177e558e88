/**
 * Styles of the fields of a multipart body (OpenAPI 3.1, section 4.8.15): the
 * parts that a field is written as. Nothing is percent-encoded, so that
 * `allowReserved` makes no difference.
 */
import type { PartStyle } from "./operation.js";
import { isObject, texts } from "./styles.js";

/** `form`, exploded: a part for each item, or for each property by its name. */
export const partsExploded: PartStyle = (name, value) =>
  isObject(value) && !Array.isArray(value)
    ? Object.entries(value)
    : [value].flat().map((item: unknown) => [name, item]);

/** `deepObject`: a part `name[key]` for each value, at any depth. */
export const partsDeepObject: PartStyle = (name, value) =>
  isObject(value)
    ? Object.entries(value).flatMap(([key, item]) =>
        partsDeepObject(`${name}[${key}]`, item),
      )
    : [[name, value]];

/** `form`, not exploded: `blue,black`, `R,100,G,200` */
export const partCommaDelimited: PartStyle = (name, value) =>
  joined(name, value, ",");

/** `spaceDelimited`, in Swagger 2 `ssv`: `blue black` */
export const partSpaceDelimited: PartStyle = (name, value) =>
  joined(name, value, " ");

/** `pipeDelimited`, in Swagger 2 `pipes`: `blue|black` */
export const partPipeDelimited: PartStyle = (name, value) =>
  joined(name, value, "|");

/** Swagger 2's `tsv`. */
export const partTabDelimited: PartStyle = (name, value) =>
  joined(name, value, "\t");

/** All texts in one part; none if there are no texts. */
const joined = (
  name: string,
  value: unknown,
  delimiter: string,
): [name: string, value: unknown][] => {
  const items = texts(name, value);
  return items.length > 0 ? [[name, items.join(delimiter)]] : [];
};
