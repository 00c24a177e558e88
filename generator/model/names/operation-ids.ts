/**
 * What the author of a document says in an operationId, without what frameworks add to it. An id that
 * only repeats the path says nothing, and the summary stands in for it.
 */
import { methods as methodFields } from "../../openapi/operations.js";
import type { OperationEntry } from "../resources/entries.js";
import {
  isAPIPrefix,
  isStatic,
  segmentsOf,
  type Segment,
} from "../resources/paths.js";
import { splitWords } from "./casing.js";
import {
  isArticle,
  isManner,
  phraseOf,
  prepositionIndex,
  stem,
  stemsOf,
  type Phrase,
} from "./phrases.js";
import { baseForm, isVerb } from "./verbs.js";

/** An operation with what its texts say. */
export interface Stated {
  /** The operationId without additions of frameworks; empty where a machine made it from the path. */
  readonly id: string;
  readonly phrase?: Phrase;
  /** The summary, where it begins with a verb. */
  readonly summary?: Phrase;
}

type Id = Pick<
  OperationEntry,
  "id" | "sharedId" | "method" | "path" | "operation"
>;

const rawId = ({ id, sharedId = "" }: Id): string => id ?? sharedId;

/** The operationIds of a document, by the key of the operation. */
export function statedBy(
  entries: readonly OperationEntry[],
): ReadonlyMap<string, Stated> {
  const ids = new Set(entries.map(rawId));
  const service = serviceOf(entries);
  const cleaned = entries.map((entry) => ({
    entry,
    id: withoutService(withoutAdditions(entry, ids), service),
  }));
  // Where a machine made `postItems`, it made `getItems` too.
  const isMachine = cleaned.some(
    ({ entry, id }) =>
      /^(post|put|patch)/i.test(id) && isMadeFromPath(entry, splitWords(id)),
  );
  return new Map(
    cleaned.map(({ entry, id }) => {
      const words = wordsOf(id, entry);
      const isMade =
        words.length === 0 ||
        isCopyOfAnother(entry, words, ids) ||
        (isMadeFromPath(entry, words) &&
          (isMachine || !isNatural(entry, words)));
      const summary = summaryOf(entry);
      return [
        entry.key,
        {
          id: isMade ? "" : id,
          ...(!isMade && { phrase: phraseOf(words, entry.method) }),
          ...(summary && { summary }),
        },
      ];
    }),
  );
}

/** `deletePodcast_1` of `/podcasts/{p}/episodes/{e}`, made from a method that others have too. */
function isCopyOfAnother(
  entry: Id,
  words: readonly string[],
  ids: ReadonlySet<string>,
): boolean {
  const id = rawId(entry);
  if (words.length < 2 || baseOf(id, ids) === id) return false;
  // A verb at the end is what is done to the thing, and not the thing.
  const last = segmentsOf(entry.path).findLast(
    (segment) => isStatic(segment) && !isVerb(segment.text),
  );
  // `getById_1` and `getAll_1` name no thing.
  const after = words
    .slice(1)
    .filter((word) => !/^(all|many|one)$/i.test(word));
  const object = after.slice(0, prepositionIndex(after)).map(stem);
  return (
    last !== undefined &&
    object.length > 0 &&
    !textOf(last).some((one) => object.includes(one))
  );
}

/** `Body_upload_photo_items__item_id__photo_post` -> `Body_upload_photo`, as the id itself is shortened. */
export const bodySpellings = (
  entries: readonly OperationEntry[],
): ReadonlyMap<string, string> =>
  new Map(
    entries.map((entry) => [
      `Body_${rawId(entry)}`,
      `Body_${withoutAdditions(entry, new Set())}`,
    ]),
  );

const withoutService = (id: string, service: string): string =>
  id.startsWith(service) ? id.slice(service.length) : id;

/** What all ids begin with: `admob.` of `admob.accounts.list`. */
function serviceOf(entries: readonly OperationEntry[]): string {
  const [first = "", ...more] = entries.map(rawId);
  const [service = ""] = /^\w+\.(?=\w+\.)/.exec(first) ?? [];
  return more.length > 1 && more.every((id) => id.startsWith(service))
    ? service
    : "";
}

/** `KeysController_list[0]`, `listUsingGET_1`, `read_item_items__item_id__get` -> `list`, `read_item`. */
function withoutAdditions(entry: Id, ids: ReadonlySet<string>): string {
  if (isHash(rawId(entry))) return "";
  const id = withoutPath(withoutCall(rawId(entry), entry), entry)
    // API Platform
    .replace(/(?<=_)get_collection$/, "list")
    .replace(/^[\w.\\]*Controller[._:/-]+/, "")
    // gRPC
    .replace(/^(?:\w+\.)*\p{Lu}\w*Service[._/](?=\p{Lu})/u, "")
    .replace(/\[\d+\]$/, "")
    // `zones-0-delete`
    .replace(/([-_])0\1/g, "$1")
    .replace(/(?<=\p{Ll}\p{Lu}\p{Ll}+)Method$/u, "")
    .replace(/Using(GET|HEAD|POST|PUT|DELETE|PATCH|OPTIONS)(_\d+)?$/, "");
  const numbered = withoutVersion(baseOf(id, ids), entry);
  const path = `_${entry.path.replace(/\W/g, "_")}_`.replace(/^_(?=_)/, "");
  // Of a function for several methods, FastAPI says one of them everywhere.
  const methods = entry.sharedId === undefined ? [entry.method] : methodFields;
  const made = methods
    .map((method) => (path + method).toLowerCase())
    .find((end) => numbered.toLowerCase().endsWith(end));
  return made !== undefined && numbered.length > made.length
    ? numbered.slice(0, -made.length)
    : numbered;
}

/** True of a hash of what the id would say (swagger-php), and of a UUID. */
const isHash = (id: string): boolean =>
  /^([\da-f]{32}|[\da-f]{40}|[\da-f]{64}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i.test(
    id,
  );

/** `archive` of `delete-/contacts/{id}_archive` (HubSpot) */
function withoutCall(id: string, { method, path }: Id): string {
  const call = id.slice(method.length).replace(/^[ _:-]+/, "");
  return id.toUpperCase().startsWith(method) && call.startsWith(path)
    ? call.slice(path.length).replace(/^[ _:-]+/, "")
    : id;
}

/** `GetTodo` of `TodosTodoIdGetTodo` at `/todos/{todo_id}` (Litestar). */
function withoutPath(id: string, { path }: Id): string {
  if (!/^\p{Lu}[\p{L}\d]*$/u.test(id)) return id;
  const words = splitWords(id);
  const before = splitWords(path);
  const isBefore =
    before.length > 1 &&
    before.every((word, at) => word.toLowerCase() === words[at]?.toLowerCase());
  return isBefore && isVerb(words[before.length] ?? "")
    ? words.slice(before.length).join("")
    : id;
}

/** `remove` of `remove_v1`, whose path has the version (NestJS). */
function withoutVersion(id: string, { path }: Id): string {
  const [end = "", version = ""] = /[_-](v\d+)$/i.exec(id) ?? [];
  const isInPath =
    version !== "" &&
    segmentsOf(path).some(
      ({ text }) => text.toLowerCase() === version.toLowerCase(),
    );
  return isInPath ? id.slice(0, -end.length) : id;
}

/** `list` of `list_1`, where that is an id too. */
function baseOf(id: string, ids: ReadonlySet<string>): string {
  const base = /^(.+)[_-]\d+$/s.exec(id)?.[1];
  return base !== undefined && ids.has(base) ? base : id;
}

/** Where an id is one long word, a summary of the same letters knows where its words end. */
function wordsOf(id: string, { operation }: Id): readonly string[] {
  const words = splitWords(id);
  const said = splitWords((operation.summary ?? "").replace(/['’]/g, ""));
  const ends = [said, said.filter((word) => !isArticle(word))]
    .filter((some) => some.length > 1)
    .map((some) => ({ some, letters: some.join("").toLowerCase() }));
  const own = words.join("").toLowerCase();
  const end = ends.find(({ letters }) => own.endsWith(letters));
  if (!end || words.length >= end.some.length) return words;
  const before = own.slice(0, own.length - end.letters.length);
  return [...splitWords(before), ...end.some.map((word) => word.toLowerCase())];
}

/** True of `getUsers` and `deleteUserById`, which people write too. */
const isNatural = ({ method, path }: Id, words: readonly string[]): boolean =>
  /^(GET|DELETE)$/.test(method) &&
  words[0]?.toUpperCase() === method &&
  words.length <= 1 + (namesOf(path).length || segmentsOf(path).length);

const namesOf = (path: string): readonly string[] =>
  segmentsOf(path).filter(isStatic).flatMap(textOf);

const textOf = ({ text }: Segment): readonly string[] => stemsOf(text);

/** True of an id that is made of the method and the path: `PostChargesChargeCapture`, `get_users_id`. */
function isMadeFromPath(
  { method, path }: Id,
  words: readonly string[],
): boolean {
  const all = words.map((word) => word.toLowerCase());
  const verb = method.toLowerCase();
  const named =
    all[0] === verb
      ? all.slice(1)
      : all.at(-1) === verb
        ? all.slice(0, -1)
        : undefined;
  if (!named) return false;
  // `forceDelete` of `/posts/{id}/force` is what people wrote.
  if (all.at(-1) === verb && isManner(all.at(-2) ?? "")) return false;
  // `api_books_idreviews_post` (API Platform)
  const letters = path.replace(/\W|_/g, "").toLowerCase();
  if (named[0] === "api" && named.join("") === letters) return true;
  const rest = new Set(named.map(stem));
  const segments = segmentsOf(path);
  const inPath = new Set(segments.flatMap(textOf));
  // Each word of the path that is no parameter is in the id, and nothing else is.
  return (
    segments
      .filter((segment) => isStatic(segment) && !isAPIPrefix(segment))
      .flatMap(textOf)
      .every((word) => rest.has(word)) &&
    [...rest].every(
      (word) => inPath.has(word) || /^(by|and|id|api|v\d+)$/.test(word),
    )
  );
}

function summaryOf({ operation, method }: Id): Phrase | undefined {
  const [first, ...words] = splitWords(
    (operation.summary ?? "").replace(/['’]/g, ""),
  );
  const verb = first === undefined ? undefined : baseForm(first);
  return verb === undefined
    ? undefined
    : phraseOf([verb, ...words.filter((word) => !isArticle(word))], method);
}
