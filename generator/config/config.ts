/**
 * The options of one SDK, as its owner writes them. What is not given is derived from the
 * document, by `model`.
 */
import type { AgentsConfig, DocsConfig } from "./docs-options.js";
import type { ChangeConfig, ReleaseConfig } from "./change-options.js";
import type {
  ClientParameterConfig,
  CredentialConfig,
  DefaultsConfig,
  MultipartConfig,
  QueryConfig,
} from "./client-config.js";
import type { DocumentObject } from "./document-input.js";
import type {
  NamedModel,
  MethodOption,
  NamedResource,
  NameOption,
} from "./naming.js";
import type { PaginationScheme } from "./pagination.js";

import type { PackageConfig } from "./package-config.js";
import type { QueriesConfig, QueryAdapter } from "./queries-options.js";
import type { PluginUse } from "./plugin-use.js";
import type { StreamingConfig } from "./streaming.js";
import type { WebhooksConfig } from "./webhooks.js";

export type {
  Bugs,
  PackageConfig,
  PublishConfig,
  Repository,
} from "./package-config.js";
export type { PaginationScheme } from "./pagination.js";
export type { StreamingConfig } from "./streaming.js";
export type { WebhooksConfig } from "./webhooks.js";

/** What a document cannot say about its SDK. Only `input` and `output` are needed. */
export interface SdkConfig {
  /**
   * The OpenAPI document: a path relative to the config file, a URL, or the parsed document. Several
   * become one SDK, with the title, version and servers of the first.
   */
  readonly input:
    string | DocumentObject | readonly (string | DocumentObject)[];
  /** The directory of the generated package, relative to the config file. */
  readonly output: string;
  /**
   * The directory that references to other files may read, relative to the config file.
   * Default: the directory of the document.
   */
  readonly refRoot?: string;
  /**
   * Headers of the request for a document at a URL; `${NAME}` is the variable of the environment.
   * They go to the document's own origin alone.
   */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Origins that references may lead to: `https://schemas.example`, `https://*.example`, or `*` for
   * every public host. Default: none but that of a document at a URL.
   */
  readonly allowRefOrigins?: readonly string[];
  /** Overlays (Overlay 1.0 and 1.1) to apply to the document in order, relative to the config. */
  readonly overlays?: readonly string[];
  /**
   * Changes the document after overlays: it may change what it is given, or return another one. With
   * several documents it is given the merged one. Only config files that are code can have it.
   */
  readonly transform?: DocumentTransform;
  /** Only the operations that match one of these patterns. Default: all. */
  readonly include?: OperationFilter;
  /** Operations that are excluded, and with them what nothing else uses. Default: none. */
  readonly exclude?: OperationFilter;
  /**
   * Generated files that are the owner's altogether: neither written, removed nor checked. Paths below
   * the package, with `*` as in `include.paths`: `["tsconfig.json", "docs/**"]`. Default: none.
   */
  readonly keep?: readonly string[];
  /** Fields of the generated `package.json`; the rest is derived from the document. */
  readonly package?: PackageConfig;
  /** Name of the client class. Default: from the document's title. */
  readonly clientName?: string;
  /**
   * Parameters that become client options (`account_id` -> `accountId`): those of paths by name, others as
   * `{ name: "X-Tenant", in: "header" }`. Default: none.
   */
  readonly clientParameters?: readonly (string | ClientParameterConfig)[];
  /**
   * The path parameters that are passed before `params`: the one that names the thing itself (`own`), the
   * `last` of the path, or `all`, in its order. Default: `own`.
   */
  readonly arguments?: "own" | "last" | "all";
  /**
   * The path parameters of single operations that are passed before `params`, in this order, whatever
   * `arguments` says: `{ "GET /apps/{app}/users/{user}": ["user"] }`. Default: none.
   */
  readonly positional?: Readonly<Record<string, readonly string[]>>;
  /**
   * `flat`: of several media types of a body, the first that has fields is sent, and these stand in
   * `params` also where an earlier version took the body as a whole. Default: `exact`, with the choice.
   */
  readonly bodies?: "exact" | "flat";
  /** How lists and objects are written in the query. Default: as the document says. */
  readonly query?: QueryConfig;
  /** How lists and objects are written in `multipart/form-data`. Default: as the document says. */
  readonly multipart?: MultipartConfig;
  /**
   * Options and environment variables of credentials, by the name of the security scheme:
   * `{ bearerAuth: { option: "apiKey", env: "ACME_KEY" } }`. Default: from the schemes.
   */
  readonly credentials?: Readonly<Record<string, CredentialConfig>>;
  /**
   * Base URLs by name, in the place of the document's: `{ production: "https://api.acme.com" }`. The first
   * is the default, the option `server` takes the others. Default: the servers of the document.
   */
  readonly servers?: Readonly<Record<string, string>>;
  /** What a binary result is: read into a `Blob`, or the `Response` itself. Default: `Blob`. */
  readonly binary?: "Blob" | "Response";
  /** Operations that answer with a file, whatever the document says: `["GET /files/{id}"]`. Default: none. */
  readonly downloads?: readonly string[];
  /**
   * The header that a key is sent in with every POST, kept across retries: `Idempotency-Key`; with
   * `compatibility`, with all but GET. Default: where the document has such a parameter.
   */
  readonly idempotency?: string;
  /** Options of calls that say nothing else: `{ timeout: 600_000, retry: "all" }`. */
  readonly defaults?: DefaultsConfig;
  /** Prefix of the environment variables the client reads. Default: the client's name, `ACME`. */
  readonly environmentPrefix?: string;
  /**
   * Resource by tag, dots for nesting: `{ "Platform": "apiKeys", "* Controller": "*" }`, or a function.
   * Default: from the tag's name.
   */
  readonly resources?: NameOption<NamedResource>;
  /**
   * Method by operationId or `GET /path`: `list`, or with its resource `apiKeys.list`. In a key `*` is any
   * text, in its value that text: `{ "*Controller_*": "*.*" }`. `$client.me` is one of the client itself.
   * Of a list of names, the first is also that of the function, and all are methods. Or a function.
   * Default: override extensions, then method and path.
   */
  readonly methods?: MethodOption;
  /**
   * Name of a component schema's type: `{ "pet_v2": "Pet", "*Dto": "*" }`, or a function; of another
   * schema by its JSON Pointer: `{ "#/paths/~1pets/get/…/schema": "PetList" }`.
   * Default: extensions, then its own name.
   */
  readonly models?: NameOption<NamedModel>;
  /**
   * Models by the resource that they belong to, as `models` names them: `{ "chat.completions": ["Chunk"] }`;
   * `$client` for those of no resource. With `compatibility` they are in the namespace of their resource, and
   * a model that this or `models` names stays when the operations that use it are left out. Default: by the
   * operations.
   */
  readonly resourceModels?: Readonly<Record<string, readonly string[]>>;
  /**
   * What types of arguments and results are called after: the `function` (`CreateMessageParams`), or the
   * `resource` and the method (`MessageCreateParams`). Default: `function`.
   */
  readonly typeNames?: "function" | "resource";
  /**
   * How words are spelled in names that are made of the document's: `{ openai: "OpenAI", id: "ID" }`. Names
   * on the wire stay. Default: as the document has them, with the capitals of TypeScript.
   */
  readonly casings?: Readonly<Record<string, string>>;
  /**
   * `keep`: names of a released package stay whatever the document calls its operations and tags.
   * Default: `follow`, and the old names stay as deprecated aliases.
   */
  readonly names?: "follow" | "keep";
  /**
   * How long deprecated aliases stay: `{ keep: 2 }` until the second major version after the one that
   * first had them, `forever`, or `false` for none. Default: `{ keep: 1 }`.
   */
  readonly aliases?: AliasesConfig;
  /**
   * `open` adds `(string & {})` to enums, so that a new value of the server still type-checks.
   * `const` also declares a constant for each enum that has a name: `Color.Red`.
   */
  readonly enums?: "closed" | "open" | "const";
  /**
   * `string` types `format: int64` as a string, for servers that send strings (protocol buffers do) because
   * a number in JavaScript is exact up to 2^53 only. Nothing is converted. Default: `number`.
   */
  readonly int64?: "number" | "string";
  /**
   * What arguments of `format: date-time` take: `Date` means a `Date` or a string, `string` a string alone.
   * Responses contain the string that was sent. Default: `Date`.
   */
  readonly dates?: "Date" | "string";
  /**
   * `all`: an operation of which the document does not say whether it needs credentials takes those that
   * the client has. Default: it is called without.
   */
  readonly security?: "declared" | "all";
  /**
   * How lists go on, where the document does not show it: schemes by a name of yours. The first that
   * names an operation, or else fits it, counts. Default: recognised from parameters and responses.
   */
  readonly pagination?: Readonly<Record<string, PaginationScheme>>;
  /**
   * Operations that answer as a stream of events, by operationId or `GET /path`:
   * `{ "POST /chat": { param: "stream", event: "ChatEvent" } }`; `false` for no stream.
   * Default: as the document says.
   */
  readonly streaming?: Readonly<Record<string, StreamingConfig | false>>;
  /**
   * Methods of the client that give the payload of a webhook: `{ verify: "webhooks.unwrap" }`. Default:
   * none; the function `verifyWebhook` is there where the API signs as Standard Webhooks has it.
   */
  readonly webhooks?: WebhooksConfig;
  /**
   * `stainless`: what a client by Stainless is called with stays beside our own names, marked as
   * deprecated: names of errors, methods of the client, of pages and streams, statics and types of the
   * class, and the deep imports of the package. Default: none of it.
   */
  readonly compatibility?: "stainless";
  /** What the pages of `docs/` show. */
  readonly docs?: DocsConfig;
  /** `true`: `<package>/otel`, middleware for OpenTelemetry. Default: `false`. */
  readonly otel?: boolean;
  /**
   * `true`: `<package>/mocks`, a `fetch` function for tests that answers with the document's examples.
   * Default: `false`.
   */
  readonly mocks?: boolean;
  /**
   * `true`: `<package>/schema`, the types that openapi-typescript makes of the document, for programs
   * that use them with openapi-fetch. Default: `false`.
   */
  readonly schema?: boolean;
  /**
   * What agents read: `llms.txt` and a skill in `skills/`. `true`, or what of the document's text
   * `api.md` may have: `{ text: "none" }` for documents of strangers. Default: `false`.
   */
  readonly agents?: boolean | AgentsConfig;
  /** What counts as breaking for callers, and which breaks are intended. */
  readonly change?: ChangeConfig;
  /** What `sdkwright release` writes. */
  readonly release?: ReleaseConfig;
  /**
   * Options of cached calls, for TanStack Query or SWR: `react` is `<package>/react-query`. Default: none.
   */
  readonly queries?: QueryAdapter | readonly QueryAdapter[] | QueriesConfig;
  /**
   * Outputs of others, in any order; see `sdkwright/plugin`. Only config files that are code can have
   * them. Default: none.
   */
  readonly plugins?: readonly PluginUse[];
  /** The JSON Schema of config files, for editors: `./node_modules/sdkwright/dist/config.schema.json`. */
  readonly $schema?: string;
}

/** How many major versions an old name stays. */
export type AliasesConfig = false | "forever" | { readonly keep: number };

/**
 * Is given the parsed document as it was written, which it may change. Returns the document, or nothing
 * for the one that it was given; also as a promise.
 */
export type DocumentTransform = (
  document: ReturnType<typeof JSON.parse>,
) => unknown;

/** Selects operations by one of its criteria. In a pattern, `*` is any text. */
export interface OperationFilter {
  /** Operations with one of these tags. */
  readonly tags?: readonly string[];
  /** Paths as in the document: `/pets/*` is one segment more, `/pets/**` everything below. */
  readonly paths?: readonly string[];
  /** Operations by operationId or `GET /path`, in which `*` is any text. */
  readonly operations?: readonly string[];
  /** `true`: operations that are deprecated. */
  readonly deprecated?: boolean;
}

/** One SDK or several. */
export type Config = SdkConfig | readonly SdkConfig[];

/** Types a config file: `export default defineConfig({ … })`. */
export const defineConfig = (config: Config): Config => config;
