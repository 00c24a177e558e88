/**
 * What git knows about the files of a package. Only plumbing that reads is called: no hook, filter,
 * text conversion or file system monitor runs, nothing is fetched and nothing is written. Without git,
 * or outside of a repository, nothing is known.
 */
import { spawnSync } from "node:child_process";
import { devNull } from "node:os";

const maxBuffer = 512 * 1024 * 1024;

export class Git {
  private constructor(
    /** Absolute, with links resolved. */
    readonly root: string,
    readonly directory: string,
    /** The directory below the root, with `/` at its end; empty at the root. */
    readonly prefix: string,
  ) {}

  /** @param directory absolute; it has to exist */
  static open(directory: string): Git | undefined {
    const answer = run(directory, [
      "rev-parse",
      "--show-toplevel",
      "--show-prefix",
    ]);
    const [root = "", prefix = ""] = answer?.toString("utf8").split("\n") ?? [];
    return root === "" ? undefined : new Git(root, directory, prefix);
  }

  /** The same repository, for a directory that was elsewhere in it. */
  at(prefix: string): Git {
    return new Git(this.root, this.directory, prefix);
  }

  /**
   * The last commits that changed one of these paths below the directory, the newest first.
   *
   * @param without of these, paths that do not count
   */
  lastCommits(
    count: number,
    paths: readonly string[],
    without: readonly string[],
  ): readonly string[] {
    const answer = this.#run(
      ...["log", `-${count}`, "--format=%H", "--no-show-signature"],
      ...["--no-textconv", "--no-ext-diff", "HEAD", "--"],
      ...paths.map((path) => literal(this.prefix + path)),
      ...without.map((path) => `:(top,literal,exclude)${this.prefix}${path}`),
    );
    const lines = answer?.toString("utf8").split("\n") ?? [];
    return lines.filter((line) => /^[0-9a-f]{40,64}$/.test(line));
  }

  /** The commit that a revision means; undefined where there is none. */
  resolve(revision: string): string | undefined {
    const answer = this.#run(
      ...["rev-parse", "--verify", "--quiet", "--end-of-options"],
      `${revision}^{commit}`,
    );
    const commit = answer?.toString("utf8").trim() ?? "";
    return /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined;
  }

  /**
   * @param revision a commit, or a stage of the index as `:2`
   * @param path from the root of the repository
   */
  read(revision: string, path: string): Buffer | undefined {
    return this.#run("cat-file", "blob", `${revision}:${path}`);
  }

  /** Many files of a commit at once; those that it does not have are left out. */
  readAll(
    commit: string,
    paths: readonly string[],
  ): ReadonlyMap<string, Buffer> {
    const asked = paths.filter((path) => !path.includes("\n"));
    const answer = run(
      this.directory,
      ["cat-file", "--batch"],
      asked.map((path) => `${commit}:${path}\n`).join(""),
    );
    const files = new Map<string, Buffer>();
    let offset = 0;
    for (const path of asked) {
      const end = answer?.indexOf("\n", offset) ?? -1;
      if (!answer || end === -1) break;
      const head = answer.toString("utf8", offset, end);
      const [, size] = / blob (\d+)$/.exec(head) ?? [];
      offset = end + 1;
      if (size === undefined) {
        // A folder has content too.
        const [, other] = / (?:tree|commit|tag) (\d+)$/.exec(head) ?? [];
        if (other !== undefined) offset += Number(other) + 1;
        continue;
      }
      files.set(path, answer.subarray(offset, offset + Number(size)));
      offset += Number(size) + 1;
    }
    return files;
  }

  /** The files of a commit below a folder, from the root of the repository. */
  list(commit: string, folder: string): readonly string[] {
    const answer = this.#run(
      ...["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit],
      ...["--", ...(folder === "" ? [] : [folder])],
    );
    return answer?.toString("utf8").split("\0").filter(Boolean) ?? [];
  }

  /** True of a file that a merge has left in conflict. */
  isUnmerged(path: string): boolean {
    const answer = this.#run(
      "ls-files",
      "--unmerged",
      "-z",
      "--",
      literal(path),
    );
    return (answer?.length ?? 0) > 0;
  }

  #run(...args: readonly string[]): Buffer | undefined {
    return run(this.directory, args);
  }
}

/** A path that is no pattern, from the root of the repository. */
const literal = (path: string): string => `:(top,literal)${path}`;

/** Undefined when git says no, or is not there. */
const run = (
  directory: string,
  args: readonly string[],
  input = "",
): Buffer | undefined => {
  const { status, stdout } = spawnSync(
    "git",
    [
      "-c",
      "core.fsmonitor=false",
      "-c",
      `core.hooksPath=${devNull}`,
      "-c",
      "log.showSignature=false",
      ...args,
    ],
    {
      cwd: directory,
      env: {
        ...process.env,
        GIT_OPTIONAL_LOCKS: "0",
        GIT_TERMINAL_PROMPT: "0",
        GIT_NO_LAZY_FETCH: "1",
        LC_ALL: "C",
      },
      maxBuffer,
      input,
      stdio: ["pipe", "pipe", "ignore"],
      windowsHide: true,
    },
  );
  return status === 0 ? stdout : undefined;
};
