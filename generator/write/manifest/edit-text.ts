/**
 * Makes edits in the text of a JSON file. Its indentation, its line ends and every byte beside the
 * edited keys stay.
 */
import type { JsonValue } from "../../sdk/output.js";
import type { JsonMember, JsonNode } from "./json-tree.js";
import type { Edit } from "./merge.js";

interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export const editText = (text: string, edits: readonly Edit[]): string => {
  const style = styleOf(text);
  const byObject = new Map<JsonNode, Edit[]>();
  const splices: Splice[] = [];
  for (const edit of edits) {
    if (edit.kind === "replace") {
      const { start, end } = edit.node;
      splices.push({
        start,
        end,
        text: print(edit.value, depthAt(text, start, style), style),
      });
    } else {
      const list = byObject.get(edit.object) ?? [];
      byObject.set(edit.object, [...list, edit]);
    }
  }
  for (const [object, list] of byObject)
    splices.push(...membersOf(text, object, list, style));
  let result = text;
  for (const { start, end, text: added } of splices.sort(
    (a, b) => b.start - a.start || b.end - a.end,
  ))
    result = result.slice(0, start) + added + result.slice(end);
  return result;
};

interface Style {
  readonly indent: string;
  readonly lineEnd: string;
}

const styleOf = (text: string): Style => ({
  indent: /^\s*\{\r?\n([ \t]+)/.exec(text)?.[1] ?? "  ",
  lineEnd: text.includes("\r\n") ? "\r\n" : "\n",
});

const print = (
  value: JsonValue,
  depth: number,
  { indent, lineEnd }: Style,
): string =>
  JSON.stringify(value, undefined, indent).replaceAll(
    "\n",
    lineEnd + indent.repeat(depth),
  );

/** How deep the line of an offset is indented. */
const depthAt = (text: string, offset: number, { indent }: Style): number => {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const space = /^[ \t]*/.exec(line)?.[0] ?? "";
  return Math.round(space.length / indent.length);
};

/** Where members are added to an object or taken out of it, between the brackets nothing else stays. */
const membersOf = (
  text: string,
  object: JsonNode,
  edits: readonly Edit[],
  style: Style,
): readonly Splice[] => {
  const members = object.members ?? [];
  const removed = new Set(
    edits.flatMap((edit) => (edit.kind === "remove" ? [edit.key] : [])),
  );
  const kept: { key: string; member?: JsonMember; added?: string }[] = members
    .filter(({ key }) => !removed.has(key))
    .map((member) => ({ key: member.key, member }));
  for (const edit of edits) {
    if (edit.kind !== "insert") continue;
    const { key, value, after, depth } = edit;
    const added = `${JSON.stringify(key)}: ${print(value, depth, style)}`;
    const before = after.find((name) => kept.some((one) => one.key === name));
    const index = kept.findLastIndex((one) => one.key === before);
    kept.splice(index === -1 ? kept.length : index + 1, 0, { key, added });
  }
  const depth = depthAt(text, object.start, style);
  return rewrite({ text, object, kept, depth, style });
};

interface Rewrite {
  readonly text: string;
  readonly object: JsonNode;
  readonly kept: readonly { member?: JsonMember; added?: string }[];
  readonly depth: number;
  readonly style: Style;
}

/** Only what lies between values is written; a value may have edits of its own. */
const rewrite = ({ text, object, kept, depth, style }: Rewrite): Splice[] => {
  const { indent, lineEnd } = style;
  const open = object.start + 1;
  const close = object.end - 1;
  const inside = text.slice(open, close);
  const isOnLines = inside.includes("\n") || object.members?.length === 0;
  const gap = isOnLines ? lineEnd + indent.repeat(depth + 1) : " ";
  const last =
    object.members?.length === 0
      ? lineEnd + indent.repeat(depth)
      : (/\s*$/.exec(inside)?.[0] ?? "");
  if (kept.length === 0) return [{ start: open, end: close, text: "" }];
  const splices: Splice[] = [];
  let position = open;
  let pending = "";
  kept.forEach(({ member, added }, index) => {
    const comma = index === 0 ? "" : ",";
    if (!member) {
      pending += comma + gap + (added ?? "");
      return;
    }
    const between = text.slice(position, member.start);
    const isUntouched = pending === "" && between.replace(/\s+/g, "") === comma;
    if (!isUntouched)
      splices.push({
        start: position,
        end: member.start,
        text: pending + comma + gap,
      });
    pending = "";
    position = member.node.end;
  });
  const rest = text.slice(position, close);
  if (pending !== "" || rest.trim() !== "")
    splices.push({
      start: position,
      end: close,
      text: pending + last,
    });
  return splices;
};
