/**
 * Makes an example of the document fit the type that a caller sees: what is sent by the server alone
 * or is not declared is left out; what has another type is no example.
 */
import type { Name, ObjectType, Text, Type } from "../../sdk/sdk.js";
import { isRecord } from "../../openapi/records.js";

export interface Fitted {
  readonly value: unknown;
  /** Nothing was left out. */
  readonly exact: boolean;
}

export type TypeOfModel = (name: Name) => Type | undefined;

/** Which values were tried with which models: unions name the same ones again and again. */
type Known = Map<Name, Map<unknown, Fitted | undefined>>;

/** @returns undefined when the value is none of the type */
export function fitted(
  type: Type,
  value: unknown,
  typeOf: TypeOfModel,
  known: Known = new Map(),
): Fitted | undefined {
  const inside = (one: Type, part: unknown): Fitted | undefined =>
    fitted(one, part, typeOf, known);
  const as = (fits: boolean): Fitted | undefined =>
    fits ? { value, exact: true } : undefined;
  switch (type.kind) {
    case "keyword":
      switch (type.keyword) {
        case "unknown":
          return as(true);
        case "null":
          return as(value === null);
        case "string":
        case "number":
        case "boolean":
          return as(typeof value === type.keyword);
        default:
          return undefined;
      }
    case "literal":
      return as(value === type.value);
    case "binary":
    case "dateTime":
      return as(typeof value === "string");
    case "model": {
      const answers =
        known.get(type.name) ?? new Map<unknown, Fitted | undefined>();
      known.set(type.name, answers);
      if (answers.has(value)) return answers.get(value);
      // A type that is made of itself adds nothing to what it is.
      answers.set(value, undefined);
      const target = typeOf(type.name);
      const found = target && inside(target, value);
      answers.set(value, found);
      return found;
    }
    case "array":
      return Array.isArray(value)
        ? list(value.map((item) => inside(type.item, item)))
        : undefined;
    case "tuple": {
      const { items, rest } = type;
      const needed = items.filter(({ optional }) => !optional).length;
      if (!Array.isArray(value) || value.length < needed) return undefined;
      return list(
        value.map((item, index) => {
          const one = items[index]?.type ?? rest;
          return one && inside(one, item);
        }),
      );
    }
    case "object":
      return isRecord(value) ? members(type, value, inside) : undefined;
    case "union": {
      const found = type.members.flatMap((one) => inside(one, value) ?? []);
      return found.find(({ exact }) => exact) ?? found[0];
    }
    case "intersection":
      return together(
        type.members.map((one) => inside(one, value)),
        value,
      );
    case "withRequired": {
      const found = inside(type.of, value);
      return type.keys.every(
        (name) => isRecord(value) && Object.hasOwn(value, name),
      )
        ? found
        : undefined;
    }
    case "element":
      return undefined;
  }
}

function list(items: readonly (Fitted | undefined)[]): Fitted | undefined {
  const fitting = items.filter((item) => item !== undefined);
  return fitting.length < items.length
    ? undefined
    : {
        value: fitting.map((item) => item.value),
        exact: fitting.every(({ exact }) => exact),
      };
}

function members(
  { properties, index }: ObjectType,
  value: Record<string, unknown>,
  inside: (type: Type, part: unknown) => Fitted | undefined,
): Fitted | undefined {
  // `{}`: any object
  if (properties.length === 0 && !index) return { value, exact: true };
  const known = new Map(properties.map((one) => [one.name, one]));
  for (const { name, optional, access } of properties)
    if (!optional && access !== "readOnly" && !Object.hasOwn(value, name))
      return undefined;
  const kept: [string, unknown][] = [];
  let exact = true;
  for (const [name, part] of Object.entries(value)) {
    const property = known.get(name as Text);
    const type = property ? property.type : index;
    const found =
      type && property?.access !== "readOnly" ? inside(type, part) : undefined;
    if (found) {
      kept.push([name, found.value]);
      exact &&= found.exact;
    } else if (property && property.access !== "readOnly") {
      if (!property.optional) return undefined;
      exact = false;
    } else exact = false;
  }
  return { value: Object.fromEntries(kept), exact };
}

/** All parts of an intersection; each knows some of the members. */
function together(
  parts: readonly (Fitted | undefined)[],
  value: unknown,
): Fitted | undefined {
  const fitting = parts.filter((part) => part !== undefined);
  if (fitting.length < parts.length) return undefined;
  if (!isRecord(value)) return fitting[0];
  const kept = new Map(
    fitting.flatMap((part) =>
      isRecord(part.value) ? Object.entries(part.value) : [],
    ),
  );
  return {
    // in the order of the example
    value: Object.fromEntries(
      Object.keys(value)
        .filter((name) => kept.has(name))
        .map((name) => [name, kept.get(name)]),
    ),
    exact: kept.size === Object.keys(value).length,
  };
}
