/**
 * Items of a list that may hold each value once.
 */
import type { Schema, SchemaObject } from "../../openapi/document.js";
import { isRecord } from "../../openapi/records.js";

type Resolve = (schema: SchemaObject) => SchemaObject;

/**
 * @param copies of one value, made of the schema
 * @returns them with differences, where the schema is a simple one
 */
export const varied = (
  copies: readonly unknown[],
  schema: SchemaObject,
  resolve: Resolve,
): unknown[] => {
  if (copies.length < 2) return [...copies];
  if (schema.enum) return schema.enum.slice(0, copies.length);
  const items = copies.map((copy, index) =>
    variant(copy, index, { schema, resolve }),
  );
  return items.includes(undefined) ? [...copies] : items;
};

interface Item {
  readonly schema: SchemaObject;
  readonly resolve: Resolve;
}

/** Undefined where there is no other value that is surely allowed. */
const variant = (
  value: unknown,
  index: number,
  { schema, resolve }: Item,
): unknown => {
  if (index === 0) return value;
  if (typeof value === "boolean") return index === 1 ? !value : undefined;
  if (typeof value === "number") {
    const { multipleOf = 1, maximum, exclusiveMaximum } = schema;
    const next = Number((value + index * multipleOf).toPrecision(12));
    const isAllowed =
      next <= (maximum ?? Infinity) && next < (exclusiveMaximum ?? Infinity);
    return isAllowed ? next : undefined;
  }
  if (typeof value === "string") {
    const { format, pattern, maxLength = Infinity } = schema;
    if (format === "uuid")
      return value.slice(0, -1) + (index % 16).toString(16);
    const next = `${value}${String(index + 1)}`;
    return format === undefined &&
      pattern === undefined &&
      next.length <= maxLength
      ? next
      : undefined;
  }
  if (!isRecord(value)) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const property: Schema | undefined = schema.properties?.[name];
    if (typeof property !== "object") continue;
    const own = resolve(property);
    const next =
      own.enum?.[index] ??
      ("const" in own || own.enum
        ? undefined
        : variant(member, index, { schema: own, resolve }));
    if (next !== undefined) return { ...value, [name]: next };
  }
  return undefined;
};
