/**
 * The arguments of a sample call, with the values of the document's examples.
 */
import type {
  Model,
  Name,
  Operation,
  ParamsField,
  Sdk,
  Text,
  Type,
} from "../../sdk/sdk.js";
import { childTypes } from "../../sdk/types.js";

/** Everything that the document's example has, or only what the call needs. */
export type SampleExtent = "full" | "required";

interface SampleArguments {
  readonly positional: readonly unknown[];
  /** Absent where nothing is passed in it. */
  readonly params?: ReadonlyMap<Text, unknown>;
}

/** @param toFile turns a text of the example into a file, where the type is one */
export function sampleArguments(
  operation: Operation,
  sdk: Sdk,
  {
    extent,
    toFile,
  }: { extent: SampleExtent; toFile: (text: string) => unknown },
): SampleArguments {
  const { positional, params, sample } = operation;
  const context = { models: modelsOf(sdk), toFile };
  const fields = givenFields(operation, extent).map(
    ([{ name, type }, value]) =>
      [name, withFiles(value, { ...context, type })] as const,
  );
  return {
    positional: positional.map(({ type }, index) =>
      withFiles(sample.positional[index], { ...context, type }),
    ),
    ...(params &&
      (fields.length > 0 || !params.optional) && { params: new Map(fields) }),
  };
}

/** The fields of `params` that a sample passes, each with its value. */
function givenFields(
  { params, sample }: Operation,
  extent: SampleExtent,
): (readonly [ParamsField, unknown])[] {
  const fields = new Map(
    // Of several objects, the sample may be any; the first says what a name needs.
    [params?.fields ?? [], ...(params?.alternatives ?? [])]
      .flat()
      .reverse()
      .map((field) => [field.name, field]),
  );
  return [...(sample.params ?? [])].flatMap(([name, value]) => {
    const field = fields.get(name);
    return field && (extent === "full" || !field.optional)
      ? [[field, value] as const]
      : [];
  });
}

type ModelIndex = ReadonlyMap<Name, Model>;

const modelIndexes = new WeakMap<Sdk, ModelIndex>();

/** The models by their names: looked up for every value of every sample. */
function modelsOf(sdk: Sdk): ModelIndex {
  const models =
    modelIndexes.get(sdk) ??
    new Map(sdk.models.map((model) => [model.name, model]));
  modelIndexes.set(sdk, models);
  return models;
}

interface FileContext {
  readonly type: Type | undefined;
  readonly models: ModelIndex;
  readonly toFile: (text: string) => unknown;
}

/** A value as its type takes it. */
function withFiles(value: unknown, context: FileContext): unknown {
  const types = context.type ? resolved(context.type, context.models) : [];
  if (typeof value === "string")
    return types.some(({ kind }) => kind === "binary")
      ? context.toFile(value)
      : value;
  if (Array.isArray(value)) {
    const list = types.find(
      ({ kind }) => kind === "array" || kind === "iterable",
    );
    const type = list && childTypes(list)[0];
    return value.map((item) => withFiles(item, { ...context, type }));
  }
  if (typeof value !== "object" || value === null) return value;
  const properties = types.flatMap((type) =>
    type.kind === "object" ? type.properties : [],
  );
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      withFiles(member, {
        ...context,
        type: properties.find((property) => property.name === (name as Text))
          ?.type,
      }),
    ]),
  );
}

/** What a value can be: models and combinations are followed, each model once. */
function resolved(
  type: Type,
  models: ModelIndex,
  seen = new Set<Name>(),
): readonly Type[] {
  const resolve = (inner: Type): readonly Type[] =>
    resolved(inner, models, seen);
  switch (type.kind) {
    case "model": {
      if (seen.has(type.name)) return [];
      seen.add(type.name);
      const declaration = models.get(type.name)?.declaration;
      if (!declaration) return [];
      return declaration.kind === "alias"
        ? resolve(declaration.type)
        : [
            declaration.body,
            ...declaration.extends.flatMap((name) =>
              resolve({ kind: "model", name }),
            ),
          ];
    }
    case "union":
    case "intersection":
      return type.members.flatMap(resolve);
    case "withRequired":
      return resolve(type.of);
    default:
      return [type];
  }
}
