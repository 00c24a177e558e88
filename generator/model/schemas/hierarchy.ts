/**
 * Discriminators by inheritance (OpenAPI 3.1.1 section 4.8.25): a schema with a discriminator is the
 * base of those that extend it with `allOf`, at any distance, and each of them has a value of its own.
 *
 * A schema that others extend has their values besides its own. Where the base itself is used, any of
 * its children can be there: it is the union of them.
 */
import type { Document, Schema, SchemaObject } from "../../openapi/document.js";
import { printReference } from "../../openapi/pointers.js";
import { resolveSchema } from "../references.js";
import { aliasedBy } from "./inheritance.js";
import {
  type DiscriminatedBase,
  type InheritanceNode,
  InheritanceGraph,
} from "./inheritance-graph.js";
import {
  type Constraint,
  literalsOf,
  propertyLiterals,
  typedValue,
} from "./literals.js";

const known = new WeakMap<Document, Hierarchy>();

export function hierarchyOf(document: Document): Hierarchy {
  const hierarchy = known.get(document) ?? new Hierarchy(document);
  known.set(document, hierarchy);
  return hierarchy;
}

export class Hierarchy {
  readonly #graph: InheritanceGraph;
  readonly #unions = new Map<SchemaObject, SchemaObject | undefined>();

  constructor(private readonly document: Document) {
    this.#graph = new InheritanceGraph(document);
  }

  /** What the schema says of a property itself, without what it extends. */
  #declared(schema: SchemaObject, property: string): Constraint {
    return propertyLiterals(
      this.document,
      schema,
      property,
      (other) => this.#graph.nodeFor(other) !== undefined,
    );
  }

  /** The values that select the schema itself among those that extend the base. */
  #ownValues(
    { name, schema }: InheritanceNode,
    base: DiscriminatedBase,
  ): readonly unknown[] {
    if (schema === base.fallback) return [];
    const { property } = base;
    const constraint = this.#declared(schema, property);
    const { allowed } = constraint;
    const wanted = this.#selecting(name, schema, base);
    const typed = wanted.map((value) =>
      typedValue(value, {
        ...this.#declared(base.schema, property),
        ...constraint,
      }),
    );
    if (!allowed) return typed;
    const fitting = typed.filter((value) => allowed.has(value));
    // The schema's own constant wins over the mapping.
    return fitting.length > 0 ? fitting : [...allowed];
  }

  #selecting(
    name: string,
    schema: SchemaObject,
    base: DiscriminatedBase,
  ): readonly string[] {
    const between = this.#graph.basesOf(schema);
    const others = between.filter(
      (other) => other !== base && other.property === base.property,
    );
    for (const one of [base, ...others]) {
      const mapped = one.mapped.get(schema);
      if (mapped) return mapped;
    }
    for (const other of between) {
      const parent = this.#graph.nodeFor(other.schema);
      // A base that distinguishes its own children by another property counts as one child of its base.
      if (parent && other.property !== base.property)
        if (this.#graph.basesOf(other.schema).includes(base))
          return this.#selecting(parent.name, other.schema, base);
    }
    const extension = extensions
      .map((key) => schema[key])
      .find((value) => typeof value === "string");
    if (typeof extension === "string") return [extension];
    return base.taken.has(name) ? [] : [name];
  }

  /** The values of a property that bases of a schema are told apart by: its own, and of what extends it. */
  #allValues(
    kin: InheritanceNode,
    base: DiscriminatedBase,
  ): readonly unknown[] {
    return [kin, ...this.#graph.descendantsOf(kin.schema)].flatMap((one) =>
      this.#ownValues(one, base),
    );
  }

  /** The constants that a schema gets from the discriminators of what it extends. */
  constantsOf(schema: SchemaObject): readonly SchemaObject[] {
    const properties = new Set(
      this.#graph.basesOf(schema).map(({ property }) => property),
    );
    return [...properties].flatMap((property): readonly SchemaObject[] => {
      const values = this.#injected(schema, property);
      const constant = this.constantSchema(property, values ?? []);
      return constant ? [constant] : [];
    });
  }

  /** The values to add to those that the schema and its bases list; undefined where there are none. */
  #injected(
    schema: SchemaObject,
    property: string,
  ): readonly unknown[] | undefined {
    const kin = this.#graph.nodeFor(schema);
    const bases = this.#graph
      .basesOf(schema)
      .filter((base) => base.property === property);
    if (!kin || bases.length === 0) return undefined;
    if (bases.some((base) => base.fallback === schema)) return undefined;
    const values = [
      ...new Set(bases.flatMap((base) => this.#allValues(kin, base))),
    ];
    const own = this.#declared(schema, property).allowed;
    const lists = own
      ? [own]
      : bases.flatMap((base) => {
          const { allowed } = this.#declared(base.schema, property);
          // A single value of the base is that of the base itself.
          return allowed && allowed.size > 1 ? [allowed] : [];
        });
    const fitting = values.filter((value) =>
      lists.every((list) => list.has(value)),
    );
    const isSaid = lists.some((list) => list.size === fitting.length);
    return fitting.length === 0 || isSaid ? undefined : fitting;
  }

  /** What is known of a property, with the constants that the schema gets. */
  constraintOf(schema: Schema, property: string): Constraint {
    const target = resolveSchema(this.document, schema);
    const { allowed, ...written } = propertyLiterals(
      this.document,
      schema,
      property,
    );
    const injected = target && this.#injected(target, property);
    if (injected) return { ...written, allowed: new Set(injected) };
    const own = target && this.#declared(target, property).allowed;
    const values = own ?? allowed;
    return { ...written, ...(values && { allowed: values }) };
  }

  /** An object whose property has one of the values. */
  constantSchema(
    property: string,
    values: readonly unknown[],
  ): SchemaObject | undefined {
    if (values.length === 0) return undefined;
    return {
      type: "object",
      required: [property],
      properties: {
        [property]:
          values.length === 1 ? { const: values[0] } : { enum: values },
      },
    };
  }

  /** All that can be where the schema is used; undefined where that is the schema itself. */
  unionOfDescendants(schema: SchemaObject): SchemaObject | undefined {
    if (!this.#unions.has(schema))
      this.#unions.set(schema, this.#makeUnion(schema));
    return this.#unions.get(schema);
  }

  #makeUnion(schema: SchemaObject): SchemaObject | undefined {
    const base = this.#graph.baseAt(schema);
    const kin = this.#graph.nodeFor(schema);
    if (!base || !kin || schema.oneOf || schema.anyOf) return undefined;
    const children = this.#graph.descendantsOf(schema);
    if (children.length === 0) return undefined;
    const taken = new Set(
      children.flatMap((child) => this.#ownValues(child, base)),
    );
    return {
      oneOf: [
        ...children.map((child) => this.#member(child, base)),
        ...this.#itself(kin, base, taken),
      ],
    };
  }

  /** A child, with the values that are its own where others extend it. */
  #member(child: InheritanceNode, base: DiscriminatedBase): Schema {
    const reference = referenceTo(child);
    const { allowed } = this.constraintOf(child.schema, base.property);
    const own = this.#ownValues(child, base).filter((value) =>
      allowed?.has(value),
    );
    const constant = this.constantSchema(base.property, own);
    return constant && allowed && own.length < allowed.size
      ? { allOf: [reference, constant] }
      : reference;
  }

  /** The base itself, with the values that no child has. */
  #itself(
    kin: InheritanceNode,
    base: DiscriminatedBase,
    taken: ReadonlySet<unknown>,
  ): Schema[] {
    const { property, schema, fallback } = base;
    const constraint = this.#declared(schema, property);
    const rest = [...(constraint.allowed ?? [])];
    const mapped = base.mapped.get(schema) ?? [];
    const values = [
      ...new Set([
        ...mapped.map((value) => typedValue(value, constraint)),
        ...rest,
      ]),
    ].filter((value) => !taken.has(value));
    const constant =
      fallback === schema
        ? { type: "object" }
        : this.constantSchema(property, values);
    return constant ? [{ allOf: [referenceTo(kin), constant] }] : [];
  }

  /** True if the schema has members besides those of the base that it is composed of. */
  extends(schema: SchemaObject): boolean {
    const { parents = [] } = this.#graph.nodeFor(schema) ?? {};
    return parents.length > 0 || aliasedBy(schema) === undefined;
  }

  /** The schema, without inherited constants that contradict its own discriminator value. */
  withoutConflictingLiterals(schema: SchemaObject): SchemaObject {
    let result = schema;
    for (const { property } of this.#graph.basesOf(schema)) {
      const { allowed } = this.constraintOf(schema, property);
      if (allowed)
        result = this.#without(result, property, (value) => allowed.has(value));
    }
    return result;
  }

  #without(
    schema: SchemaObject,
    property: string,
    isAllowed: (value: unknown) => boolean,
  ): SchemaObject {
    const contradicts = ({ allowed }: Constraint): boolean =>
      allowed !== undefined && ![...allowed].some(isAllowed);
    const { allOf, properties } = schema;
    const parts = allOf?.map((part) => {
      const target = resolveSchema(this.document, part);
      if (!target) return part;
      if (!contradicts(propertyLiterals(this.document, part, property)))
        return part;
      const { discriminator: _, ...members } = target;
      return this.#without(members, property, isAllowed);
    });
    const isChanged = parts?.some((part, index) => part !== allOf?.[index]);
    const declared = properties && Object.hasOwn(properties, property);
    const isFreed =
      declared && contradicts(literalsOf(this.document, properties[property]));
    if (!isChanged && !isFreed) return schema;
    return {
      ...schema,
      ...(parts && { allOf: parts }),
      ...(isFreed && { properties: { ...properties, [property]: true } }),
    };
  }
}

const extensions = ["x-ms-discriminator-value", "x-discriminator-value"];

const referenceTo = ({ name }: InheritanceNode): SchemaObject => ({
  $ref: printReference(["components", "schemas", name]),
});
