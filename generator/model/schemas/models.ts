/**
 * The named types: component schemas, other schemas that references lead to, and the anonymous bodies
 * of operations.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Document, Schema, SchemaObject } from "../../openapi/document.js";
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
import { fieldsOf } from "./fields.js";
import { membersOf } from "./enum-members.js";
import { accessOf, propertyNamesOf } from "./inheritance.js";
import {
  isComponent,
  settleModelNames,
  spellingOf,
} from "../names/model-names.js";
import { nameOf, type NameLedger, type Scope } from "../names/names.js";
import {
  collectModels,
  isSchemaObject,
  type ModelSource,
} from "../references.js";
import { hierarchyOf } from "./hierarchy.js";
import { baseKeyOf, Normalizer } from "./schemas.js";
import { isKeyword, keywordType, union, withoutHints } from "./simplify.js";
import { withOpenModels } from "./open-enums.js";
import { typeReader, type TypeReader } from "./types.js";
import { createViews, type ExchangedTypes, type Views } from "./views.js";

/** A named type before it is known in which directions it travels. */
interface RawModel {
  readonly name: Name;
  readonly type: Type;
  readonly doc: Doc;
  readonly wireName?: Text;
  readonly formOf?: Name;
  readonly members?: readonly EnumMember[];
  readonly preferredName?: Name;
}

interface ModelOptions {
  readonly document: Document;
  readonly scope: Scope;
  readonly openEnums: boolean;
  readonly textFormats: ReadonlySet<string>;
  readonly enumConstants: boolean;
  readonly ledger: NameLedger;
  readonly diagnostics: Diagnostics;
  /** Names that the config asks for, by the name of the schema. */
  readonly wanted: Readonly<Record<string, string>>;
  /** Names without what a framework adds to them, by the name of the schema. */
  readonly spellings: ReadonlyMap<string, string>;
  /** The schemas of the operations, where references outside the components are found. */
  readonly schemas: Iterable<Schema>;
}

export class Models {
  readonly #scope: Scope;
  readonly #normalizer: Normalizer;
  readonly #typeOf: TypeReader;
  readonly #textFormats: ReadonlySet<string>;
  readonly #raw = new Map<Name, RawModel>();
  readonly #types = new WeakMap<object, Type>();

  constructor(options: ModelOptions) {
    const { document, scope, openEnums, textFormats, schemas } = options;
    this.#textFormats = textFormats;
    this.#scope = scope;
    const keys = collectModels(document, schemas);
    const settled = settleModelNames(keys, options);
    const names = new Map([...settled].map(([key, { name }]) => [key, name]));
    this.#normalizer = new Normalizer(document, keys);
    const hierarchy = hierarchyOf(document);
    const sources = new Map<string, ModelSource>();
    for (const source of keys.all()) {
      const { key, schema } = source;
      sources.set(key, source);
      if (!isSchemaObject(schema) || !hierarchy.unionOfDescendants(schema))
        continue;
      sources.set(baseKeyOf(key), source);
      names.set(baseKeyOf(key), this.#claim(`${nameOf(names, key)}Base`));
    }
    this.#typeOf = typeReader({
      origins: this.#normalizer.origins,
      nameOf: (key) => nameOf(names, key),
      propertiesOf: (key) =>
        propertyNamesOf(document, sources.get(key)?.schema),
      accessOf: (schema) => accessOf(document, schema),
      openEnums,
      textFormats,
    });
    for (const source of keys.all()) {
      const { schema } = source;
      const name = nameOf(names, source.key);
      const wanted = settled.get(source.key)?.wanted;
      const members =
        options.enumConstants && isSchemaObject(schema) && schema.enum?.length
          ? this.#membersOf(schema, source, options)
          : undefined;
      const doc = this.docOf(schema, spellingOf(source, options.spellings));
      const union =
        isSchemaObject(schema) && hierarchy.unionOfDescendants(schema);
      const own = this.#typeOf(this.#normalizer.definitionOf(schema));
      if (union) {
        const base = nameOf(names, baseKeyOf(source.key));
        this.#raw.set(base, { name: base, type: own, doc });
      }
      this.#raw.set(name, {
        name,
        type: union ? this.#typeOf(this.#normalizer.definitionOf(union)) : own,
        doc,
        ...(members && { members }),
        ...(wanted !== undefined &&
          wanted !== (name as string) && { preferredName: wanted as Name }),
        ...(isComponent(source) && {
          wireName: (source.pointer[2] ?? "") as Text,
        }),
      });
    }
    // once all that a name can lead to is known
    for (const [name, model] of this.#raw)
      this.#raw.set(name, { ...model, type: this.#opened(model.type) });
  }

  #membersOf(
    schema: SchemaObject,
    source: ModelSource,
    { ledger, diagnostics }: ModelOptions,
  ): readonly EnumMember[] | undefined {
    const { pointer } = source;
    const of = isComponent(source) ? (pointer[2] ?? "") : pointer.join("/");
    const members = membersOf(schema, { ledger, of });
    if (!members) diagnostics.report("enum-no-constant", { name: of }, pointer);
    return members?.length ? members : undefined;
  }

  #opened = (type: Type): Type =>
    withOpenModels(type, (name) => this.typeOfModel(name));

  /** What is said of values of a schema. */
  docOf(schema: Schema | undefined, name?: string): Doc {
    return isSchemaObject(schema) ? docOf(schema, this.#textFormats, name) : {};
  }

  /** The type of any schema, with the properties of both directions. */
  typeOf(schema: Schema | undefined): Type {
    if (schema === undefined) return keywordType("unknown");
    const known = isSchemaObject(schema) ? this.#types.get(schema) : undefined;
    if (known) return known;
    const type = this.#opened(this.#typeOf(this.#normalizer.normalize(schema)));
    if (isSchemaObject(schema)) this.#types.set(schema, type);
    return type;
  }

  /**
   * Names an anonymous object type, so that editors show `ListKeysResponse` and not its fields; other
   * types are returned as they are.
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
    const name = this.#claim(wanted);
    this.#raw.set(name, { name, type, doc });
    return { kind: "model", name };
  }

  #claim(wanted: string): Name {
    return this.#scope.claim({
      id: `type ${wanted}`,
      wanted,
      spelling: wanted,
    });
  }

  /** The fields of an object type, through names and intersections; undefined when it is none. */
  fieldsOf = (type: Type): readonly Property[] | undefined =>
    fieldsOf(type, {
      typeOf: (name) => this.typeOfModel(name),
      mayBeOpen: false,
    });

  /** The fields that an object declares, whether or not it may have others. */
  declaredFieldsOf = (type: Type): readonly Property[] | undefined =>
    fieldsOf(type, {
      typeOf: (name) => this.typeOfModel(name),
      mayBeOpen: true,
    });

  /** The type that a name is declared with. */
  typeOfModel(name: Name): Type | undefined {
    return this.#raw.get(name)?.type;
  }

  /** The type that a name leads to, through up to 50 other names. */
  unaliased(type: Type, depth = 0): Type {
    const target = type.kind === "model" && this.typeOfModel(type.name);
    return target && depth < 50 ? this.unaliased(target, depth + 1) : type;
  }

  /**
   * The type with names followed through unions, and into the items of arrays: not into objects or
   * arrays of arrays, and not through more than 20 unions.
   */
  expanded(type: Type): Type {
    const unionOf = (one: Type): readonly Type[] => this.#alternatives(one);
    return withoutHints(
      union(
        unionOf(type).map((part) =>
          part.kind === "array"
            ? { ...part, item: withoutHints(union(unionOf(part.item))) }
            : part,
        ),
      ),
    );
  }

  /** What a type leads to through unions, each of which is followed once. */
  #alternatives(
    type: Type,
    followed = new Set<Type>(),
    depth = 0,
  ): readonly Type[] {
    const target = this.unaliased(type);
    if (target.kind !== "union" || depth > 20) return [target];
    if (followed.has(target)) return [];
    followed.add(target);
    return target.members.flatMap((member) =>
      this.#alternatives(member, followed, depth + 1),
    );
  }

  /** `A | null` -> `A`. */
  withoutNull(type: Type): Type {
    const target = this.unaliased(type);
    if (target.kind !== "union") return type;
    const [only, ...more] = target.members.filter(
      (member) => !isKeyword(member, "null"),
    );
    return only && more.length === 0 ? only : type;
  }

  /** @returns the declarations, once the types that travel in each direction are known */
  finish(roots: ExchangedTypes): { models: readonly Model[]; views: Views } {
    const raw = withoutCycles(this.#raw);
    const views = createViews(raw, roots, (wanted) => this.#claim(wanted));
    const models = [...raw.values()].flatMap((model) =>
      views.of(model).map((view, index, [first]): RawModel => ({
        // Callers look for the model under that name, not for its form for the other direction.
        ...(view.name === model.name ? model : withoutPreferredName(model)),
        ...view,
        ...(index > 0 && first && { formOf: first.name }),
      })),
    );
    const declarations = new Declarations(
      new Map(models.map((model) => [model.name, model])),
    );
    return {
      views,
      models: models.map(({ type, members, ...model }) => ({
        ...model,
        declaration: withMembers(declarations.of(type), members),
      })),
    };
  }
}

const withoutPreferredName = ({
  preferredName: _,
  ...model
}: RawModel): RawModel => model;

const withMembers = (
  declaration: Declaration,
  members: readonly EnumMember[] | undefined,
): Declaration =>
  declaration.kind === "alias" && members
    ? { ...declaration, members }
    : declaration;
