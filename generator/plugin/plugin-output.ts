/**
 * `PluginOutput`: notes what one plugin makes, and refuses what it may not.
 */
import type { PendingText, Section } from "../emit/contributions.js";
import { sectionPage } from "../emit/docs/entry-points.js";
import { fileOf } from "../emit/source/sources.js";
import type { Statement } from "../emit/structures.js";
import type { OutputFile } from "../sdk/output.js";
import type { Operation } from "../sdk/sdk.js";
import { refusedPath, samePath } from "./paths.js";
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
    if (!/^src\/.*(?<!\.d)\.ts$/i.test(path))
      this.#refuse(`writes ${path}`, "a module is a .ts file below src/");
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
    if (!entryForm.test(entry))
      this.#refuse(`exports ${entry}`, "an entry is written like ./routes");
    this.#take(`export ${entry}`);
    this.exports.set(entry, inside);
  }

  text(
    path: string,
    text: string | (() => string),
    { isFormatted = false, entry }: TextOptions = {},
  ): void {
    this.#takePath(path);
    this.#export(entry, moduleName(path));
    if (isFormatted && !this.isBuiltIn && /^src\//i.test(path))
      this.#refuse(`writes ${path} as it is`, "what is below src/ is parsed");
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
    this.published.push(path);
  }

  keyword(word: string): void {
    this.keywords.push(word);
  }

  section(section: Omit<Section, "name">): void {
    this.#take(`describe ${this.plugin}`);
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
      ...{ plugin, code, message, operation },
    });
  }

  get files(): readonly PendingFile[] {
    const { plugin } = this;
    return [
      ...this.modules.map(({ path, module }): PendingFile => ({
        ...{ plugin, path, isFormatted: false },
        make: () => fileOf(module),
      })),
      ...this.texts.map(({ path, text, kind }): PendingFile => ({
        ...{ plugin, path, isFormatted: kind === "verbatim" },
        make: () => ({ path, kind, text: text() }),
      })),
    ];
  }

  #takePath(path: string): void {
    const reason = refusedPath(path, this.plugin, this.isBuiltIn);
    if (reason !== undefined) this.#refuse(`writes ${path}`, reason);
    else this.#take(`write ${samePath(path)}`, `write ${path}`);
  }

  /** @param what the thing that one alone may have */
  #take(what: string, action = what): void {
    const { owners, problems } = this.shared;
    const first = owners.get(what);
    if (first === undefined) owners.set(what, this.plugin);
    else
      problems.push({
        kind: "conflict",
        ...{ first, second: this.plugin, action },
      });
  }

  #refuse(action: string, reason: string): void {
    const { plugin } = this;
    this.shared.problems.push({ kind: "refused", plugin, action, reason });
  }
}
