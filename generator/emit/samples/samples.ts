/**
 * Sample calls, with the values of the document's examples.
 */
import type {
  ParamsField,
  Model,
  Name,
  Operation,
  Sdk,
  Text,
  Type,
} from "../../sdk/sdk.js";
import {
  code,
  ident,
  join,
  key,
  lit,
  textCode,
  type Code,
} from "../encode/encode.js";
import {
  atom,
  callAssignment,
  callStatement,
  type Call,
  type Tree,
} from "./layout.js";

/** `const result = await openRouter.apiKeys.create({ … });` */
export function callCode(
  operation: Operation,
  path: readonly Name[],
  sdk: Sdk,
  extent: Extent = "full",
): Code {
  const call = callOf(operation, path, sdk, extent);
  if (operation.paging)
    return callStatement(
      call,
      code`for await (const item of `,
      code`) {\n  console.log(item);\n}`,
    );
  switch (operation.result.kind) {
    case "none":
      return callStatement(call, code`await `, code`;`);
    case "events":
    case "rawEvents":
    case "jsonLines":
      return callStatement(
        call,
        code`for await (const event of await `,
        code`) {\n  console.log(event);\n}`,
      );
    default:
      return callAssignment(call, code`result`);
  }
}

/** A call that can be run: the client is made, and what comes back is shown. */
export function programCode(
  operation: Operation,
  path: readonly Name[],
  sdk: Sdk,
  extent: Extent = "full",
): Code {
  const shows = !operation.paging && showsResult(operation);
  return code`${clientCode(sdk)}
${callCode(operation, path, sdk, extent)}${shows ? code`\nconsole.log(result);` : code``}`;
}

/** A client is made. */
export function clientCode(sdk: Sdk): Code {
  const name = ident(sdk.client.className);
  const options = optionsTree(serverOption(sdk));
  const made = {
    callee: code`new ${name}`,
    passed: options.members.length > 0 ? [options] : [],
  };
  return code`import { ${name} } from ${lit(sdk.package.name)};

${callAssignment(made, ident(sdk.client.variable), code``)}
`;
}

/** Where the document names no server, the caller has to say where the API lives. */
export const serverOption = ({ client }: Sdk): readonly Option[] =>
  client.baseURL === undefined
    ? [[code`baseURL`, atom(code`"https://api.example.com"`)]]
    : [];

/** The name of an option and its value. */
export type Option = readonly [name: Code, value: Tree];

/** Options of a client, on one line where they fit. */
export const optionsTree = (members: readonly Option[]) =>
  ({ kind: "object", onLine: true, members }) as const;

const showsResult = ({ result }: Operation): boolean =>
  !["none", "events", "rawEvents", "jsonLines"].includes(result.kind);

/** A call of the method, on the instance or on what else stands for it. */
export const callOf = (
  operation: Operation,
  path: readonly Name[],
  sdk: Sdk,
  extent: Extent = "full",
): Call => ({
  callee: join(
    [sdk.client.variable, ...path, operation.methodName].map(ident),
    ".",
  ),
  passed: argumentsOf(operation, sdk, extent),
});

/** Everything that the document's example has, or only what the call needs. */
export type Extent = "full" | "required";

/** The fields of `params` that a sample gives, each with its value. */
export function givenFields(
  { params, sample }: Operation,
  extent: Extent,
): (readonly [ParamsField, unknown])[] {
  const fields = new Map(params?.fields.map((field) => [field.name, field]));
  return [...(sample.params ?? [])].flatMap(([name, value]) => {
    const field = fields.get(name);
    return field && (extent === "full" || !field.optional)
      ? [[field, value] as const]
      : [];
  });
}

export function argumentsOf(
  operation: Operation,
  sdk: Sdk,
  extent: Extent,
): Tree[] {
  const { positional, params, sample } = operation;
  const models = modelsOf(sdk);
  const values: Tree[] = [];
  if (positional)
    values.push(valueTree(sample.positional, positional.type, models));
  const members = givenFields(operation, extent).map(
    ([{ name, type }, value]) =>
      [key(name), valueTree(value, type, models)] as const,
  );
  if (members.length > 0 || (params && !params.optional))
    values.push({ kind: "object", members });
  return values;
}

type Models = ReadonlyMap<Name, Model>;

const indexes = new WeakMap<Sdk, Models>();

/** The models by their names: looked up for every value of every sample. */
export function modelsOf(sdk: Sdk): Models {
  const known =
    indexes.get(sdk) ?? new Map(sdk.models.map((model) => [model.name, model]));
  indexes.set(sdk, known);
  return known;
}

/** A value as the type takes it: where a file is wanted, the text becomes one. */
function valueTree(
  value: unknown,
  type: Type | undefined,
  models: Models,
): Tree {
  const target = type && followed(type, models);
  if (typeof value === "string") {
    const text = atom(textCode(value), true);
    return isFile(target)
      ? {
          kind: "call",
          callee: code`new Blob`,
          passed: [{ kind: "list", items: [text] }],
        }
      : text;
  }
  if (Array.isArray(value)) {
    const item = target?.find((one) => one.kind === "array")?.item;
    const items = value.map((one) => valueTree(one, item, models));
    return { kind: "list", items };
  }
  if (typeof value !== "object" || value === null) return scalarTree(value);
  const members = Object.entries(value).map(([name, member]) => {
    const property = target
      ?.flatMap((one) => (one.kind === "object" ? one.properties : []))
      .find((one) => one.name === (name as Text));
    return [
      key(name as Text),
      valueTree(member, property?.type, models),
    ] as const;
  });
  return { kind: "object", members };
}

const isFile = (target: readonly Type[] | undefined): boolean =>
  target?.some(({ kind }) => kind === "binary") ?? false;

/** Is a string under this name and type sent as a file? */
export const takesFile = (type: Type, models: Models): boolean =>
  isFile(followed(type, models));

/** prettier writes exponents without a plus. */
const scalarTree = (value: unknown): Tree =>
  atom(lit(value).replace("e+", "e") as Code);

/** JSON as an expression. */
export function jsonTree(value: unknown): Tree {
  if (typeof value === "string") return atom(textCode(value), true);
  if (Array.isArray(value)) return { kind: "list", items: value.map(jsonTree) };
  if (typeof value !== "object" || value === null) return scalarTree(value);
  const members = Object.entries(value).map(
    ([name, member]) => [key(name as Text), jsonTree(member)] as const,
  );
  return { kind: "object", members };
}

/** What a value can be: names and combinations followed, each name once. */
export function followed(
  type: Type,
  models: Models,
  seen = new Set<Name>(),
): readonly Type[] {
  const inside = (one: Type): readonly Type[] => followed(one, models, seen);
  switch (type.kind) {
    case "model": {
      if (seen.has(type.name)) return [];
      seen.add(type.name);
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
