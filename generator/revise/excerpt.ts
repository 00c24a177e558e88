/**
 * A document with a few of its operations and what these lead to. The rest is not even read: of a
 * large document that would take longer than all that follows.
 *
 * Too much may be kept, `load` leaves it out. What is missing would be missing before a change as
 * after it: then the package is not the one that is there, or a reference leads nowhere.
 */
import { methods } from "../load/check/paths.js";
import { skipSpace } from "../load/json.js";
import type { Excerpt } from "../load/library.js";
import { isRecord, remove, setOwn } from "../load/pointers.js";
import { endBefore, nameOf, type OperationTexts } from "./operation-texts.js";

/** A part of the document's text. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/** The document with no other operations than these, and without webhooks. */
export const excerptOf = (
  texts: OperationTexts,
  wanted: ReadonlySet<string>,
): Excerpt => {
  const { text, upper, operations } = texts;
  const own = operations.filter(({ key }) => wanted.has(key));
  const others = operations.filter(({ key }) => !wanted.has(key));
  const components = componentsOf(texts);
  const used = usedBy(text, [...own, ...betweenOperations(texts)], components);
  const left = [...components].filter(([place]) => !used.has(place));
  const cuts = [...others, ...left.map(([, part]) => part)];
  const value: unknown = JSON.parse(without(text, cuts));
  if (isRecord(value)) {
    if (isRecord(value.paths)) value.paths = withOperations(value.paths);
    for (const [place] of left) drop(value, place);
    delete value.webhooks;
  }
  return { text, upper, value };
};

/** Members of `components` by section and name: `schemas/Pet`. */
type Components = ReadonlyMap<string, Part>;

const componentDepth = 3;

const componentsOf = ({ text, upper }: OperationTexts): Components => {
  const components = new Map<string, Part>();
  let isInComponents = false;
  let section = "";
  for (const [index, member] of upper.entries()) {
    const { depth, colon } = member;
    if (depth === 1) isInComponents = nameOf(text, member) === "components";
    else if (isInComponents && depth === 2) section = nameOf(text, member);
    // Security schemes are few, and named by what is no reference.
    else if (isInComponents && section !== "securitySchemes") {
      const start = skipSpace(text, colon + 1);
      const end = endBefore(text, componentDepth, upper[index + 1]);
      if (end === undefined) return new Map();
      components.set(`${section}/${nameOf(text, member)}`, { start, end });
    }
  }
  return components;
};

/** A writer of JSON may put a backslash before a slash. */
const reference = /"#\\?\/components\\?\/([^"/\\~%]+)\\?\/([^"/\\~%]+)/g;

/** What leads on in other ways than by a reference in plain spelling. */
const leadsElsewhere =
  /"discriminator"|"\$dynamicRef"|"#\\?\/components\\?\/(?:[^"\\]|\\\/)*(?:[~%]|\\[^/])|\\u00[4-7]/;

/** The components that these parts lead to; all where it is not plain what a part leads to. */
const usedBy = (
  text: string,
  parts: readonly Part[],
  components: Components,
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
    if (leadsElsewhere.test(own)) return new Set(components.keys());
    for (const [, section = "", name = ""] of own.matchAll(reference))
      use(`${section}/${name}`);
  }
  return used;
};

/** What path items say themselves. */
const betweenOperations = ({
  text,
  upper,
  operations,
}: OperationTexts): readonly Part[] => {
  const start = upper.findIndex(
    (member) => member.depth === 1 && nameOf(text, member) === "paths",
  );
  const next = upper.find(({ depth }, index) => depth === 1 && index > start);
  const ends = [upper[start]?.colon ?? 0, ...operations.map(({ end }) => end)];
  const starts = [
    ...operations.map(({ start }) => start),
    next?.start ?? text.length,
  ];
  return ends.map((from, index) => ({
    start: from,
    end: starts[index] ?? from,
  }));
};

/** @returns JSON, with `null` for each of these parts */
const without = (text: string, parts: readonly Part[]): string => {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of [...parts].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(from, start));
    from = end;
  }
  return [...pieces, text.slice(from)].join("null");
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
