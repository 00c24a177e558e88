/**
 * Fits examples of the document to the types that callers see: properties that only the server sends
 * and those that are not declared are left out; a value of another type is refused.
 */
import { isRecord } from "../../openapi/records.js";
import type { Keyword, Name, ObjectType, Text, Type } from "../../sdk/sdk.js";

export interface PrunedExample {
  readonly value: unknown;
  /** True if nothing was left out. */
  readonly isExact: boolean;
}

export type TypeOfModel = (name: Name) => Type | undefined;

/** Results by model and value, so that unions try each model once. */
type Attempts = Map<Name, Map<unknown, PrunedExample | undefined>>;

/** @returns undefined when the value is not of the type */
export function pruneExample(
  type: Type,
  value: unknown,
  typeOf: TypeOfModel,
  attempts: Attempts = new Map(),
): PrunedExample | undefined {
  const fitTo = (inner: Type, member: unknown): PrunedExample | undefined =>
    pruneExample(inner, member, typeOf, attempts);
  switch (type.kind) {
    case "keyword":
      return exactIf(isOfKeyword(value, type.keyword), value);
    case "literal":
      return exactIf(value === type.value, value);
    case "binary":
    case "dateTime":
      return exactIf(typeof value === "string", value);
    case "model": {
      const known =
        attempts.get(type.name) ??
        new Map<unknown, PrunedExample | undefined>();
      attempts.set(type.name, known);
      if (known.has(value)) return known.get(value);
      // A type that directly contains itself has no other values.
      known.set(value, undefined);
      const target = typeOf(type.name);
      const fitted = target && fitTo(target, value);
      known.set(value, fitted);
      return fitted;
    }
    case "array":
    case "iterable":
      return Array.isArray(value)
        ? fitItems(value.map((item) => fitTo(type.item, item)))
        : undefined;
    case "tuple": {
      const { items, rest } = type;
      const required = items.filter(({ optional }) => !optional).length;
      if (!Array.isArray(value) || value.length < required) return undefined;
      return fitItems(
        value.map((item, index) => {
          const itemType = items[index]?.type ?? rest;
          return itemType && fitTo(itemType, item);
        }),
      );
    }
    case "object":
      return isRecord(value) ? fitMembers(type, value, fitTo) : undefined;
    case "union": {
      const fitting = type.members.flatMap(
        (member) => fitTo(member, value) ?? [],
      );
      return fitting.find(({ isExact }) => isExact) ?? fitting[0];
    }
    case "intersection":
      return joinMembers(
        type.members.map((member) => fitTo(member, value)),
        value,
      );
    case "withRequired":
      return isRecord(value) &&
        type.keys.every((name) => Object.hasOwn(value, name))
        ? fitTo(type.of, value)
        : undefined;
    case "element":
    case "part":
      return undefined;
  }
}

const exactIf = (fits: boolean, value: unknown): PrunedExample | undefined =>
  fits ? { value, isExact: true } : undefined;

/** @param value of JSON, which has no undefined */
const isOfKeyword = (value: unknown, keyword: Keyword): boolean =>
  keyword === "unknown" ||
  (keyword === "null" ? value === null : typeof value === keyword);

function fitItems(
  items: readonly (PrunedExample | undefined)[],
): PrunedExample | undefined {
  const fitting = items.filter((item) => item !== undefined);
  return fitting.length < items.length
    ? undefined
    : {
        value: fitting.map((item) => item.value),
        isExact: fitting.every(({ isExact }) => isExact),
      };
}

function fitMembers(
  { properties, index }: ObjectType,
  value: Record<string, unknown>,
  fitTo: (type: Type, member: unknown) => PrunedExample | undefined,
): PrunedExample | undefined {
  // `{}` is the type of any object.
  if (properties.length === 0 && !index) return { value, isExact: true };
  const declared = new Map(
    properties.map((property) => [property.name, property]),
  );
  const isComplete = properties.every(
    ({ name, optional, access }) =>
      optional || access === "readOnly" || Object.hasOwn(value, name),
  );
  if (!isComplete) return undefined;
  const kept: [string, PrunedExample][] = [];
  for (const [name, member] of Object.entries(value)) {
    const property = declared.get(name as Text);
    if (property?.access === "readOnly") continue;
    const type = property ? property.type : index;
    const fitted = type && fitTo(type, member);
    if (fitted) kept.push([name, fitted]);
    else if (property && !property.optional) return undefined;
  }
  return {
    value: Object.fromEntries(
      kept.map(([name, fitted]) => [name, fitted.value]),
    ),
    isExact:
      kept.length === Object.keys(value).length &&
      kept.every(([, { isExact }]) => isExact),
  };
}

/** The properties that any member of an intersection declares, in the order of the example. */
function joinMembers(
  members: readonly (PrunedExample | undefined)[],
  value: unknown,
): PrunedExample | undefined {
  const fitting = members.filter((member) => member !== undefined);
  if (fitting.length < members.length) return undefined;
  if (!isRecord(value)) return fitting[0];
  const kept = new Map(
    fitting.flatMap((member) => Object.entries(member.value as object)),
  );
  const names = Object.keys(value).filter((name) => kept.has(name));
  return {
    value: Object.fromEntries(names.map((name) => [name, kept.get(name)])),
    isExact: names.length === Object.keys(value).length,
  };
}
