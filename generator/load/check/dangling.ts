/**
 * References whose target was left out: what they stand for is left out too.
 */
import type { CheckContext } from "./context.js";
import { leaveOut } from "./leave-out.js";
import {
  type FieldType,
  type ObjectKind,
  openapiRoot,
} from "../../openapi/grammar.js";
import { type Path, toPath } from "../../openapi/pointers.js";
import { contentAt, hasReference, walk } from "../../openapi/walk.js";
import { Resolver } from "../bundle/resolver.js";

/** Applies what the checks have queued, until nothing refers to what is gone. */
export const applyFixes = (
  context: Pick<CheckContext, "root" | "fixes">,
): void => {
  const { root, fixes } = context;
  for (;;) {
    fixes.apply();
    if (!fixes.hasLeftOut) return;
    fixes.hasLeftOut = false;
    for (const { path, kind } of danglingIn(root))
      leaveOut(path, context, kind);
  }
};

interface DanglingReference {
  readonly path: Path | undefined;
  readonly kind: ObjectKind;
}

const danglingIn = (root: unknown): readonly DanglingReference[] => {
  const resolver = new Resolver(root);
  const found: DanglingReference[] = [];
  const outside = new Map<string, () => void>();
  const enter = (
    value: unknown,
    content: FieldType,
    start: Path | undefined,
  ): void => {
    walk(value, content, start, {
      object: (node, kind, path) => {
        if (!hasReference(node, kind)) return;
        const { $ref } = node;
        const target =
          typeof $ref === "string" ? resolver.target($ref) : undefined;
        if (target?.value === undefined) found.push({ path, kind });
        else if (contentAt(openapiRoot, target.pointer) === undefined) {
          const { value: there, pointer } = target;
          outside.set(`${kind} ${String($ref)}`, () => {
            enter(there, { form: "object", kind }, toPath(pointer));
          });
        }
      },
    });
  };
  enter(root, openapiRoot, undefined);
  // The map grows while it is walked.
  for (const visit of outside.values()) visit();
  return found;
};
