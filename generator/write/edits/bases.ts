/**
 * Where the generated text that an owner's change started from comes from: kept beside the package for
 * files that carry a change, else made again from the document of the commit that wrote the file.
 */
import type { OutputFile } from "../../sdk/output.js";
import type { OutputDirectory } from "../directory.js";
import type { Lock } from "../lock/lock.js";
import { parseLock } from "../lock/read-lock.js";
import {
  baseFolder,
  basePath,
  isPackagePath,
  lockName,
} from "../package-path.js";
import type { Branch } from "./branches.js";
import { Git } from "./git.js";
import { changedLines, hasMarkers, withLF } from "./merge-text.js";

/** What an earlier document gives. */
export interface PastOutput {
  readonly files: Iterable<OutputFile>;
  readonly names: ReadonlyMap<string, string>;
}

/** Generates again from the document and config of a commit; undefined when that is not possible. */
export type RegenerateAtCommit = (
  git: Git,
  commit: string,
  known: Pick<Lock, "names" | "aliases">,
) => Promise<PastOutput | undefined>;

export interface BasesOptions {
  readonly directory: OutputDirectory;
  /** This sdkwright, as the lock names it. */
  readonly version: string;
  readonly regenerateAtCommit: RegenerateAtCommit;
  readonly format: (file: OutputFile) => Promise<string>;
}

export class Bases {
  readonly #options: BasesOptions;
  #git: { readonly git: Git | undefined } | undefined;
  #history: { readonly git: Git | undefined } | undefined;
  #paths: ReadonlySet<string> | undefined;
  #commits: readonly string[] | undefined;
  readonly #pasts = new Map<string, Promise<ReadonlyMap<string, OutputFile>>>();

  constructor(options: BasesOptions) {
    this.#options = options;
  }

  /** Every file of which a text is kept beside the package. */
  get paths(): ReadonlySet<string> {
    this.#paths ??= new Set(this.#readPaths());
    return this.#paths;
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  /** The text that is kept beside the package, with LF. */
  stored(path: string): string | undefined {
    if (!this.has(path)) return undefined;
    const text = this.#textOf(basePath(path));
    return text !== undefined && hasMarkers(text)
      ? this.#committed(":2", basePath(path))
      : text;
  }

  /** Both sides of a file that a merge has left in conflict, ours first; none of any other file. */
  branches(path: string): readonly Branch[] {
    const git = this.#open();
    if (!git || !this.isUnmerged(path)) return [];
    const theirs = otherHeads.find((head) => git.resolve(head) !== undefined);
    return [
      [":2", "HEAD"],
      // Without such a commit, as of a stash, the change started from what is there.
      [":3", theirs ?? "HEAD"],
    ].flatMap(([stage = "", head = ""]): Branch | [] => {
      const text = this.#committed(stage, path);
      const base = this.#committed(head, basePath(path));
      return text === undefined
        ? []
        : { text, ...(base !== undefined && { base }) };
    });
  }

  isUnmerged(path: string): boolean {
    const git = this.#open();
    return git?.isUnmerged(git.prefix + path) === true;
  }

  /** True if the text is that of the last commit: git has it, whatever becomes of the file. */
  isCommitted(path: string, text: string): boolean {
    const git = this.#openHistory();
    const committed = git?.read("HEAD", git.prefix + path)?.toString("utf8");
    return committed !== undefined && withLF(committed) === withLF(text);
  }

  /**
   * The text that the document of one of the last commits gives, by this sdkwright: that which has most
   * in common with the text on disk, since a commit may hold a change by hand and a document that
   * nothing was generated from yet. Undefined if none is known.
   *
   * @param mine the text on disk, with LF
   */
  async past(path: string, mine: string): Promise<string | undefined> {
    let nearest: { readonly text: string; readonly lines: number } | undefined;
    this.#commits ??=
      this.#openHistory()?.lastCommits(maxCommits, generatedPaths, ownPaths) ??
      [];
    for (const commit of this.#commits) {
      const file = (await this.#pastOf(commit)).get(path);
      if (!file) continue;
      const text = await this.#options.format(file);
      if (text === mine) return text;
      const lines = changedLines(text, mine);
      if (!nearest || lines < nearest.lines) nearest = { text, lines };
    }
    return nearest?.text;
  }

  #pastOf(commit: string): Promise<ReadonlyMap<string, OutputFile>> {
    const known = this.#pasts.get(commit);
    if (known) return known;
    const past = this.#regenerateAtCommit(commit);
    this.#pasts.set(commit, past);
    return past;
  }

  async #regenerateAtCommit(
    commit: string,
  ): Promise<ReadonlyMap<string, OutputFile>> {
    const { version, regenerateAtCommit } = this.#options;
    const none = new Map<string, OutputFile>();
    const git = this.#openHistory();
    const text = git?.read(commit, git.prefix + lockName)?.toString("utf8");
    const lock = text === undefined ? undefined : parseLock(text);
    // Another sdkwright would give other texts, and every difference would look like a change by hand.
    if (!git || lock?.version !== version) return none;
    const past = await regenerateAtCommit(git, commit, lock);
    if (!past) return none;
    const files = new Map<string, OutputFile>();
    for (const file of past.files) files.set(file.path, file);
    // A commit with a document that nothing was generated from: the package is of an earlier one.
    const isOf =
      [...lock.files].every((path) => files.has(path)) &&
      [...past.names].every(([key, name]) => lock.names.get(key) === name);
    return isOf ? files : none;
  }

  /** Links are not followed. */
  #readPaths(): readonly string[] {
    return this.#options.directory
      .list(baseFolder.slice(0, -1))
      .map((path) => path.slice(baseFolder.length))
      .filter(isPackagePath);
  }

  #open(): Git | undefined {
    this.#git ??= { git: Git.open(this.#options.directory.root) };
    return this.#git.git;
  }

  /** The package as the last commit has it: in another place, where it was moved since. */
  #openHistory(): Git | undefined {
    if (!this.#history) {
      const git = this.#open();
      const lock = this.#textOf(lockName);
      this.#history = {
        git: git && lock !== undefined ? (earlierPlace(git, lock) ?? git) : git,
      };
    }
    return this.#history.git;
  }

  #textOf(path: string): string | undefined {
    const text = this.#options.directory.read(path);
    return text === undefined ? undefined : withLF(text);
  }

  /** @param revision a commit, or a stage of the index as `:2` */
  #committed(revision: string, path: string): string | undefined {
    const git = this.#open();
    const text = git?.read(revision, git.prefix + path)?.toString("utf8");
    return text === undefined ? undefined : withLF(text);
  }
}

/** Where the only lock file of this text is; undefined where it is in its place, or nowhere. */
const earlierPlace = (git: Git, lock: string): Git | undefined => {
  if (git.read("HEAD", git.prefix + lockName) !== undefined) return undefined;
  const locks = git
    .list("HEAD", "")
    .filter((path) => path === lockName || path.endsWith(`/${lockName}`));
  const [only, ...others] = [...git.readAll("HEAD", locks)].filter(
    ([, content]) => withLF(content.toString("utf8")) === lock,
  );
  return only && others.length === 0
    ? git.at(only[0].slice(0, -lockName.length))
    : undefined;
};

/** The commit that is being merged, where there is one. */
const otherHeads = ["MERGE_HEAD", "REBASE_HEAD", "CHERRY_PICK_HEAD"];

/** Each is one more run, and only where a text differs and nothing else tells why. */
const maxCommits = 3;

/** What only `generate` writes: a commit that changed none of it says nothing about what was generated. */
const generatedPaths = [
  "src",
  "docs",
  "test",
  "api.md",
  "api",
  "sdkwright.lock",
];

/** What lies below these, and is the owner's. */
const ownPaths = ["src/lib", "test/lib"];
