/**
 * `expected.tsv`: for each document of a folder, whether it generates or is refused, and in words
 * what must hold. The JSON Pointers in those words are places that a refused document must name.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Expected {
  readonly file: string;
  readonly outcome: "ok" | "error";
  readonly note: string;
  /** Where errors are due: `#/paths/~1h/get/parameters/0/name`. */
  readonly pointers: readonly string[];
  /** How many errors there are at least: `12 errors`. */
  readonly errors: number;
}

export function readExpected(folder: string): readonly Expected[] {
  const [, ...rows] = readFileSync(join(folder, "expected.tsv"), "utf8")
    .trim()
    .split("\n");
  return rows.map((row) => {
    const [file = "", outcome = "", note = ""] = row.split("\t");
    if (!existsSync(join(folder, file))) throw new Error(`no ${file}`);
    if (outcome !== "ok" && outcome !== "error")
      throw new Error(`${file} is to be neither ok nor error: ${outcome}`);
    const errors =
      outcome === "ok" ? 0 : Number(/(\d+) errors/.exec(note)?.[1] ?? 1);
    return { file, outcome, note, pointers: pointersIn(note), errors };
  });
}

/** `/servers/0..2` and `/info/{title,version}` stand for several. */
function pointersIn(note: string): string[] {
  const found = note.match(
    /(?<![\w/])\/(?:paths|components|servers|info|tags|definitions)\/(?:\{[^}]*\}|[^\s,;(){}])*/g,
  );
  return (found ?? []).flatMap((text) =>
    spread(text.replace(/[.,:;)]+$/, "")).map((one) => `#${one}`),
  );
}

function spread(text: string): string[] {
  const list = /^(.*?)\{([^}]*)\}(.*)$/.exec(text);
  if (list) {
    const [, head = "", names = "", tail = ""] = list;
    return names.split(",").flatMap((name) => spread(head + name + tail));
  }
  const range = /^(.*?\/)(\d+)\.\.(\d+)(.*)$/.exec(text);
  if (!range) return [text];
  const [, head = "", first = "", last = "", tail = ""] = range;
  return Array.from(
    { length: Number(last) - Number(first) + 1 },
    (_, index) => `${head}${Number(first) + index}${tail}`,
  );
}
