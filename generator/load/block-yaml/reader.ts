/**
 * YAML as nearly all documents are written: mappings and lists in block style, a line at a time, with
 * scalars that need no look at the rest of the file. Structure is all that is read here; `yaml`
 * resolves the scalars that are not plain to see, and reads every file that has anything else in it:
 * anchors, tags, tabs, several documents, a key that comes twice, any mistake.
 *
 * It takes a fifth of the time, which is half of what a large document takes as a whole. The tests
 * hold it against `yaml`, value by value and place by place.
 */
import { setOwn } from "../pointers.js";
import { limits } from "../read.js";
import type { Outline, Part } from "../yaml-places.js";
import { deepest } from "./flow.js";
import { endOfKey, isItem } from "./keys.js";
import { Unusual } from "./lines.js";
import { readKey, readScalar } from "./scalars.js";

const NEWLINE = 10;
const SPACE = 32;
const HASH = 35;

export interface BlockYaml {
  readonly value: unknown;
  readonly outline: Outline | undefined;
}

/** Undefined for what is not written so simply, which need not be wrong. */
export const readBlockYaml = (text: string): BlockYaml | undefined => {
  if (/[\t\r\uFEFF]|^(?:%|\.\.\.)/m.test(text)) return undefined;
  try {
    return new BlockReader(text).document();
  } catch (error) {
    if (error instanceof Unusual) return undefined;
    throw error;
  }
};

/** `paths`, a path, a method; `components`, `schemas`, a schema. */
const outlined = 3;

interface Read {
  readonly value: unknown;
  readonly outline?: Outline | undefined;
}

class BlockReader {
  /** Of the next thing to read: its offset, and how many characters stand before it in its line. */
  #at = 0;
  #column = 0;
  /** Does a comment stand on a line of its own before it? */
  #hasComment = false;
  #depth = 0;

  constructor(readonly text: string) {}

  document(): BlockYaml | undefined {
    this.#nextLine(0);
    const isMarked = this.text.startsWith("---\n", this.#at);
    if (isMarked && this.#column === 0) this.#nextLine(this.#at + 4);
    if (this.#column !== 0 || this.#isAtEnd()) return undefined;
    const { value, outline } = this.#collection(1) ?? {};
    return this.#isAtEnd() ? { value, outline } : undefined;
  }

  #isAtEnd(): boolean {
    return this.#at >= this.text.length;
  }

  /** Goes to what stands in the first line from `start` on that is neither empty nor a comment. */
  #nextLine(start: number): void {
    const { text } = this;
    this.#hasComment = false;
    for (let line = start; ;) {
      let at = line;
      while (text.charCodeAt(at) === SPACE) at++;
      const code = text.charCodeAt(at);
      if (code !== NEWLINE && code !== HASH) {
        this.#at = at;
        this.#column = at - line;
        return;
      }
      this.#hasComment ||= code === HASH;
      const end = text.indexOf("\n", at);
      if (end === -1) {
        this.#at = text.length;
        this.#column = 0;
        return;
      }
      line = end + 1;
    }
  }

  /** Goes on in the next line, when nothing but a comment follows in this one. */
  #endLine(from: number): void {
    const { text } = this;
    let at = from;
    while (text.charCodeAt(at) === SPACE) at++;
    const code = text.charCodeAt(at);
    const isEnd = at >= text.length || code === NEWLINE;
    if (!isEnd && (code !== HASH || at === from)) throw new Unusual();
    const end = text.indexOf("\n", at);
    this.#nextLine(end === -1 ? text.length : end + 1);
  }

  /** The mapping or list that stands here; undefined for anything else. */
  #collection(level: number): Read | undefined {
    if (++this.#depth > limits.depth - deepest) throw new Unusual();
    const read = isItem(this.text, this.#at)
      ? { value: this.#list() }
      : endOfKey(this.text, this.#at) === undefined
        ? undefined
        : this.#mapping(level);
    this.#depth--;
    return read;
  }

  #list(): unknown[] {
    const column = this.#column;
    const items: unknown[] = [];
    while (this.#column === column && !this.#isAtEnd()) {
      // As far left as the key that it belongs to, it ends with the next key.
      if (!isItem(this.text, this.#at)) break;
      let at = this.#at + 1;
      while (this.text.charCodeAt(at) === SPACE) at++;
      const code = this.text.charCodeAt(at);
      if (code === NEWLINE || code === HASH || at >= this.text.length) {
        items.push(this.#itemBelow(column));
        continue;
      }
      this.#column += at - this.#at;
      this.#at = at;
      const inner = this.#collection(outlined + 1);
      items.push(inner ? inner.value : this.#scalar(column));
    }
    if (this.#column > column) throw new Unusual();
    return items;
  }

  /** What stands in the lines after a dash. */
  #itemBelow(column: number): unknown {
    this.#endLine(this.#at + 1);
    if (this.#isAtEnd() || this.#column <= column) return null;
    const inner = this.#collection(outlined + 1);
    return inner ? inner.value : this.#scalarBelow(column);
  }

  #mapping(level: number): Read {
    const column = this.#column;
    const start = this.#at;
    const value: Record<string, unknown> = {};
    const parts = new Map<string, Part>();
    while (this.#column === column && !this.#isAtEnd()) {
      const at = this.#at;
      const end = endOfKey(this.text, this.#at);
      if (end === undefined) throw new Unusual();
      const name = readKey(this.text.slice(at, end));
      if (Object.hasOwn(value, name)) throw new Unusual();
      const member = this.#member(end + 1, column, level);
      setOwn(value, name, member.value);
      if (level > outlined) continue;
      const { outline } = member;
      const to = this.#at - this.#column;
      parts.set(name, { start: at, from: at - column, to, outline });
    }
    if (this.#column > column) throw new Unusual();
    return level > outlined ? { value } : { value, outline: { start, parts } };
  }

  /** @param column of the key, or of the dash */
  #member(start: number, column: number, level: number): Read {
    const { text } = this;
    let at = start;
    while (text.charCodeAt(at) === SPACE) at++;
    const code = text.charCodeAt(at);
    if (code !== NEWLINE && code !== HASH && at < text.length) {
      this.#at = at;
      return { value: this.#scalar(column) };
    }
    this.#endLine(start);
    if (this.#isAtEnd() || this.#column < column) return { value: null };
    if (this.#column > column) {
      const inner = this.#collection(level + 1);
      return inner ?? { value: this.#scalarBelow(column) };
    }
    // A list may stand as far left as the key that it belongs to.
    return isItem(text, this.#at) ? { value: this.#list() } : { value: null };
  }

  /** In a line of its own; `yaml` is not at one with the specification on comments before it. */
  #scalarBelow(column: number): unknown {
    if (this.#hasComment) throw new Unusual();
    return this.#scalar(column);
  }

  /** @param column what the lines of a scalar are to be indented further than */
  #scalar(column: number): unknown {
    const { value, end, isWholeLine } = readScalar(this.text, this.#at, column);
    if (isWholeLine) this.#nextLine(end);
    else this.#endLine(end);
    return value;
  }
}
