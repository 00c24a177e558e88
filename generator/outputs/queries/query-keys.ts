/**
 * Keys of queries: the package, the way to the method, and its arguments. `queryKeys` has the beginnings
 * of them, for what is to be read again.
 */
import {
  code,
  exportConstant,
  ident,
  join,
  key,
  lit,
  type Alias,
  type Code,
  type Name,
  type PluginFile,
  type Sdk,
  type Statement,
  type Text,
} from "../../plugin/index.js";

import { freeNames, keyArguments, keyHelpers } from "./key-arguments.js";
import type { CachedOperation } from "./roles.js";

/** The part of a key that is the same for all calls of an operation: `"acme", "pets", "get"`. */
export const keyStart = (
  { operation, path }: CachedOperation,
  sdk: Sdk,
): Code =>
  join([sdk.package.name, ...path, operation.methodName].map(lit), ", ");

/** What is below one step of the way to a method. */
interface Branch {
  /** The way to it; absent of one that only old names lead to. */
  readonly path?: readonly Name[];
  readonly queries: Map<Name, KeyEntry>;
  readonly children: Map<Name, Branch>;
}

interface KeyEntry {
  readonly query: CachedOperation;
  /** Of an old name of the method. */
  readonly alias?: Alias;
}

const newBranch = (path?: readonly Name[]): Branch => ({
  ...(path && { path }),
  queries: new Map(),
  children: new Map(),
});

export const queryKeys = (
  queries: readonly CachedOperation[],
  context: KeysContext,
): Statement => {
  const root = newBranch([]);
  for (const query of queries)
    branchAt(root, query.path, true).queries.set(query.operation.methodName, {
      query,
    });
  for (const alias of context.sdk.aliases) addOldName(root, alias);
  return exportConstant({
    name: context.name,
    initializer: code`${keysOf(root, context)} as const`,
  });
};

const branchAt = (
  root: Branch,
  path: readonly Name[],
  isCurrent: boolean,
): Branch =>
  path.reduce((branch, step, index) => {
    const child =
      branch.children.get(step) ??
      newBranch(isCurrent ? path.slice(0, index + 1) : undefined);
    branch.children.set(step, child);
    return child;
  }, root);

/** Where a method or a resource was, unless something else is there now. */
const addOldName = (root: Branch, alias: Alias): void => {
  const { kind, name, to } = alias;
  const [old, current] = [name.at(-1), to.at(-1)];
  if (old === undefined || current === undefined) return;
  const found = to
    .slice(0, -1)
    .reduce<Branch | undefined>(
      (branch, step) => branch?.children.get(step),
      root,
    );
  const entry = kind === "method" ? found?.queries.get(current) : undefined;
  const child = kind === "resource" ? found?.children.get(current) : undefined;
  if (!entry && !child) return;
  const { queries, children } = branchAt(root, name.slice(0, -1), false);
  if (queries.has(old) || children.has(old)) return;
  if (entry) queries.set(old, { query: entry.query, alias });
  if (child) children.set(old, child);
};

const keysOf = (
  { path, queries, children }: Branch,
  context: KeysContext,
): Code => {
  const isTaken = [...queries.keys(), ...children.keys()].some(
    (one) => String(one) === "all",
  );
  const start = path && [context.sdk.package.name, ...path].map(lit);
  const members = [
    // `$` is in no name that comes from a document.
    ...(start
      ? [
          code`${key((isTaken ? "all$" : "all") as Text)}: [${join(start, ", ")}]`,
        ]
      : []),
    ...[...queries].map(([name, entry]) => keyFunction(name, entry, context)),
    ...[...children].map(
      ([step, child]) =>
        code`${key(String(step) as Text)}: ${keysOf(child, context)}`,
    ),
  ];
  return code`{\n${join(members, ",\n")},\n}`;
};

interface KeysContext {
  readonly sdk: Sdk;
  readonly file: PluginFile;
  /** Of the constant. */
  readonly name: Code;
}

/** Every argument may be left out: what is passed narrows the key. */
const keyFunction = (
  name: Name,
  { query, alias }: KeyEntry,
  { sdk, file }: KeysContext,
): Code => {
  const parameters = freeNames(file.parameters(query.operation), keyHelpers);
  const declared = join(
    parameters.map(
      ({ name: parameter, type, kind }) =>
        code`${parameter}?: ${kind === "params" ? code`Partial<${type}>` : type}`,
    ),
    ", ",
  );
  const given = join(
    [
      code`[${keyStart(query, sdk)}]`,
      ...keyArguments(query.operation, parameters, file),
    ],
    ", ",
  );
  const remark = alias
    ? code`/** @deprecated Use ${join(alias.to.map(ident), ".")}. */\n`
    : code``;
  return code`${remark}${key(String(name) as Text)}: (${declared}): readonly unknown[] => ${file.runtime("queryPrefix")}(${given})`;
};
