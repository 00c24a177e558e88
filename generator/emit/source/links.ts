/**
 * `src/links.ts`: for each link of the document a function from what one operation gives to arguments
 * of another.
 */
import { requestKeys, resultParts, type ResultPart } from "../../sdk/links.js";
import type {
  OperationLink,
  LinkValue,
  Operation,
  ParamsField,
  Sdk,
} from "../../sdk/sdk.js";
import {
  code,
  docs,
  ident,
  join,
  key,
  lit,
  literalUnion,
  type Code,
} from "../encode/encode.js";
import { Module } from "../module.js";
import { modulePaths } from "../module-paths.js";
import { exportConstant, type ConstantStructure } from "../structures.js";
import { remarksOf } from "./comments.js";
import { operationsOf, resourceModulePath } from "./tree.js";
import { runtimeSymbols } from "./symbols.js";
import { propertyCode, typeCode } from "./types.js";

interface Located {
  readonly operation: Operation;
  /** The module of its function and types. */
  readonly module: string;
}

/** One file, or none where the document has no links. */
export function linkModules(sdk: Sdk): Module[] {
  if (sdk.links.length === 0) return [];
  const names = sdk.links.map(({ functionName }) => functionName);
  const module = new Module(modulePaths.links, new Set<string>(names));
  const operations = new Map<string, Located>();
  for (const operation of sdk.operations)
    operations.set(operation.functionName, {
      operation,
      module: modulePaths.operations,
    });
  for (const resource of sdk.resources)
    for (const { operation } of operationsOf({ resources: [resource] }))
      operations.set(operation.functionName, {
        operation,
        module: resourceModulePath(resource),
      });
  for (const link of sdk.links) {
    const from = operations.get(link.from);
    const to = operations.get(link.to);
    if (!from || !to) throw new Error(`no operation for ${link.functionName}`);
    module.add(linkFunction(link, { from, to, module }));
  }
  return [module];
}

interface Ends {
  readonly from: Located;
  readonly to: Located;
  readonly module: Module;
}

function linkFunction(
  link: OperationLink,
  { from, to, module }: Ends,
): ConstantStructure {
  const { positional, fields, doc } = link;
  const value = (of: LinkValue): Code =>
    valueCode(of, link.errorBody !== undefined, module);
  const values = [
    ...positional.map((argument) => value(argument.value)),
    ...(fields.length > 0
      ? [
          code`{ ${join(
            fields.map(
              (field) => code`${key(field.key)}: ${value(field.value)}`,
            ),
            ", ",
          )} }`,
        ]
      : []),
  ];
  const parameters = [
    ...resultParameter(link, from.operation, module),
    ...requestParameter(link, from.operation, module),
  ];
  return exportConstant({
    docs: docs([
      {
        text: `Arguments of {@link ${link.to}} from ${link.errorBody ? "an error" : "a call"} of {@link ${link.from}}, by the link ${link.name}.`,
      },
      ...remarksOf(doc),
    ]),
    name: ident(link.functionName),
    initializer: code`(${join(parameters, ", ")}): ${returnType(link, to, module)} => [${join(values, ", ")}]`,
  });
}

/** What the call resolves to with its response, or the error, as far as the link needs it. */
function resultParameter(
  link: OperationLink,
  { result }: Operation,
  module: Module,
): Code[] {
  const { errorBody } = link;
  const members: Readonly<
    Record<ResultPart, readonly [name: Code, type: () => Code]>
  > = {
    data: [code`data`, () => typeCode(result.type, module)],
    response: [code`response`, () => code`Response`],
    body: [
      code`body`,
      () => code`${typeCode(errorBody ?? result.type, module)} | undefined`,
    ],
    headers: [code`headers`, () => code`Headers`],
    status: [code`status`, () => code`number`],
  };
  const parts = resultParts(link).map((part) => members[part]);
  if (parts.length === 0) return [];
  const names = parts.map(([name]) => name);
  const types = parts.map(([name, type]) => code`${name}: ${type()}`);
  return [code`{ ${join(names, ", ")} }: { ${join(types, "; ")} }`];
}

function requestParameter(
  link: OperationLink,
  { positional, params }: Operation,
  module: Module,
): Code[] {
  const keys = requestKeys(link);
  if (keys.size === 0) return [];
  const passed = positional.map(({ wireName, type }): ParamsField => ({
    name: wireName,
    type,
    optional: false,
    doc: {},
    from: "path",
  }));
  const members = [...passed, ...(params?.fields ?? [])]
    .filter(({ name }) => keys.has(name))
    .map((field) => propertyCode({ ...field, doc: {} }, module, true));
  return [code`request: {\n${join(members, "")}}`];
}

/** The arguments that the link fills, to be spread into a call. */
function returnType(
  { positional, fields }: OperationLink,
  { operation, module: path }: Located,
  module: Module,
): Code {
  const { params } = operation;
  const passed = operation.positional.filter(({ wireName }) =>
    positional.some(({ key: name }) => name === wireName),
  );
  return code`[${join(
    [
      ...passed.map(
        ({ name, type }) => code`${ident(name)}: ${typeCode(type, module)}`,
      ),
      ...(fields.length > 0 && params
        ? [
            code`params: Pick<${module.import(ident(params.name), path, true)}, ${literalUnion(
              fields.map((field) => field.key),
            )}>`,
          ]
        : []),
    ],
    ", ",
  )}]`;
}

function valueCode(value: LinkValue, isOfError: boolean, module: Module): Code {
  const linked = module.use(runtimeSymbols.linked);
  const at = (start: Code, path: readonly string[]): Code =>
    code`${linked}(${join([start, ...path.map(lit)], ", ")})`;
  switch (value.kind) {
    case "constant":
      return at(lit(value.value), []);
    case "data":
      return at(isOfError ? code`body` : code`data`, value.path);
    case "header":
      return at(
        code`${isOfError ? code`headers` : code`response.headers`}.get(${lit(value.name)}) ?? undefined`,
        [],
      );
    case "url":
      return at(code`response.url`, []);
    case "status":
      return at(isOfError ? code`status` : code`response.status`, []);
    case "request":
      return at(code`request`, [value.key, ...value.path]);
  }
}
