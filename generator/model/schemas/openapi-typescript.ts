/**
 * openapi-typescript's transform of one schema; required for the reason that `typescript.ts` gives.
 */
import { createRequire } from "node:module";
import type {
  GlobalContext,
  transformSchemaObject as TransformSchemaObject,
} from "openapi-typescript";
import type typescript from "typescript";
import type { Schema, SchemaObject } from "../../openapi/document.js";
import { ts } from "../typescript.js";
import { noKeysMarker } from "./keywords.js";
import { isTypedAsText } from "./text-formats.js";

const { transformSchemaObject } = createRequire(import.meta.url)(
  "openapi-typescript",
) as { transformSchemaObject: typeof TransformSchemaObject };

/** Names of type references for what TypeScript's own types do not distinguish. */
export const typeMarks = {
  binary: "$Binary",
  dateTime: "$DateTime",
  noKeys: "$NoKeys",
} as const;

interface TransformOptions {
  /** Formats that are typed as text: the options `int64` and `dates`. */
  readonly textFormats: ReadonlySet<string>;
  /** The names of the properties of a referenced schema, for `required` beside `allOf`. */
  readonly propertiesOf: ($ref: string) => ReadonlySet<string>;
  /** Called for every property that a type declares, with its normalised schema. */
  readonly onProperty: (
    signature: typescript.PropertySignature,
    schema: object,
  ) => void;
}

/** The options of openapi-typescript that decide what a single schema becomes. */
const settings: Omit<
  GlobalContext,
  "redoc" | "resolve" | "transform" | "transformProperty"
> = {
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
  readWriteMarkers: false,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
};

/** @returns a function that makes the type of a normalised schema */
export function schemaTransform(
  options: TransformOptions,
): (schema: Schema) => typescript.TypeNode {
  /** The library asks twice for the type of a property. */
  const arrays = new WeakMap<object, typescript.TypeNode>();

  const transform = (schema: Schema): typescript.TypeNode =>
    transformSchemaObject(
      schema as Parameters<typeof TransformSchemaObject>[0],
      {
        path: "",
        // `redoc` is for the linter, which does not run here
        ctx: context as GlobalContext,
      },
    );

  const arrayOf = (schema: SchemaObject): typescript.TypeNode => {
    let node = arrays.get(schema);
    if (!node) {
      const { items, prefixItems } = schema;
      // The library takes a single alternative that is an array for the array itself.
      node = prefixItems
        ? tupleOf(schema, prefixItems, transform)
        : ts.factory.createArrayTypeNode(transform(items ?? true));
      arrays.set(schema, node);
    }
    return node;
  };

  /** Called for every schema that has a type; undefined leaves it to the library. */
  const typeOf = (schema: SchemaObject): typescript.TypeNode | undefined => {
    const { type, format } = schema;
    if (noKeysMarker in schema) return reference(typeMarks.noKeys);
    if (type === "array") return arrayOf(schema);
    if (Array.isArray(type)) return undefined;
    if (isTypedAsText(schema, options.textFormats))
      return ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
    if (type !== "string") return undefined;
    if (format === "binary") return reference(typeMarks.binary);
    if (format === "date-time") return reference(typeMarks.dateTime);
    return undefined;
  };

  const context: Omit<GlobalContext, "redoc"> = {
    ...settings,
    // properties can also be `true`, whatever the library's types say
    transform: (schema: unknown) =>
      typeof schema === "object" ? typeOf(schema as SchemaObject) : undefined,
    transformProperty(signature, schema) {
      options.onProperty(signature, schema);
      return undefined;
    },
    // of a referenced schema, only the names of the properties are read
    resolve: ($ref) =>
      ({
        properties: Object.fromEntries(
          [...options.propertiesOf($ref)].map((name) => [
            keyOfName(name),
            true,
          ]),
        ),
      }) as never,
  };

  return transform;
}

const reference = (name: string): typescript.TypeNode =>
  ts.factory.createTypeReferenceNode(name);

/**
 * A tuple whose items from `minItems` on may be left out, and more may follow. Without it, all are
 * there: that is what documents mean. Only one with `maxItems` alone counts them, and may have fewer.
 */
function tupleOf(
  { items, minItems, maxItems }: SchemaObject,
  prefix: readonly Schema[],
  transform: (schema: Schema) => typescript.TypeNode,
): typescript.TypeNode {
  const required = minItems ?? (maxItems === undefined ? prefix.length : 0);
  const isClosed =
    items === false || (maxItems !== undefined && maxItems <= prefix.length);
  const elements = prefix.slice(0, maxItems).map((item, index) => {
    const node = transform(item);
    return index < required ? node : ts.factory.createOptionalTypeNode(node);
  });
  if (!isClosed)
    elements.push(
      ts.factory.createRestTypeNode(
        ts.factory.createArrayTypeNode(transform(items ?? true)),
      ),
    );
  return ts.factory.createTupleTypeNode(elements);
}

/**
 * A key for a property that the library can take: it decodes the names on the way to a schema as
 * parts of a URI, and throws for a percent sign that escapes nothing.
 */
export const keyOfName = (name: string): string =>
  /[%\\]/.test(name)
    ? name.replaceAll("\\", "\\\\").replaceAll("%", "\\p")
    : name;

/** The name that `keyOfName` made a key of. */
export const nameOfKey = (key: string): string =>
  key.includes("\\")
    ? key.replace(/\\([\\p])/g, (_, escaped) => (escaped === "p" ? "%" : "\\"))
    : key;
