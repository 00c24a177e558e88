/**
 * The config of another generator as it was written: plain values, with the line and the comments of
 * each key.
 *
 * Anchors are resolved, folded text is joined, and a date stays the text that it was written as. Names
 * of keys are data: they are looked up as own properties alone.
 */
import {
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseAllDocuments,
  type Document,
  type Pair,
} from "yaml";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Position } from "../openapi/document.js";
import { isRecord, type JsonObject } from "../openapi/records.js";

/** The names of keys and the numbers of items that lead to a value. */
export type SourcePath = readonly (string | number)[];

/** Aliases are few in a config that people write. */
const maxAliases = 1000;

export class Source {
  readonly root: JsonObject;

  constructor(
    /** As messages show it. */
    readonly file: string,
    root: JsonObject,
    readonly document: Document,
    readonly lines: LineCounter,
  ) {
    this.root = root;
  }

  /** Where the key, or the item, stands; its nearest parent where it has no place of its own. */
  positionOf(path: SourcePath): Position {
    for (let length = path.length; length > 0; length--) {
      const offset = this.#offsetOf(path.slice(0, length));
      if (offset === undefined) continue;
      const { line, col } = this.lines.linePos(offset);
      return { file: this.file, line, column: col };
    }
    return { file: this.file, line: 1, column: 1 };
  }

  /** The lines of the comment that stands before a key, without their marks. */
  commentBefore(path: SourcePath): readonly string[] {
    const parent = this.#parentOf(path);
    const pair = pairIn(parent, path.at(-1));
    if (!pair || !isMap(parent)) return [];
    const { key } = pair;
    // The first key's comment is that of its map, or of the document.
    const isFirst = parent.items[0] === pair;
    const texts = [
      ...(isFirst ? [parent.commentBefore] : []),
      isNode(key) ? key.commentBefore : undefined,
    ];
    return texts
      .filter((text) => text != null)
      .flatMap((text) => text.split("\n"))
      .map((line) => line.trim())
      .filter((line) => /\w/.test(line));
  }

  #offsetOf(path: SourcePath): number | undefined {
    const key = pairIn(this.#parentOf(path), path.at(-1))?.key;
    if (isNode(key) && key.range) return key.range[0];
    const node = this.document.getIn(path, true);
    return isNode(node) && node.range ? node.range[0] : undefined;
  }

  #parentOf(path: SourcePath): unknown {
    return path.length === 1
      ? this.document.contents
      : this.document.getIn(path.slice(0, -1), true);
  }
}

const pairIn = (
  parent: unknown,
  step: string | number | undefined,
): Pair | undefined =>
  isMap(parent)
    ? parent.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      )
    : undefined;

/**
 * @param file as messages show it
 * @returns undefined where something was reported
 */
export const parseSource = (
  text: string,
  file: string,
  diagnostics: Diagnostics,
): Source | undefined => {
  diagnostics.sources.add(file, text);
  const lines = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const unknown = (what: string): undefined => {
    const place = { file, line: 1, column: 1 };
    diagnostics.report("import-unknown", { file, what }, place);
    return undefined;
  };
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    prettyErrors: false,
    resolveKnownTags: false,
    schema: "core",
    merge: true,
  });
  if ("empty" in documents) return unknown("empty");
  const [document, second] = documents;
  if (document === undefined) return unknown("empty");
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    const reason = fault.message.split("\n", 1)[0] ?? "";
    diagnostics.report("import-syntax", { reason }, at(fault.pos[0]));
    return undefined;
  }
  if (second !== undefined) {
    const reason = "a second document begins here";
    diagnostics.report("import-syntax", { reason }, at(second.range[0]));
    return undefined;
  }
  try {
    const root: unknown = document.toJS({ maxAliasCount: maxAliases });
    return isRecord(root)
      ? new Source(file, root, document, lines)
      : unknown("no object with keys");
  } catch {
    const reason = "its aliases expand to too much";
    diagnostics.report(
      "import-syntax",
      { reason },
      { file, line: 1, column: 1 },
    );
    return undefined;
  }
};
