/**
 * Sample calls, with the values of the document's examples.
 */
import type { Model, Name, Operation, Sdk, Text, Type } from "../sdk.js";
import { code, ident, join, key, lit, type Code } from "./encode.js";

/** `const page = await openRouter.apiKeys.list();` */
export function callCode(
  operation: Operation,
  path: readonly Name[],
  sdk: Sdk,
  extent: Extent = "full",
): Code {
  const target = join(
    [sdk.client.variable, ...path, operation.methodName].map(ident),
    ".",
  );
  const call = code`${target}(${join(argumentsCode(operation, sdk, extent), ", ")})`;
  if (operation.paging)
    return code`for await (const item of ${call}) {\n  console.log(item);\n}`;
  switch (operation.result.kind) {
    case "none":
      return code`await ${call};`;
    case "events":
    case "rawEvents":
    case "jsonLines":
      return code`for await (const event of await ${call}) {\n  console.log(event);\n}`;
    default:
      return code`const result = await ${call};`;
  }
}

/** Everything that the document's example has, or only what the call needs. */
export type Extent = "full" | "required";

export function argumentsCode(
  { positional, params, sample }: Operation,
  sdk: Sdk,
  extent: Extent,
): Code[] {
  const models = modelsOf(sdk);
  const values: Code[] = [];
  if (positional)
    values.push(valueCode(sample.positional, positional.type, models));
  const fields = new Map(params?.fields.map((field) => [field.name, field]));
  const entries = [...(sample.params ?? [])].flatMap(([name, value]) => {
    const field = fields.get(name);
    return field && (extent === "full" || !field.optional)
      ? [code`  ${key(name)}: ${valueCode(value, field.type, models)},\n`]
      : [];
  });
  if (entries.length > 0) values.push(code`{\n${join(entries, "")}}`);
  else if (params && !params.optional) values.push(code`{}`);
  return values;
}

type Models = ReadonlyMap<Name, Model>;

const indexes = new WeakMap<Sdk, Models>();

/** The models by their names: looked up for every value of every sample. */
function modelsOf(sdk: Sdk): Models {
  const known =
    indexes.get(sdk) ?? new Map(sdk.models.map((model) => [model.name, model]));
  indexes.set(sdk, known);
  return known;
}

/** A value as the type takes it: where a file is wanted, the text becomes one. */
function valueCode(
  value: unknown,
  type: Type | undefined,
  models: Models,
): Code {
  const target = type && followed(type, models);
  if (typeof value === "string")
    return target?.some(({ kind }) => kind === "binary")
      ? code`new Blob([${lit(value)}])`
      : lit(value);
  if (Array.isArray(value)) {
    const item = target?.find((one) => one.kind === "array")?.item;
    return code`[${join(
      value.map((one) => valueCode(one, item, models)),
      ", ",
    )}]`;
  }
  if (typeof value !== "object" || value === null) return lit(value);
  const members = Object.entries(value).map(([name, member]) => {
    const property = target
      ?.flatMap((one) => (one.kind === "object" ? one.properties : []))
      .find((one) => one.name === (name as Text));
    return code`${key(name as Text)}: ${valueCode(member, property?.type, models)}`;
  });
  return members.length === 0 ? code`{}` : code`{ ${join(members, ", ")} }`;
}

/** What a value can be: names and combinations followed. */
function followed(type: Type, models: Models, depth = 0): readonly Type[] {
  if (depth > 20) return [];
  const inside = (one: Type): readonly Type[] =>
    followed(one, models, depth + 1);
  switch (type.kind) {
    case "model": {
      const declaration = models.get(type.name)?.declaration;
      if (!declaration) return [];
      return declaration.kind === "alias"
        ? inside(declaration.type)
        : [
            declaration.body,
            ...declaration.extends.flatMap((name) =>
              inside({ kind: "model", name }),
            ),
          ];
    }
    case "union":
    case "intersection":
      return type.members.flatMap(inside);
    case "withRequired":
      return inside(type.of);
    default:
      return [type];
  }
}
