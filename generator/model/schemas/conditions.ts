/**
 * Rules about what goes with what, as unions: properties that need others, alternatives that only
 * say what is required, `if`, `then` and `else`, and names of keys that are listed.
 *
 * Each schema is rewritten into one that says the same (or less) by `properties`, `allOf` and `anyOf`,
 * which have types. What no type can say is returned by keyword, to be reported.
 */
import type { Document } from "../../openapi/document.js";
import { absent, withoutExcluded } from "./exclusions.js";
import { isComposed, type Plain } from "./keywords.js";
import { isRecord } from "../references.js";

export interface Conditions {
  readonly schema: Plain;
  /** Keywords that the types leave out. */
  readonly untyped: readonly string[];
}

const handled = [
  ...["not", "if", "dependentRequired", "dependentSchemas", "propertyNames"],
  ...["unevaluatedProperties", "unevaluatedItems", "anyOf", "oneOf"],
] as const;

export function conditionsOf(document: Document, schema: Plain): Conditions {
  if (!handled.some((keyword) => keyword in schema))
    return { schema, untyped: [] };
  const untyped: string[] = [];
  let result = schema;
  for (const keyword of handled) {
    if (!(keyword in result)) continue;
    const typed = rewrite[keyword](document, result);
    if (typed) result = typed;
    else untyped.push(keyword);
  }
  return { schema: result, untyped };
}

type Rewrite = (document: Document, schema: Plain) => Plain | undefined;

const rewrite: Readonly<Record<(typeof handled)[number], Rewrite>> = {
  not: withoutExcluded,
  if: conditional,
  dependentRequired: (document, schema) =>
    dependent(document, schema, "dependentRequired"),
  dependentSchemas: (document, schema) =>
    dependent(document, schema, "dependentSchemas"),
  propertyNames: listedKeys,
  unevaluatedProperties: leftProperties,
  unevaluatedItems: leftItems,
  anyOf: (document, schema) => alternatives(document, schema, "anyOf"),
  oneOf: (document, schema) => alternatives(document, schema, "oneOf"),
};

const withParts = (schema: Plain, parts: readonly unknown[]): Plain => ({
  ...schema,
  allOf: [
    ...(Array.isArray(schema["allOf"]) ? (schema["allOf"] as unknown[]) : []),
    ...parts,
  ],
});

/** What an object says of a property, in itself or by what it is made of; anything if it does not. */
function propertyOf(
  document: Document,
  schema: unknown,
  name: string,
  depth = 0,
): unknown {
  if (!isRecord(schema) || depth > 20) return undefined;
  const { properties, $ref, allOf } = schema;
  if (isRecord(properties) && Object.hasOwn(properties, name))
    return properties[name];
  const parts: unknown[] = Array.isArray(allOf)
    ? [...(allOf as unknown[])]
    : [];
  if (typeof $ref === "string")
    parts.push(document.resolve<object>(schema, []).node);
  for (const part of parts) {
    const found = propertyOf(document, part, name, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Gives what a part requires without declaring it the type that the whole declares. */
function completed(document: Document, whole: Plain, part: unknown): unknown {
  if (!isRecord(part) || !Array.isArray(part["required"])) return part;
  const missing = part["required"].filter(
    (name): name is string =>
      typeof name === "string" &&
      propertyOf(document, part, name) === undefined,
  );
  if (missing.length === 0) return part;
  return {
    ...part,
    type: "object",
    properties: {
      ...(isRecord(part["properties"]) && part["properties"]),
      ...Object.fromEntries(
        missing.map((name) => [
          name,
          propertyOf(document, whole, name) ?? true,
        ]),
      ),
    },
  };
}

/** `anyOf: [{ required: [mail] }, { required: [phone] }]` */
function alternatives(
  document: Document,
  schema: Plain,
  keyword: "anyOf" | "oneOf",
): Plain {
  const list = schema[keyword];
  return Array.isArray(list)
    ? {
        ...schema,
        [keyword]: list.map((one) => completed(document, schema, one)),
      }
    : schema;
}

/** `{ card: [address] }`: no card, or a card and an address. */
function dependent(
  document: Document,
  schema: Plain,
  keyword: "dependentRequired" | "dependentSchemas",
): Plain {
  const { [keyword]: rules, ...rest } = schema;
  if (!isRecord(rules)) return rest;
  const parts = Object.entries(rules).map(([name, rule]) => {
    const needed: unknown[] = Array.isArray(rule) ? rule : [];
    const present = { type: "object", required: [name, ...needed] };
    const more = Array.isArray(rule) ? [] : [completed(document, rest, rule)];
    return {
      anyOf: [
        absent(name),
        { allOf: [completed(document, rest, present), ...more] },
      ],
    };
  });
  return withParts(rest, parts);
}

/** `if` that tells by constants: one alternative where they hold, one where they do not. */
function conditional(document: Document, schema: Plain): Plain | undefined {
  const { if: condition, then: yes, else: no, ...rest } = schema;
  if (yes === undefined && no === undefined) return rest;
  const told = constants(condition);
  if (!told) return undefined;
  const holds: Plain = {
    type: "object",
    properties: told,
    ...(isRecord(condition) && { required: condition["required"] }),
  };
  const [[name, value] = ["", {}], ...more] = Object.entries(told);
  const others =
    more.length === 0
      ? valuesLeft(document, propertyOf(document, rest, name), value)
      : undefined;
  const fails: unknown[] = others
    ? [{ type: "object", properties: { [name]: { enum: others } } }]
    : [];
  if (yes === undefined || no === undefined) {
    // without the other values an alternative would be the whole type
    if (fails.length === 0) return undefined;
  }
  const whole = {
    ...rest,
    properties: { ...(isRecord(rest["properties"]) && rest["properties"]) },
  };
  const part = (one: unknown): unknown[] =>
    one === undefined || one === true ? [] : [completed(document, whole, one)];
  return withParts(rest, [
    {
      anyOf: [
        { allOf: [holds, ...part(yes)] },
        { allOf: [...fails, ...part(no)] },
      ],
    },
  ]);
}

/** The properties of an `if` that names nothing but constants. */
function constants(condition: unknown): Record<string, Plain> | undefined {
  if (!isRecord(condition) || !isRecord(condition["properties"]))
    return undefined;
  const known = new Set(["properties", "required", "type"]);
  if (!Object.keys(condition).every((keyword) => known.has(keyword)))
    return undefined;
  const { properties } = condition;
  const all = Object.entries(properties);
  return all.length > 0 &&
    all.every(
      ([, one]) =>
        isRecord(one) && ("const" in one || Array.isArray(one["enum"])),
    )
    ? (properties as Record<string, Plain>)
    : undefined;
}

/** The listed values of a property that a constant leaves. */
function valuesLeft(
  document: Document,
  property: unknown,
  said: Plain,
): unknown[] | undefined {
  if (!isRecord(property)) return undefined;
  const target = document.resolve<object>(property, []).node as Plain;
  const values: unknown =
    target["type"] === "boolean" ? [true, false] : target["enum"];
  if (!Array.isArray(values)) return undefined;
  const taken: unknown[] =
    "const" in said ? [said["const"]] : (said["enum"] as unknown[]);
  return (values as unknown[]).filter((value) => !taken.includes(value));
}

/** Keys that are listed are properties. */
function listedKeys(document: Document, schema: Plain): Plain {
  const { propertyNames, ...rest } = schema;
  const rule = isRecord(propertyNames)
    ? (document.resolve<object>(propertyNames, []).node as Plain)
    : {};
  const names = "const" in rule ? [rule["const"]] : rule["enum"];
  const others = rest["additionalProperties"] ?? true;
  if (!Array.isArray(names) || others === false) return rest;
  return {
    ...rest,
    type: "object",
    properties: {
      ...Object.fromEntries(names.map((name) => [String(name), others])),
      ...(isRecord(rest["properties"]) && rest["properties"]),
    },
    additionalProperties: false,
  };
}

function leftProperties(_document: Document, schema: Plain): Plain | undefined {
  const { unevaluatedProperties: others, ...rest } = schema;
  if (!isRecord(others) && others !== true) return rest;
  if ("additionalProperties" in rest) return rest;
  return isComposed(rest)
    ? undefined
    : { ...rest, additionalProperties: others };
}

function leftItems(_document: Document, schema: Plain): Plain {
  const { unevaluatedItems: others, ...rest } = schema;
  return "items" in rest || isComposed(rest)
    ? rest
    : { ...rest, items: others };
}
