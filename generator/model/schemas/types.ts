/**
 * Schemas become types: openapi-typescript transforms them, and its tree is read into ours.
 *
 * Its own reader is left out (it resolves and lints the document a second time, half the time of a
 * run) and so is its printer: our tree keeps the names of the document apart from the names of the
 * code, so that one module alone turns text into code.
 */
import type { GlobalContext, TransformNodeOptions } from "openapi-typescript";
import type ts from "typescript";
import type { SchemaObject } from "../../document.js";
import { loadTransform, typescript } from "../../libraries.js";
import type {
  Name,
  ObjectType,
  Property,
  Text,
  TupleItem,
  Type,
} from "../../sdk.js";
import { docOf } from "./docs.js";
import type { Origins } from "./schemas.js";
import { emptyMark, type Plain } from "./keywords.js";
import { isText } from "./text-formats.js";
import { opened } from "./open-enums.js";
import { withPlainKeys, writtenName } from "./plain-keys.js";
import { intersection, noKeys, union, withIndex } from "./simplify.js";
import {
  indexOf,
  keyOf,
  keywordOf,
  literal,
  literalOf,
  nameOfProperty,
} from "./type-nodes.js";

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
  const schemas = new WeakMap<ts.Node, SchemaObject>();
  /** Marks for what plain TypeScript types do not tell apart. */
  const marks = new WeakMap<ts.Node, Type>();
  const tuples = new WeakMap<ts.Node, TupleOptions>();

  const context: GlobalContext = {
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
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: true,
    // Only its linter reads this, and that is part of the reader we leave out.
    redoc: undefined as unknown as GlobalContext["redoc"],
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
    resolve: (($ref: string) => ({
      properties: options.propertiesOf(keyOf($ref)),
    })) as GlobalContext["resolve"],
  };

  /** A node of TypeScript that stands for a type of ours. */
  function marked(type: Type): ts.TypeNode {
    const marker = typescript.factory.createTypeReferenceNode("Marked");
    marks.set(marker, type);
    return marker;
  }

  /** Called by openapi-typescript for every schema that has a type. */
  function mark(
    schema: object,
    node: TransformNodeOptions,
  ): ts.TypeNode | undefined {
    const plain = withPlainKeys(schema as Plain);
    if (plain) return transformSchemaObject(plain as never, node);
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
      return typescript.factory.createArrayTypeNode(
        transformSchemaObject(
          ((schema as SchemaObject).items ?? true) as never,
          node,
        ),
      );
    if (type === "array" && prefix) {
      const { items, minItems, maxItems } = schema as SchemaObject & {
        minItems?: number;
        maxItems?: number;
      };
      const closed =
        items === false ||
        (maxItems !== undefined && maxItems <= prefix.length);
      const tuple = typescript.factory.createTupleTypeNode(
        [...prefix, ...(closed ? [] : [items ?? true])].map((item) =>
          transformSchemaObject(item as never, node),
        ),
      );
      tuples.set(tuple, { length: prefix.length, minItems, closed });
      return tuple;
    }
    return undefined;
  }

  function typeOf(node: ts.Node): Type {
    const known = marks.get(node);
    if (known) return known;
    if (typescript.isUnionTypeNode(node)) return union(node.types.map(typeOf));
    if (typescript.isIntersectionTypeNode(node)) return intersectionOf(node);
    if (typescript.isArrayTypeNode(node))
      return { kind: "array", item: typeOf(node.elementType), readonly: false };
    if (typescript.isTupleTypeNode(node)) return tupleOf(node);
    if (typescript.isTypeLiteralNode(node)) return objectOf(node);
    if (typescript.isParenthesizedTypeNode(node)) return typeOf(node.type);
    if (typescript.isLiteralTypeNode(node)) return literalOf(node.literal);
    // openapi-typescript writes a string literal as an identifier with the quotes in its text
    if (typescript.isIdentifier(node))
      return literal(JSON.parse(typescript.idText(node)) as string);
    if (typescript.isIndexedAccessTypeNode(node))
      return { kind: "model", name: options.nameOf(indexOf(node)) };
    if (typescript.isTypeReferenceNode(node)) return referenceOf(node);
    return keywordOf(node.kind);
  }

  function referenceOf(node: ts.TypeReferenceNode): Type {
    const name = typescript.isIdentifier(node.typeName)
      ? typescript.idText(node.typeName)
      : "";
    const [first, second] = node.typeArguments ?? [];
    switch (name) {
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
          const keys = typescript.isUnionTypeNode(second)
            ? second.types
            : [second];
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
    throw new Error(`unexpected type reference ${name}`);
  }

  /** The two halves that openapi-typescript makes of one object with named and other keys. */
  function intersectionOf(node: ts.IntersectionTypeNode): Type {
    const [named, others] = node.types;
    if (
      node.types.length === 2 &&
      named &&
      typescript.isTypeLiteralNode(named) &&
      others &&
      typescript.isTypeLiteralNode(others) &&
      others.members.length === 1 &&
      others.members[0] &&
      typescript.isIndexSignatureDeclaration(others.members[0])
    )
      return withIndex(objectOf(named), objectOf(others).index);
    return intersection(node.types.map(typeOf));
  }

  function tupleOf(node: ts.TupleTypeNode): Type {
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

  function objectOf(node: ts.TypeLiteralNode): ObjectType {
    const properties: Property[] = [];
    let index: Type | undefined;
    for (const member of node.members) {
      if (typescript.isIndexSignatureDeclaration(member))
        index = typeOf(member.type);
      else if (typescript.isPropertySignature(member) && member.type) {
        const schema = schemas.get(member);
        const access = schema && options.accessOf(schema);
        properties.push({
          name: writtenName(nameOfProperty(member.name)) as Text,
          type: typeOf(member.type),
          optional: member.questionToken !== undefined,
          ...(access && { access }),
          doc: schema ? docOf(schema) : {},
        });
      }
    }
    return { kind: "object", properties, ...(index && { index }) };
  }

  return {
    read(schema) {
      const node = transformSchemaObject(schema as never, {
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
