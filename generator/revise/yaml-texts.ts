/**
 * YAML in block style, taken apart by its lines. A value is the rest of the line of its key and all
 * lines below that are indented further, with the comments among them.
 */
import { outlineByIndentation } from "../load/block-yaml/indentation.js";
import { endOfKey } from "../load/block-yaml/keys.js";
import { indentOf, lineEnd } from "../load/block-yaml/lines.js";
import { readBlockYaml } from "../load/block-yaml/reader.js";
import { methods } from "../load/check/paths.js";
import { isRecord } from "../load/pointers.js";
import type { Outline, Part as Member } from "../load/yaml-places.js";
import type { Notation, OperationText, Part } from "./notation.js";

export const yamlTexts: Notation = {
  split(text) {
    // Without it, what is right within a text may not be at its end.
    if (!text.endsWith("\n")) return undefined;
    const outline = outlineByIndentation(text);
    if (outline === undefined) return undefined;
    const operations = operationsOf(text, outline);
    return (
      operations && {
        operations,
        components: componentsOf(text, outline),
        between: betweenOperations(outline, operations),
        places: { kind: "yaml", outline },
      }
    );
  },
  endOf(text, start) {
    const column = columnOf(text, start);
    let end = lineEnd(text, start);
    while (end < text.length && !isOutside(text, end + 1, column))
      end = lineEnd(text, end + 1);
    return end < text.length ? end : valueEnd(text, text.length);
  },
  endsAt(text, start, end) {
    if (end < text.length && text[end] !== "\n") return false;
    let line = end + 1;
    while (line < text.length && isEmpty(text, line))
      line = lineEnd(text, line) + 1;
    return line >= text.length || isOutside(text, line, columnOf(text, start));
  },
  readOperation(text) {
    // As deep in others as an operation is.
    const read = readBlockYaml(`a:\n b:\n  c:${text}\n`)?.value;
    const value = ["a", "b", "c"].reduce(onlyMember, read);
    return isRecord(value) ? value : undefined;
  },
  readRest: (text) => readBlockYaml(text)?.value,
  nothing: "",
  move: (places, moved) =>
    places.kind === "yaml"
      ? { kind: "yaml", outline: moveOutline(places.outline, moved) }
      : places,
  leadsIntoPaths: (text) => leadsIntoPaths.test(unfold(text)),
  componentsIn(text) {
    const unfolded = unfold(text);
    if (leadsElsewhere.test(unfolded)) return undefined;
    return [...unfolded.matchAll(reference)].map(
      ([, section = "", name = ""]) => `${section}/${name}`,
    );
  },
};

/** What is in double quotes may go on in the next line, references too. */
const unfold = (text: string): string => text.replace(/\\\n */g, "");

/** A reference to anything but components, or one that is not plain to see: no `$ref` is let pass. */
const leadsIntoPaths =
  /#\\?\/(?:paths\\?\/|[^'"\s#/\\]*%)|\$dynamicRef|\\(?:x[2-7]|u00[2-7]|U000000[2-7])|\$ref['"]?\s*:(?!\s*(['"])#\/(?:components|definitions|parameters|responses)\/[^'"\\\s]*\1(?:[\s,}]|$)| [>|]-\n *#\/(?:components|definitions|parameters|responses)\/\S*\n)/i;

const reference = /#\/components\/([^'"/\\~%\s]+)\/([^'"/\\~%\s]+)/g;

/** What leads on in other ways than by a reference in plain spelling. */
const leadsElsewhere =
  /discriminator|\$dynamicRef|#\/components\/[^'"\s#]*[~%\\]/;

/** Of the key in whose line an offset is. */
const columnOf = (text: string, at: number): number =>
  indentOf(text, text.lastIndexOf("\n", at - 1) + 1);

/** There is nothing but a comment in a line. */
const isEmpty = (text: string, line: number): boolean => {
  const indent = indentOf(text, line);
  return indent === -1 || text[line + indent] === "#";
};

const isOutside = (text: string, line: number, column: number): boolean =>
  !isEmpty(text, line) && indentOf(text, line) <= column;

const onlyMember = (value: unknown, name: string): unknown =>
  isRecord(value) && Object.keys(value).join() === name
    ? value[name]
    : undefined;

/** A part is empty when nothing is written where its value could be. */
const partOf = (text: string, { start, to }: Member): Part => ({
  start: (endOfKey(text, start) ?? start) + 1,
  end: valueEnd(text, to),
});

/** Of what goes on until another line begins. */
const valueEnd = (text: string, to: number): number =>
  text[to - 1] === "\n" ? to - 1 : to;

const membersOf = (
  outline: Outline | undefined,
  name: string,
): readonly (readonly [string, Member])[] => [
  ...(outline?.parts.get(name)?.outline?.parts ?? []),
];

const operationsOf = (
  text: string,
  outline: Outline,
): readonly OperationText[] | undefined => {
  const operations: OperationText[] = [];
  for (const [path, item] of membersOf(outline, "paths")) {
    for (const [method, member] of item.outline?.parts ?? []) {
      if (!methods.includes(method)) continue;
      const part = partOf(text, member);
      const first = lineEnd(text, part.start);
      const isBelow = /^ *(?: #.*)?$/.test(text.slice(part.start, first));
      if (!isBelow || first >= part.end) return undefined;
      operations.push({ key: `${method.toUpperCase()} ${path}`, ...part });
    }
  }
  return operations;
};

const componentsOf = (
  text: string,
  outline: Outline,
): ReadonlyMap<string, Part> => {
  const components = new Map<string, Part>();
  for (const [section, { outline: inner }] of membersOf(
    outline,
    "components",
  )) {
    // Security schemes are few, and named by what is no reference.
    if (section === "securitySchemes") continue;
    for (const [name, member] of inner?.parts ?? [])
      components.set(`${section}/${name}`, partOf(text, member));
  }
  return components;
};

/** What path items say themselves. */
const betweenOperations = (
  outline: Outline,
  operations: readonly OperationText[],
): readonly Part[] => {
  const paths = outline.parts.get("paths");
  if (paths === undefined) return [];
  const ends = [paths.start, ...operations.map(({ end }) => end)];
  const starts = [...operations.map(({ start }) => start), paths.to];
  return ends.map((start, index) => ({ start, end: starts[index] ?? start }));
};

const moveOutline = (
  { start, parts }: Outline,
  moved: (offset: number) => number,
): Outline => ({
  start: moved(start),
  parts: new Map(
    [...parts].map(([name, member]) => [
      name,
      {
        start: moved(member.start),
        from: moved(member.from),
        to: moved(member.to),
        outline: member.outline && moveOutline(member.outline, moved),
      },
    ]),
  ),
});
