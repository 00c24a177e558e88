/**
 * A TypeScript file being written: statements in order, imports collected from what they use.
 */
import type { Name, Type } from "../sdk/sdk.js";
import {
  ident,
  moduleSpecifier,
  type Code,
  type ModuleSpecifier,
} from "./encode/encode.js";
import type { RuntimeSymbol } from "./source/symbols.js";
import {
  importFrom,
  type ImportStructure,
  type Statement,
} from "./structures.js";
import { modulePaths } from "./module-paths.js";

interface Imported {
  readonly isTypeOnly: boolean;
  readonly alias?: string;
}

export class Module {
  readonly #imports = new Map<string, Map<string, Imported>>();
  readonly #mentioned = new Set<string>();
  readonly #statements: Statement[] = [];

  /**
   * @param path below the package, such as `src/resources/keys.ts`
   * @param exported names that the package exports: an import of the runtime yields to them
   * @param places how types are reached that stand elsewhere in the file
   */
  constructor(
    readonly path: string,
    private readonly exported: ReadonlySet<string> = new Set(),
    readonly places: ReadonlyMap<Type, Code> = new Map(),
  ) {}

  /** Imports a name of the runtime; the result is its name in this file. */
  use({ name, file, typeOnly }: RuntimeSymbol): Code {
    // `$` is in no name that comes from a document.
    const alias = this.exported.has(name) ? `${name}$` : undefined;
    return this.import(name, `src/core/${file}.ts`, typeOnly, alias);
  }

  /** The name of a model; outside the file of the models this imports it. */
  model(name: Name): Code {
    return this.import(ident(name), modulePaths.models, true);
  }

  /** Imports from another file of the package, or from a package of npm: `npm:swr`. */
  import(
    name: string,
    from: string,
    isTypeOnly: boolean,
    alias?: string,
  ): Code {
    if (from !== this.path) {
      const names = this.#imports.get(from) ?? new Map<string, Imported>();
      this.#imports.set(from, names);
      const before = names.get(name);
      names.set(name, {
        isTypeOnly: isTypeOnly && (before?.isTypeOnly ?? true),
        ...(alias !== undefined && { alias }),
      });
    }
    this.#mentioned.add(name);
    return ident((alias ?? name) as Name);
  }

  /** True if the file has this name, imported or declared here. */
  mentions(name: string): boolean {
    return this.#mentioned.has(name);
  }

  add(...statements: readonly Statement[]): void {
    this.#statements.push(...statements);
  }

  /** The files of the package that this one imports. */
  get dependencies(): readonly string[] {
    return [...this.#imports.keys()].filter((from) => !npmPackage(from));
  }

  /**
   * @param path the file that has the imports
   * @param packages npm packages to import from, by those that they replace
   */
  imports(
    path: string = this.path,
    packages: ReadonlyMap<string, string> = new Map(),
  ): Statement[] {
    const specifierOf = (from: string): ModuleSpecifier => {
      const name = npmPackage(from);
      return name === undefined
        ? specifier(path, from)
        : moduleSpecifier(packages.get(name) ?? name);
    };
    return [...this.#imports]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([from, names]) => importNames(specifierOf(from), names));
  }

  /** The whole file; `write` formats it. */
  get statements(): readonly Statement[] {
    return [...this.imports(), ...this.#statements];
  }
}

const npmPackage = (from: string): string | undefined =>
  /^npm:(.+)$/.exec(from)?.[1];

function importNames(
  from: ModuleSpecifier,
  imported: ReadonlyMap<string, Imported>,
): ImportStructure {
  const sorted = [...imported].sort(([a], [b]) => (a < b ? -1 : 1));
  const areAllTypes = sorted.every(([, { isTypeOnly }]) => isTypeOnly);
  return importFrom({
    isTypeOnly: areAllTypes,
    namedImports: sorted.map(([name, { isTypeOnly, alias }]) => ({
      name: ident(name as Name),
      isTypeOnly: isTypeOnly && !areAllTypes,
      ...(alias !== undefined && { alias: ident(alias as Name) }),
    })),
    moduleSpecifier: from,
  });
}

/** The path by which one file imports another: relative, with the extension it has after compiling. */
export function specifier(from: string, to: string): ModuleSpecifier {
  const up = from.split("/").slice(0, -1);
  const down = to.replace(/\.ts$/, ".js").split("/");
  while (up.length > 0 && up[0] === down[0]) {
    up.shift();
    down.shift();
  }
  const start = up.map(() => "../").join("") || "./";
  return moduleSpecifier(start + down.join("/"));
}
