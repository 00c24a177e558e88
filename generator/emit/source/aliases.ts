/**
 * Old names as declarations: a second constant for a function, a type for a type. Nothing of them
 * reaches a bundle that does not use them.
 */
import type { Alias, AliasKind, Model, Sdk } from "../../sdk/sdk.js";
import {
  code,
  docs,
  ident,
  join,
  lit,
  type Code,
  type DocBody,
  type Remark,
} from "../encode/encode.js";
import {
  exportAlias,
  exportConstant,
  type PropertyStructure,
  type Statement,
} from "../structures.js";

/** @param link what to use instead, as code or as a link */
export const deprecatedAlias = (
  { until }: Alias,
  link: string,
): readonly Remark[] => [
  {
    tag: "deprecated",
    text: `Use ${link}.${until === undefined ? "" : ` Removed in ${until}.`}`,
  },
];

const linked = (alias: Alias): readonly DocBody[] =>
  docs(deprecatedAlias(alias, `{@link ${alias.to.join(".")}}`));

const names = (alias: Alias): { readonly name: Code; readonly to: Code } => ({
  name: join(alias.name.map(ident), "."),
  to: join(alias.to.map(ident), "."),
});

/** The aliases of one thing. */
const aliasesTo = (
  { aliases }: Pick<Sdk, "aliases">,
  kind: AliasKind,
  to: string,
): readonly Alias[] =>
  aliases.filter((alias) => alias.kind === kind && alias.to.join(".") === to);

/** `export const getPet: typeof readPet = readPet;` */
export const functionAliases = (sdk: Sdk, to: string): readonly Statement[] =>
  aliasesTo(sdk, "function", to).map((alias) => {
    const { name, to: current } = names(alias);
    return exportConstant({
      docs: linked(alias),
      name,
      type: code`typeof ${current}`,
      initializer: current,
    });
  });

/** `export type Pet = Animal;` */
export const typeAliases = (sdk: Sdk, to: string): readonly Statement[] =>
  aliasesTo(sdk, "type", to).map(typeAlias);

const typeAlias = (alias: Alias): Statement => {
  const { name, to } = names(alias);
  return exportAlias({ docs: linked(alias), name, type: to });
};

/** Those of a model; with its constant, where it is an enum that has one. */
export const modelAliases = (sdk: Sdk, model: Model): readonly Statement[] =>
  aliasesTo(sdk, "type", model.name).flatMap((alias) =>
    model.declaration.kind === "alias" && model.declaration.members
      ? [constantAlias(alias), typeAlias(alias)]
      : [typeAlias(alias)],
  );

const constantAlias = (alias: Alias): Statement => {
  const { name, to } = names(alias);
  return exportConstant({
    docs: linked(alias),
    name,
    type: code`typeof ${to}`,
    initializer: to,
  });
};

/** The class of a resource, which is a value and a type. */
export const classAliases = (sdk: Sdk, to: string): readonly Statement[] =>
  aliasesTo(sdk, "class", to).flatMap((alias) => [
    constantAlias(alias),
    typeAlias(alias),
  ]);

/** `getPet: ReadPetError`, of `OperationErrors`. */
export const errorAliases = (
  sdk: Sdk,
  to: string,
  type: Code,
): readonly PropertyStructure[] =>
  aliasesTo(sdk, "function", to).map((alias) => ({
    docs: linked(alias),
    name: names(alias).name,
    type,
  }));

/** What operations are called now, by the names of functions that callers may still give. */
export const currentNames = ({ aliases }: Sdk): Statement | undefined => {
  const renamed = aliases.filter(({ kind }) => kind === "function");
  if (renamed.length === 0) return undefined;
  const entries = renamed.map(
    ({ name, to }) => code`[${lit(name.join("."))}, ${lit(to.join("."))}],\n`,
  );
  return {
    ...exportConstant({
      name: code`currentNames`,
      type: code`ReadonlyMap<string, string>`,
      initializer: code`new Map([\n${join(entries, "")}])`,
    }),
    isExported: false,
  };
};
