/**
 * Keys of queries: the package, the way to the method, and its arguments. `queryKeys` has the beginnings
 * of them, for what is to be read again.
 */
import {
  code,
  exportConstant,
  join,
  key,
  lit,
  type Code,
  type Name,
  type PluginFile,
  type Sdk,
  type Statement,
  type Text,
} from "../../plugin/index.js";
import type { CachedOperation } from "./roles.js";

/** The part of a key that is the same for all calls of an operation: `"acme", "pets", "get"`. */
export const keyStart = (
  { operation, path }: CachedOperation,
  sdk: Sdk,
): Code =>
  join([sdk.package.name, ...path, operation.methodName].map(lit), ", ");

interface Branch {
  readonly queries: CachedOperation[];
  readonly children: Map<Name, Branch>;
}

const newBranch = (): Branch => ({ queries: [], children: new Map() });

export const queryKeys = (
  queries: readonly CachedOperation[],
  { sdk, file, name }: KeysContext,
): Statement => {
  const root = newBranch();
  for (const query of queries) {
    let branch = root;
    for (const step of query.path) {
      const child = branch.children.get(step) ?? newBranch();
      branch.children.set(step, child);
      branch = child;
    }
    branch.queries.push(query);
  }
  const prefix = file.runtime("queryPrefix");
  const keysOf = (
    { queries: own, children }: Branch,
    path: readonly Name[],
  ): Code => {
    const names = [
      ...own.map(({ operation }) => operation.methodName),
      ...children.keys(),
    ];
    // `$` is in no name that comes from a document.
    const all = names.some((one) => String(one) === "all") ? "all$" : "all";
    const start = join([sdk.package.name, ...path].map(lit), ", ");
    return code`{\n${join(
      [
        code`${key(all as Text)}: [${start}]`,
        ...own.map((query) => keyFunction(query, prefix, { sdk, file, name })),
        ...[...children].map(
          ([step, child]) =>
            code`${key(String(step) as Text)}: ${keysOf(child, [...path, step])}`,
        ),
      ],
      ",\n",
    )},\n}`;
  };
  return exportConstant({
    name,
    initializer: code`${keysOf(root, [])} as const`,
  });
};

interface KeysContext {
  readonly sdk: Sdk;
  readonly file: PluginFile;
  /** Of the constant. */
  readonly name: Code;
}

/** Every argument may be left out: what is passed narrows the key. */
const keyFunction = (
  query: CachedOperation,
  prefix: Code,
  { sdk, file }: KeysContext,
): Code => {
  const parameters = file.parameters(query.operation);
  const declared = join(
    parameters.map(
      ({ name, type, kind }) =>
        code`${name}?: ${kind === "params" ? code`Partial<${type}>` : type}`,
    ),
    ", ",
  );
  const given = join(
    [keyList(query, sdk), ...parameters.map(({ name }) => name)],
    ", ",
  );
  return code`${key(String(query.operation.methodName) as Text)}: (${declared}): readonly unknown[] => ${prefix}(${given})`;
};

const keyList = (query: CachedOperation, sdk: Sdk): Code =>
  code`[${keyStart(query, sdk)}]`;
