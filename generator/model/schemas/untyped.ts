/**
 * What schemas say and types leave out, found with its place: keywords that no type can say, and
 * whole numbers that JavaScript cannot hold. Each is reported once, where it stands first.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Document, Pointer } from "../../openapi/document.js";
import { conditionsOf } from "./conditions.js";
import { isExact } from "../exact.js";
import { isRecord } from "../../openapi/records.js";
import { subschemas } from "../references.js";

interface Found {
  readonly pointer: Pointer;
  count: number;
}

export function reportUntyped(
  document: Document,
  diagnostics: Diagnostics,
): void {
  const keywords = new Map<string, Found>();
  const inexact = new Map<string, Found>();
  const note = (all: Map<string, Found>, name: string, path: Pointer): void => {
    const before = all.get(name);
    if (before) before.count++;
    else all.set(name, { pointer: [...path, name], count: 1 });
  };
  visitSchemas(document, (schema, path) => {
    for (const keyword of conditionsOf(document, schema).untyped)
      note(keywords, keyword, path);
    for (const keyword of numeric)
      if (!isExact(schema[keyword])) note(inexact, keyword, path);
  });
  for (const [keyword, { pointer, count }] of keywords)
    diagnostics.report(
      "keyword-untyped",
      { keyword, more: others(count) },
      pointer,
    );
  for (const [keyword, { pointer, count }] of inexact)
    diagnostics.report(
      "integer-inexact",
      { keyword, more: others(count) },
      pointer,
    );
}

const numeric = ["default", "const", "enum", "example"] as const;

const others = (count: number): string =>
  count === 1 ? "" : ` (and ${count - 1} more)`;

/** Called for each schema, with where it stands; the path is good until the next call. */
type Visitor = (schema: Record<string, unknown>, path: Pointer) => void;

/** Every schema of the document. */
function visitSchemas({ root }: Document, visitor: Visitor): void {
  for (const [name, schema] of Object.entries(root.components?.schemas ?? {}))
    visitInside(schema, ["components", "schemas", name], visitor);
  for (const part of ["components", "paths", "webhooks"])
    visitSchemasIn(root[part], [part], visitor);
}

/** The schemas of parameters, bodies and responses: whatever stands under `schema`. */
function visitSchemasIn(node: unknown, path: string[], visitor: Visitor): void {
  if (typeof node !== "object" || node === null) return;
  const isList = Array.isArray(node);
  for (const [name, value] of Object.entries(node)) {
    if (typeof value !== "object" || value === null) continue;
    if (!isList && (opaque.has(name) || name.startsWith("x-"))) continue;
    path.push(name);
    if (!isList && (name === "schema" || name === "itemSchema"))
      visitInside(value, path, visitor);
    else visitSchemasIn(value, path, visitor);
    path.pop();
  }
}

/** Not to be looked into: schemas that are walked by name, and values. */
const opaque = new Set(["schemas", "example", "examples", "default", "enum"]);

function visitInside(schema: unknown, path: string[], visitor: Visitor): void {
  if (!isRecord(schema)) return;
  visitor(schema, path);
  subschemas(schema, (child, ...tokens) => {
    path.push(...tokens);
    visitInside(child, path, visitor);
    path.length -= tokens.length;
  });
}
