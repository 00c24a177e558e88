/**
 * Which resource an operation belongs to: what the config or an extension says, else its tag, else the
 * first segment of its path that is about a resource.
 */
import { countBy } from "../counting.js";
import { spellingKey, splitWords } from "../names/casing.js";
import {
  configuredResource,
  extendedResource,
  type PlacementOptions,
} from "../names/chosen-names.js";
import {
  endsWith,
  plainStemsOf,
  prepositionIndex,
  stemsOf,
} from "../names/phrases.js";
import { isVerb } from "../names/verbs.js";
import type { OperationEntry } from "./entries.js";
import {
  isAPIPrefix,
  isMountName,
  isStatic,
  segmentsOf,
  type Segment,
} from "./paths.js";

export interface Group {
  /** False where the path alone says what the resource is. */
  readonly isTagged: boolean;
  /** True of a tag that names a class of a framework. */
  readonly isClass: boolean;
  /** The name of the resource at the top; undefined where the path names none. */
  readonly root?: string;
  /** The whole path of the resource, where the config or an extension asks for it. */
  readonly fixed?: readonly string[];
}

/** The path without what every path begins with. */
export type PathOf = (entry: OperationEntry) => readonly Segment[];

export interface Groups {
  readonly pathOf: PathOf;
  groupOf(entry: OperationEntry): Group;
}

export function groupsOf(
  entries: readonly OperationEntry[],
  options: PlacementOptions,
): Groups {
  const hasDots =
    entries.filter(({ path }) => isCall(segmentsOf(path).at(-1))).length > 2;
  const pathOf: PathOf = ({ path }) => {
    const all = segmentsOf(path);
    const mounted = all.findIndex((segment) => !isAPIPrefix(segment));
    const own = mounted < 0 ? all : all.slice(mounted);
    // The first part of `apis.createApi` is no mount.
    return own.flatMap((segment, index, { length }) =>
      hasDots && index === length - 1 && isDotted(segment)
        ? partsOf(segment)
        : [segment],
    );
  };
  const mount = mountOf(entries.map(pathOf));
  const ownPathOf: PathOf = (entry) => pathOf(entry).slice(mount);
  const empty = emptyTags(entries, ownPathOf);
  const services = servicesOf(entries);
  return {
    pathOf,
    groupOf: (entry) => {
      const tag = entry.operation.tags?.find(
        (name) =>
          splitWords(name).length > 0 && !isEmptyTag(name) && !empty.has(name),
      );
      const fixed = fixedGroup(entry, tag, options);
      const root =
        fixed?.at(-1) ??
        (tag === undefined
          ? ownPathOf(entry).find(isStatic)?.text
          : (services.get(tag) ?? withoutAdditions(tag)));
      return {
        isTagged: tag !== undefined,
        isClass:
          !fixed &&
          tag !== undefined &&
          (services.has(tag) || classEnding.test(tag)),
        ...(root !== undefined && { root }),
        ...(fixed && { fixed }),
      };
    },
  };
}

/** `chat.postMessage`; `eth_getBalance` of JSON-RPC */
const isDotted = (segment: Segment | undefined): boolean =>
  segment !== undefined &&
  (/^[a-z]\w*(\.[a-z]\w*)+$/i.test(segment.text) || isOfRPC(segment.text));

const isOfRPC = (text: string): boolean =>
  /^[a-z][a-z\d]*_[a-z]+[A-Z][a-zA-Z\d]*$/.test(text);

/** True if the last part is what is done. */
const isCall = (segment: Segment | undefined): boolean =>
  isDotted(segment) &&
  isVerb(splitWords((segment && partsOf(segment).at(-1)?.text) ?? "")[0] ?? "");

const partsOf = ({ text }: Segment): Segment[] =>
  text
    .split(isOfRPC(text) ? "_" : ".")
    .map((part) => ({ text: part, parameters: [] }));

/** A tag that says where the API is, and not what it is about. */
const isEmptyTag = (tag: string): boolean =>
  isMountName(tag.trim()) || /^default$/i.test(tag);

/** How many segments all paths begin with, where what follows are many resources: `/api/where/…`. */
function mountOf(paths: readonly (readonly Segment[])[]): number {
  const [first = []] = paths;
  for (let length = 0; length < first.length; length++) {
    const next = paths.map((path) => path[length]);
    if (!next.every((segment) => segment !== undefined && isStatic(segment)))
      return 0;
    const names = new Set(next.map((segment) => segment?.text));
    if (names.size > 1) return length > 0 && names.size >= 5 ? length : 0;
  }
  return 0;
}

/**
 * Tags that nearly every operation has, though the paths are about several things: they say what the
 * API is called.
 */
function emptyTags(
  entries: readonly OperationEntry[],
  pathOf: PathOf,
): ReadonlySet<string> {
  const users = new Map<string, OperationEntry[]>();
  for (const entry of entries)
    for (const tag of entry.operation.tags ?? [])
      users.set(tag, [...(users.get(tag) ?? []), entry]);
  return new Set(
    [...users]
      .filter(([tag, tagged]) => {
        const paths = tagged.map(pathOf);
        // those that have something below them
        const firsts = new Set(
          paths
            .filter((path) => path.length > 1)
            .map((path) => path.find(isStatic)?.text),
        );
        return (
          tagged.length >= entries.length * 0.9 &&
          firsts.size >= 3 &&
          !paths.some((path) => rootIndexOf(path, tag) >= 0)
        );
      })
      .map(([tag]) => tag),
  );
}

/**
 * `UserService` and `acme.user.v1.UserService` of gRPC, whose ids begin with them, are about users.
 * Two services of one name keep theirs.
 */
function servicesOf(
  entries: readonly OperationEntry[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const others = new Set<string>();
  for (const { id = "", operation } of entries) {
    const tag = operation.tags?.[0] ?? "";
    const [, name] = /^(?:\w+\.)*(\p{Lu}\w*)Service$/u.exec(tag) ?? [];
    if (name === undefined) continue;
    if (/^[._/]$/.test(id[tag.length] ?? "") && id.startsWith(tag))
      names.set(tag, name);
    else others.add(tag);
  }
  const counts = countBy(names.values());
  return new Map(
    [...names].filter(
      ([tag, name]) => !others.has(tag) && counts.get(name) === 1,
    ),
  );
}

/** `users` of `users.user` (OData): the same word again says nothing. */
function withoutRepetition(tag: string): string {
  const [first = "", second = "", ...more] = tag.split(".");
  return more.length === 0 &&
    second !== "" &&
    spellingKey(first) === spellingKey(second)
    ? first
    : tag;
}

/** `Api20100401Account`, `user-controller`, `UserResource` -> `Account`, `user`, `User` */
const withoutAdditions = (tag: string): string =>
  withoutRepetition(tag)
    .replace(/^(api)?[ _-]?v?\d{4,}[ _-]?(?=\p{Lu})/iu, "")
    .replace(classEnding, "") || tag;

const classEnding =
  /(?<=\S)([-_. ]?(?:rest)?[-_ ]?controller|[-_ ]resource|(?<=\p{Ll})Resource)$/iu;

/** The group in the config, then in our extension and those of other generators. */
function fixedGroup(
  entry: OperationEntry,
  tag: string | undefined,
  options: PlacementOptions,
): readonly string[] | undefined {
  const { operation } = entry;
  const { resources = {} } = options;
  const chosen = configuredResource(entry, options);
  if (chosen) return chosen;
  const configured = [tag, ...(operation.tags ?? [])].find(
    (name) => name !== undefined && Object.hasOwn(resources, name),
  );
  if (configured !== undefined) return resources[configured]?.split(".");
  const fern = operation["x-fern-sdk-group-name"];
  if (Array.isArray(fern) && fern.every((name) => typeof name === "string"))
    return fern.length > 0 ? fern : undefined;
  const group =
    operation["x-sdkwright-group"] ?? operation["x-speakeasy-group"] ?? fern;
  return typeof group === "string" && group !== ""
    ? group.split(".")
    : extendedResource(entry);
}

/** The segment that the resource is named after, from the end; -1 where the path has none. */
export function rootIndexOf(
  segments: readonly Segment[],
  root: string,
): number {
  const last = (isRoot: (segment: Segment, index: number) => boolean): number =>
    segments.findLastIndex(
      (segment, index) => isStatic(segment) && isRoot(segment, index),
    );
  const key = spellingKey(root);
  const same = last(({ text }) => spellingKey(text) === key);
  if (same >= 0) return same;
  const whole = plainStemsOf(root);
  // `DNS Records for a Zone` are records.
  const head = whole.slice(0, prepositionIndex(whole)).join("");
  const named = last(({ text }) => stemsOf(text).join("") === head);
  if (named >= 0) return named;
  const words = whole;
  const name = words.join("");
  if (name === "") return -1;
  const joined = last((_, index) => {
    const statics = segments
      .slice(0, index + 1)
      .filter((segment) => isStatic(segment) && !isAPIPrefix(segment));
    return statics.some((__, start) => {
      const letters = statics.slice(start).flatMap(({ text }) => stemsOf(text));
      return letters.join("") === name;
    });
  });
  if (joined >= 0) return joined;
  return last(({ text }) => {
    const own = stemsOf(text);
    return (
      !isMountName(text) &&
      own.length > 0 &&
      words.length > own.length &&
      endsWith(words, own)
    );
  });
}
