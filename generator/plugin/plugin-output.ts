/**
 * `PluginOutput`: notes what one plugin makes, and refuses what it may not.
 */
import type { PendingText, Section } from "../emit/contributions.js";
import { sectionPage } from "../emit/docs/entry-points.js";
import type { Statement } from "../emit/structures.js";
import type { OutputFile } from "../sdk/output.js";
import type { Operation } from "../sdk/sdk.js";
import { isPlainPath, refusedPath, samePath } from "./paths.js";
import type {
  ModuleOptions,
  PluginFile,
  PluginOutput,
  TextOptions,
} from "./plugin.js";
import { WrittenFile, type PluginContext } from "./plugin-file.js";
import type { PluginProblem } from "./problems.js";

/** What one run knows of all plugins. */
export interface Shared {
  readonly context: PluginContext;
  /** Who has a path, an entry or a peer: `generated files`, or the name of a plugin. */
  readonly owners: Map<string, string>;
  readonly peers: Map<string, string>;
  readonly buildDependencies: Map<string, string>;
  readonly problems: PluginProblem[];
}

interface WrittenText extends PendingText {
  readonly kind: "source" | "verbatim";
}

/** A file that is made when it is written. */
export interface PendingFile {
  readonly plugin: string;
  readonly path: string;
  readonly isFormatted: boolean;
  /** @throws what the plugin throws */
  readonly make: () => OutputFile<Statement>;
}

/** Below `src/`, without extension. */
const moduleName = (path: string): string =>
  path.replace(/^src\//, "").replace(/\.ts$/, "");

const isModule = (path: string): boolean => /^src\/.*(?<!\.d)\.ts$/.test(path);

const moduleReason = "a module is a .ts file below src/";

/** Of these prettier says when they do not parse. */
const parsed = /\.(?:[cm]?[jt]s|json|md|ya?ml)$/;

const entryReason = "an entry is written like ./routes";

/** @throws of a plugin without types: what is no text would be found when all is written */
const checkTexts = (values: readonly unknown[], what: string): void => {
  if (values.some((value) => typeof value !== "string"))
    throw new TypeError(`${what} is no text`);
};

const entryForm = /^\.\/[a-z][\w-]*(?:\/[\w-]+)*$/;
const packageForm = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
const rangeForm =
  /^[\^~]?\d+(?:\.\d+){0,2}(?: \|\| [\^~]?\d+(?:\.\d+){0,2})*$|^>=\d+(?:\.\d+){0,2}(?: <\d+(?:\.\d+){0,2})?$/;

export class CollectedOutput implements PluginOutput {
  readonly modules: WrittenFile[] = [];
  readonly texts: WrittenText[] = [];
  readonly exports = new Map<string, string>();
  readonly published: string[] = [];
  skipsLibCheck = false;
  readonly keywords: string[] = [];
  readonly sections: Section[] = [];

  constructor(
    readonly plugin: string,
    readonly isBuiltIn: boolean,
    private readonly shared: Shared,
  ) {}

  module(path: string, { entry }: ModuleOptions = {}): PluginFile {
    if (!isModule(path)) this.#refuse(`writes ${path}`, moduleReason);
    this.#takePath(path);
    const inside = moduleName(path);
    const file = new WrittenFile(
      path,
      `plugin ${this.plugin} ${entry?.slice(2) ?? inside}`,
      this.shared.context,
    );
    this.#export(entry, inside);
    this.modules.push(file);
    return file;
  }

  #export(entry: string | undefined, inside: string): void {
    if (entry === undefined) return;
    if (!entryForm.test(entry)) this.#refuse(`exports ${entry}`, entryReason);
    this.#take(`export ${entry}`);
    this.exports.set(entry, inside);
  }

  text(
    path: string,
    text: string | (() => string),
    { isFormatted = false, entry }: TextOptions = {},
  ): void {
    const isTaken = this.#takePath(path);
    if (entry !== undefined && !isModule(path))
      this.#refuse(`exports ${path}`, moduleReason);
    this.#export(entry, moduleName(path));
    if (isTaken && !this.isBuiltIn && /^src\//i.test(path)) {
      const reason = "what is below src/ is parsed";
      if (isFormatted) this.#refuse(`writes ${path} as it is`, reason);
      if (!parsed.test(path)) this.#refuse(`writes ${path}`, reason);
    }
    this.texts.push({
      path,
      text: typeof text === "string" ? () => text : text,
      kind: isFormatted ? "verbatim" : "source",
    });
  }

  isTaken(path: string): boolean {
    return this.shared.owners.has(`write ${samePath(path)}`);
  }

  peer(name: string, range: string): void {
    this.#need(name, range, this.shared.peers);
  }

  buildDependency(name: string, range: string): void {
    this.#need(name, range, this.shared.buildDependencies);
  }

  #need(name: string, range: string, ranges: Map<string, string>): void {
    if (!packageForm.test(name) || !rangeForm.test(range)) {
      const reason = "a package has a name and a range such as ^5.62.0";
      this.#refuse(`needs ${name} ${range}`, reason);
      return;
    }
    const { owners } = this.shared;
    const before = ranges.get(name);
    if (before === undefined) {
      ranges.set(name, range);
      owners.set(`need ${name}`, owners.get(`need ${name}`) ?? this.plugin);
    } else if (before !== range)
      this.#take(`need ${name}`, `need ${name} in different versions`);
  }

  skipLibCheck(): void {
    this.skipsLibCheck = true;
  }

  publish(path: string): void {
    if (!isPlainPath(path))
      this.#refuse(
        `publishes ${path}`,
        "which is not a plain path below the package",
      );
    this.published.push(path);
  }

  keyword(word: string): void {
    checkTexts([word], "a keyword");
    this.keywords.push(word);
  }

  section(section: Omit<Section, "name">): void {
    this.#take(`describe ${this.plugin}`);
    const { title, about, blocks, entry } = section;
    checkTexts([title, about, ...blocks], "what a section says");
    if (entry !== undefined && !entryForm.test(entry))
      this.#refuse(`describes ${entry}`, entryReason);
    const named = { ...section, name: this.plugin };
    const page = sectionPage(named);
    if (page) {
      const { path } = page;
      this.#take(`write ${samePath(path)}`, `write ${path}`);
      this.texts.push({ ...page, kind: "source" });
    }
    this.sections.push(named);
  }

  warn(code: string, message: string, operation?: Operation): void {
    const { plugin } = this;
    this.shared.problems.push({
      kind: "warning",
      plugin,
      code,
      message,
      operation,
    });
  }

  get files(): readonly PendingFile[] {
    const { plugin } = this;
    return [
      ...this.modules.map((module): PendingFile => ({
        plugin,
        path: module.path,
        isFormatted: false,
        make: () => module.file,
      })),
      ...this.texts.map(({ path, text, kind }): PendingFile => ({
        plugin,
        path,
        isFormatted: kind === "verbatim",
        make: () => ({ path, kind, text: text() }),
      })),
    ];
  }

  /** @returns false of a path that nothing may be written to */
  #takePath(path: string): boolean {
    const reason = refusedPath(path, this.plugin, this.isBuiltIn);
    if (reason !== undefined) this.#refuse(`writes ${path}`, reason);
    else this.#take(`write ${samePath(path)}`, `write ${path}`);
    return reason === undefined;
  }

  /** @param what the thing that one alone may have */
  #take(what: string, action = what): void {
    const { owners, problems } = this.shared;
    const first = owners.get(what);
    if (first === undefined) owners.set(what, this.plugin);
    else
      problems.push({
        kind: "conflict",
        first,
        second: this.plugin,
        action,
      });
  }

  #refuse(action: string, reason: string): void {
    const { plugin } = this;
    this.shared.problems.push({ kind: "refused", plugin, action, reason });
  }
}
