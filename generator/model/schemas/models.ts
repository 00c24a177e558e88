/**
 * The named types: every component schema, what references name besides, and the bodies of
 * operations that have no name of their own.
 */
import type { Document, Schema } from "../../openapi/document.js";
import type {
  Declaration,
  Doc,
  EnumMember,
  Model,
  Name,
  Property,
  Text,
  Type,
} from "../../sdk/sdk.js";
import { Declarations, withoutCycles } from "./declarations.js";
import { docOf } from "./docs.js";
import { membersOf } from "./enum-members.js";
import { accessOf, propertyNamesOf } from "./inheritance.js";
import { isComponent, settleModelNames } from "../names/model-names.js";
import type { Scope } from "../names/names.js";
import { collectModels, isSchemaObject } from "../references.js";
import { Normalizer } from "./schemas.js";
import { intersection, joinProperties, keyword, union } from "./simplify.js";
import { typeReader, type TypeReader } from "./types.js";
import { viewer, type Roots, type Views } from "./views.js";

/** A named type before it is known who sends it and who receives it. */
interface RawModel {
  readonly name: Name;
  readonly type: Type;
  readonly doc: Doc;
  readonly wireName?: Text;
  readonly members?: readonly EnumMember[];
}

interface ModelOptions {
  readonly document: Document;
  readonly scope: Scope;
  readonly openEnums: boolean;
  readonly textFormats: ReadonlySet<string>;
  readonly enumConstants: boolean;
  /** Names that the config asks for, by the name of the schema. */
  readonly wanted: Readonly<Record<string, string>>;
  /** The schemas of the operations, where references outside the components are found. */
  readonly schemas: Iterable<Schema>;
}

/** Of models that were looked at: they are named again and again. */
type FieldsByName = Map<Name, readonly Property[] | undefined>;

export class Models {
  readonly #scope: Scope;
  readonly #normalizer: Normalizer;
  readonly #typeOf: TypeReader;
  readonly #raw = new Map<Name, RawModel>();
  readonly #types = new WeakMap<object, Type>();

  constructor(options: ModelOptions) {
    const { document, scope, openEnums, textFormats, schemas } = options;
    this.#scope = scope;
    const keys = collectModels(document, schemas);
    const names = settleModelNames(keys, options);
    const nameOf = (key: string): Name => {
      const name = names.get(key);
      if (name === undefined) throw new Error(`no model for ${key}`);
      return name;
    };
    this.#normalizer = new Normalizer(document, keys);
    const sources = new Map(keys.all().map((source) => [source.key, source]));
    this.#typeOf = typeReader({
      origins: this.#normalizer.origins,
      nameOf,
      propertiesOf: (key) =>
        propertyNamesOf(document, sources.get(key)?.schema),
      accessOf: (schema) => accessOf(document, schema),
      openEnums,
      textFormats,
    });
    for (const source of keys.all()) {
      const name = nameOf(source.key);
      const members = options.enumConstants
        ? membersOf(source.schema)
        : undefined;
      this.#raw.set(name, {
        name,
        type: this.#typeOf(this.#normalizer.define(source.schema)),
        doc: isSchemaObject(source.schema) ? docOf(source.schema) : {},
        ...(members && { members }),
        ...(isComponent(source) && {
          wireName: (source.pointer[2] ?? "") as Text,
        }),
      });
    }
  }

  /** The type of any schema of the document, with both directions still in it. */
  typeOf(schema: Schema | undefined): Type {
    if (schema === undefined) return keyword("unknown");
    const known = isSchemaObject(schema) ? this.#types.get(schema) : undefined;
    if (known) return known;
    const type = this.#typeOf(this.#normalizer.normalize(schema));
    if (isSchemaObject(schema)) this.#types.set(schema, type);
    return type;
  }

  /**
   * Gives an object type without a name one, so that editors show `ListKeysResponse` and not its
   * fields; other types are returned as they are.
   */
  named(type: Type, wanted: string, doc: Doc): Type {
    if (type.kind === "array") {
      const item = this.named(type.item, wanted + "Item", {});
      return item === type.item ? type : { ...type, item };
    }
    const isObject =
      (type.kind === "object" && type.properties.length > 0) ||
      (type.kind === "intersection" &&
        type.members.some(({ kind }) => kind === "object"));
    if (!isObject) return type;
    const name = this.#scope.claim({
      id: `type ${wanted}`,
      wanted,
      spelling: wanted,
    });
    this.#raw.set(name, { name, type, doc });
    return { kind: "model", name };
  }

  /** The fields of an object type, through names and intersections; undefined when it is none. */
  fieldsOf(
    type: Type,
    known: FieldsByName = new Map(),
  ): readonly Property[] | undefined {
    switch (type.kind) {
      case "object":
        return type.index ? undefined : type.properties;
      case "model": {
        if (known.has(type.name)) return known.get(type.name);
        // What is made of itself has no fields that could be listed.
        known.set(type.name, undefined);
        const model = this.#raw.get(type.name);
        const fields = model && this.fieldsOf(model.type, known);
        known.set(type.name, fields);
        return fields;
      }
      case "withRequired":
        return this.fieldsOf(type.of, known)?.map((field) =>
          type.keys.includes(field.name)
            ? { ...field, optional: false }
            : field,
        );
      case "intersection": {
        const fields = new Map<Text, Property>();
        const rules = type.members.filter(({ kind }) => kind === "union");
        for (const member of type.members) {
          if (member.kind === "union") continue;
          const inherited = this.fieldsOf(member, known);
          if (!inherited) return undefined;
          for (const field of inherited) {
            const before = fields.get(field.name);
            fields.set(field.name, before ? bothFields(before, field) : field);
          }
        }
        return rules.every((rule) => isRuleFor(rule, fields))
          ? [...fields.values()]
          : undefined;
      }
      default:
        return undefined;
    }
  }

  /** What a name stands for. */
  typeOfModel(name: Name): Type | undefined {
    return this.#raw.get(name)?.type;
  }

  /** The type that a name leads to, through any number of other names. */
  unaliased(type: Type): Type {
    let target = type;
    for (let depth = 0; target.kind === "model" && depth < 50; depth++) {
      const model = this.#raw.get(target.name);
      if (!model) break;
      target = model.type;
    }
    return target;
  }

  /** The type with names followed through unions and arrays, not into objects. */
  expanded(type: Type, depth = 0): Type {
    const target = this.unaliased(type);
    if (depth > 20) return target;
    if (target.kind === "array")
      return { ...target, item: this.expanded(target.item, depth + 1) };
    return target.kind === "union"
      ? union(target.members.map((member) => this.expanded(member, depth + 1)))
      : target;
  }

  /** `A | null` -> `A`. */
  withoutNull(type: Type): Type {
    const target = this.unaliased(type);
    if (target.kind !== "union") return type;
    const rest = target.members.filter(
      (member) => !(member.kind === "keyword" && member.keyword === "null"),
    );
    const [only] = rest;
    return rest.length === 1 && only ? only : type;
  }

  /** Settles the directions and returns the declarations, with the view of each direction. */
  finish(roots: Roots): { models: readonly Model[]; views: Views } {
    const raw = withoutCycles(this.#raw);
    const views = viewer(raw, roots, (wanted) =>
      this.#scope.claim({ id: `type ${wanted}`, wanted, spelling: wanted }),
    );
    const models = [...raw.values()].flatMap((model) =>
      views
        .of(model)
        .map(({ name, type }): RawModel => ({ ...model, name, type })),
    );
    const declarations = new Declarations(
      new Map(models.map((model) => [model.name, model])),
    );
    return {
      views,
      models: models.map((model) => ({
        name: model.name,
        doc: model.doc,
        ...(model.wireName !== undefined && { wireName: model.wireName }),
        declaration: withMembers(declarations.of(model.type), model),
      })),
    };
  }
}

/** True if a union only says which of these fields go together. */
const isRuleFor = (type: Type, fields: ReadonlyMap<Text, Property>): boolean =>
  type.kind === "union"
    ? type.members.every((member) => isRuleFor(member, fields))
    : type.kind === "object" &&
      !type.index &&
      type.properties.every(
        (property) =>
          isNever(property.type) ||
          JSON.stringify(fields.get(property.name)?.type) ===
            JSON.stringify(property.type),
      );

const isNever = (type: Type): boolean =>
  type.kind === "keyword" && type.keyword === "never";

const withMembers = (
  declaration: Declaration,
  { members }: RawModel,
): Declaration =>
  declaration.kind === "alias" && members
    ? { ...declaration, members }
    : declaration;

/** One property of two parts that both hold. */
const bothFields = (a: Property, b: Property): Property =>
  joinProperties(a, b) ?? {
    ...b,
    type: intersection([a.type, b.type]),
    optional: a.optional && b.optional,
  };
