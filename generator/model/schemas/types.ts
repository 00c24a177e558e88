/**
 * Schemas become types: openapi-typescript transforms them, and its nodes are read into our tree.
 *
 * Its reader, which would resolve and lint the document a second time (half the time of a run), and its
 * printer are not used: only `emit/encode/` turns text into code.
 */
import type typescript from "typescript";
import type { Schema, SchemaObject } from "../../openapi/document.js";
import type { Name, Property, Type } from "../../sdk/sdk.js";
import { docOf } from "./docs.js";
import { schemaTransform } from "./openapi-typescript.js";
import { withOpenEnums } from "./open-enums.js";
import type { Origins } from "./schemas.js";
import { typeOfNode } from "./type-nodes.js";

/** The type of a normalised schema. */
export type TypeReader = (schema: Schema) => Type;

interface TypeReaderOptions {
  readonly origins: Origins;
  /** The name of the model with this key. */
  readonly nameOf: (key: string) => Name;
  /** Names of the properties of a model, for `required` beside `allOf`. */
  readonly propertiesOf: (key: string) => ReadonlySet<string>;
  /** The direction that alone has the property, followed through references. */
  readonly accessOf: (schema: SchemaObject) => Property["access"];
  readonly openEnums: boolean;
  /** Formats that are typed as text: the options `int64` and `dates`. */
  readonly textFormats: ReadonlySet<string>;
}

export function typeReader(options: TypeReaderOptions): TypeReader {
  /** The schemas of the document, by the property signatures made from them. */
  const schemas = new WeakMap<typescript.PropertySignature, SchemaObject>();

  const transform = schemaTransform({
    textFormats: options.textFormats,
    propertiesOf: ($ref) =>
      options.propertiesOf($ref.slice($ref.lastIndexOf("/") + 1)),
    onProperty(signature, schema) {
      const origin = options.origins.get(schema);
      if (origin) schemas.set(signature, origin);
    },
  });

  const context = {
    nameOf: options.nameOf,
    annotationsOf(signature: typescript.PropertySignature, name: string) {
      const schema = schemas.get(signature);
      if (!schema) return { doc: {} };
      const access = options.accessOf(schema);
      return {
        ...(access && { access }),
        doc: docOf(schema, options.textFormats, name),
      };
    },
  };

  return (schema) => {
    const type = typeOfNode(transform(schema), context);
    return options.openEnums ? withOpenEnums(type) : type;
  };
}
