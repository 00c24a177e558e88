/**
 * Parts of a file of JSON that stand in several places: they are written once, under a mark made of
 * their text, so that branches that come upon the same part write the same.
 */
import { createHash } from "node:crypto";

export type Printer<Value> = (value: Value) => string;

interface Sharing<Value> {
  /** One level of JSON, with what prints its members. */
  readonly printLevel: (value: Value, member: Printer<Value>) => string;
  /** Whether an object may be shared, if its text is longer than that. */
  readonly isPart: (value: Value) => boolean;
  readonly longText: number;
  /** What stands in the place of a part. */
  readonly printMark: (mark: string) => string;
}

export interface SharedParts<Value> {
  /** Prints with marks in the places of what is shared. */
  readonly print: Printer<Value>;
  /** What is shared, by mark, as far as it has been printed. */
  readonly texts: ReadonlyMap<string, string>;
}

const digits = 12;

/** @param all what is to be printed: all of it counts */
export const shareParts = <Value>(
  all: Iterable<Value>,
  { printLevel, isPart, longText, printMark }: Sharing<Value>,
): SharedParts<Value> => {
  const known = new Map<Value, string>();
  const whole: Printer<Value> = (value) => {
    const text = known.get(value) ?? printLevel(value, whole);
    known.set(value, text);
    return text;
  };
  /** Most values are short, and so is what is in them. */
  const mayHaveParts = (value: Value, text: string): boolean =>
    typeof value === "object" && text.length > longText;
  const counts = new Map<string, number>();
  const count = (value: Value): void => {
    const text = whole(value);
    if (!mayHaveParts(value, text)) return;
    if (isPart(value)) {
      const before = counts.get(text) ?? 0;
      counts.set(text, before + 1);
      // What is in it has been counted, and is written once.
      if (before > 0) return;
    }
    printLevel(value, (member) => {
      count(member);
      return "";
    });
  };
  for (const value of all) count(value);

  const owners = new Map<string, string>();
  const texts = new Map<string, string>();
  const print: Printer<Value> = (value) => {
    const text = whole(value);
    if (!mayHaveParts(value, text)) return text;
    if (!isPart(value) || (counts.get(text) ?? 0) < 2)
      return printLevel(value, print);
    const hash = createHash("sha256").update(text).digest("hex");
    const mark = hash.slice(0, digits);
    const owner = owners.get(mark);
    // Two texts under one mark: the second one stays where it is.
    if (owner !== undefined && owner !== text) return printLevel(value, print);
    if (owner === undefined) {
      owners.set(mark, text);
      texts.set(mark, printLevel(value, print));
    }
    return printMark(mark);
  };
  return { print, texts };
};
