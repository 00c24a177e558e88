/**
 * What an import is told.
 */

export interface ImportOptions {
  /** Default: the working directory. */
  readonly cwd?: string;
  /** The config to import. */
  readonly file: string;
  /** The OpenAPI document: a path or a URL. */
  readonly spec?: string | undefined;
  /** The folder of the published package, for its declarations. */
  readonly types?: string | undefined;
  /** The list of methods of the published SDK. */
  readonly api?: string | undefined;
  /** The config to write. Default: `sdkwright.config.ts`. */
  readonly output?: string | undefined;
  /** Write nothing where something is lost. */
  readonly strict?: boolean | undefined;
  /** Write over files that are there. */
  readonly force?: boolean | undefined;
}
