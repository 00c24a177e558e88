/**
 * The SDK to be written, in the terms of TypeScript: `model` builds it, `emit` prints it.
 *
 * Nothing here is OpenAPI any more, and nothing is code yet. Names are final, types are trees, and
 * strings of the document are `Text`, which only the encoders in `emit/encode/` turn into code.
 */

import type { Alias, SecondName } from "./aliases.js";
import type { AuthScheme } from "./credentials.js";
import type { OperationLink } from "./links.js";
import type { PackageInfo } from "./package-info.js";
import type { Paging } from "./paging.js";
import type { Params, TypeStem } from "./params.js";
import type { Doc, Name, ObjectType, Text, Type } from "./types.js";
import type { Webhook, WebhookMethod } from "./webhooks.js";
import type {
  Body,
  CallDefaults,
  Parameter,
  QueryNesting,
  Result,
} from "./wire.js";

export type * from "./aliases.js";
export type * from "./credentials.js";
export type * from "./links.js";
export type * from "./package-info.js";
export type * from "./paging.js";
export type * from "./params.js";
export type * from "./types.js";
export type * from "./webhooks.js";
export type * from "./wire.js";

export interface Model {
  readonly name: Name;
  readonly doc: Doc;
  /** The name of the component schema; absent for a type that has none in the document. */
  readonly wireName?: Text;
  /** The model that this is another form of, as it is sent: `Pet` of `PetInput`. */
  readonly formOf?: Name;
  /** The name that was taken by something else: `Event` for a model that is `EventModel`. */
  readonly preferredName?: Name;
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
      /** The members of an enum that is also declared as a constant. */
      readonly members?: readonly EnumMember[];
    };

export interface EnumMember {
  readonly name: Text;
  readonly value: Text | number;
  readonly doc: Doc;
}

/** As it is sent: `GET`, or a method of the document in its own case. */
export type HttpMethod = string;

export interface Sdk {
  readonly package: PackageInfo;
  readonly client: Client;
  readonly models: readonly Model[];
  /** Models that the config places, by the resource: `chat.completions`; empty for those of none. */
  readonly resourceModels: ReadonlyMap<string, readonly Name[]>;
  /** The methods of the client itself: `client.sendMessage()`. */
  readonly operations: readonly Operation[];
  /** The tree of `client.<property>`. */
  readonly resources: readonly Resource[];
  readonly webhooks: readonly Webhook[];
  /** What the API sends to its users on account of an operation. */
  readonly callbacks: readonly Webhook[];
  readonly links: readonly OperationLink[];
  readonly docs: DocsInfo;
  /** How many operations the document has, to notice when one is lost. */
  readonly operationCount: number;
  /** Old names that callers may still use. */
  readonly aliases: readonly Alias[];
  /** Further names of methods. */
  readonly secondNames: readonly SecondName[];
  /** Methods of the client that give the payload of a webhook, as the config asks for them. */
  readonly webhookMethods: readonly WebhookMethod[];
  /** Names by what they name (`operation GET /keys` -> `list`), for the lock file. */
  readonly names: ReadonlyMap<string, string>;
}

/** What the owner wants in the pages of the docs. */
export interface DocsInfo {
  /** Badges of the README, in its order. */
  readonly badges: readonly ("npm" | "ci" | "license")[];
  /** Languages of samples besides TypeScript and curl, in the order of the pages. */
  readonly samples: readonly ("javascript" | "python" | "go")[];
  /** True if `api.md` is to have no text of the document, which agents may take for instructions. */
  readonly areSummariesLeftOut?: boolean;
}

export interface Client {
  /** `OpenRouter` */
  readonly className: Name;
  /** `OpenRouterCore`: the class of the clients that standalone functions take. */
  readonly coreName: Name;
  /** `OpenRouterError`: the base of every error. */
  readonly errorName: Name;
  /** `openRouter`: the variable of samples. */
  readonly variable: Name;
  readonly fileName: string;
  /** `OPENROUTER`, for `OPENROUTER_API_KEY`. */
  readonly environmentPrefix: string;
  /** The first absolute server, with the defaults of its variables. */
  readonly baseURL?: Text;
  /** The first absolute server's own text. */
  readonly serverDoc?: Doc;
  /** The options `server` and `serverVariables`, where the caller has a choice. */
  readonly servers?: ServerOptions;
  /** The first server, where no server is absolute: callers have to pass `baseURL`. */
  readonly relativeServer?: Text;
  /** `OpenRouterCredentials`: the sets of credentials that have to be passed together. */
  readonly credentialsName: Name;
  readonly schemes: readonly AuthScheme[];
  /** Alternative sets of schemes, for operations without `security` of their own. */
  readonly security: readonly (readonly Text[])[];
  readonly parameters: readonly ClientParameter[];
  /** The option with the secret that webhooks are signed with; absent where no method takes it. */
  readonly webhookSecret?: {
    readonly option: Name;
    readonly environment: string;
  };
  /** Variables of options, as samples name them, that the client does not read. */
  readonly unreadVariables?: readonly string[];
  /** The kind of an earlier SDK whose names stay; absent where there was none. */
  readonly compatibility?: "stainless";
  /** How queries of that SDK are written which the document does not describe. */
  readonly queryNesting?: QueryNesting;
  /** Of all calls. */
  readonly defaults?: CallDefaults;
}

export interface ServerOptions {
  /** The values of the option `server`; the first is the default. */
  readonly urls: readonly {
    readonly name: Text;
    /** With variables as `{name}` or `{name=default}`: `https://{region}.example.com`. */
    readonly url: Text;
    readonly doc: Doc;
  }[];
  readonly variables: readonly {
    readonly name: Text;
    readonly defaultValue: Text;
    /** Empty where any value is allowed. */
    readonly values: readonly Text[];
    readonly doc: Doc;
  }[];
}

/**
 * A parameter that is an option of the client: of a path, or one that goes with every request. One of the
 * `client` is sent nowhere: the client has it as a property.
 */
export interface ClientParameter {
  readonly name: Text;
  readonly in: Parameter["in"] | "client";
  /** `accountId` */
  readonly option: Name;
  readonly type: "string" | "number" | "boolean";
  /** `ACME_ACCOUNT_ID` */
  readonly environment: string;
  /** What it is where the caller gives nothing. */
  readonly defaultValue?: Text | number | boolean;
  /** True if no client is made without a value. */
  readonly isRequired?: true;
  readonly doc: Doc;
}

export interface Resource {
  /** `apiKeys` in `client.apiKeys` */
  readonly property: Name;
  readonly className: Name;
  /** Without extension; empty for a nested resource, which is in the file of its parent. */
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
  /** How far callers can rely on it, as `x-stability-level` has it: `beta`. */
  readonly stability?: Text;
  /** The day on which it is to go, as `x-sunset` has it: `2027-01-31`. */
  readonly sunset?: Text;
  /** Where its types have other names in the namespace of its resource. */
  readonly typeStem?: TypeStem;
  /** The arguments before `params`, in their order. */
  readonly positional: readonly Argument[];
  /** The interface of `params`; absent when there is nothing to pass. */
  readonly params?: Params;
  readonly parameters: readonly Parameter[];
  readonly body?: Body;
  /** What callers send as a whole, by media type; the default first. */
  readonly sent?: ReadonlyMap<Text, Type>;
  readonly result: Result;
  readonly errors: ErrorUnion;
  readonly paging?: Paging;
  /** The header that carries the idempotency key. */
  readonly idempotencyHeader?: Text;
  /** Of its calls alone. */
  readonly defaults?: CallDefaults;
  /** Where it differs from `security` of the client. */
  readonly security?: readonly (readonly Text[])[];
  /** OAuth scopes that the operation needs, for the docs. */
  readonly scopes: readonly Text[];
  /** Where requests go, if not to the server of the client. */
  readonly server?: Text;
  readonly sample: Sample;
}

/** A path parameter that is passed before `params`. */
export interface Argument {
  readonly name: Name;
  /** Its name in the path. */
  readonly wireName: Text;
  readonly type: Type;
  readonly doc: Doc;
}

export interface ErrorUnion {
  readonly name: Name;
  readonly responses: readonly ErrorResponse[];
}

/** A response that a call throws as an error. */
export interface ErrorResponse {
  readonly status: number | "4XX" | "5XX" | "default";
  readonly body: Type;
  /** Absent where there is no body. */
  readonly mediaType?: Text;
  readonly doc: Doc;
  readonly sample?: unknown;
}

/** Arguments for samples and tests: examples of the document, or values made from schemas. */
export interface Sample {
  readonly positional: readonly unknown[];
  readonly params?: ReadonlyMap<Text, unknown>;
}

/** Ends an exhaustive switch: a new member of the union is a compile error here. */
export const assertNever = (value: never): never => {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
};
