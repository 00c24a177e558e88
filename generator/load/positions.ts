/**
 * Where things are written: offset -> line and column, pointer -> offset.
 *
 * Nothing is kept while parsing. The first diagnostic that asks for a place pays for it: JSON is
 * skipped through level by level, YAML is read again as tokens.
 */
import { CST, Parser } from "yaml";
import type { Pointer, Position } from "../document.js";
import { childrenAt, type JsonChildren, scalarAt, skipSpace } from "./json.js";

/** A file that was read. */
export class Source {
  readonly #lines: number[] = [];
  #finder: Finder | undefined;

  constructor(
    /** The path as the user wrote it, or relative to where the user stands. */
    readonly file: string,
    readonly text: string,
    readonly format: "json" | "yaml",
  ) {}

  /** The place of the nearest existing parent when the pointer leads nowhere. */
  locate(pointer: Pointer): Position {
    return this.position(this.#find(pointer).start);
  }

  /** The text of a scalar as it is spelled, without its quotes; undefined for anything else. */
  spelling(pointer: Pointer): string | undefined {
    return this.#find(pointer).spelling;
  }

  #find(pointer: Pointer): Found {
    this.#finder ??=
      this.format === "json" ? findInJson(this.text) : findInYaml(this.text);
    return this.#finder(pointer);
  }

  position(offset: number): Position {
    const lines = this.#lineStarts();
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return {
      file: this.file,
      line: low + 1,
      column: Math.min(offset, this.text.length) - (lines[low] ?? 0) + 1,
    };
  }

  #lineStarts(): readonly number[] {
    const lines = this.#lines;
    if (lines.length === 0) {
      lines.push(0);
      for (
        let end = this.text.indexOf("\n");
        end !== -1;
        end = this.text.indexOf("\n", end + 1)
      ) {
        lines.push(end + 1);
      }
    }
    return lines;
  }
}

interface Found {
  /** The offset of the key of a member, of the value of an item. */
  readonly start: number;
  readonly spelling: string | undefined;
}

type Finder = (pointer: Pointer) => Found;

const findInJson = (text: string): Finder => {
  const known = new Map<number, JsonChildren>();
  return (pointer) => {
    let start = skipSpace(text, 0);
    let value = start;
    for (const token of pointer) {
      let children = known.get(value);
      if (children === undefined) {
        children = childrenAt(text, value);
        known.set(value, children);
      }
      const child = children.get(token);
      if (child === undefined) break;
      ({ start, value } = child);
    }
    return { start, spelling: scalarAt(text, value) };
  };
};

const findInYaml = (text: string): Finder => {
  let top: CST.Token | undefined;
  for (const token of new Parser().parse(text)) {
    if (token.type === "document") {
      top = token.value;
      break;
    }
  }
  return (pointer) => {
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
      spelling:
        token && CST.isScalar(token)
          ? // What is wrong with it was told when the file was parsed.
            CST.resolveAsScalar(token, true, () => undefined).value
          : undefined,
    };
  };
};

const itemOf = (
  token: CST.Token | null | undefined,
  name: string,
): CST.CollectionItem | undefined => {
  switch (token?.type) {
    case "block-seq":
      return itemAt(token.items, name);
    case "block-map":
      return itemNamed(token.items, name);
    case "flow-collection":
      return token.start.source === "["
        ? itemAt(token.items, name)
        : itemNamed(token.items, name);
    default:
      return undefined;
  }
};

const itemNamed = (
  items: readonly CST.CollectionItem[],
  name: string,
): CST.CollectionItem | undefined =>
  items.find(({ key }) => key && keyText(key) === name);

const itemAt = (
  items: readonly CST.CollectionItem[],
  index: string,
): CST.CollectionItem | undefined => items.filter(isValue)[Number(index)];

/** Comments and trailing commas make items of their own without a value. */
const isValue = (item: CST.CollectionItem): boolean =>
  Boolean(item.value ?? item.key) ||
  item.start.some(({ type }) => type === "seq-item-ind");

const keyText = (key: CST.Token): string | undefined =>
  CST.isScalar(key) ? CST.resolveAsScalar(key).value : undefined;
