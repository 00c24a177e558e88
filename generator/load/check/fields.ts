/**
 * Fields that are missing, and fields that OpenAPI does not know.
 */
import type { DiagnosticCode } from "../../diagnostics/diagnostics.js";
import { nearest } from "../../config/nearest.js";
import { leaveOut } from "./leave-out.js";
import type { ObjectCheck, CheckContext } from "./context.js";
import {
  type ObjectKind,
  kindLabel,
  type ObjectShape,
  shapeOf,
} from "../../openapi/grammar.js";
import type { Pointer } from "../../openapi/document.js";
import {
  child,
  parseReference,
  type Path,
  toPointer,
} from "../../openapi/pointers.js";
import { type JsonObject, isRecord } from "../../openapi/records.js";
import { hasReference } from "../../openapi/walk.js";

export const checkFields = (
  node: Readonly<JsonObject>,
  kind: ObjectKind,
  path: Path | undefined,
  context: CheckContext,
): void => {
  const { diagnostics, fixes } = context;
  if (hasReference(node, kind)) return;
  const shape = shapeOf(kind);
  const object = kindLabel(kind);
  for (const [field, { presence }] of shape.requiredOrExpected) {
    // Nothing after the colon is no value; it is reported as that too.
    if (Object.hasOwn(node, field) && node[field] !== null) continue;
    const pointer = toPointer(path);
    if (field === "info") {
      diagnostics.report("info-missing", {}, pointer);
      fixes.set(["info"], { title: context.fileTitle, version: "0.0.0" });
    } else if (presence === "required") {
      if (kind === "openapi" || (pointer[0] === "servers" && kind !== "server"))
        diagnostics.report("field-missing", { object, field }, pointer);
      else {
        const effect = leaveOut(path, context, kind);
        diagnostics.report("field-needed", { object, field, effect }, pointer);
      }
    } else {
      diagnostics.report("field-expected", { object, field }, pointer);
      fixes.set([...pointer, field], "");
    }
  }
  if (
    kind === "openapi" &&
    !["paths", "webhooks", "components"].some((f) => Object.hasOwn(node, f))
  ) {
    diagnostics.report("paths-missing", {}, []);
  }
  if (shape.patterned !== undefined) return;
  for (const field of Object.keys(node)) {
    if (field.startsWith("x-")) continue;
    if (!shape.fields.has(field)) {
      // What references lead to is read, wherever it is.
      if (
        (kind === "openapi" || kind === "components") &&
        isReferredTo(toPointer(path, field), context.root)
      )
        continue;
      const code = unknownCode(kind, node[field]);
      const details = { object, field, hint: hintFor(field, shape, code) };
      diagnostics.report(code, details, toPointer(path, field));
    }
  }
};

/** True if a reference of the document leads into the field. */
function isReferredTo(field: Pointer, root: unknown): boolean {
  const open: unknown[] = [root];
  // A value can be in several places.
  const seen = new Set<unknown>();
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== "object" || value === null || seen.has(value))
      continue;
    seen.add(value);
    const $ref = child(value, "$ref");
    const target = typeof $ref === "string" ? parseReference($ref) : undefined;
    if (target && field.every((token, index) => target[index] === token))
      return true;
    for (const member of Object.values(value)) open.push(member);
  }
  return false;
}

const unknownCode = (kind: ObjectKind, value: unknown): DiagnosticCode => {
  if (kind === "schema") return "keyword-unknown";
  return kind === "pathItem" && isRecord(value)
    ? "method-unknown"
    : "field-unknown";
};

const dialects =
  /^https?:\/\/(?:spec\.openapis\.org\/oas\/3\.\d+\/dialect\/|json-schema\.org\/draft\/20)/;

/** Other dialects may give keywords another meaning. */
export const checkDialect: ObjectCheck = (
  { jsonSchemaDialect: dialect },
  _path,
  { diagnostics },
) => {
  if (typeof dialect !== "string" || dialects.test(dialect)) return;
  diagnostics.report("schema-dialect", { dialect }, ["jsonSchemaDialect"]);
};

const hintFor = (
  field: string,
  shape: ObjectShape,
  code: DiagnosticCode,
): string => {
  const meant = nearest(field, [...shape.fields.keys()]);
  if (meant !== undefined) return `Did you mean ${meant}?`;
  return code === "method-unknown"
    ? "Use get, put, post, delete, options, head, patch, trace or query; others belong under additionalOperations."
    : "Correct the name, or begin it with x-.";
};
