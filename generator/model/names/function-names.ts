/**
 * The name of an operation at the package's root, which its types have too: the method with its
 * resource, in one vocabulary: `client.apiKeys.create` is `createAPIKey`.
 */
import type { OperationEntry } from "../resources/entries.js";
import { isStatic, segmentsOf } from "../resources/paths.js";
import type { Placement } from "../resources/placement.js";
import { camelCase, singular, splitWords } from "./casing.js";
import {
  isManner,
  isVersion,
  prepositionIndex,
  stem,
  stemsOf,
} from "./phrases.js";
import { baseForm, isIntransitive, isVerb } from "./verbs.js";

export interface NamedMethod {
  readonly entry: OperationEntry;
  readonly placement: Placement;
  /** With the words that its resource has too. */
  readonly method: string;
}

/** The operationId where it is in that vocabulary already. */
export function functionNameOf(one: NamedMethod): string {
  const { placement, method } = one;
  const { statedId, group } = placement;
  if (group.length === 0) return method;
  const stated = splitWords(statedId);
  const isMethod = stated[0]?.toLowerCase() === splitWords(method)[0];
  if (isMethod && isVerbOfResource(stated, group.at(-1) ?? ""))
    return camelCase(statedId);
  const own = [statedId, ...unqualified(statedId, group)].find(
    (id) => camelCase(id) !== "" && saysAll(splitWords(id), one),
  );
  return own === undefined ? fromPlacement(one) : camelCase(own);
}

/** `banUserFromGuild` and `unbanUserFromGuild` in `bans` */
function isVerbOfResource(
  [verb = "", ...object]: readonly string[],
  resource: string,
): boolean {
  const done = verb.toLowerCase().replace(/^un/, "");
  return (
    object.length > 0 &&
    isVerb(verb) &&
    done !== resource.toLowerCase() &&
    done === singular(resource.toLowerCase())
  );
}

/** `deleteKey` of `keys.deleteKey`: a verb, and the resource a second time. */
function unqualified(id: string, group: readonly string[]): readonly string[] {
  const [resource = "", ...after] = id.split(/[./]/);
  const own = stemsOf(group.at(-1) ?? "").join("");
  const isSame = (words: readonly string[]): boolean =>
    words.map(stem).join("") === own;
  return isSame(splitWords(resource))
    ? after.slice(-1).filter((last) => isSame(splitWords(last).slice(1)))
    : [];
}

/** True of an id that begins with a verb and has the resource and the method in it: `readPet`, `listPets`. */
function saysAll(
  words: readonly string[],
  { placement: { group, wording }, method }: NamedMethod,
): boolean {
  if (words.length < 2) return false;
  if (camelCase(words.join(" ")) === method) return !isOfMany(words, 1);
  // `ListUser` of `users.list`
  if (
    method === "list" &&
    isSingularOf({ words, kept: [] }, splitWords(group.at(-1) ?? ""))
  )
    return false;
  const [first = "", ...object] = words;
  const isResource =
    object.map(stem).join("") === group.flatMap(stemsOf).join("");
  if (isResource && !/^(post|put|patch)$/i.test(first)) return true;
  const verb = first.toLowerCase();
  if (baseForm(first) !== verb) return false;
  if (/^(post|put|patch)$/.test(verb)) return false;
  const said = words.slice(1).map(stem);
  const letters = said.join("");
  const own = splitWords(method);
  // The method's own verb may be the usual word for the id's.
  const objects = own.slice((wording.verb ?? "").split(" ").length).map(stem);
  return (
    group.every((part) => letters.includes(stemsOf(part).join(""))) &&
    objects.every((word) => said.includes(word) || /^many$/.test(word)) &&
    said.length <= group.flatMap(stemsOf).length + objects.length &&
    isSameVerb(verb, own[0] ?? "")
  );
}

/** `readPet` is `get`, `addPet` is `create`; `deletePet` is not `remove`. */
const isSameVerb = (stated: string, method: string): boolean =>
  stated === method ||
  families.some((family) => family.includes(stated) && family.includes(method));

const families: readonly (readonly string[])[] = [
  ["get", "list", "read", "fetch", "find", "retrieve", "show", "view", "query"],
  ["create", "add", "new", "insert"],
  ["update", "modify", "change", "edit", "set", "save"],
];

/** @param isWhole with every resource, also where the method names it itself */
export function fromPlacement(
  { entry, placement, method }: NamedMethod,
  isWhole = false,
): string {
  const { group, wording } = placement;
  const words = splitWords(method);
  const [first = ""] = words;
  const lower = first.toLowerCase();
  const isCompound = wording.verb?.includes(" ") ?? false;
  const spelled = splitWords(wording.verb ?? "");
  const verbLength =
    isCompound &&
    spelled.every((word, index) => word === words[index]?.toLowerCase())
      ? spelled.length
      : // `powerOff`
        words.length === 2 && /^(on|off|out|up|down)$/i.test(words[1] ?? "")
        ? 2
        : 1;
  const last = segmentsOf(entry.path).at(-1);
  const isItem = last !== undefined && !isStatic(last);
  const nouns = groupWords(group, isWhole ? [] : words).filter(
    // `validate` of `validation`, `request` of `request-api-key`
    ([noun = ""]) => !isVerb(lower) || !isNounOf(noun.toLowerCase(), lower),
  );
  const unversioned = words.filter((word) => !isVersion(word));
  if ([lower, unversioned.join(" ").toLowerCase()].some(isIntransitive))
    return camelCase([...singularEnd(nouns.flat()), ...words].join(" "));
  // `POST /statuses/{id}/reblog`
  const isDone =
    entry.method === "POST" &&
    words.length === 1 &&
    placement.positional !== undefined;
  const isVerbal =
    spelled.length > 0
      ? spelled[0] === lower || isVerb(lower)
      : placement.chosen !== undefined && isVerb(lower);
  if (!isVerbal && !isDone)
    return camelCase([...nouns.flat(), ...words].join(" "));
  const verb = words.slice(0, verbLength);
  const isOfAll = isOfMany(unversioned, verbLength);
  if (isOfAll) verb.push(...words.slice(verbLength, verbLength + 1));
  const object = words.slice(verb.length);
  const length = prepositionIndex(object.filter((word) => !isVersion(word)));
  const owner = nouns.length > 0 ? nouns.slice(0, -1).flat() : [];
  const head = nouns.at(-1) ?? [];
  const isOne =
    length > 0 ||
    isItem ||
    /^(create|add|upsert)$/.test(lower) ||
    (isManner(lower) && !/^(batch|bulk|mass|multi)$/.test(lower)) ||
    (isChange(entry.method) && isSingularOf(wording, nouns.at(-1) ?? [])) ||
    (placement.positional !== undefined && lower !== "list");
  const isMany =
    length === 0 && (isOfAll || lower === "list" || verb.includes("Many"));
  return camelCase(
    [
      ...verb,
      ...owner,
      ...(isMany || !isOne ? head : singularEnd(head)),
      ...object,
    ].join(" "),
  );
}

const isChange = (method: string): boolean =>
  /^(DELETE|PUT|PATCH)$/.test(method);

/** `removeWatcher` of `/issues/{key}/watchers` removes one of them. */
function isSingularOf(
  { words }: NamedMethod["placement"]["wording"],
  resource: readonly string[],
): boolean {
  const one = words[prepositionIndex(words) - 1]?.toLowerCase() ?? "";
  const all = resource.at(-1)?.toLowerCase() ?? "";
  return one !== all && one === singular(all);
}

/** True of `removeAll`, which is of the users in `users`: `removeAllUsers`. */
const isOfMany = (words: readonly string[], verbLength: number): boolean =>
  words.length === verbLength + 1 && /^(all|many)$/i.test(words.at(-1) ?? "");

const isNounOf = (noun: string, verb: string): boolean =>
  verb.length > 4 && noun.startsWith(verb.slice(0, 5));

/** `code of conduct` of `codes of conduct`; terms of service are one thing. */
function singularEnd(words: readonly string[]): readonly string[] {
  if (/^terms$/i.test(words[0] ?? "")) return words;
  const head = (prepositionIndex(words) || words.length) - 1;
  return words.map((word, index) => (index === head ? singular(word) : word));
}

/** The words of each resource of the path; none of one that the method names itself. */
function groupWords(
  group: readonly string[],
  method: readonly string[],
): readonly (readonly string[])[] {
  const object = method.slice(1).map(stem);
  const said = new Set(object);
  /** `generateAPIKey` of `API keys of a company` */
  const isSaid = (words: readonly string[]): boolean =>
    object.length > 0 &&
    object.every((word) => words.some((other) => stem(other) === word));
  return group
    .map((part, index) =>
      index < group.length - 1
        ? singularEnd(splitWords(part))
        : splitWords(part),
    )
    .filter(
      (words) =>
        words.length > 0 &&
        !said.has(stem(words.at(-1) ?? "")) &&
        !isSaid(words),
    );
}
