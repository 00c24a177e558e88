/**
 * Query parameters whose lists and objects are written in one way at any depth,
 * which no style of OpenAPI says.
 */
import type { ParameterEncoder } from "./operation.js";
import { isObject, joinQuery } from "./styles.js";
import { percentEncode, scalarText } from "./text.js";

/** What is written of `{ a: [1, 2] }` and `{ a: { b: 1 } }`. */
export interface QueryNesting {
  /** `a=1,2`, `a=1&a=2`, `a[0]=1&a[1]=2`, `a[]=1&a[]=2` */
  readonly arrays: "comma" | "repeat" | "indices" | "brackets";
  /** `a[b]=1`, `a.b=1` */
  readonly objects: "brackets" | "dots";
}

type Pair = readonly [name: string, text: string];

/** An encoder for both; null and undefined are left out. */
export const nested =
  (nesting: QueryNesting): ParameterEncoder =>
  (name, value) =>
    joinQuery(nestedPairs(name, value, nesting), percentEncode);

/** @internal The names and values that a value is serialized to. */
export function nestedPairs(
  name: string,
  value: unknown,
  nesting: QueryNesting,
): Pair[] {
  if (value === undefined || value === null) return [];
  if (!isObject(value)) return [[name, scalarText(name, value)]];
  if (!Array.isArray(value))
    return Object.entries(value).flatMap(([key, member]) =>
      nestedPairs(
        nesting.objects === "dots" ? `${name}.${key}` : `${name}[${key}]`,
        member,
        nesting,
      ),
    );
  const items: readonly unknown[] = value;
  const present = items.filter((item) => item !== undefined && item !== null);
  // What is no text cannot stand between commas.
  if (nesting.arrays === "comma" && !present.some(isObject))
    return present.length === 0
      ? []
      : [[name, present.map((item) => scalarText(name, item)).join(",")]];
  return present.flatMap((item, index) =>
    nestedPairs(itemName(name, index, nesting.arrays), item, nesting),
  );
}

/** What an item of a list is called. */
export function itemName(
  name: string,
  index: number,
  arrays: QueryNesting["arrays"],
): string {
  switch (arrays) {
    case "brackets":
      return `${name}[]`;
    case "repeat":
      return name;
    case "comma":
    case "indices":
      return `${name}[${index}]`;
  }
}
