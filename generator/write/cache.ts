/**
 * The cache of the last run: hashes, which spare the next run most of its work. Git ignores it, and
 * anybody may remove it: without it everything takes longer and comes out the same. What is no cache
 * of ours is as if it were not there.
 */
import type { OperationCount } from "../sdk/output.js";
import type { OutputDirectory } from "./directory.js";
import { hashJson, hashText } from "./hash.js";
import { cachePath, pendingPath } from "./package-path.js";

export interface CachedFile {
  /** What was generated, before it was formatted. */
  readonly unformatted: string;
  readonly generated: string;
  /** What the run left: another text where the owner has changed the file. */
  readonly onDisk: string;
}

/** Hashes of what decides the output, and what is reported of it. */
export interface Inputs {
  readonly generator: string;
  readonly options: string;
  readonly reporting: string;
  /** By path, relative to the directory of the root document. */
  readonly document: ReadonlyMap<string, string>;
  /** The owner's module that the entry exports again; empty when there is none. */
  readonly lib: string;
}

/** What decides what a run reports, and the files that it names. */
export type ReportOptions = Readonly<Record<string, unknown>> & {
  readonly files: readonly string[];
};

/** The names of files count where a run has said something, which has them. */
export const hashReporting = (
  { files, ...others }: ReportOptions,
  said: string | undefined,
): string => hashJson(said === undefined ? others : { ...others, files });

export interface Cache {
  readonly formatter: string;
  readonly inputs: Inputs;
  readonly lock: string;
  readonly operations: OperationCount;
  readonly warnings: number;
  /** False when the run has left something that it would say again. */
  readonly isSettled: boolean;
  /** Lines of the owner's in generated files, by path. */
  readonly edits: ReadonlyMap<string, number>;
  readonly files: ReadonlyMap<string, CachedFile>;
  /** JSON of what the run said besides, which the next one says again; absent where it said nothing. */
  readonly said?: string;
}

export const printCache = (cache: Cache): string =>
  JSON.stringify({
    version: cacheVersion,
    formatter: cache.formatter,
    inputs: { ...cache.inputs, document: [...cache.inputs.document] },
    lock: cache.lock,
    operations: cache.operations,
    warnings: cache.warnings,
    isSettled: cache.isSettled,
    edits: [...cache.edits],
    files: [...cache.files].map(([path, file]) => [
      path,
      file.unformatted,
      file.generated,
      file.onDisk,
    ]),
    ...(cache.said !== undefined && {
      said: [hashText(cache.said), cache.said],
    }),
  }) + "\n";

const cacheVersion = 2;

export const readCache = (directory: OutputDirectory): Cache | undefined => {
  const value = readJson(directory, cachePath);
  if (value === undefined) return undefined;
  try {
    return toCache(value);
  } catch {
    return undefined;
  }
};

/** A text that a run was about to write when it was killed. */
export interface Pending {
  readonly path: string;
  readonly hash: string;
  /** The generated text in it, where the file carries a change of its owner's. */
  readonly base?: string;
  /** What was set in it, as in the lock, where it is `package.json`. */
  readonly manifest?: ReadonlyMap<string, string>;
}

export const readPending = (directory: OutputDirectory): readonly Pending[] => {
  try {
    return list(readJson(directory, pendingPath)).map((item) => {
      const { path, hash: written, base, manifest } = record(item);
      return {
        path: text(path),
        hash: hash(written),
        ...(base !== undefined && { base: text(base) }),
        ...(manifest !== undefined && { manifest: manifestValues(manifest) }),
      };
    });
  } catch {
    return [];
  }
};

export const printPending = (pending: readonly Pending[]): string =>
  JSON.stringify(
    pending.map(({ manifest, ...one }) => ({
      ...one,
      ...(manifest && { manifest: [...manifest] }),
    })),
  ) + "\n";

/** True for a hash that `hashText` can give: whatever else stands in a cache says nothing. */
const isHash = (value: unknown): value is string =>
  typeof value === "string" && /^[0-9a-f]{64}$/.test(value);

const readJson = (directory: OutputDirectory, path: string): unknown => {
  try {
    return JSON.parse(directory.read(path) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
};

class MalformedCache extends Error {}

const ensure = (isFine: boolean): void => {
  if (!isFine) throw new MalformedCache();
};

const text = (value: unknown): string => {
  if (typeof value !== "string") throw new MalformedCache();
  return value;
};

const hash = (value: unknown): string => {
  if (!isHash(value)) throw new MalformedCache();
  return value;
};

const count = (value: unknown): number => {
  if (!Number.isSafeInteger(value)) throw new MalformedCache();
  return Number(value);
};

const list = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new MalformedCache();
  return value;
};

const record = (value: unknown): Readonly<Record<string, unknown>> => {
  ensure(typeof value === "object" && value !== null);
  return value as Readonly<Record<string, unknown>>;
};

const pairs = (value: unknown): (readonly [string, string])[] =>
  list(value).map((item) => {
    const [key, item1] = list(item);
    return [text(key), hash(item1)];
  });

/** Values of `package.json` as JSON, by the path of their key. */
const manifestValues = (value: unknown): ReadonlyMap<string, string> =>
  new Map(
    list(value).map((item) => {
      const [key, json] = list(item).map(text);
      JSON.parse(text(json));
      return [text(key), text(json)];
    }),
  );

const toCache = (value: unknown): Cache => {
  const cache = record(value);
  ensure(cache["version"] === cacheVersion);
  const inputs = record(cache["inputs"]);
  const { total, generated, excluded, webhooks } = record(cache["operations"]);
  const said = saidBefore(cache["said"]);
  return {
    formatter: text(cache["formatter"]),
    inputs: {
      generator: text(inputs["generator"]),
      options: text(inputs["options"]),
      reporting: text(inputs["reporting"]),
      lib: text(inputs["lib"]),
      document: new Map(pairs(inputs["document"])),
    },
    lock: hash(cache["lock"]),
    operations: {
      total: count(total),
      generated: count(generated),
      ...(excluded !== undefined && { excluded: count(excluded) }),
      ...(webhooks !== undefined && { webhooks: count(webhooks) }),
    },
    warnings: count(cache["warnings"]),
    isSettled: cache["isSettled"] === true,
    edits: new Map(
      list(cache["edits"]).map((item) => {
        const [path, lines] = list(item);
        return [text(path), count(lines)];
      }),
    ),
    files: new Map(
      list(cache["files"]).map((item) => {
        const [path, unformatted, generated, onDisk] = list(item);
        return [
          text(path),
          {
            unformatted: hash(unformatted),
            generated: hash(generated),
            onDisk: hash(onDisk),
          },
        ];
      }),
    ),
    ...(said !== undefined && { said }),
  };
};

/** Undefined where nothing was said. What was said is read only as it was written. */
const saidBefore = (value: unknown): string | undefined => {
  if (value === undefined) return undefined;
  const [written, json] = list(value).map(text);
  ensure(hashText(text(json)) === written);
  return json;
};

/** Of the owner's `src/lib/index.ts`; empty when there is none. */
export const libPath = "src/lib/index.ts";

export const hashLib = (directory: OutputDirectory): string => {
  const state = directory.state(libPath);
  return state.kind === "file" ? state.hash : "";
};
