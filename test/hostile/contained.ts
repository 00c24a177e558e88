/**
 * Runs the built command line, or the library, on one document as if it could not be trusted: in a folder of its own,
 * under Node's permission model, without code from strings, and with every attempt to leave noted.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../..", import.meta.url)).replace(
  /[/\\]$/,
  "",
);
const recorder = fileURLToPath(new URL("child/recorder.mjs", import.meta.url));

/** In a file beside the document that no reference may read. */
export const secret = "SECRET-of-the-machine-7f3a";

export interface Place {
  /** Everything that the run could spoil. */
  readonly root: string;
  readonly work: string;
  readonly output: string;
  /** The document's name in `work`. */
  readonly document: string;
}

/** A folder with a copy of the document, and with things that have to stay as they are. */
export function makePlace(source: string): Place {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "sdkwright-hostile-")));
  const work = join(root, "work");
  mkdirSync(join(work, "other"), { recursive: true });
  mkdirSync(join(root, "home"));
  writeFileSync(join(work, ".env"), `TOKEN=${secret}\n`);
  writeFileSync(join(work, "other", "kept.txt"), secret);
  writeFileSync(join(root, "home", ".npmrc"), `//registry/:_auth=${secret}\n`);
  const document = basename(source);
  copyFileSync(source, join(work, document));
  return { root, work, document, output: join(work, "sdk") };
}

export interface Contained {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly attempts: readonly string[];
  readonly megabytes: number;
  /** Of the processor: what else the machine does shows in the time on the wall. */
  readonly seconds: number;
}

interface NodeRun {
  readonly args: readonly string[];
  readonly cwd: string;
  /** Where the run may read, beside the repository. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The command line as `args` ask for, on the document of a place. */
export const runContained = (
  { root, work, output, document }: Place,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Contained> =>
  runNode(root, {
    args: [join(repository, "dist", "cli", "main.js"), ...args],
    cwd: work,
    reads: [join(work, document), output],
    writes: [output, join(output, "*")],
    env: { HOME: join(root, "home"), USERPROFILE: join(root, "home"), ...env },
  });

/** The library, with options as JSON: the same document into another folder. */
export const runLibrary = (
  { root, work, document }: Place,
  output: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Contained> =>
  runNode(root, {
    args: [
      fileURLToPath(new URL("child/library.mjs", import.meta.url)),
      "generate",
      JSON.stringify({ cwd: work, input: document, output }),
    ],
    cwd: work,
    reads: [join(work, document), join(work, output)],
    writes: [join(work, output), join(work, output, "*")],
    env: { HOME: join(root, "home"), USERPROFILE: join(root, "home"), ...env },
  });

/** The driver of a package below `root`, which may talk to the loopback interface. */
export const runDriver = (root: string, plan: string): Promise<Contained> =>
  runNode(root, {
    args: [
      fileURLToPath(new URL("child/driver.mjs", import.meta.url)),
      join(root, plan),
    ],
    cwd: root,
    reads: [root],
    writes: [],
    env: { LOOPBACK: "yes" },
  });

async function runNode(
  root: string,
  { args, cwd, reads, writes, env }: NodeRun,
): Promise<Contained> {
  const record = join(root, "..", `${basename(root)}.json`);
  const permission = process.allowedNodeEnvironmentFlags.has("--permission")
    ? "--permission"
    : "--experimental-permission";
  const child = spawn(
    process.execPath,
    [
      permission,
      "--no-warnings",
      "--disallow-code-generation-from-strings",
      "--max-old-space-size=512",
      `--allow-fs-read=${repository}/*`,
      // Looking whether a folder is a repository's root is no reading of files.
      `--allow-fs-read=${root}/*`,
      ...[...writes, record].map((path) => `--allow-fs-write=${path}`),
      "--import",
      recorder,
      ...args,
    ],
    {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env["PATH"],
        RECORD: record,
        ALLOWED: JSON.stringify([repository, ...reads]),
        NODE_DISABLE_COMPILE_CACHE: "1",
        ...env,
      },
    },
  );
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  const timer = setTimeout(() => child.kill("SIGKILL"), 30_000);
  const code = await new Promise<number | null>((done, fail) => {
    child.on("error", fail);
    child.on("close", done);
  });
  clearTimeout(timer);
  const noted = existsSync(record)
    ? (JSON.parse(readFileSync(record, "utf8")) as Contained)
    : { attempts: ["no record: it was killed"], megabytes: 0, seconds: 30 };
  return { ...noted, code, out: out(), err: err() };
}

const collect = (stream: NodeJS.ReadableStream): (() => string) => {
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
};

/** Every file, folder and link below a folder, with a hash of what is in it. */
export function snapshot(
  folder: string,
  except: readonly string[] = [],
): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
      .filter(
        ({ path }) =>
          !except.some((one) => path === one || path.startsWith(one + sep)),
      )
      .map(({ entry, path }): [string, string] => [
        relative(folder, path).replaceAll(sep, "/"),
        entry.isFile()
          ? createHash("sha256").update(readFileSync(path)).digest("hex")
          : entry.isDirectory()
            ? "folder"
            : "other",
      ])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Paths whose content differs. */
export const changes = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );

/** The texts of all files below a folder, by path. */
export const readTree = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    [...snapshot(folder)]
      .filter(([, hash]) => hash !== "folder")
      .map(([path]) => [path, readFileSync(join(folder, path), "utf8")]),
  );
