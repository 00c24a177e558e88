/**
 * JSON beyond what `JSON.parse` tells: where a syntax error is, which keys come twice, how deep it
 * nests, and where a member is written.
 *
 * `JSON.parse` does the reading. One pass over the text beside it counts members, measures the
 * depth, and notes where the members of the first levels are (15 ms per 13 MB); only when the counts
 * differ is the text read a second time to find the duplicate keys.
 */
import { outlineLevels } from "./finder.js";
import { isRecord } from "../../openapi/records.js";

/** What is wrong with a text, and where: an offset into it. */
export interface JsonFault {
  readonly offset: number;
  readonly reason: string;
}

export interface JsonOutline {
  /** Members of all objects as written, duplicates included. */
  readonly members: number;
  /** Where nesting first goes beyond the limit. */
  readonly tooDeep: number | undefined;
  /** The members of the first levels, in the order of the text. */
  readonly upper: readonly UpperMember[];
}

export interface UpperMember {
  /** How many objects and lists it is in. */
  readonly depth: number;
  /** The offset of its name. */
  readonly start: number;
  /** The offset of the colon. */
  readonly colon: number;
}

const QUOTE = 34;
const BACKSLASH = 92;

/** Expects text that `JSON.parse` accepts. */
export const outline = (text: string, depthLimit: number): JsonOutline => {
  let members = 0;
  let depth = 0;
  let tooDeep: number | undefined;
  let string = 0;
  const upper: UpperMember[] = [];
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        string = at;
        at = endOfString(text, at) - 1;
        break;
      case 58: // :
        members++;
        if (depth <= outlineLevels)
          upper.push({ depth, start: string, colon: at });
        break;
      case 91: // [
      case 123: // {
        if (++depth > depthLimit) tooDeep ??= at;
        break;
      case 93: // ]
      case 125: // }
        depth--;
    }
  }
  return { members, tooDeep, upper };
};

/** The offset after the closing quote of the string that opens at `start`. */
const endOfString = (text: string, start: number): number => {
  let end = text.indexOf('"', start + 1);
  while (end !== -1) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end + 1;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
};

/** The members of all objects of a parsed value, whose nesting is bounded. */
export const countMembers = (value: unknown): number => {
  if (Array.isArray(value)) {
    let count = 0;
    for (const item of value) count += countMembers(item);
    return count;
  }
  if (!isRecord(value)) return 0;
  const keys = Object.keys(value);
  let count = keys.length;
  for (const key of keys) count += countMembers(value[key]);
  return count;
};

const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y;
const space = /[ \t\n\r]*/y;

/** Takes `pattern` at `at` and says where it ends, or undefined when it is not there. */
const take = (
  pattern: RegExp,
  text: string,
  at: number,
): number | undefined => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
};

export const skipSpace = (text: string, at: number): number =>
  take(space, text, at) ?? at;

/** A key that an object has already: the offsets of both. */
export interface DuplicateKey {
  readonly key: string;
  readonly first: number;
  readonly again: number;
}

/** Reads JSON strictly without building it: the first syntax error, and every duplicate key. */
export const inspect = (
  text: string,
): { fault: JsonFault | undefined; duplicates: readonly DuplicateKey[] } => {
  const duplicates: DuplicateKey[] = [];
  /** One entry per open container: its keys, or null for a list. */
  const open: (Map<string, number> | null)[] = [];
  const fail = (offset: number, reason: string) => {
    const isCut = offset >= text.length || isCutString(text, offset);
    return {
      fault: isCut
        ? { offset: text.length, reason: "the text ends too early" }
        : { offset, reason },
      duplicates,
    };
  };
  let at = skipSpace(text, 0);
  for (;;) {
    // A value stands here; first the key, when it is a member.
    const keys = open.at(-1);
    if (keys) {
      const end = take(string, text, at);
      if (end === undefined) return fail(at, "a key in double quotes expected");
      const key = JSON.parse(text.slice(at, end)) as string;
      const first = keys.get(key);
      if (first === undefined) keys.set(key, at);
      else duplicates.push({ key, first, again: at });
      at = skipSpace(text, end);
      if (text[at] !== ":") return fail(at, "a colon expected");
      at = skipSpace(text, at + 1);
    }
    const character = text[at];
    if (character === "{" || character === "[") {
      open.push(character === "{" ? new Map() : null);
      at = skipSpace(text, at + 1);
      if (text[at] !== (character === "{" ? "}" : "]")) continue;
    } else {
      const end = take(character === '"' ? string : literal, text, at);
      if (end === undefined || end === at) {
        return fail(at, valueFault(text, at));
      }
      at = skipSpace(text, end);
    }
    // After a value: close what ends here, up to a comma or the end.
    while (open.length > 0 && text[at] === (open.at(-1) ? "}" : "]")) {
      open.pop();
      at = skipSpace(text, at + 1);
    }
    if (open.length === 0) {
      return at < text.length
        ? fail(at, "more text after the end of the value")
        : { fault: undefined, duplicates };
    }
    if (text[at] !== ",") {
      return fail(at, `a comma or ${open.at(-1) ? "}" : "]"} expected`);
    }
    at = skipSpace(text, at + 1);
  }
};

/** A string without an end, in the last line of the text. */
const isCutString = (text: string, at: number): boolean =>
  text[at] === '"' &&
  !text.includes("\n", at) &&
  !text.endsWith('"') &&
  endOfString(text, at) === text.length;

const valueFault = (text: string, at: number): string => {
  const character = text[at];
  if (character === '"')
    return "a string that is not closed or holds a bad escape";
  if (character === "'") return "strings need double quotes";
  if (character === "/") return "JSON has no comments";
  if (character === "}" || character === "]") {
    return "a value expected (is there a comma too many?)";
  }
  return "a value expected";
};

/** Offsets of a member or item, and of its value. */
export interface JsonPlace {
  readonly start: number;
  readonly value: number;
  /** Of an object of the first levels: where its members begin in what was noted. */
  readonly index?: number;
}

/** Where the members of an object or the items of a list are, by their names. */
export type JsonChildren = ReadonlyMap<string, JsonPlace>;

/** Expects text that `JSON.parse` accepts, and the offset of a value. */
export const childrenAt = (text: string, offset: number): JsonChildren => {
  const children = new Map<string, JsonPlace>();
  const isObject = text[offset] === "{";
  if (!isObject && text[offset] !== "[") return children;
  let at = skipSpace(text, offset + 1);
  for (let index = 0; text[at] !== "}" && text[at] !== "]"; index++) {
    const start = at;
    let name = `${index}`;
    if (isObject) {
      const end = endOfString(text, at);
      name = JSON.parse(text.slice(at, end)) as string;
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    children.set(name, { start, value: at });
    at = skipSpace(text, endOfValue(text, at));
    if (text[at] === ",") at = skipSpace(text, at + 1);
    if (at >= text.length) break;
  }
  return children;
};

/** The same for an object of the first levels, from what was noted of its members. */
export const upperChildren = (
  upper: readonly UpperMember[],
  index: number,
  text: string,
): JsonChildren => {
  const depth = upper[index - 1]?.depth ?? 0;
  const children = new Map<string, JsonPlace>();
  for (let at = index; at < upper.length; at++) {
    const { start, colon, depth: own } = upper[at] as UpperMember;
    if (own <= depth) break;
    if (own > depth + 1) continue;
    const end = endOfString(text, start);
    const name = JSON.parse(text.slice(start, end)) as string;
    const value = skipSpace(text, colon + 1);
    const isUpper = text[value] === "{" && own < outlineLevels;
    children.set(name, { start, value, ...(isUpper && { index: at + 1 }) });
  }
  return children;
};

/** The text of a string, or a number or literal as spelled; undefined for objects and lists. */
export const scalarAt = (text: string, offset: number): string | undefined =>
  text[offset] === '"'
    ? (JSON.parse(text.slice(offset, endOfString(text, offset))) as string)
    : take(literal, text, offset) === undefined
      ? undefined
      : text.slice(offset, take(literal, text, offset));

/** Expects the offset of a value in text that `JSON.parse` accepts; goes no further than the text. */
const endOfValue = (text: string, start: number): number => {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at) - 1;
        if (depth === 0) return at + 1;
        break;
      case 91:
      case 123:
        depth++;
        break;
      case 93:
      case 125:
        if (depth === 0) return at;
        if (--depth === 0) return at + 1;
        break;
      case 44: // ,
        if (depth === 0) return at;
    }
  }
  return text.length;
};
