/**
 * The interface of outputs: what a plugin is, and what it is given. The docs, the tests of packages and
 * the outputs beside the SDK are written on it too. It takes data and gives files: names, imports, `package.json`, the
 * README and the layout of code are the generator's business.
 */
import type { OptionRules } from "../config/rule.js";
import type { pluginApi, PluginUse } from "../config/plugin-use.js";
import type { Code } from "../emit/encode/encode.js";
import type { Section } from "../emit/contributions.js";
import type { Statement } from "../emit/structures.js";
import type { Name, Operation, Sdk, Type } from "../sdk/sdk.js";
import type { RuntimeName } from "./runtime-names.js";

export interface PluginDefinition<Options extends object> {
  /** Small letters, digits and hyphens: `routes`. It is part of what the lock file says. */
  readonly name: string;
  /** Another one, and packages are written anew. */
  readonly version: string;
  /** The version of this interface. */
  readonly api: typeof pluginApi;
  /** What each option may be; an option that is not here is an error. Default: it has none. */
  readonly options?: OptionRules;
  /**
   * Is called once for each package. What it writes is to follow from its arguments alone: no clock,
   * no network, no files. What it throws is reported, with its name, and nothing is written.
   *
   * @param sdk to be read, not changed
   */
  readonly emit: (sdk: Sdk, out: PluginOutput, options: Options) => void;
}

/** Where a plugin puts what it makes. Everything that is refused is an error of the run. */
export interface PluginOutput {
  /**
   * A TypeScript module of the package.
   *
   * @param path below `src/`, such as `src/routes.ts`; not in `core`, `lib` or `resources`, nor that of
   *   a generated file
   */
  module(path: string, options?: ModuleOptions): PluginFile;
  /**
   * A file of any other kind, in prettier's form where it knows it.
   *
   * @param path below `docs/<plugin>/` or `skills/`, or below `src/` as for modules
   * @param text or what makes it, called when the file is written: for texts that take time
   */
  text(
    path: string,
    text: string | (() => string),
    options?: TextOptions,
  ): void;
  /** True if a generated file, or another plugin, has the path already. */
  isTaken(path: string): boolean;
  /**
   * An optional peer dependency: users install it where they import what needs it.
   *
   * @param range that the output works with: `^5.62.0`
   */
  peer(name: string, range: string): void;
  /**
   * What the package needs to be built besides its peers, such as types of theirs.
   *
   * @param range as of a peer
   */
  buildDependency(name: string, range: string): void;
  /** For peers whose declarations have errors of their own: the build does not check them. */
  skipLibCheck(): void;
  /** A file or directory at the root of the package that is published with it. */
  publish(path: string): void;
  keyword(word: string): void;
  /** A row in the README, and a page in `docs/`. */
  section(section: Omit<Section, "name">): void;
  /**
   * Says that something could not be had.
   *
   * @param code of the plugin's own: `no-stream`
   * @param operation what it is about: its place in the document is shown
   */
  warn(code: string, message: string, operation?: Operation): void;
}

export interface ModuleOptions {
  /** The subpath of the package that exports the module: `./routes`. */
  readonly entry?: string;
}

export interface TextOptions {
  /**
   * True of a text that is to be written as it is; not below `src/`, where nothing is written that does
   * not parse. Default: false.
   */
  readonly isFormatted?: boolean;
  /** The subpath of the package that exports it, of a TypeScript module below `src/`. */
  readonly entry?: string;
}

/** A TypeScript module being written. Everything that it imports has a name that is free in it. */
export interface PluginFile {
  readonly path: string;
  /**
   * A name that the module exports or declares, as it is or with a number. It stays in later runs: the
   * lock file has it, so that a larger document renames nothing. What exports names asks for all of
   * them before it imports.
   *
   * @param wanted an identifier
   */
  claim(wanted: string): Code;
  /** Imports from a package of npm. */
  npm(name: string, from: string, options?: NpmImportOptions): Code;
  /** Imports the function of an operation. */
  operation(operation: Operation): Code;
  /** Imports the type of a model. */
  model(name: Name): Code;
  /** A type as code, with imports of what it names. */
  type(type: Type): Code;
  /** The parameters of the function of an operation besides the client and the options. */
  parameters(operation: Operation): readonly OperationParameter[];
  /** What the call of an operation resolves to. */
  data(operation: Operation): Code;
  /** How a list goes on, as the runtime reads it; undefined for what is no list in pages. */
  paging(operation: Operation): Code | undefined;
  /** The union of the errors of an operation. */
  error(operation: Operation): Code;
  /** The type of the client that functions of operations take. */
  client(): Code;
  /** Imports a part of the runtime that is there for outputs. */
  runtime(name: RuntimeName): Code;
  /** Statements in order: structures, or code as it is. */
  add(...statements: readonly Statement[]): void;
  /**
   * Takes all statements of a module that claimed the same names, and differs in nothing but the packages of
   * npm that it imports from. Large modules are laid out once for all of them.
   *
   * @param packages what is imported from, by what the other module imports from
   * @returns false where earlier runs gave them different names: then nothing is taken
   */
  shareStatementsOf(
    other: PluginFile,
    packages: ReadonlyMap<string, string>,
  ): boolean;
}

export interface NpmImportOptions {
  /** True if only types need the name: nothing is left of the import after compiling. */
  readonly type?: boolean;
}

export interface OperationParameter {
  readonly name: Code;
  readonly type: Code;
  readonly isOptional: boolean;
  readonly kind: "positional" | "params";
}

/**
 * Makes a plugin: a function that a config calls with options.
 *
 * @example
 * export default definePlugin({ name: "routes", version: "1.0.0", api: 1, emit(sdk, out) { … } });
 * // sdkwright.config.ts: plugins: [routes()]
 */
export const definePlugin =
  <Options extends object = Record<string, never>>({
    name,
    version,
    api,
    options: rules = {},
    emit,
  }: PluginDefinition<Options>): ((options?: Options) => PluginUse) =>
  (options) => ({
    name,
    version,
    api,
    rules,
    options: { ...options },
    emit,
  });
