/**
 * Which component schemas extend which with `allOf`, and which of them have a discriminator.
 */
import type { Document, SchemaObject } from "../../openapi/document.js";
import { isReference, isSchemaObject, resolveSchema } from "../references.js";
import { aliasedBy } from "./inheritance.js";

/** A component schema, by what it extends. */
export interface InheritanceNode {
  readonly name: string;
  readonly schema: SchemaObject;
  readonly parents: readonly SchemaObject[];
}

/** A schema with a discriminator. */
export interface DiscriminatedBase {
  readonly schema: SchemaObject;
  readonly property: string;
  /** Schema -> the values that select it. */
  readonly mapped: ReadonlyMap<SchemaObject, readonly string[]>;
  /** The values that have a schema: no other is selected by them, even if it has such a name. */
  readonly taken: ReadonlySet<string>;
  readonly fallback: SchemaObject | undefined;
}

export class InheritanceGraph {
  readonly #kin = new Map<SchemaObject, InheritanceNode>();
  readonly #bases = new Map<SchemaObject, DiscriminatedBase>();
  readonly #children = new Map<SchemaObject, InheritanceNode[]>();

  constructor(private readonly document: Document) {
    const { schemas = {} } = document.root.components ?? {};
    // The order of a document says nothing.
    const sorted = Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [, schema] of sorted)
      if (isSchemaObject(schema)) this.#addBase(schema);
    const mapped = new Set(
      [...this.#bases.values()].flatMap((base) => [...base.mapped.keys()]),
    );
    for (const [name, schema] of sorted) {
      if (!isSchemaObject(schema) || schema.$ref !== undefined) continue;
      // Another name for a base is no child of it.
      const isAlias = aliasedBy(schema) !== undefined && !mapped.has(schema);
      const parents = isAlias ? [] : this.#parentsOf(schema);
      const kin = { name, schema, parents };
      this.#kin.set(schema, kin);
      for (const parent of parents)
        this.#children.set(parent, [
          ...(this.#children.get(parent) ?? []),
          kin,
        ]);
    }
  }

  #addBase(schema: SchemaObject): void {
    const { discriminator } = schema;
    if (!discriminator) return;
    const targetAt = ($ref: string): SchemaObject | undefined =>
      resolveSchema(this.document, { $ref });
    const mapped = new Map<SchemaObject, readonly string[]>();
    for (const [value, $ref] of Object.entries(discriminator.mapping ?? {})) {
      const target = targetAt($ref);
      if (target) mapped.set(target, [...(mapped.get(target) ?? []), value]);
    }
    const { propertyName, defaultMapping } = discriminator;
    this.#bases.set(schema, {
      schema,
      property: propertyName,
      mapped,
      taken: new Set(Object.keys(discriminator.mapping ?? {})),
      fallback:
        defaultMapping === undefined ? undefined : targetAt(defaultMapping),
    });
  }

  #parentsOf({ allOf = [] }: SchemaObject): readonly SchemaObject[] {
    const parents = allOf.flatMap((part) =>
      isReference(part)
        ? (resolveSchema(this.document, part) ?? [])
        : isSchemaObject(part)
          ? this.#parentsOf(part)
          : [],
    );
    return [...new Set(parents)];
  }

  /** All that a schema extends, the nearest first. */
  ancestorsOf(schema: SchemaObject): readonly SchemaObject[] {
    const found = new Set(this.#kin.get(schema)?.parents);
    // A set that grows while it is read is read to its end.
    for (const one of found)
      for (const next of this.#kin.get(one)?.parents ?? []) found.add(next);
    found.delete(schema);
    return [...found];
  }

  descendantsOf(schema: SchemaObject): readonly InheritanceNode[] {
    const found = new Set(this.#children.get(schema));
    for (const one of found)
      for (const next of this.#children.get(one.schema) ?? []) found.add(next);
    return [...found]
      .filter((one) => one.schema !== schema)
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The bases of a schema, the nearest first. */
  basesOf(schema: SchemaObject): readonly DiscriminatedBase[] {
    return this.ancestorsOf(schema).flatMap(
      (one) => this.#bases.get(one) ?? [],
    );
  }

  nodeFor = (schema: SchemaObject): InheritanceNode | undefined =>
    this.#kin.get(schema);

  baseAt = (schema: SchemaObject): DiscriminatedBase | undefined =>
    this.#bases.get(schema);
}
