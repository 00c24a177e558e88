/**
 * A document with a few of its operations and what these lead to. The rest is not even read: of a
 * large document that would take longer than all that follows.
 *
 * Too much may be kept, `load` leaves it out. What is missing would be missing before a change as
 * after it: then the package is not the one that is there, or a reference leads nowhere.
 */
import { methods } from "../load/check/paths.js";
import type { Excerpt } from "../load/library.js";
import { isRecord, remove, setOwn } from "../load/pointers.js";
import type { Part } from "./notation.js";
import type { OperationTexts } from "./operation-texts.js";

/**
 * The document with no other operations than these, and without webhooks; undefined when it cannot be
 * read after all.
 */
export const excerptOf = (
  texts: OperationTexts,
  wanted: ReadonlySet<string>,
): Excerpt | undefined => {
  const { text, notation, operations, components, between, places } = texts;
  const own = operations.filter(({ key }) => wanted.has(key));
  const others = operations.filter(({ key }) => !wanted.has(key));
  const used = usedBy(texts, [...own, ...between]);
  const left = [...components].filter(([place]) => !used.has(place));
  const cuts = [...others, ...left.map(([, part]) => part)];
  const value = notation.readRest(without(texts, cuts));
  if (value === undefined) return undefined;
  if (isRecord(value)) {
    if (isRecord(value.paths)) value.paths = withOperations(value.paths);
    for (const [place] of left) drop(value, place);
    delete value.webhooks;
  }
  return { text, places, value };
};

/** The components that these parts lead to; all where it is not plain what a part leads to. */
const usedBy = (
  { text, notation, components }: OperationTexts,
  parts: readonly Part[],
): ReadonlySet<string> => {
  const used = new Set<string>();
  const waiting = [...parts];
  const use = (place: string): void => {
    const part = components.get(place);
    if (!part || used.has(place)) return;
    used.add(place);
    waiting.push(part);
  };
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const own = text.slice(part.start, part.end);
    const found = notation.componentsIn(own);
    if (found === undefined) return new Set(components.keys());
    found.forEach(use);
  }
  return used;
};

/** @returns a text with nothing in the place of each of these parts */
const without = (
  { text, notation }: OperationTexts,
  parts: readonly Part[],
): string => {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of [...parts].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(from, start));
    from = end;
  }
  return [...pieces, text.slice(from)].join(notation.nothing);
};

const withOperations = (
  paths: Readonly<Record<string, unknown>>,
): Record<string, unknown> => {
  const kept: Record<string, unknown> = {};
  for (const [path, item] of Object.entries(paths)) {
    if (!isRecord(item)) continue;
    const own = Object.entries(item).filter(([, value]) => value !== null);
    const hasOperation = own.some(([name]) => methods.includes(name));
    if (hasOperation) setOwn(kept, path, Object.fromEntries(own));
  }
  return kept;
};

const drop = (root: Record<string, unknown>, place: string): void => {
  const at = place.indexOf("/");
  const { components } = root;
  const section = isRecord(components) ? components[place.slice(0, at)] : null;
  if (isRecord(section)) remove(section, place.slice(at + 1));
};
