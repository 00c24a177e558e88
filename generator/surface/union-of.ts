/**
 * Unions in their normal form.
 */
import { sortedMap } from "../diagnostics/code-units.js";
import { printShape } from "./print-shape.js";
import type { Shape } from "./shape.js";

/**
 * Flat, each member once, without those that another one takes in, in an order that does not depend on
 * the document's.
 */
export const unionOf = (shapes: readonly Shape[]): Shape => {
  const [only, ...more] = shapes;
  if (only && more.length === 0) return only;
  const members = new Map<string, Shape>();
  for (const shape of shapes)
    for (const member of shape.kind === "union" ? shape.members : [shape])
      members.set(textOf(member), member);
  if (members.has("never") && members.size > 1) members.delete("never");
  for (const [text, member] of members)
    if (isTakenIn(member, members)) members.delete(text);
  const [first, ...others] = sortedMap(members).values();
  if (first === undefined) return { kind: "keyword", keyword: "never" };
  return others.length === 0
    ? first
    : { kind: "union", members: [first, ...others] };
};

/** Of objects: what is in one union is in others, and inside of more. */
const texts = new WeakMap<Shape, string>();

const textOf = (shape: Shape): string => {
  if (shape.kind !== "object") return printShape(shape);
  const known = texts.get(shape);
  if (known !== undefined) return known;
  const text = printShape(shape);
  texts.set(shape, text);
  return text;
};

const isTakenIn = (
  member: Shape,
  members: ReadonlyMap<string, Shape>,
): boolean => {
  // It may be anything, and so may the whole.
  if (members.has("unresolved")) return member.kind !== "unresolved";
  if (members.has("unknown"))
    return member.kind !== "keyword" || member.keyword !== "unknown";
  const wide =
    member.kind === "openString"
      ? "string"
      : member.kind === "literal"
        ? typeof member.value
        : undefined;
  return wide !== undefined && members.get(wide)?.kind === "keyword";
};
