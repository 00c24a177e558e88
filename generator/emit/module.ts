/**
 * A TypeScript file being written: statements in order, imports collected from what they use.
 */
import type { Name } from "../sdk/sdk.js";
import { code, ident, join, lit, type Code } from "./encode/encode.js";
import type { RuntimeSymbol } from "./source/symbols.js";

interface Imported {
  readonly typeOnly: boolean;
  readonly alias?: string;
}

export class Module {
  readonly #imports = new Map<string, Map<string, Imported>>();
  readonly #mentioned = new Set<string>();
  readonly #statements: Code[] = [];

  /**
   * @param path below the package, such as `src/resources/keys.ts`
   * @param exported names that the package exports: an import of the runtime makes way for them
   */
  constructor(
    readonly path: string,
    private readonly exported: ReadonlySet<string> = new Set(),
  ) {}

  /** Imports a name of the runtime; the result is how to say it. */
  use({ name, file, typeOnly }: RuntimeSymbol): Code {
    // `$` is in no name that comes from a document.
    const alias = this.exported.has(name) ? `${name}$` : undefined;
    return this.import(name, `src/core/${file}.ts`, typeOnly, alias);
  }

  /** Names a model; outside the file of the models this imports it. */
  model(name: Name): Code {
    return this.import(ident(name), modelsPath, true);
  }

  /** Imports from another file of the package. */
  import(name: string, from: string, typeOnly: boolean, alias?: string): Code {
    if (from !== this.path) {
      const names = this.#imports.get(from) ?? new Map<string, Imported>();
      this.#imports.set(from, names);
      const before = names.get(name);
      names.set(name, {
        typeOnly: typeOnly && (before?.typeOnly ?? true),
        ...(alias !== undefined && { alias }),
      });
    }
    this.#mentioned.add(name);
    return ident((alias ?? name) as Name);
  }

  /** Does the file say this name, imported or its own? */
  mentions(name: string): boolean {
    return this.#mentioned.has(name);
  }

  add(...statements: readonly Code[]): void {
    this.addAll(statements);
  }

  /** Any number of them: there is a limit to the arguments of a call. */
  addAll(statements: readonly Code[]): void {
    for (const one of statements) this.#statements.push(one);
  }

  /** The files of the package that this one imports. */
  get dependencies(): readonly string[] {
    return [...this.#imports.keys()];
  }

  get isEmpty(): boolean {
    return this.#statements.length === 0;
  }

  /** The whole file; `write` lays it out. */
  get text(): string {
    const imports = [...this.#imports]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([from, names]) => importCode(specifier(this.path, from), names));
    const statements = this.#statements.map((one) => code`\n${one}`);
    return join([...imports, ...statements], "\n");
  }
}

function importCode(
  from: string,
  imported: ReadonlyMap<string, Imported>,
): Code {
  const sorted = [...imported].sort(([a], [b]) => (a < b ? -1 : 1));
  const allTypes = sorted.every(([, { typeOnly }]) => typeOnly);
  const names = sorted.map(([name, { typeOnly, alias }]) => {
    const mark = typeOnly && !allTypes ? code`type ` : code``;
    const as = alias === undefined ? code`` : code` as ${ident(alias as Name)}`;
    return code`${mark}${ident(name as Name)}${as}`;
  });
  const kind = allTypes ? code`import type` : code`import`;
  return code`${kind} { ${join(names, ", ")} } from ${lit(from)};`;
}

export const modelsPath = "src/models.ts";

/** How one file names another: relative, with the extension it has after compiling. */
export function specifier(from: string, to: string): string {
  const up = from.split("/").slice(0, -1);
  const down = to.replace(/\.ts$/, ".js").split("/");
  while (up.length > 0 && up[0] === down[0]) {
    up.shift();
    down.shift();
  }
  return (up.map(() => "../").join("") || "./") + down.join("/");
}
