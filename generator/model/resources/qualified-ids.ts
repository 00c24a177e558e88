/**
 * Ids that begin with the resource: `keys.create`, `keys/create`, `keys_create`, `keys-create`.
 */
import { spellingKey, splitWords } from "../names/casing.js";
import type { Stated } from "../names/operation-ids.js";
import { isVerb } from "../names/verbs.js";
import { isVersion, phraseOf, stem, stemsOf } from "../names/phrases.js";
import { isMountName } from "./paths.js";
import type { OperationEntry } from "./entries.js";

/** What an id says beside the resource that the operation belongs to. */
export interface StatedInResource extends Stated {
  /** True if a seam in the id sets the resource off: its method stands in that resource. */
  readonly isQualified: boolean;
}

export function withoutRoot(
  stated: Stated,
  root: string,
  { method, path }: Pick<OperationEntry, "method" | "path">,
): StatedInResource {
  const { phrase, ...rest } = stated;
  if (!phrase) return { ...stated, isQualified: false };
  // `apis` is a resource of `apis.createApi`, and `api` no resource of `api_items_list`.
  const whole = qualifierEnd(stated.id, root);
  const id = whole > 0 ? stated.id : withoutMount(stated.id);
  const end = whole > 0 ? whole : qualifierEnd(id, root);
  const isRoot = spellingKey(id) === spellingKey(root);
  if (isRoot && (method === "GET" || !isVerb(splitWords(id)[0] ?? "")))
    return { ...rest, phrase: { words: splitWords(id) }, isQualified: false };
  const found = end > 0 ? splitWords(id.slice(end)) : splitWords(id);
  const words = wordsAfter(found, root) ?? (end > 0 ? found : undefined);
  if (!words)
    return {
      ...rest,
      phrase: id === stated.id ? phrase : phraseOf(splitWords(id), method),
      isQualified: false,
    };
  // `token_create` of a POST: what the method does anyway.
  const isDefault =
    method === "POST" &&
    words.length > 1 &&
    /^create$/i.test(words.at(-1) ?? "") &&
    !/create\W*$/i.test(path);
  return {
    ...rest,
    phrase: phraseOf(isDefault ? words.slice(0, -1) : words, method),
    isQualified: end > 0 && !/^-$/.test(id[end] ?? ""),
  };
}

/** `api_items_list` -> `items_list`, `v2.session.prompt` -> `session.prompt_v2` */
function withoutMount(id: string): string {
  const [, mount = "", rest = ""] = /^([^./:_-]+)[./:_-]+(.+)$/s.exec(id) ?? [];
  if (!isMountName(mount)) return id;
  return isVersion(mount) ? `${rest}_${mount}` : rest;
}

/** Where the name of the resource ends in the id; 0 where no seam follows it. */
function qualifierEnd(id: string, root: string): number {
  const wanted = spellingKey(root);
  // Ids may be of any length: only separators near the end of the root's name are tried.
  let letters = 0;
  let end = 0;
  const separators: number[] = [];
  for (const { index, 0: gap } of id.matchAll(/(?:[^\p{ID_Continue}]|_)+/gu)) {
    letters += index - end;
    end = index + gap.length;
    if (letters > wanted.length + longestPlural) break;
    if (letters + longestPlural > wanted.length && /[./:_-]/.test(gap))
      separators.push(index);
  }
  return (
    separators
      .reverse()
      .find(
        (index) =>
          splitWords(id.slice(index)).length > 0 &&
          spellingKey(id.slice(0, index)) === wanted,
      ) ?? 0
  );
}

/** By how many characters a name may differ from its stem: a plural, another Unicode form. */
const longestPlural = 8;

/** `loginAccessToken` in `login`: the words after the resource's name, where it comes first. */
function wordsAfter(
  words: readonly string[],
  root: string,
): readonly string[] | undefined {
  const name = stemsOf(root);
  const begins =
    name.length > 0 &&
    words.length > name.length &&
    name.every((part, index) => stem(words[index] ?? "") === part);
  return begins ? words.slice(name.length) : undefined;
}
