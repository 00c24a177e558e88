/**
 * Fields that are missing, and fields that OpenAPI does not know.
 */
import type { Code } from "../../diagnostics.js";
import { nearest } from "../../nearest.js";
import type { Checking } from "./check.js";
import { type Kind, labelOf, type Shape, shapeOf } from "../grammar.js";
import { isRecord, type Path, toPointer } from "../pointers.js";
import { hasReference } from "../walk.js";

export const checkFields = (
  node: Readonly<Record<string, unknown>>,
  kind: Kind,
  path: Path | undefined,
  { diagnostics, repairs }: Checking,
): void => {
  if (hasReference(node, kind)) return;
  const shape = shapeOf(kind);
  for (const [field, { presence }] of shape.demanded) {
    if (Object.hasOwn(node, field)) continue;
    const object = labelOf(kind);
    const pointer = toPointer(path);
    if (presence === "required") {
      diagnostics.report("field-missing", { object, field }, pointer);
    } else {
      diagnostics.report("field-expected", { object, field }, pointer);
      repairs.set([...pointer, field], "");
    }
  }
  if (
    kind === "openapi" &&
    !["paths", "webhooks", "components"].some((f) => Object.hasOwn(node, f))
  ) {
    diagnostics.report("paths-missing", {}, []);
  }
  if (kind === "schema" || shape.others !== undefined) return;
  for (const field of Object.keys(node)) {
    if (shape.fields.has(field) || field.startsWith("x-")) continue;
    const pointer = toPointer({ parent: path, token: field });
    const code: Code =
      kind === "pathItem" && isRecord(node[field])
        ? "method-unknown"
        : "field-unknown";
    const hint = hintFor(field, shape, code);
    const object = labelOf(kind);
    diagnostics.report(code, { object, field, hint }, pointer);
  }
};

const hintFor = (field: string, shape: Shape, code: Code): string => {
  const meant = nearest(field, [...shape.fields.keys()]);
  if (meant !== undefined) return `Did you mean ${meant}?`;
  return code === "method-unknown"
    ? "Use get, put, post, delete, options, head, patch, trace or query; others belong under additionalOperations."
    : "Correct the name, or begin it with x-.";
};
