/**
 * Where values are written in YAML: pointer -> offset.
 *
 * Tokenizing a large document again takes as long as reading it the first time. So the offsets of
 * the members of its first levels are kept, and only the member that is asked for is tokenized again.
 */
import { CST, Parser } from "yaml";
import type { Pointer } from "../../openapi/document.js";

/** How a value is written. */
export interface WrittenValue {
  /** The offset of the key of a member, of the value of an item. */
  readonly start: number;
  /** The text of a scalar; undefined for anything else. */
  readonly spelling: string | undefined;
}

export type FindValue = (pointer: Pointer) => WrittenValue;

/** Levels in the outline: `paths`, a path, a method; `components`, … */
const outlineLevels = 3;

/** A member of a mapping in block style, key and value. */
export interface OutlineMember {
  /** The offset of the key. */
  readonly start: number;
  /** Where its first line starts, and where the next member does. */
  readonly from: number;
  readonly to: number;
  readonly outline: Outline | undefined;
}

/** A mapping with all its members. */
export interface Outline {
  readonly start: number;
  readonly members: ReadonlyMap<string, OutlineMember>;
}

/** Undefined for what has no members in block style, each on lines of its own. */
export const outlineOf = (
  tokens: readonly CST.Token[],
  text: string,
): Outline | undefined => {
  const document = tokens.find(({ type }) => type === "document");
  return document?.type === "document"
    ? outlineIn(document.value, { text, to: text.length, depth: 1 })
    : undefined;
};

const outlineIn = (
  token: CST.Token | null | undefined,
  { text, to, depth }: { text: string; to: number; depth: number },
): Outline | undefined => {
  if (token?.type !== "block-map" || depth > outlineLevels) return undefined;
  const members = new Map<string, OutlineMember>();
  let end = to;
  for (const { start, key, value } of [...token.items].reverse()) {
    if (!key && !value) continue; // a comment
    const name = key && scalarText(key);
    if (!key || typeof name !== "string" || !start.every(isSpace))
      return undefined;
    const from = text.lastIndexOf("\n", key.offset - 1) + 1;
    if (!/^ *$/.test(text.slice(from, key.offset))) return undefined;
    members.set(name, {
      start: key.offset,
      from,
      to: end,
      outline: outlineIn(value, { text, to: end, depth: depth + 1 }),
    });
    end = from;
  }
  return { start: token.offset, members };
};

const isSpace = ({ type }: CST.SourceToken): boolean =>
  type === "space" || type === "newline" || type === "comment";

/** @param outline of the whole text; without it, all is read again */
export const findInYaml = (
  text: string,
  outline: Outline | undefined,
): FindValue => {
  const known = new Map<number, CST.Token | undefined>();
  const read = (from: number, to: number): CST.Token | undefined => {
    if (!known.has(from)) known.set(from, valueOf(text.slice(from, to)));
    return known.get(from);
  };
  return (pointer) => {
    if (outline === undefined) return find(read(0, text.length), pointer);
    let { start, members } = outline;
    for (const [depth, name] of pointer.entries()) {
      const member = members.get(name);
      if (member === undefined) break;
      if (member.outline === undefined) {
        const { from, to } = member;
        const written = find(read(from, to), pointer.slice(depth));
        return { ...written, start: from + written.start };
      }
      ({ start } = member);
      ({ members } = member.outline);
    }
    return { start, spelling: undefined };
  };
};

const valueOf = (text: string): CST.Token | undefined => {
  for (const token of new Parser().parse(text))
    if (token.type === "document") return token.value;
  return undefined;
};

const find = (top: CST.Token | undefined, pointer: Pointer): WrittenValue => {
  let token = top;
  let offset = top?.offset ?? 0;
  for (const name of pointer) {
    const item = itemOf(token, name);
    if (item === undefined) break;
    offset = (item.key ?? item.value)?.offset ?? offset;
    token = item.value;
  }
  return {
    start: offset,
    spelling: token ? scalarText(token) : undefined,
  };
};

const itemOf = (
  token: CST.Token | null | undefined,
  name: string,
): CST.CollectionItem | undefined => {
  switch (token?.type) {
    case "block-seq":
    case "block-map":
    case "flow-collection": {
      const items: readonly CST.CollectionItem[] = token.items;
      const isSequence =
        token.type === "block-seq" ||
        (token.type === "flow-collection" && token.start.source === "[");
      return isSequence
        ? items.filter(isValue)[Number(name)]
        : items.find(({ key }) => key && scalarText(key) === name);
    }
    default:
      return undefined;
  }
};

/** Comments and trailing commas make items of their own without a value. */
const isValue = (item: CST.CollectionItem): boolean =>
  Boolean(item.value ?? item.key) ||
  item.start.some(({ type }) => type === "seq-item-ind");

const scalarText = (token: CST.Token): string | undefined =>
  CST.isScalar(token)
    ? // Its faults were reported when the file was parsed; without a listener, they are thrown.
      CST.resolveAsScalar(token, true, () => undefined).value
    : undefined;
