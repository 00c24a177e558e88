/**
 * What a schema inherits from the schemas that it is composed of.
 */
import type { Document, Schema, SchemaObject } from "../../openapi/document.js";
import type { Property } from "../../sdk/sdk.js";
import { isReference, isSchemaObject, resolveSchema } from "../references.js";

/** The schema with every schema that it refers to or that is one of its `allOf`. */
function derivedFrom(
  document: Document,
  schema: Schema | undefined,
): ReadonlySet<SchemaObject> {
  const schemas = new Set<SchemaObject>();
  const add = (part: Schema | undefined): void => {
    if (!isSchemaObject(part) || schemas.has(part)) return;
    schemas.add(part);
    if (part.$ref !== undefined) add(resolveSchema(document, part));
    part.allOf?.forEach(add);
  };
  add(schema);
  return schemas;
}

/** Names of all properties of a schema and of those it is composed of. */
export const propertyNamesOf = (
  document: Document,
  schema: Schema | undefined,
): ReadonlySet<string> =>
  new Set(
    [...derivedFrom(document, schema)].flatMap(({ properties = {} }) =>
      Object.keys(properties),
    ),
  );

/** An annotation of any part applies to the whole (2020-12 Core section 7.7.1). */
export function accessOf(
  document: Document,
  schema: SchemaObject,
): Property["access"] {
  const parts = [...derivedFrom(document, schema)];
  const readOnly = parts.some((part) => part.readOnly === true);
  const writeOnly = parts.some((part) => part.writeOnly === true);
  // With both, neither direction would have the property.
  if (readOnly === writeOnly) return undefined;
  return readOnly ? "readOnly" : "writeOnly";
}

/** True if values of the schema may have members that only a schema that extends it declares. */
export type IsBase = (schema: Schema | undefined) => boolean;

/** A schema with a discriminator is a base, and so is one that another component extends. */
export function makeIsBase(document: Document): IsBase {
  const { schemas = {} } = document.root.components ?? {};
  const extended = new Set(
    Object.values(schemas).flatMap((schema) =>
      isSchemaObject(schema) && !aliasedBy(schema)
        ? [schema, ...(schema.allOf ?? [])].flatMap((part) =>
            isReference(part) ? (resolveSchema(document, part) ?? []) : [],
          )
        : [],
    ),
  );
  const isBase: IsBase = (schema) => {
    const target = resolveSchema(document, schema);
    if (!target) return false;
    return (
      target.discriminator !== undefined ||
      extended.has(target) ||
      isBase(aliasedBy(target))
    );
  };
  return isBase;
}

/** What a schema is another name for: it describes that, and adds nothing to it. */
export function aliasedBy({
  $ref,
  allOf = [],
  ...others
}: SchemaObject): Schema | undefined {
  const [only, ...more] = $ref === undefined ? allOf : [{ $ref }, ...allOf];
  const adds = [
    "properties",
    "required",
    "additionalProperties",
    "oneOf",
    "anyOf",
  ];
  return more.length === 0 && !adds.some((keyword) => keyword in others)
    ? only
    : undefined;
}
