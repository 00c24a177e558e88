/**
 * Where values are written: offset -> line and column, pointer -> offset.
 *
 * Little is kept while parsing; the first diagnostic that asks for a position pays for it. JSON is
 * scanned level by level, and parts of YAML are tokenized again.
 */
import type { CST } from "yaml";
import type { Pointer, Position } from "../../openapi/document.js";
import { Lines } from "../../diagnostics/source-files.js";
import { childrenAt, scalarAt, skipSpace } from "./json.js";
import {
  type FindValue,
  findInYaml,
  outlineOf,
  type Outline,
  type WrittenValue,
} from "./yaml-finder.js";

/** A file that was read. */
export class SourceText {
  #finder: FindValue | undefined;
  #outline: Outline | undefined;

  constructor(
    /** The path as the user wrote it, or relative to the current directory. */
    readonly file: string,
    readonly text: string,
    readonly format: "json" | "yaml",
    readonly lines = new Lines(text),
  ) {}

  /** Keeps where the members of the first levels of YAML start. */
  outline(tokens: readonly CST.Token[]): void {
    this.#outline = outlineOf(tokens, this.text);
  }

  /** The position of the nearest existing parent when the pointer leads nowhere. */
  locate(pointer: Pointer): Position {
    return this.position(this.#find(pointer).start);
  }

  /** The text of a scalar as it is spelled, without its quotes; undefined for anything else. */
  spelling(pointer: Pointer): string | undefined {
    return this.#find(pointer).spelling;
  }

  #find(pointer: Pointer): WrittenValue {
    this.#finder ??=
      this.format === "json"
        ? findInJson(this.text)
        : findInYaml(this.text, this.#outline);
    return this.#finder(pointer);
  }

  position(offset: number): Position {
    return { file: this.file, ...this.lines.placeOf(offset) };
  }
}

const findInJson = (text: string): FindValue => {
  const scanned = new Map<number, ReturnType<typeof childrenAt>>();
  return (pointer) => {
    let start = skipSpace(text, 0);
    let value = start;
    for (const token of pointer) {
      const children = scanned.get(value) ?? childrenAt(text, value);
      scanned.set(value, children);
      const child = children.get(token);
      if (child === undefined) break;
      ({ start, value } = child);
    }
    return { start, spelling: scalarAt(text, value) };
  };
};
