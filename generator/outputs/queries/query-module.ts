/**
 * The module of an adapter: for each operation functions that give options, and the keys of queries.
 */
import { code } from "../../plugin/index.js";
import { renamedOptions, renamedStatement } from "./query-aliases.js";
import { FunctionWriter, type NamedOptions } from "./query-functions.js";
import { queryKeys } from "./query-keys.js";
import { namedTypes, typeAliases, type QueryModule } from "./query-types.js";
import type { CachedOperation } from "./roles.js";

/** @param written the modules of other adapters: all those of TanStack Query have the same statements */
export const writeQueryModule = (
  operations: readonly CachedOperation[],
  module: QueryModule,
  written: readonly QueryModule[] = [],
): void => {
  const { file, adapter, sdk } = module;
  const isSwr = adapter.takes === "tuple";
  // Names first: imports yield to them.
  const keysName = file.claim("queryKeys");
  const types = namedTypes(file);
  const named = operations.map((cached): NamedOptions => {
    const { functionName } = cached.operation;
    if (cached.role === "mutation")
      return { cached, mutation: file.claim(`${functionName}Mutation`) };
    const query = file.claim(`${functionName}Query`);
    return cached.hasPages && !isSwr
      ? { cached, query, pages: file.claim(`${functionName}Pages`) }
      : { cached, query };
  });
  const renamed = renamedOptions(named, sdk, file);
  if (written.some((other) => shareStatements(other, module))) return;
  const hasPages = named.some(({ pages }) => pages !== undefined);
  const writer = new FunctionWriter(module, types);
  file.add(
    ...typeAliases(types, { file, adapter, hasPages }),
    queryKeys(
      operations.filter(({ role }) => role === "query"),
      { sdk, file, name: keysName },
    ),
    ...named.flatMap((one) => writer.functions(one)),
    ...renamed.map(renamedStatement),
  );
  if (isSwr) {
    const swr = file.runtime("swr");
    file.add(code`export { ${swr} };`);
  }
};

const shareStatements = (
  other: QueryModule,
  { file, adapter }: QueryModule,
): boolean => {
  const [theirs, ours] = [other.adapter.peer, adapter.peer];
  if (!theirs || !ours) return false;
  return file.shareStatementsOf(
    other.file,
    new Map([[theirs.name, ours.name]]),
  );
};
