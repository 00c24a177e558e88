/**
 * What two runs over an excerpt of a document, before and after a change, say about the files of the
 * whole package.
 *
 * A file that is the same in both does not show what changed. One that differs is taken from the
 * second run when it is about a resource, when the first gave exactly what the lock file has, and
 * when the second mentions nothing new: how a model, or what the runtime has, is called in a file can
 * depend on operations that the excerpt lacks, but not whether it is what it was. Anything else makes
 * the answer unknown.
 */
import { readFileSync } from "node:fs";
import type { OutputFile } from "../output.js";
import type { Folder } from "../write/folder.js";
import { hashText } from "../write/hash.js";
import type { Lock } from "../write/lock.js";

export interface TwoRuns {
  readonly before: ReadonlyMap<string, OutputFile>;
  readonly after: ReadonlyMap<string, OutputFile>;
  /** Of the whole package, as the last run left it. */
  readonly lock: Lock;
  readonly folder: Folder;
}

/** The files of the package that change; undefined when that cannot be told. */
export const changedFiles = ({
  before,
  after,
  lock,
  folder,
}: TwoRuns): readonly OutputFile[] | undefined => {
  if (before.size !== after.size) return undefined;
  const changed: OutputFile[] = [];
  const exported = new Set(lock.names.values());
  for (const [path, now] of after) {
    const old = before.get(path);
    if (old?.kind !== now.kind) return undefined;
    if (old.text === now.text) continue;
    const locked = lock.files.get(path);
    if (locked === undefined || !own.test(path)) return undefined;
    if (mentionsMore(old.text, now.text, exported)) return undefined;
    if (locked.unformatted === hashText(old.text)) {
      changed.push(now);
      continue;
    }
    // What was written as it is can be changed where it lies.
    const isAsWritten = locked.formatted === locked.unformatted;
    const text = isAsWritten
      ? replaceItems(
          readFileSync(folder.resolve(path), "utf8"),
          old.text,
          now.text,
        )
      : undefined;
    if (text === undefined) return undefined;
    changed.push({ ...now, text });
  }
  return changed;
};

/** Files that say something of a resource's operations alone, each for itself. */
const own =
  /^(?:src\/resources\/|docs\/(?!models(?:-(?:[a-z]|other))?\.md$)|test\/operations\.json$)/;

/** @param exported names of the package: an import of the runtime makes way for them */
const mentionsMore = (
  before: string,
  after: string,
  exported: ReadonlySet<string>,
): boolean => {
  const known = mentionsIn(before);
  return [...mentionsIn(after)].some(
    ([mention, name]) =>
      !known.has(mention) && (name === undefined || exported.has(name)),
  );
};

/** What a file imports, or links to; with the names of what it has from the runtime. */
const mentionsIn = (text: string): ReadonlyMap<string, string | undefined> => {
  const mentions = new Map<string, string | undefined>();
  for (const [, names = "", from = ""] of text.matchAll(
    /^import (?:type )?\{([^}]*)\} from (.*)$/gm,
  ))
    for (const listed of names.split(",")) {
      const name = listed.trim().replace(/^type /, "");
      const isRuntime = from.startsWith('"../core/') && /^\w+$/.test(name);
      mentions.set(`${name} ${from}`, isRuntime ? name : undefined);
    }
  for (const [, target = ""] of text.matchAll(/\]\(([^)]*)\)/g))
    mentions.set(target, undefined);
  return mentions;
};

/** The items of a list in the second level of a JSON page, with the ends of lines around them. */
const item = /(?<=\n) {4}\{\n(?: {5,}.*\n)* {4}\}(?=,?\n)/g;

/**
 * In a JSON page that has a list of objects, each with an identity of its own, replaces the ones
 * that differ between two pages with a part of the list.
 */
export const replaceItems = (
  whole: string,
  before: string,
  after: string,
): string | undefined => {
  if (before.replace(item, "") !== after.replace(item, "")) return undefined;
  const [old, now] = [before.match(item) ?? [], after.match(item) ?? []];
  const wholeItems = whole.match(item) ?? [];
  const replacements = new Map<string, string>();
  for (const [index, text] of old.entries()) {
    const next = now[index];
    const isOne = wholeItems.filter((one) => one === text).length === 1;
    if (next === undefined || !isOne) return undefined;
    replacements.set(text, next);
  }
  return whole.replace(item, (text) => replacements.get(text) ?? text);
};
