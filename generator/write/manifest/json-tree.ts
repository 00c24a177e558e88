/**
 * JSON with the place of every value, so that one key can be changed and every other byte stays. An
 * object is a list of members: no key of theirs, `__proto__` neither, means anything here.
 */
import type { JsonValue } from "../../sdk/output.js";
import type { KeyPath } from "./key-path.js";

export interface JsonNode {
  /** Objects in it are plain data; use `members` to look into them. */
  readonly value: JsonValue;
  readonly start: number;
  readonly end: number;
  /** Of an object. */
  readonly members?: readonly JsonMember[];
}

export interface JsonMember {
  readonly key: string;
  readonly start: number;
  readonly node: JsonNode;
}

export interface JsonTree {
  /** Absent when the text is no JSON. */
  readonly root?: JsonNode;
  /** Where it stops being JSON. */
  readonly problem?: number;
}

export const readTree = (text: string): JsonTree => {
  const reader = new Reader(text);
  try {
    return { root: reader.document() };
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return { problem: reader.offset };
  }
};

export const memberOf = (
  { members = [] }: JsonNode,
  key: string,
): JsonMember | undefined =>
  // Of keys that stand twice, the last counts.
  members.findLast((member) => member.key === key);

export const findNode = (
  root: JsonNode,
  path: KeyPath,
): JsonNode | undefined => {
  let node: JsonNode | undefined = root;
  for (const key of path) node = node && memberOf(node, key)?.node;
  return node;
};

class NotJson extends Error {}

const maxDepth = 200;

class Reader {
  offset = 0;

  constructor(readonly text: string) {
    if (text.startsWith("\uFEFF")) this.offset = 1;
  }

  document(): JsonNode {
    const root = this.#value(0);
    this.#space();
    if (this.offset < this.text.length) throw new NotJson();
    return root;
  }

  #value(depth: number): JsonNode {
    if (depth > maxDepth) throw new NotJson();
    this.#space();
    const start = this.offset;
    const first = this.text[start];
    if (first === "{") return this.#object(depth);
    if (first === "[") return this.#array(depth);
    const value = this.#scalar();
    return { value, start, end: this.offset };
  }

  #object(depth: number): JsonNode {
    const start = this.offset++;
    const members: JsonMember[] = [];
    this.#list("}", () => {
      const at = this.offset;
      const key = this.#scalar();
      if (typeof key !== "string") throw new NotJson();
      this.#expect(":");
      members.push({ key, start: at, node: this.#value(depth + 1) });
    });
    const value = Object.fromEntries(
      members.map(({ key, node }) => [key, node.value]),
    );
    return { value, start, end: this.offset, members };
  }

  #array(depth: number): JsonNode {
    const start = this.offset++;
    const value: JsonValue[] = [];
    this.#list("]", () => {
      value.push(this.#value(depth + 1).value);
    });
    return { value, start, end: this.offset };
  }

  #list(end: string, item: () => void): void {
    this.#space();
    if (this.text[this.offset] !== end) {
      for (;;) {
        this.#space();
        item();
        this.#space();
        if (this.text[this.offset] !== ",") break;
        this.offset++;
      }
    }
    this.#expect(end);
  }

  #scalar(): JsonValue {
    scalar.lastIndex = this.offset;
    const [json] = scalar.exec(this.text) ?? [];
    if (json === undefined) throw new NotJson();
    try {
      const value = JSON.parse(json) as JsonValue;
      this.offset += json.length;
      return value;
    } catch {
      throw new NotJson();
    }
  }

  #expect(character: string): void {
    this.#space();
    if (this.text[this.offset] !== character) throw new NotJson();
    this.offset++;
  }

  #space(): void {
    space.lastIndex = this.offset;
    this.offset += space.exec(this.text)?.[0].length ?? 0;
  }
}

const scalar = /"(?:[^"\\\n]|\\.)*"|-?\d[\d.eE+-]*|true|false|null/y;
const space = /[ \t\r\n]*/y;
