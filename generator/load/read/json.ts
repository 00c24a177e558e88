/**
 * What `JSON.parse` does not report: where a syntax error is, which keys are duplicates, how deep the
 * text nests, and where a member is written.
 *
 * `JSON.parse` does the reading. One pass over the text counts members and measures the depth (15 ms
 * for 13 MB); only when the counts differ is the text read a second time for the duplicate keys.
 */

/** What is wrong with a text, and where: an offset into it. */
export interface JsonFault {
  readonly offset: number;
  readonly reason: string;
}

export interface JsonMeasure {
  /** Members of all objects as written, duplicates included. */
  readonly members: number;
  /** Where nesting first goes beyond the limit. */
  readonly tooDeep: number | undefined;
}

const QUOTE = 34;
const BACKSLASH = 92;

/** @param text which `JSON.parse` accepts */
export const measureJson = (text: string, depthLimit: number): JsonMeasure => {
  let members = 0;
  let depth = 0;
  let tooDeep: number | undefined;
  for (let offset = 0; offset < text.length; offset++) {
    switch (text.charCodeAt(offset)) {
      case QUOTE:
        offset = endOfString(text, offset) - 1;
        break;
      case 58: // :
        members++;
        break;
      case 91: // [
      case 123: // {
        if (++depth > depthLimit) tooDeep ??= offset;
        break;
      case 93: // ]
      case 125: // }
        depth--;
    }
  }
  return { members, tooDeep };
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
  if (typeof value !== "object" || value === null) return 0;
  const values: readonly unknown[] = Object.values(value);
  let count = Array.isArray(value) ? 0 : values.length;
  for (const item of values) count += countMembers(item);
  return count;
};

const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y;
const space = /[ \t\n\r]*/y;

/** Where a match of the sticky `pattern` at `offset` ends; undefined without a match. */
const matchEnd = (
  pattern: RegExp,
  text: string,
  offset: number,
): number | undefined => {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
};

export const skipSpace = (text: string, offset: number): number =>
  matchEnd(space, text, offset) ?? offset;

/** A key that an object has already: the offsets of both. */
export interface DuplicateKey {
  readonly key: string;
  readonly first: number;
  readonly again: number;
}

/** Reads JSON strictly without building it: the first syntax error, and every duplicate key. */
export const jsonFaults = (
  text: string,
): { fault: JsonFault | undefined; duplicates: readonly DuplicateKey[] } => {
  const duplicates: DuplicateKey[] = [];
  /** The keys of each open object; null for an array. */
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
  let offset = skipSpace(text, 0);
  for (;;) {
    // Here begins a value, in an object its key.
    const keys = open.at(-1);
    if (keys) {
      const end = matchEnd(string, text, offset);
      if (end === undefined)
        return fail(offset, "a key in double quotes expected");
      const key = JSON.parse(text.slice(offset, end)) as string;
      const first = keys.get(key);
      if (first === undefined) keys.set(key, offset);
      else duplicates.push({ key, first, again: offset });
      offset = skipSpace(text, end);
      if (text[offset] !== ":") return fail(offset, "a colon expected");
      offset = skipSpace(text, offset + 1);
    }
    const character = text[offset];
    if (character === "{" || character === "[") {
      open.push(character === "{" ? new Map() : null);
      offset = skipSpace(text, offset + 1);
      if (text[offset] !== (character === "{" ? "}" : "]")) continue;
    } else {
      const end = matchEnd(character === '"' ? string : literal, text, offset);
      if (end === undefined || end === offset) {
        return fail(
          offset,
          valueFaults[text[offset] ?? ""] ?? "a value expected",
        );
      }
      offset = skipSpace(text, end);
    }
    // A value has ended, and with it perhaps the containers around it.
    while (open.length > 0 && text[offset] === (open.at(-1) ? "}" : "]")) {
      open.pop();
      offset = skipSpace(text, offset + 1);
    }
    if (open.length === 0) {
      return offset < text.length
        ? fail(offset, "more text after the end of the value")
        : { fault: undefined, duplicates };
    }
    if (text[offset] !== ",") {
      return fail(offset, `a comma or ${open.at(-1) ? "}" : "]"} expected`);
    }
    offset = skipSpace(text, offset + 1);
  }
};

/** A string without an end, in the last line of the text. */
const isCutString = (text: string, offset: number): boolean =>
  text[offset] === '"' &&
  !text.includes("\n", offset) &&
  !text.endsWith('"') &&
  endOfString(text, offset) === text.length;

const valueFaults: Readonly<Record<string, string>> = {
  '"': "a string that is not closed or holds a bad escape",
  "'": "strings need double quotes",
  "/": "JSON has no comments",
  "}": "a value expected (is there a comma too many?)",
  "]": "a value expected (is there a comma too many?)",
};

/** Offsets of a member or item, and of its value. */
export interface JsonPlace {
  readonly start: number;
  readonly value: number;
}

/**
 * The members of an object or the items of an array, by name or index.
 * @param text which `JSON.parse` accepts
 * @param opening offset of the object or array; any other value has no children
 */
export const childrenAt = (
  text: string,
  opening: number,
): ReadonlyMap<string, JsonPlace> => {
  const children = new Map<string, JsonPlace>();
  const isObject = text[opening] === "{";
  if (!isObject && text[opening] !== "[") return children;
  let offset = skipSpace(text, opening + 1);
  for (let index = 0; text[offset] !== "}" && text[offset] !== "]"; index++) {
    const start = offset;
    let name = `${index}`;
    if (isObject) {
      const end = endOfString(text, offset);
      name = JSON.parse(text.slice(offset, end)) as string;
      offset = skipSpace(text, skipSpace(text, end) + 1);
    }
    children.set(name, { start, value: offset });
    offset = skipSpace(text, endOfValue(text, offset));
    if (text[offset] === ",") offset = skipSpace(text, offset + 1);
    if (offset >= text.length) break;
  }
  return children;
};

/** The text of a string, or a number or literal as spelled; undefined for objects and arrays. */
export const scalarAt = (text: string, offset: number): string | undefined => {
  if (text[offset] === '"') {
    return JSON.parse(text.slice(offset, endOfString(text, offset))) as string;
  }
  const end = matchEnd(literal, text, offset);
  return end === undefined ? undefined : text.slice(offset, end);
};

/** @param start of a value in a text that `JSON.parse` accepts */
const endOfValue = (text: string, start: number): number => {
  let depth = 0;
  for (let offset = start; offset < text.length; offset++) {
    switch (text.charCodeAt(offset)) {
      case QUOTE:
        offset = endOfString(text, offset) - 1;
        if (depth === 0) return offset + 1;
        break;
      case 91:
      case 123:
        depth++;
        break;
      case 93:
      case 125:
        if (depth === 0) return offset;
        if (--depth === 0) return offset + 1;
        break;
      case 44: // ,
        if (depth === 0) return offset;
    }
  }
  return text.length;
};
