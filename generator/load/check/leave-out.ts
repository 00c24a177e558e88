/**
 * What a flaw touches is left out, or read as `unknown`: the rest of the document stays whole.
 *
 * An object that its holder needs takes the holder with it, up to the next place that can do without:
 * a parameter without a name, a server without a URL.
 */
import type { CheckContext } from "./context.js";
import {
  type FieldType,
  type ObjectKind,
  kindLabel,
  openapiRoot,
  shapeOf,
} from "../../openapi/grammar.js";
import { type Path, toPointer, valueAt } from "../../openapi/pointers.js";
import { contentAt } from "../../openapi/walk.js";

/** What stands for an object that cannot be used but must be there: it allows anything. */
const unknowns: Partial<Record<ObjectKind, () => unknown>> = {
  schema: () => ({}),
  mediaType: () => ({}),
  response: () => ({ description: "" }),
  requestBody: () => ({ content: { "application/json": {} } }),
};

const effects: Partial<Record<ObjectKind, string>> = {
  schema: "any value is allowed",
  mediaType: "any value is allowed",
  response: "its content is unknown",
  requestBody: "any body is allowed",
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
  if (kind !== undefined && unknowns[kind] !== undefined) {
    fixes.set(pointer, unknowns[kind]());
    return effects[kind] ?? "";
  }
  const above = pointer.slice(0, -1);
  const holder = valueAt(root, above);
  if (Array.isArray(holder)) {
    fixes.removeItem(holder, above, valueAt(root, pointer));
  } else if (isRequired(contentAt(openapiRoot, above), pointer.at(-1) ?? "")) {
    return leaveOut(path?.parent, context);
  } else {
    fixes.remove(pointer);
  }
  return `${kind === undefined ? "it" : `the ${kindLabel(kind)}`} is left out`;
};

const isRequired = (holder: FieldType | undefined, field: string): boolean =>
  holder?.form === "object" &&
  shapeOf(holder.kind).fields.get(field)?.presence === "required";
