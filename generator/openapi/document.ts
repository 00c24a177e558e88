/**
 * What `load` hands to `model`: one OpenAPI document, read, bundled and written in the 3.1 dialect.
 *
 * What holds after a successful load, whatever the document held before:
 * - Every field that an interface, `objects.ts` or `schema-objects.ts` names holds the type that it
 *   names, or is absent where it is optional: another one was an error, fixed or left out with a warning.
 * - Every `$ref`, and every value of a discriminator's mapping, is `#/…` and leads to an object of the
 *   kind that belongs there; no chain of references is endless.
 * - No map is a reference.
 *
 * Data (`unknown`) and extensions (`x-…`), which are reached through the index signature, may be anything.
 */

import type { Extensible, ExternalDocs, Info, Tag } from "./metadata.js";
import type { Position } from "./position.js";

export type * from "./metadata.js";
export type { Position };

/** A JSON Pointer (RFC 6901) as its unescaped tokens: `["paths", "/pets", "get"]`. */
export type Pointer = readonly string[];

/** A reference that `load` has checked: always `#/…` into the same document. */
export interface Reference {
  readonly $ref: string;
}

/** A node that is not a reference, with its pointer. */
export interface Resolved<T> {
  readonly node: T;
  readonly pointer: Pointer;
}

export interface Document {
  /** The document in the 3.1 dialect, whatever version the source had. */
  readonly root: OpenApi;
  /** The version the source declared, for messages: `3.0.3`, `2.0`. */
  readonly sourceVersion: string;
  /** The root document as the user named it. */
  readonly file: string;
  /** How many operations the filters of the config left out. */
  readonly leftOut: number;
  /**
   * Follows `$ref` until something else is reached, however long the chain.
   * @param node a node of the document, or a reference to one, which is at `pointer`
   */
  resolve<T extends object>(node: T | Reference, pointer: Pointer): Resolved<T>;
  /** Where the value at `pointer` was written. Costs a parse the first time. */
  locate(pointer: Pointer): Position;
}

export interface OpenApi extends Extensible {
  readonly openapi: string;
  readonly info: Info;
  readonly servers?: readonly Server[];
  readonly paths?: Readonly<Record<string, PathItem>>;
  readonly webhooks?: Readonly<Record<string, PathItem>>;
  readonly components?: Components;
  readonly security?: readonly SecurityRequirement[];
  readonly tags?: readonly Tag[];
  readonly externalDocs?: ExternalDocs;
}

export interface Server extends Extensible {
  readonly url: string;
  readonly description?: string;
  /** 3.2 */
  readonly name?: string;
  readonly variables?: Readonly<Record<string, ServerVariable>>;
}

export interface ServerVariable {
  readonly default: string;
  readonly enum?: readonly string[];
  readonly description?: string;
}

/** Security Requirement Object: every scheme named in it is needed. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

export interface Components extends Extensible {
  readonly schemas?: Readonly<Record<string, Schema>>;
  readonly securitySchemes?: Readonly<
    Record<string, SecurityScheme | Reference>
  >;
}

export interface SecurityScheme extends Extensible {
  readonly type: string;
  readonly description?: string;
  readonly name?: string;
  readonly in?: string;
  readonly scheme?: string;
  readonly bearerFormat?: string;
  readonly flows?: OAuthFlows;
}

export interface OAuthFlows extends Extensible {
  readonly clientCredentials?: OAuthFlow;
}

export interface OAuthFlow extends Extensible {
  readonly tokenUrl?: string;
}

/** Path Item Object. The keys of operations are methods in lower case. */
export interface PathItem extends Extensible {
  readonly $ref?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly servers?: readonly Server[];
  readonly parameters?: readonly (ParameterObject | Reference)[];
}

export interface OperationObject extends Extensible {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly deprecated?: boolean;
  readonly parameters?: readonly (ParameterObject | Reference)[];
  readonly requestBody?: RequestBody | Reference;
  readonly responses?: Readonly<Record<string, Response | Reference>>;
  readonly security?: readonly SecurityRequirement[];
  readonly servers?: readonly Server[];
  readonly callbacks?: Readonly<Record<string, Callback | Reference>>;
}

/** What the API requests of its users, by the expression of the URL. */
export type Callback = Readonly<Record<string, PathItem | Reference>>;

export interface ParameterObject extends Extensible {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
  readonly schema?: Schema;
  readonly content?: Readonly<Record<string, MediaType>>;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, Example | Reference>>;
}

export interface RequestBody extends Extensible {
  readonly description?: string;
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, MediaType>>;
}

export interface Response extends Extensible {
  readonly description?: string;
  readonly headers?: Readonly<Record<string, Header | Reference>>;
  readonly content?: Readonly<Record<string, MediaType>>;
  readonly links?: Readonly<Record<string, Link | Reference>>;
}

/** Link Object (3.1.1 section 4.8.20). */
export interface Link extends Extensible {
  readonly operationRef?: string;
  readonly operationId?: string;
  /** Constants, or runtime expressions. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly requestBody?: unknown;
  readonly description?: string;
}

export interface Header extends Extensible {
  readonly description?: string;
  readonly required?: boolean;
  readonly deprecated?: boolean;
  readonly schema?: Schema;
}

/** How fields and parts are written: of a body, and since 3.2 of a part that is one itself. */
export interface Encodings extends Extensible {
  readonly encoding?: Readonly<Record<string, Encoding>>;
  readonly prefixEncoding?: readonly Encoding[];
  readonly itemEncoding?: Encoding;
}

export interface MediaType extends Encodings {
  readonly schema?: Schema;
  /** Of each value of a stream (3.2). */
  readonly itemSchema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, Example | Reference>>;
}

export interface Encoding extends Encodings {
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, Header | Reference>>;
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

export interface Example extends Extensible {
  readonly summary?: string;
  readonly value?: unknown;
}

/** Schema Object: JSON Schema 2020-12, which also allows `true` and `false`. */
export type Schema = SchemaObject | boolean;

export interface SchemaObject extends Extensible {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly contentMediaType?: string;
  readonly contentEncoding?: string;
  readonly contentSchema?: Schema;
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly unevaluatedProperties?: Schema;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentSchemas?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly unevaluatedItems?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly discriminator?: Discriminator;
  readonly example?: unknown;
  readonly examples?: readonly unknown[];
}

export interface Discriminator extends Extensible {
  readonly propertyName: string;
  /** Value of the property -> reference to the schema that it selects. */
  readonly mapping?: Readonly<Record<string, string>>;
  /** The schema for every other value, and for none (OpenAPI 3.2 section 4.25). */
  readonly defaultMapping?: string;
}
