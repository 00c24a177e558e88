/**
 * Where things are written: offset -> line and column, pointer -> offset.
 *
 * Hardly anything is kept while parsing. The first diagnostic that asks for a place pays for it:
 * the first levels are known, below them JSON is skipped through level by level, and parts of YAML
 * are read again as tokens.
 */
import type { CST } from "yaml";
import type { Pointer, Position } from "../../openapi/document.js";
import { Lines } from "../../diagnostics/source-files.js";
import {
  childrenAt,
  type JsonChildren,
  type JsonPlace,
  scalarAt,
  skipSpace,
  upperChildren,
  type UpperMember,
} from "./json.js";
import type { FindValue, FoundValue } from "./finder.js";
import { findInYaml, outlineOf, type Outline } from "./yaml-finder.js";

/** A file that was read. */
export class SourceText {
  #finder: FindValue | undefined;
  #outline: Outline | undefined;
  #upper: readonly UpperMember[] | undefined;

  constructor(
    /** The path as the user wrote it, or relative to where the user stands. */
    readonly file: string,
    readonly text: string,
    readonly format: "json" | "yaml",
    readonly lines = new Lines(text),
  ) {}

  /** Keeps where the large parts of JSON start. */
  noteMembers(upper: readonly UpperMember[]): void {
    this.#upper = upper;
  }

  /** Keeps where the large parts of YAML start, while its tokens are at hand. */
  outline(tokens: readonly CST.Token[]): void {
    this.#outline = outlineOf(tokens, this.text);
  }

  /** The place of the nearest existing parent when the pointer leads nowhere. */
  locate(pointer: Pointer): Position {
    return this.position(this.#find(pointer).start);
  }

  /** The text of a scalar as it is spelled, without its quotes; undefined for anything else. */
  spelling(pointer: Pointer): string | undefined {
    return this.#find(pointer).spelling;
  }

  #find(pointer: Pointer): FoundValue {
    this.#finder ??=
      this.format === "json"
        ? findInJson(this.text, this.#upper)
        : findInYaml(this.text, this.#outline);
    return this.#finder(pointer);
  }

  position(offset: number): Position {
    return { file: this.file, ...this.lines.placeOf(offset) };
  }
}

const findInJson = (
  text: string,
  upper: readonly UpperMember[] | undefined,
): FindValue => {
  const known = new Map<number, JsonChildren>();
  const childrenOf = ({ value, index }: JsonPlace): JsonChildren => {
    let children = known.get(value);
    if (children === undefined) {
      children =
        upper === undefined || index === undefined
          ? childrenAt(text, value)
          : upperChildren(upper, index, text);
      known.set(value, children);
    }
    return children;
  };
  return (pointer) => {
    const start = skipSpace(text, 0);
    let place: JsonPlace = { start, value: start, index: 0 };
    for (const token of pointer) {
      const child = childrenOf(place).get(token);
      if (child === undefined) break;
      place = child;
    }
    return { start: place.start, spelling: scalarAt(text, place.value) };
  };
};
