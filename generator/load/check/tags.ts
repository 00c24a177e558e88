/**
 * Tags: their names, and the tree that `parent` makes of them in OpenAPI 3.2.
 */
import type { CheckContext } from "./context.js";
import { isRecord } from "../../openapi/records.js";

export const checkTags = ({ root, diagnostics }: CheckContext): void => {
  if (!Array.isArray(root.tags)) return;
  const tags = root.tags as readonly unknown[];
  const first = new Map<string, number>();
  const parents = new Map<string, string>();
  tags.forEach((tag, index) => {
    if (!isRecord(tag) || typeof tag.name !== "string") return;
    const { name, parent } = tag;
    const other = first.get(name);
    if (other !== undefined) {
      const at = ["tags", `${index}`, "name"];
      diagnostics.report("tag-duplicate", { name }, at, [
        ["tags", `${other}`, "name"],
      ]);
      return;
    }
    first.set(name, index);
    if (typeof parent === "string") parents.set(name, parent);
  });
  for (const [name, parent] of parents) {
    const at = ["tags", `${first.get(name) ?? 0}`, "parent"];
    if (!first.has(parent)) diagnostics.report("tag-parent", { parent }, at);
    else if (isAbove(name, parents)) {
      diagnostics.report("tag-cycle", { name }, at);
    }
  }
};

/** A tag that is its own ancestor. */
const isAbove = (
  name: string,
  parents: ReadonlyMap<string, string>,
): boolean => {
  const passed = new Set<string>();
  for (
    let at = parents.get(name);
    at !== undefined && !passed.has(at);
    at = parents.get(at)
  ) {
    if (at === name) return true;
    passed.add(at);
  }
  return false;
};
