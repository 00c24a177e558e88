/**
 * Tags: their names, and the tree that `parent` makes of them in OpenAPI 3.2.
 */
import type { CheckContext } from "./context.js";
import { arrayOrEmpty, isRecord } from "../../openapi/records.js";

export const checkTags = ({ root, diagnostics }: CheckContext): void => {
  const first = new Map<string, number>();
  const parents = new Map<string, string>();
  arrayOrEmpty(root.tags).forEach((tag, index) => {
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
    else if (isOwnAncestor(name, parents)) {
      diagnostics.report("tag-cycle", { name }, at);
    }
  }
};

/** True for a tag that is its own ancestor. */
const isOwnAncestor = (
  name: string,
  parents: ReadonlyMap<string, string>,
): boolean => {
  const passed = new Set<string>();
  let ancestor = parents.get(name);
  while (ancestor !== undefined && ancestor !== name && !passed.has(ancestor)) {
    passed.add(ancestor);
    ancestor = parents.get(ancestor);
  }
  return ancestor === name;
};
