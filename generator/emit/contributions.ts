/**
 * What outputs beside the SDK add to its package: files, and what `package.json`, the README and the
 * docs say of them. They are collected before anything is emitted.
 */
import type { OutputFile } from "../sdk/output.js";
import type { Markdown } from "./encode/markdown.js";
import type { Statement } from "./structures.js";

export interface Contributions {
  /** They are made while they are iterated: what is formatted comes first. */
  readonly files: Iterable<OutputFile<Statement>>;
  /** Modules below `src/`, without `.ts`, by the subpath that exports them: `./routes`. */
  readonly exports: ReadonlyMap<string, string>;
  /** Ranges of optional peer dependencies, by the package. */
  readonly peers: ReadonlyMap<string, string>;
  /** Ranges of what the build of the package needs besides, peers among it. */
  readonly buildDependencies: ReadonlyMap<string, string>;
  /** True if the build does not check declarations of packages. */
  readonly skipsLibCheck: boolean;
  /** Entries of `files` in `package.json` besides those of every package. */
  readonly packageFiles: readonly string[];
  readonly keywords: readonly string[];
  readonly sections: readonly Section[];
  /** The files of `src/core/` that the files here import, without extension. */
  readonly runtime: readonly string[];
  /** True if a file here uses the type `WithRequired` of the models. */
  readonly usesWithRequired: boolean;
}

/** A file whose text is made when it is asked for. */
export interface PendingText {
  readonly path: string;
  readonly text: () => string;
}

/** What the docs say of an output: a row of the README, and a page. */
export interface Section {
  /** Of the output; the page is `docs/_NAME.md`. */
  readonly name: string;
  /** The subpath that users import: `./routes`; absent where there is nothing to import. */
  readonly entry?: string;
  readonly title: Markdown;
  /** A sentence for the table of the README. */
  readonly about: Markdown;
  /** The paragraphs, lists and blocks of code of the page; without any there is no page. */
  readonly blocks: readonly Markdown[];
}

export const noContributions: Contributions = {
  files: [],
  exports: new Map(),
  peers: new Map(),
  buildDependencies: new Map(),
  skipsLibCheck: false,
  packageFiles: [],
  keywords: [],
  sections: [],
  runtime: [],
  usesWithRequired: false,
};
