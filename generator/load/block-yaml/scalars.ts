/**
 * What a key or a dash is followed by, when it is neither a mapping nor a list in lines of its own.
 */
import { readBlock } from "./block-scalars.js";
import { readFlow } from "./flow.js";
import { type Scalar, Unusual, withoutEnd } from "./lines.js";
import { indicators, readPlain } from "./plain.js";
import { readQuoted } from "./quoted.js";

/** @param column what all lines but the first have to be indented further than */
export const readScalar = (
  text: string,
  at: number,
  column: number,
): Scalar => {
  const first = text.charAt(at);
  switch (first) {
    case "|":
    case ">":
      return readBlock(text, at, column);
    case '"':
    case "'":
      return readQuoted(text, at, column);
    case "[":
    case "{":
      return readFlow(text, at, column);
    default:
      if (indicators.includes(first)) {
        const isPlain = /^-[^ \n-]/.test(text.slice(at, at + 2));
        if (!isPlain) throw new Unusual();
      }
      return readPlain(text, at, column);
  }
};

/** Longer ones are an error. */
const longestKey = 1000;

export const readKey = (written: string): string => {
  const key = withoutEnd(written);
  if (written.length > longestKey || key === "<<" || key === "")
    throw new Unusual();
  const first = key.charAt(0);
  if (first !== '"' && first !== "'") return key;
  const inner = key.slice(1, -1);
  if (
    inner.includes("\n") ||
    inner.includes("\\") ||
    key.length < 2 ||
    !key.endsWith(first)
  )
    throw new Unusual();
  return inner;
};
