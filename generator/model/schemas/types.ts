/**
 * Schemas become types: openapi-typescript transforms them, and its tree is read into ours.
 *
 * Its own reader is left out (it resolves and lints the document a second time, half the time of a
 * run) and so is its printer: our tree keeps the names of the document apart from the names of the
 * code, so that one module alone turns text into code.
 */
import type { SchemaObject } from "../../openapi/document.js";
import type {
  Name,
  ObjectType,
  Property,
  Text,
  TupleItem,
  Type,
} from "../../sdk/sdk.js";
import { docOf } from "./docs.js";
import type { Origins } from "./schemas.js";
import { emptyMark } from "./keywords.js";
import { isText } from "./text-formats.js";
import { opened } from "./open-enums.js";
import {
  factory,
  type IntersectionNode,
  type PropertySignature,
  type TupleNode,
  type TypeLiteral,
  type TypeNode,
  type TypeReference,
} from "../../libraries/plain-typescript.js";
import { intersection, noKeys, union, withIndex } from "./simplify.js";
import {
  type Context,
  loadTransform,
  type Options,
} from "../../libraries/transform.js";
import { indexOf, keyOf, keywordOf, literal, literalOf } from "./type-nodes.js";

const transformSchemaObject = loadTransform();

export interface TypeReader {
  /** The type of a normalised schema. */
  read(schema: unknown): Type;
}

export interface TypeReaderOptions {
  readonly origins: Origins;
  /** The name of the model that a reference's key stands for. */
  readonly nameOf: (key: string) => Name;
  /** Properties that a reference leads to, for `required` beside `allOf`. */
  readonly propertiesOf: (key: string) => Readonly<Record<string, unknown>>;
  /** Is the property, followed through references, only for one direction? */
  readonly accessOf: (schema: SchemaObject) => Property["access"];
  readonly openEnums: boolean;
  /** Formats that are typed as text: the options `int64` and `dates`. */
  readonly textFormats: ReadonlySet<string>;
}

export function typeReader(options: TypeReaderOptions): TypeReader {
  /** What a property signature was made from. */
  const schemas = new WeakMap<PropertySignature, SchemaObject>();
  /** Marks for what plain TypeScript types do not tell apart. */
  const marks = new WeakMap<TypeNode, Type>();
  const tuples = new WeakMap<TupleNode, TupleOptions>();

  const context: Context = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: false,
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    propertiesRequiredByDefault: false,
    readWriteMarkers: true,
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: mark,
    transformProperty(property, schema) {
      const origin = options.origins.get(schema);
      if (origin) schemas.set(property, origin);
      return undefined;
    },
    resolve: ($ref) => ({ properties: options.propertiesOf(keyOf($ref)) }),
  };

  /** A node of TypeScript that stands for a type of ours. */
  function marked(type: Type): TypeNode {
    const marker = factory.createTypeReferenceNode("Marked");
    marks.set(marker, type);
    return marker;
  }

  /** Called by openapi-typescript for every schema that has a type. */
  function mark(schema: object, node: Options): TypeNode | undefined {
    const { type, format } = schema as SchemaObject;
    if (typeof schema === "object" && emptyMark in schema)
      return marked(noKeys);
    if (!Array.isArray(type) && isText(schema, options.textFormats))
      return marked({ kind: "keyword", keyword: "string" });
    if (type === "string" && format === "binary")
      return marked({ kind: "binary" });
    if (type === "string" && format === "date-time")
      return marked({ kind: "dateTime", input: false });
    const prefix = (schema as SchemaObject).prefixItems;
    // Its own way with lists takes a single alternative that is a list for the list itself.
    if (type === "array" && !prefix)
      return factory.createArrayTypeNode(
        transformSchemaObject((schema as SchemaObject).items ?? true, node),
      );
    if (type === "array" && prefix) {
      const { items, minItems, maxItems } = schema as SchemaObject & {
        minItems?: number;
        maxItems?: number;
      };
      const closed =
        items === false ||
        (maxItems !== undefined && maxItems <= prefix.length);
      const tuple = factory.createTupleTypeNode(
        [...prefix, ...(closed ? [] : [items ?? true])].map((item) =>
          transformSchemaObject(item, node),
        ),
      );
      tuples.set(tuple, { length: prefix.length, minItems, closed });
      return tuple;
    }
    return undefined;
  }

  function typeOf(node: TypeNode): Type {
    const known = marks.get(node);
    if (known) return known;
    switch (node.kind) {
      case "UnionType":
        return union(node.types.map(typeOf));
      case "IntersectionType":
        return intersectionOf(node);
      case "ArrayType":
        return {
          kind: "array",
          item: typeOf(node.elementType),
          readonly: false,
        };
      case "TupleType":
        return tupleOf(node);
      case "TypeLiteral":
        return objectOf(node);
      case "LiteralType":
        return literalOf(node.literal);
      case "Identifier":
        return literal(JSON.parse(node.text) as string);
      case "IndexedAccessType":
        return { kind: "model", name: options.nameOf(indexOf(node)) };
      case "TypeReference":
        return referenceOf(node);
      default:
        return keywordOf(node);
    }
  }

  function referenceOf({ typeName, typeArguments }: TypeReference): Type {
    const [first, second] = typeArguments;
    switch (typeName.text) {
      case "$Read":
      case "$Write":
        if (first) return typeOf(first);
        break;
      case "Record":
        if (second)
          return { kind: "object", properties: [], index: typeOf(second) };
        break;
      case "WithRequired":
        if (first && second) {
          const keys = second.kind === "UnionType" ? second.types : [second];
          const names = keys.flatMap((key) => {
            const type = typeOf(key);
            return type.kind === "literal" ? [type.value as Text] : [];
          });
          return {
            kind: "withRequired",
            of: typeOf(first),
            keys: [...new Set(names)],
          };
        }
    }
    throw new Error(`unexpected type reference ${typeName.text}`);
  }

  /** The two halves that openapi-typescript makes of one object with named and other keys. */
  function intersectionOf({ types }: IntersectionNode): Type {
    const [named, others] = types;
    if (
      types.length === 2 &&
      named?.kind === "TypeLiteral" &&
      others?.kind === "TypeLiteral" &&
      others.members.length === 1 &&
      others.members[0]?.kind === "IndexSignature"
    )
      return withIndex(objectOf(named), objectOf(others).index);
    return intersection(types.map(typeOf));
  }

  function tupleOf(node: TupleNode): Type {
    const types = node.elements.map(typeOf);
    const how = tuples.get(node);
    if (!how)
      return {
        kind: "tuple",
        items: types.map((type) => ({ type, optional: false })),
      };
    const items = types.slice(0, how.length).map((type, index): TupleItem => ({
      type,
      optional: index >= (how.minItems ?? how.length),
    }));
    const rest = how.closed ? undefined : types[how.length];
    return { kind: "tuple", items, ...(rest && { rest }) };
  }

  function objectOf({ members }: TypeLiteral): ObjectType {
    const properties: Property[] = [];
    let index: Type | undefined;
    for (const member of members) {
      if (member.kind === "IndexSignature") {
        index = typeOf(member.type);
        continue;
      }
      const schema = schemas.get(member);
      const access = schema && options.accessOf(schema);
      properties.push({
        name: member.name.text as Text,
        type: typeOf(member.type),
        optional: member.isOptional,
        ...(access && { access }),
        doc: schema ? docOf(schema) : {},
      });
    }
    return { kind: "object", properties, ...(index && { index }) };
  }

  return {
    read(schema) {
      const node = transformSchemaObject(schema, {
        path: "",
        ctx: context,
      });
      const type = typeOf(node);
      return options.openEnums ? opened(type) : type;
    },
  };
}

interface TupleOptions {
  readonly length: number;
  readonly minItems: number | undefined;
  readonly closed: boolean;
}
