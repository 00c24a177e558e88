/**
 * References that never reach anything: `A` is `B`, `B` is `C`, `C` is `A`. The same through `allOf`
 * alone, or through `oneOf` and `anyOf` alone: such a schema says nothing about itself.
 *
 * Recursion through a property, an item or a mix of the two (a base with its variants) is fine.
 */
import type { Pointer } from "../../openapi/document.js";
import type { CheckContext } from "./context.js";
import {
  type Path,
  printPointer,
  toPath,
  toPointer,
} from "../../openapi/pointers.js";
import {
  arrayOrEmpty,
  isRecord,
  type JsonObject,
} from "../../openapi/records.js";
import type { Resolver, ResolvedTarget } from "../bundle/resolver.js";

interface GraphNode {
  readonly value: JsonObject;
  readonly path: Path | undefined;
}

type Step = (node: GraphNode) => readonly GraphNode[];

/** @param targets where references lead; a cycle has at least one */
export const breakCycles = (
  targets: readonly ResolvedTarget[],
  { resolver, diagnostics, fixes }: CheckContext,
): void => {
  // By name, so that the same reference is cut whatever the order of the document.
  const starts = targets
    .map(({ value, pointer }) => ({ value, pointer, key: pointer.join("\0") }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .flatMap(({ value, pointer }) =>
      isRecord(value) ? [{ value, path: toPath(pointer) }] : [],
    );
  const reported = new Set<JsonObject>();
  for (const keywords of [["allOf"], ["oneOf", "anyOf"]]) {
    const next: Step = (node) => steps(resolver, node, keywords);
    for (const cycle of findCycles(starts, next)) {
      // The reference that closes the cycle goes; the schema around it stays.
      const closing = cycle.findLast(({ value }) => isReference(value));
      if (closing) fixes.remove(toPointer(closing.path, "$ref"));
      // A cycle of references alone has no schema that could stay.
      const code = cycle.every(({ value }) => isReference(value))
        ? "ref-cycle"
        : "ref-cycle-cut";
      // A cycle of references alone is found with either set of keywords.
      if (cycle.some(({ value }) => reported.has(value))) continue;
      cycle.forEach(({ value }) => reported.add(value));
      const pointers = rotated(cycle.map(({ path }) => toPointer(path)));
      const details = { chain: chainOf(pointers) };
      diagnostics.report(code, details, pointers[0]);
    }
  }
};

const steps = (
  resolver: Resolver,
  { value, path }: GraphNode,
  keywords: readonly string[],
): readonly GraphNode[] => {
  const nodes: GraphNode[] = [];
  if (isReference(value)) {
    const target = resolver.target(value.$ref);
    if (isRecord(target?.value)) {
      nodes.push({ value: target.value, path: toPath(target.pointer) });
    }
  }
  for (const keyword of keywords) {
    const parent = { parent: path, token: keyword };
    arrayOrEmpty(value[keyword]).forEach((member, index) => {
      if (!isRecord(member)) return;
      nodes.push({ value: member, path: { parent, token: `${index}` } });
    });
  }
  return nodes;
};

const isReference = (value: JsonObject): value is { readonly $ref: string } =>
  typeof value.$ref === "string";

/** Depth first with an explicit stack: a chain may be as long as the document. */
const findCycles = (
  starts: readonly GraphNode[],
  next: Step,
): readonly GraphNode[][] => {
  const cycles: GraphNode[][] = [];
  const state = new Map<JsonObject, "open" | "done">();
  for (const start of starts) {
    if (state.has(start.value)) continue;
    const stack: { node: GraphNode; rest: GraphNode[] }[] = [];
    const enter = (node: GraphNode): void => {
      const rest = [...next(node)].reverse();
      state.set(node.value, rest.length > 0 ? "open" : "done");
      if (rest.length > 0) stack.push({ node, rest });
    };
    enter(start);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const node = top.rest.pop();
      if (node === undefined) {
        state.set(top.node.value, "done");
        stack.pop();
        continue;
      }
      const known = state.get(node.value);
      if (known === undefined) enter(node);
      else if (known === "open") {
        const from = stack.findIndex(
          (entry) => entry.node.value === node.value,
        );
        cycles.push(stack.slice(from).map((entry) => entry.node));
      }
    }
  }
  return cycles;
};

/** Starts at the component that is first by name, whatever the order of the document. */
const rotated = (cycle: readonly Pointer[]): readonly Pointer[] => {
  const isFirst = (a: Pointer, b: Pointer): boolean =>
    isComponent(a) !== isComponent(b)
      ? isComponent(a)
      : printPointer(a) < printPointer(b);
  const start = cycle.reduce(
    (best, pointer, index) =>
      isFirst(pointer, cycle[best] ?? []) ? index : best,
    0,
  );
  return [...cycle.slice(start), ...cycle.slice(0, start)];
};

const isComponent = (pointer: Pointer): boolean =>
  pointer.length === 3 && pointer[0] === "components";

/** The components of a cycle by name: `A -> B -> C -> A`; pointers where there are none. */
const chainOf = (pointers: readonly Pointer[]): string => {
  const [first = []] = pointers;
  const named = [...pointers, first].filter(isComponent);
  return named.length > 1
    ? named.map((pointer) => pointer[2]).join(" -> ")
    : [...pointers, first].map(printPointer).join(" -> ");
};
