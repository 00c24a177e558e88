/**
 * What the owner's `src/lib/index.ts` exports, the package exports, before what it would export under the
 * same name.
 */
import type { OwnerExports } from "../../sdk/output.js";
import type { Name } from "../../sdk/sdk.js";
import { code, ident } from "../encode/encode.js";
import { Module } from "../module.js";
import type { ExportStructure, Statement } from "../structures.js";
import { exportAll, exportNames } from "./entry.js";

const libPath = "src/lib/index.ts";

interface OwnedEntry {
  readonly module: Module;
  /** The names that are the owner's and not ours now. */
  readonly taken: readonly string[];
}

/**
 * An `export *` never counts before a name that is exported beside it: ours has to go. Where ours comes
 * by an `export *` too, neither would be exported: the owner's is named.
 *
 * @param starred what the modules export that the entry exports as a whole
 */
export const withOwner = (
  entry: Module,
  { types, values }: OwnerExports,
  starred: ReadonlySet<string>,
): OwnedEntry => {
  const module = new Module(entry.path);
  const own: ExportStructure[] = [];
  const taken = new Set<string>();
  for (const statement of entry.statements as readonly ExportStructure[]) {
    const { namedExports } = statement;
    if (!namedExports) {
      module.add(statement);
      continue;
    }
    const kept = namedExports.filter((given) => {
      const { name, alias } =
        typeof given === "string" ? { name: given, alias: undefined } : given;
      const isDefault = String(alias) === "default";
      if (isDefault && values.has(String(name)))
        own.push(exportNames(libPath, [{ name, alias: code`default` }]));
      const exported = String(isDefault ? name : (alias ?? name));
      const isOwn = values.has(exported) || (!isDefault && types.has(exported));
      if (isOwn) taken.add(exported);
      return !isOwn;
    });
    if (kept.length > 0) module.add({ ...statement, namedExports: kept });
  }
  const clashing = [...new Set([...values, ...types])]
    .filter((name) => starred.has(name) && !taken.has(name))
    .sort();
  if (clashing.length > 0)
    own.push(
      exportNames(
        libPath,
        clashing.map((name) => ({
          name: ident(name as Name),
          ...(!values.has(name) && { isTypeOnly: true }),
        })),
      ),
    );
  module.add(...own, exportAll(libPath));
  return { module, taken: [...taken, ...clashing].sort() };
};

/** The names that a module exports. */
export const exportedNames = ({ statements }: Module): readonly string[] =>
  statements.flatMap(namesOf);

const namesOf = (statement: Statement): readonly string[] => {
  if ("namedExports" in statement)
    return (statement.namedExports ?? []).map((given) =>
      typeof given === "string"
        ? String(given)
        : String(given.alias ?? given.name),
    );
  if (!("isExported" in statement) || !statement.isExported) return [];
  if ("declarations" in statement)
    return statement.declarations.map(({ name }) => String(name));
  return "name" in statement ? [String(statement.name)] : [];
};
