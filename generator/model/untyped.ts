/**
 * What schemas say and types leave out, found with its place: keywords that no type can say, and
 * whole numbers that JavaScript cannot hold. Each is reported once, where it stands first.
 */
import type { Diagnostics } from "../diagnostics.js";
import type { Document, Pointer } from "../document.js";
import { conditionsOf } from "./conditions.js";
import { isExact } from "./exact.js";
import { isRecord, subschemas } from "./references.js";

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
  const note = (
    all: Map<string, Found>,
    name: string,
    pointer: Pointer,
  ): void => {
    const before = all.get(name);
    if (before) before.count++;
    else all.set(name, { pointer, count: 1 });
  };
  for (const { schema, pointer } of allSchemas(document)) {
    for (const keyword of conditionsOf(document, schema).untyped)
      note(keywords, keyword, [...pointer, keyword]);
    for (const keyword of numeric)
      if (!isExact(schema[keyword]))
        note(inexact, keyword, [...pointer, keyword]);
  }
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

interface Place {
  readonly schema: Record<string, unknown>;
  readonly pointer: Pointer;
}

/** Every schema of the document, where it stands. */
function* allSchemas({ root }: Document): Generator<Place> {
  for (const [name, schema] of Object.entries(root.components?.schemas ?? {}))
    yield* inside(schema, ["components", "schemas", name]);
  for (const part of ["components", "paths", "webhooks"])
    yield* schemasIn(root[part], [part]);
}

/** The schemas of parameters, bodies and responses: whatever stands under `schema`. */
function* schemasIn(node: unknown, pointer: Pointer): Generator<Place> {
  if (Array.isArray(node))
    for (const [index, item] of node.entries())
      yield* schemasIn(item, [...pointer, String(index)]);
  if (!isRecord(node)) return;
  for (const [name, value] of Object.entries(node)) {
    if (typeof value !== "object" || opaque.has(name) || name.startsWith("x-"))
      continue;
    const at = [...pointer, name];
    if (name === "schema" || name === "itemSchema") yield* inside(value, at);
    else yield* schemasIn(value, at);
  }
}

/** Not to be looked into: schemas that are walked by name, and values. */
const opaque = new Set(["schemas", "example", "examples", "default", "enum"]);

function* inside(schema: unknown, pointer: Pointer): Generator<Place> {
  if (!isRecord(schema)) return;
  yield { schema, pointer };
  for (const [child, path] of subschemas(schema))
    yield* inside(child, [...pointer, ...path]);
}
