/**
 * What a schema declares in all: through references, `allOf`, and each of its `oneOf` and `anyOf`.
 */
import type { Document, Schema, SchemaObject } from "../../openapi/document.js";
import { isReference, isSchemaObject, resolveSchema } from "../references.js";

/** The schemas that describe one alternative together. */
export type Parts = readonly SchemaObject[];

/** More alternatives than a person would tell apart: they are not looked at one by one. */
const most = 500;

/**
 * The alternatives of a schema, each of which is looked at once: a schema that contains itself has no
 * more than it has without that. None where there are no keywords.
 */
export function alternativesOf(
  document: Document,
  schema: Schema | undefined,
  known = new Map<SchemaObject, readonly Parts[]>(),
): readonly Parts[] {
  const target = resolveSchema(document, schema);
  if (!target) return [];
  const before = known.get(target);
  if (before) return before;
  known.set(target, []);
  const inner = (one: Schema): readonly Parts[] =>
    alternativesOf(document, one, known);
  let all: readonly Parts[] = [[target]];
  const choices = [
    ...(target.allOf ?? []).map(inner),
    ...[target.oneOf, target.anyOf].map((list = []) =>
      list.filter(isNotNull).flatMap(inner),
    ),
    // A reference may have other keywords beside it.
    isReference(schema) ? [[schema]] : [],
  ];
  for (const choice of choices)
    if (choice.length > 0)
      all = all
        .flatMap((parts) => choice.map((more) => [...parts, ...more]))
        .slice(0, most);
  known.set(target, all);
  return all;
}

const isNotNull = (schema: Schema): boolean =>
  !isSchemaObject(schema) || schema.type !== "null";

/** The names of the properties that the schemas declare or require. */
export const declaredBy = (parts: Parts): readonly string[] =>
  parts.flatMap(({ properties = {}, required = [] }) => [
    ...Object.keys(properties),
    ...required,
  ]);

/** True if an alternative of the schema declares the property. */
export const declares = (
  document: Document,
  schema: Schema | undefined,
  property: string,
): boolean =>
  alternativesOf(document, schema).some((parts) =>
    declaredBy(parts).includes(property),
  );
