/**
 * What `model` hands to `emit`: the SDK to be written, in TypeScript's terms.
 *
 * Nothing here is OpenAPI any more, and nothing is code yet. Every name has been settled, every type
 * is a tree that `emit` prints, and every string that came from the document is a `Text`, which only
 * the encoders of `emit/encode.ts` can turn into code.
 */

import type { Doc, Name, ObjectType, Property, Text, Type } from "./types.js";
import type { Body, Parameter, Result } from "./wire.js";

export type * from "./types.js";
export type * from "./wire.js";

export interface Model {
  readonly name: Name;
  readonly doc: Doc;
  /** The name in the document; absent for a type that had none. */
  readonly wireName?: Text;
  readonly declaration: Declaration;
}

export type Declaration =
  | {
      readonly kind: "interface";
      readonly extends: readonly Name[];
      readonly body: ObjectType;
    }
  | {
      readonly kind: "alias";
      readonly type: Type;
      /** The values of an enum under their names, where they are a constant too. */
      readonly members?: readonly EnumMember[];
    };

export interface EnumMember {
  readonly name: Text;
  readonly value: Text | number;
  readonly doc: Doc;
}

export type HttpMethod = string;

export interface Sdk {
  readonly package: PackageInfo;
  readonly client: Client;
  readonly models: readonly Model[];
  /** The tree of `client.<property>`. */
  readonly resources: readonly Resource[];
  /** What the API sends to its users. */
  readonly webhooks: readonly Webhook[];
  /** How many operations the document has, so that a lost one is seen. */
  readonly operationCount: number;
  /** What the lock file keeps. */
  readonly names: ReadonlyMap<string, string>;
}

/** A request that the API makes. */
export interface Webhook {
  readonly name: Text;
  readonly method: HttpMethod;
  readonly payload: Type;
  /** The header with its signature, where the document names one. */
  readonly signature?: Text;
  readonly doc: Doc;
}

export interface PackageInfo {
  readonly name: Text;
  readonly version: Text;
  readonly description: Text;
  readonly license: Text;
  readonly author?: Text;
  readonly repository?: Text;
  readonly homepage?: Text;
  readonly keywords: readonly Text[];
  readonly engines: ReadonlyMap<string, Text>;
  /** Modules below `src/`, without `.ts`, by the path that they are imported under: `./extras`. */
  readonly exports: ReadonlyMap<string, string>;
  readonly sideEffects: boolean | readonly Text[];
  readonly publishConfig: ReadonlyMap<string, Text | boolean>;
  /** The API's own name, for headings. */
  readonly title: Text;
  readonly about?: Text;
}

export interface Client {
  /** `OpenRouter` */
  readonly className: Name;
  /** `OpenRouterCore`: what the standalone functions take. */
  readonly coreName: Name;
  /** `OpenRouterError`: the base of every error. */
  readonly errorName: Name;
  /** `openRouter`: what samples call an instance. */
  readonly variable: Name;
  readonly fileName: string;
  /** `OPENROUTER`, for `OPENROUTER_API_KEY`. */
  readonly environmentPrefix: string;
  /** The first server; absent when the document names none that is absolute. */
  readonly baseURL?: Text;
  /** Which server it is, where the caller can choose. */
  readonly servers?: ServerOptions;
  /** A server that is relative to a place which the document does not name. */
  readonly relativeServer?: Text;
  /** `OpenRouterCredentials`: what has to be passed together. */
  readonly credentialsName: Name;
  readonly schemes: readonly AuthScheme[];
  /** Alternatives of scheme names that hold where an operation says nothing else. */
  readonly security: readonly (readonly Text[])[];
  readonly parameters: readonly ClientParameter[];
}

export interface ServerOptions {
  /** The values of the option `server`; the first is the default. */
  readonly urls: readonly {
    readonly name: Text;
    /** Holes are variables, `{name}` or `{name=default}`: `https://{region}.example.com`. */
    readonly url: Text;
    readonly doc: Doc;
  }[];
  readonly variables: readonly {
    readonly name: Text;
    readonly defaultValue: Text;
    /** Empty where any value will do. */
    readonly values: readonly Text[];
    readonly doc: Doc;
  }[];
}

/** A path parameter whose value is given once, to the client. */
export interface ClientParameter {
  readonly name: Text;
  /** `accountId` */
  readonly option: Name;
  /** `ACME_ACCOUNT_ID` */
  readonly environment: string;
  readonly doc: Doc;
}

export interface AuthScheme {
  readonly name: Text;
  /** The client option that carries the credential. */
  readonly option: Name;
  readonly environment: string;
  readonly doc: Doc;
  readonly scheme:
    | {
        readonly kind: "bearer";
        /** It may be seen by whoever uses the program: a token of theirs. */
        readonly isPersonal: boolean;
        /** OAuth 2.0 client credentials, with the token's URL where it is known. */
        readonly clientCredentials?: { readonly tokenURL?: Text };
      }
    | { readonly kind: "basic" }
    | { readonly kind: "http"; readonly authScheme: Text }
    | {
        readonly kind: "apiKey";
        readonly in: "header" | "query" | "cookie";
        readonly name: Text;
      };
}

export interface Resource {
  /** `apiKeys` in `client.apiKeys` */
  readonly property: Name;
  readonly className: Name;
  /** Without extension; only resources at the top have a file of their own. */
  readonly fileName: string;
  readonly doc: Doc;
  readonly operations: readonly Operation[];
  readonly children: readonly Resource[];
}

export interface Operation {
  /** operationId, or the function's name where the document has none. */
  readonly id: Text;
  readonly functionName: Name;
  readonly methodName: Name;
  readonly method: HttpMethod;
  /** `/keys/{hash}` as in the document. */
  readonly path: Text;
  readonly doc: Doc;
  /** Positional arguments before `params`: at most one. */
  readonly positional?: Argument;
  /** The interface of `params`; absent when there is nothing to pass. */
  readonly params?: Params;
  readonly parameters: readonly Parameter[];
  readonly body?: Body;
  readonly result: Result;
  readonly errors: ErrorUnion;
  readonly paging?: Paging;
  /** The header that carries the idempotency key. */
  readonly idempotencyHeader?: Text;
  /** Differs from the client's default. */
  readonly security?: readonly (readonly Text[])[];
  /** Scopes that the document lists, for the docs. */
  readonly scopes: readonly Text[];
  /** A server of its own. */
  readonly server?: Text;
  readonly sample: Sample;
}

/** A path parameter that stands before `params`. */
export interface Argument {
  readonly name: Name;
  /** Its name in the path. */
  readonly wireName: Text;
  readonly type: Type;
  readonly doc: Doc;
}

export interface Params {
  readonly name: Name;
  /** No field is required, so `params` may be left out. */
  readonly optional: boolean;
  readonly fields: readonly ParamsField[];
  /** The fields where the caller chooses another content type for the body. */
  readonly alternatives?: readonly (readonly ParamsField[])[];
}

export interface ParamsField extends Property {
  readonly from: "path" | "query" | "header" | "cookie" | "body";
}

export interface ErrorUnion {
  readonly name: Name;
  readonly responses: readonly ErrorResponse[];
}

export interface ErrorResponse {
  readonly status: number | "4XX" | "5XX" | "default";
  readonly body: Type;
  /** Absent where there is no body. */
  readonly mediaType?: Text;
  readonly doc: Doc;
  readonly sample?: unknown;
}

export interface Paging {
  readonly by: "cursor" | "offset" | "page" | "url";
  /** The key in `params` that asks for the next page. */
  readonly param?: Text;
  /** Where the items stand in the body; empty when the body is the array. */
  readonly items: readonly Text[];
  readonly item: Type;
  readonly next?: readonly Text[];
  readonly more?: readonly Text[];
}

/** Arguments that the document's examples give, for samples and tests. */
export interface Sample {
  readonly positional?: unknown;
  readonly params?: ReadonlyMap<Text, unknown>;
}

/** Ends an exhaustive switch: a new member of a union breaks the build here. */
export const assertNever = (value: never): never => {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
};
