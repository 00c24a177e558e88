/**
 * Modules below an earlier SDK's `resources/` whose classes have other names here:
 * `import { Completions } from "acme/resources/chat/completions"`. The package itself exports all else
 * that callers import from there.
 */
import type { Name, Resource, Sdk } from "../../sdk/sdk.js";
import { filePart, ident } from "../encode/encode.js";
import { Module, specifier } from "../module.js";
import { modulePaths } from "../module-paths.js";
import { exportFrom } from "../structures.js";
import { namespaceName } from "./compatible-types.js";
import { resourceModulePath } from "./tree.js";

export interface EarlierModule {
  /** Below `src/`, without extension: `earlier/chat/completions`. */
  readonly name: string;
  /** Paths of the package that lead to it: `./resources/chat/completions/*`. */
  readonly exports: readonly string[];
  /** The file with the classes. */
  readonly from: string;
  /** The classes by what they were called. */
  readonly classes: ReadonlyMap<string, Name>;
}

/** None but for a package that is to replace an earlier one. */
export const earlierModulesOf = ({
  client,
  resources,
  models,
}: Pick<Sdk, "client" | "resources" | "models">): readonly EarlierModule[] => {
  if (client.compatibility === undefined) return [];
  const types = new Set<string>(models.map((model) => model.name));
  const found = new Map<string, EarlierModule>();
  const visit = (
    resource: Resource,
    around: readonly string[],
    from: string,
  ): void => {
    const path = [...around, folderOf(resource)];
    const name = `earlier/${path.join("/")}`;
    const classes = classesOf(resource, types);
    const isNeeded =
      (around.length === 0 || resource.children.length > 0) &&
      [...classes].some(([was, is]) => was !== is);
    if (isNeeded && !found.has(name))
      found.set(name, {
        name,
        from,
        classes,
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
  return [...found.values()];
};

/**
 * Of a resource and those in it; its own name comes first.
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
  for (const { name, from, classes } of earlierModulesOf(sdk)) {
    const module = new Module(`src/${name}.ts`);
    module.add(
      exportFrom({
        moduleSpecifier: specifier(module.path, modulePaths.index),
      }),
      exportFrom({
        namedExports: [...classes].map(([was, is]) => ({
          name: ident(is),
          ...(was !== is && { alias: ident(was as Name) }),
        })),
        moduleSpecifier: specifier(module.path, from),
      }),
    );
    yield module;
  }
}
