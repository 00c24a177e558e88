/**
 * Old names of operations in the module of an adapter: what is made of a function that was renamed keeps
 * the name that callers have, as long as the function does.
 */
import { deprecatedAlias } from "../../emit/source/aliases.js";
import {
  code,
  docs,
  exportConstant,
  type Alias,
  type Code,
  type PluginFile,
  type Sdk,
  type Statement,
} from "../../plugin/index.js";
import type { NamedOptions } from "./query-functions.js";

/** A function of the module under an old name. */
export interface RenamedOptions {
  readonly name: Code;
  readonly to: Code;
  readonly alias: Alias;
}

/** Claims the old names: after all others, which they must not take. */
export const renamedOptions = (
  named: readonly NamedOptions[],
  { aliases }: Sdk,
  file: PluginFile,
): readonly RenamedOptions[] => {
  const renamed = aliases.filter(({ kind }) => kind === "function");
  return named.flatMap(({ cached, query, pages, mutation }) =>
    renamed
      .filter(({ to }) => to.join() === String(cached.operation.functionName))
      .flatMap((alias) => {
        const options = Object.entries({
          Query: query,
          Pages: pages,
          Mutation: mutation,
        });
        return options.flatMap(([kind, to]) =>
          to ? [{ name: file.claim(alias.name.join() + kind), to, alias }] : [],
        );
      }),
  );
};

/** `export const getPetQuery: typeof readPetQuery = readPetQuery;` */
export const renamedStatement = ({
  name,
  to,
  alias,
}: RenamedOptions): Statement =>
  exportConstant({
    docs: docs(deprecatedAlias(alias, `{@link ${to}}`)),
    name,
    type: code`typeof ${to}`,
    initializer: to,
  });
