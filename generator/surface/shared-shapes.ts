/**
 * Objects that stand in several places of a surface, which are written once.
 */
import {
  shareParts,
  type Printer,
  type SharedParts,
} from "../sharing/share-parts.js";
import type { Printable } from "./shape-json.js";

/** In the place of an object: `"$1f0c93aa52b7"`. */
export const sharedMark = "$";

/** Shorter ones are not worth it. */
const longText = 80;

interface Surface {
  readonly sections: readonly Printable[];
  /** What stays in its place, whatever else has the same text. */
  readonly own: ReadonlySet<Printable>;
}

export const shareShapes = (
  { sections, own }: Surface,
  printLevel: (value: Printable, member: Printer<Printable>) => string,
): SharedParts<Printable> =>
  shareParts(sections, {
    printLevel,
    isPart: (value) => isObject(value) && !own.has(value),
    longText,
    printMark: (mark) => JSON.stringify(`${sharedMark}${mark}`),
  });

/** Of a shape: no other object has a map as its `object`. */
const isObject = (value: Printable): boolean =>
  typeof value === "object" && "object" in value && value.object instanceof Map;
