/**
 * Modules below an earlier SDK's `resources/` whose classes or types have other names here:
 * `import { Completions } from "acme/resources/chat/completions"`. The package itself exports all else
 * that callers import from there.
 */
import type { Name, Resource, Sdk } from "../../sdk/sdk.js";
import { filePart, ident } from "../encode/encode.js";
import { Module, specifier } from "../module.js";
import { modulePaths } from "../module-paths.js";
import { exportFrom } from "../structures.js";
import { namespaceName } from "./compatible-types.js";
import {
  preferredAliases,
  distinctTypes,
  typeNamesOf,
  typesOfResource,
  type DeclaredType,
} from "./earlier-names.js";
import { resourceModulePath } from "./tree.js";

export interface EarlierModule {
  /** Below `src/`, without extension: `earlier/chat/completions`. */
  readonly name: string;
  /** Paths of the package that lead to it: `./resources/chat/completions/*`. */
  readonly exports: readonly string[];
  /** The classes by their earlier names, with the file that declares them. */
  readonly classes?: {
    readonly from: string;
    readonly names: ReadonlyMap<string, Name>;
  };
  /** Types by their earlier names. */
  readonly types: readonly DeclaredType[];
}

/** Only a package that replaces an earlier one has such modules. */
export const earlierModulesOf = (sdk: Sdk): readonly EarlierModule[] => {
  const { client, resources, models } = sdk;
  if (client.compatibility === undefined) return [];
  const types = new Set<string>(models.map((model) => model.name));
  const byName = new Map(models.map((model) => [model.name, model]));
  const preferred = preferredAliases(
    models.map(({ name }) => ({ name, path: modulePaths.models })),
    byName,
    typeNamesOf(sdk),
  );
  const found = new Map<string, EarlierModule>();
  const visit = (
    resource: Resource,
    around: readonly string[],
    from: string,
  ): void => {
    const path = [...around, folderOf(resource)];
    const name = `earlier/${path.join("/")}`;
    const classes = classesOf(resource, types);
    const inside = [resource, ...resource.children].flatMap(
      ({ operations }) => operations,
    );
    const renamed = distinctTypes(
      typesOfResource(inside, from, byName).filter(
        ({ alias }) => alias !== undefined,
      ),
    ).filter(({ alias = "" }) => !classes.has(alias));
    const isNeeded =
      (around.length === 0 || resource.children.length > 0) &&
      (renamed.length > 0 || [...classes].some(([was, is]) => was !== is));
    if (isNeeded && !found.has(name))
      found.set(name, {
        name,
        classes: { from, names: classes },
        types: distinctTypes([
          ...renamed,
          ...preferred.filter(({ alias = "" }) => !classes.has(alias)),
        ]),
        exports: [
          `./resources/${path.join("/")}`,
          ...(resource.children.length > 0
            ? [`./resources/${path.join("/")}/*`]
            : []),
        ],
      });
    for (const child of resource.children) visit(child, path, from);
  };
  for (const resource of resources)
    visit(resource, [], resourceModulePath(resource));
  const shared: EarlierModule = {
    name: "earlier-types",
    exports: ["./resources", "./resources/*"],
    types: preferred,
  };
  return [...(preferred.length > 0 ? [shared] : []), ...found.values()];
};

/**
 * The classes of a resource and of those in it; its own name comes first.
 *
 * @param types names that callers import as those of models
 */
const classesOf = (
  resource: Resource,
  types: ReadonlySet<string>,
): ReadonlyMap<string, Name> => {
  const classes = new Map<string, Name>();
  for (const one of [resource, ...resource.children]) {
    const was = String(namespaceName(one));
    if (!classes.has(was) && !types.has(was)) classes.set(was, one.className);
  }
  return classes;
};

/** `apiKeys` -> `api-keys` */
const folderOf = ({ property }: Resource): string =>
  filePart(
    property
      .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1-$2")
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1-$2"),
  );

export function* earlierModules(sdk: Sdk): Generator<Module> {
  for (const { name, classes, types } of earlierModulesOf(sdk)) {
    const module = new Module(`src/${name}.ts`);
    const files = [...new Set(types.map(({ path }) => path))].sort();
    module.add(
      exportFrom({
        moduleSpecifier: specifier(module.path, modulePaths.index),
      }),
      ...(classes
        ? [
            exportFrom({
              namedExports: [...classes.names].map(([was, is]) => ({
                name: ident(is),
                ...(was !== is && { alias: ident(was as Name) }),
              })),
              moduleSpecifier: specifier(module.path, classes.from),
            }),
          ]
        : []),
      ...files.map((file) =>
        exportFrom({
          isTypeOnly: true,
          namedExports: types
            .filter(({ path }) => path === file)
            .map((type) => ({
              name: ident(type.name),
              ...(type.alias !== undefined && { alias: ident(type.alias) }),
            })),
          moduleSpecifier: specifier(module.path, file),
        }),
      ),
    );
    yield module;
  }
}
