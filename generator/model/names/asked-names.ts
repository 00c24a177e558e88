/**
 * Which names of the last run the document asks to be others, because its author wrote another
 * operationId or another tag. What would only be called otherwise because other operations came is not
 * asked for, and keeps its name.
 *
 * The lock notes the words that the names of an operation were given under. Where they differ now, the
 * naming rules run over the document of today with the words of then: a name that comes out as it does
 * with those of today stays.
 */
import { isRecord } from "../../openapi/records.js";
import type { OperationEntry } from "../resources/entries.js";
import { resourceId } from "../resources/resource-ids.js";
import type { DerivedName } from "./derived-names.js";
import { readPlacement } from "./locked-placements.js";
import { collisionId } from "./names.js";

type Names = ReadonlyMap<string, string>;

export interface AskedContext {
  /** Names of the last run by the id of their claim. */
  readonly earlier: Names;
  /** For the next lock. */
  readonly given: Map<string, string>;
  /** True where the owner wants no name to change. */
  readonly isKeeping: boolean;
  /** What the rules call operations, whatever they were called before; by key. */
  readonly derive: (
    entries: readonly OperationEntry[],
  ) => ReadonlyMap<string, DerivedName>;
}

/** What the author of a document wrote that names an operation. */
interface Words {
  readonly id?: string;
  readonly tag?: string;
}

/** @returns the names of the last run without those that the document asks to be others; notes its words */
export function withoutAsked(
  entries: readonly OperationEntry[],
  { earlier, given, isKeeping, derive }: AskedContext,
): Names {
  const before = new Map<string, Words>();
  for (const entry of entries) {
    const noted = earlier.get(saidId(entry.key));
    const words = readWords(noted);
    const now = wordsOf(entry);
    const isOther =
      words !== undefined && (words.id !== now.id || words.tag !== now.tag);
    if (isOther) before.set(entry.key, words);
    given.set(
      saidId(entry.key),
      JSON.stringify(isOther && isKeeping ? words : now),
    );
  }
  if (before.size === 0 || isKeeping) return earlier;

  const now = derive(entries);
  const then = derive(withWords(entries, before));
  // Functions and methods are called after the operationId: another tag alone leaves their names.
  const ids = new Map(
    entries.flatMap((entry) => {
      const words = before.get(entry.key);
      const { tag } = wordsOf(entry);
      return words ? [[entry.key, withTag(words, tag)] as const] : [];
    }),
  );
  const withThenIds = derive(withWords(entries, ids));
  const names = new Map(earlier);
  for (const key of before.keys()) {
    const [own, past, id] = [now, then, withThenIds].map((one) => one.get(key));
    if (own === undefined || past === undefined) continue;
    if (own.functionName !== id?.functionName)
      drop(names, ["operation", "params", "errors"], key);
    if (own.name !== id?.name) drop(names, ["method"], key);
    if (resourceId(own.group) !== resourceId(past.group)) {
      const positional = readPlacement(names.get(`place ${key}`))?.positional;
      names.set(
        `place ${key}`,
        JSON.stringify({ group: own.group, positional }),
      );
    }
  }
  return names;
}

/** The operationId that an operation had when it was given its names. */
export const operationIdIn = (names: Names, key: string): string | undefined =>
  readWords(names.get(saidId(key)))?.id;

/** Under this id the lock has the words of an operation. */
const saidId = (key: string): string => `said ${key}`;

const wordsOf = ({ operation }: OperationEntry): Words => {
  const { operationId: id = "", tags: [tag] = [] } = operation;
  return {
    ...(id.trim() !== "" && { id }),
    ...(tag !== undefined && { tag }),
  };
};

/** Undefined for anything else: people can change a lock file. */
function readWords(text: string | undefined): Words | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const { id, tag } = value;
  return {
    ...(typeof id === "string" && { id }),
    ...(typeof tag === "string" && { tag }),
  };
}

const withTag = ({ id }: Words, tag: string | undefined): Words => ({
  ...(id !== undefined && { id }),
  ...(tag !== undefined && { tag }),
});

/** The operations as if their author still wrote these words. */
function withWords(
  entries: readonly OperationEntry[],
  words: ReadonlyMap<string, Words>,
): readonly OperationEntry[] {
  const idOf = (entry: OperationEntry): string | undefined =>
    (words.get(entry.key) ?? wordsOf(entry)).id;
  const ids = entries.map(idOf);
  return entries.map((entry) => {
    const own = words.get(entry.key);
    if (own === undefined) return entry;
    const { id: _id, sharedId: _sharedId, operation, ...rest } = entry;
    const { operationId: _operationId, tags = [], ...others } = operation;
    const { id, tag } = own;
    const isShared = ids.filter((other) => other === id).length > 1;
    return {
      ...rest,
      operation: {
        ...others,
        ...(id !== undefined && { operationId: id }),
        tags: tag === undefined ? [] : [tag, ...tags.slice(1)],
      },
      ...(id !== undefined && (isShared ? { sharedId: id } : { id })),
    };
  });
}

const drop = (
  names: Map<string, string>,
  kinds: readonly string[],
  key: string,
): void => {
  for (const kind of kinds) {
    names.delete(`${kind} ${key}`);
    names.delete(collisionId(`${kind} ${key}`));
  }
};
