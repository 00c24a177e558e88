/**
 * The options of one SDK, as its owner writes them. What is left out is derived from the document,
 * by `model`.
 */

/** What a document cannot say about its SDK. Only `input` and `output` are needed. */
export interface SdkConfig {
  /** The OpenAPI document: a path relative to the config file. */
  readonly input: string;
  /** The folder of the generated package, relative to the config file. */
  readonly output: string;
  /**
   * The folder that references to other files may read, relative to the config file.
   * Default: the folder of the document.
   */
  readonly refRoot?: string;
  /** Fields of the generated `package.json`; the rest is derived from the document. */
  readonly package?: PackageConfig;
  /** Name of the client class. Default: from the document's title. */
  readonly clientName?: string;
  /** Path parameters that become client options (`account_id` -> `accountId`). Default: none. */
  readonly clientParameters?: readonly string[];
  /** Prefix of the environment variables the client reads. Default: the client's name, `ACME`. */
  readonly environmentPrefix?: string;
  /** Tag -> resource, dots for nesting: `{ "Platform": "apiKeys" }`. Default: from the tag's name. */
  readonly resources?: Readonly<Record<string, string>>;
  /** Method name by operationId. Default: override extensions, then method and path. */
  readonly methods?: Readonly<Record<string, string>>;
  /** `open` adds `(string & {})` to enums, so that a new value of the server still type-checks. */
  readonly enums?: "closed" | "open";
}

export interface PackageConfig {
  /** Default: from the document's title. */
  readonly name?: string;
  /** Default: the document's version where it is semver, otherwise `0.1.0`. */
  readonly version?: string;
  readonly description?: string;
  /** SPDX identifier. Default: `MIT`. */
  readonly license?: string;
  readonly author?: string;
  /** `https://github.com/acme/sdk`, or the git URL. */
  readonly repository?: string;
  readonly homepage?: string;
  readonly keywords?: readonly string[];
}

/** One SDK or several. */
export type Config = SdkConfig | readonly SdkConfig[];

/** Gives a config file its types: `export default defineConfig({ … })`. */
export const defineConfig = (config: Config): Config => config;
