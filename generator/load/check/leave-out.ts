/**
 * What a flaw touches is left out, or read as `unknown`: the rest of the document stays whole.
 */
import type { CheckContext } from "./context.js";
import {
  type ObjectKind,
  kindLabel,
  openapiRoot,
} from "../../openapi/grammar.js";
import { type Path, toPointer, valueAt } from "../../openapi/pointers.js";
import { contentAt } from "../../openapi/walk.js";

/** Objects that must be there: what stands for them allows anything, and how messages say so. */
const unknowns: Partial<
  Record<ObjectKind, { readonly value: object; readonly effect: string }>
> = {
  schema: { value: {}, effect: "any value is allowed" },
  mediaType: { value: {}, effect: "any value is allowed" },
  response: { value: { description: "" }, effect: "its content is unknown" },
  requestBody: {
    value: { content: { "application/json": {} } },
    effect: "any body is allowed",
  },
};

/**
 * Leaves out what stands at `path`.
 *
 * @param known what kind of object it is, where that does not follow from its place
 * @returns what that means, for the message: `the parameter is left out`
 */
export const leaveOut = (
  path: Path | undefined,
  context: Pick<CheckContext, "root" | "fixes">,
  known?: ObjectKind,
): string => {
  const { root, fixes } = context;
  fixes.hasLeftOut = true;
  const pointer = toPointer(path);
  const content = contentAt(openapiRoot, pointer);
  const kind = content?.form === "object" ? content.kind : known;
  const unknown = kind && unknowns[kind];
  if (unknown) {
    // Later stages change what they are given.
    fixes.set(pointer, structuredClone(unknown.value));
    return unknown.effect;
  }
  const above = pointer.slice(0, -1);
  const holder = valueAt(root, above);
  if (Array.isArray(holder)) {
    fixes.removeItem(holder, above, valueAt(root, pointer));
  } else {
    fixes.remove(pointer);
  }
  return kind === undefined ? "it is left out" : effectOf(kind);
};

/** What leaving out an object means, for messages. */
export const effectOf = (kind: ObjectKind): string =>
  unknowns[kind]?.effect ?? `the ${kindLabel(kind)} is left out`;
