/**
 * Fields of a multipart body whose lists and objects are parts of their own, in
 * one way at any depth, which no style of OpenAPI says.
 */
import type { PartStyle } from "./operation.js";
import { itemName, type QueryNesting } from "./query-nesting.js";
import { isObject } from "./styles.js";
import { scalarText } from "./text.js";
import { contentAndOptions } from "./upload.js";

/**
 * As in a query; without `arrays` a part for each item, without `objects` JSON.
 */
export type PartNesting = Partial<QueryNesting>;

type Entry = readonly [name: string, value: unknown];

/** A style for both; null and undefined are left out. */
export const partsNested =
  (nesting: PartNesting): PartStyle =>
  (name, value) =>
    entries(name, value, nesting);

function entries(name: string, value: unknown, nesting: PartNesting): Entry[] {
  const { arrays, objects } = nesting;
  if (!isNested(value)) return [[name, value]];
  if (!Array.isArray(value))
    return objects === undefined
      ? [[name, value]]
      : Object.entries(value).flatMap(([key, member]) =>
          entries(
            objects === "dots" ? `${name}.${key}` : `${name}[${key}]`,
            member,
            nesting,
          ),
        );
  const items: readonly unknown[] = value;
  const present = items.filter((item) => item !== undefined && item !== null);
  if (arrays === "comma" && present.every(isText))
    return present.length === 0
      ? []
      : [[name, present.map((item) => scalarText(name, item)).join(",")]];
  // What is no text cannot stand between commas.
  const way = arrays === "comma" ? "repeat" : arrays;
  return present.flatMap((item, index): Entry[] =>
    way === undefined && Array.isArray(item)
      ? [[name, item]]
      : entries(way ? itemName(name, index, way) : name, item, nesting),
  );
}

/** True of lists and objects, but for files and what `part` made. */
function isNested(value: unknown): value is object {
  const { value: content, options } = contentAndOptions(value);
  return isObject(value) && content === value && !options;
}

const isText = (value: unknown): boolean =>
  typeof value !== "object" || value instanceof Date;
