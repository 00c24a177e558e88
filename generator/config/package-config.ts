/**
 * What the owner says of the package: fields of its `package.json`.
 */
export interface PackageConfig {
  /** Default: from the document's title. */
  readonly name?: string;
  /** The first version: later `package.json` alone has it. Default: `0.0.0`. */
  readonly version?: string;
  /** Default: the first sentence of the document's description. */
  readonly description?: string;
  /**
   * An SPDX expression. `MIT`, `Apache-2.0`, `BSD-3-Clause` and `ISC` are written into LICENSE too.
   * Default: the license of the document, where npm knows it, or else `UNLICENSED`.
   */
  readonly license?: string;
  readonly author?: string;
  /** `https://github.com/acme/sdk`, or the git URL; with the package's `directory`, if it is not at the root. */
  readonly repository?: string | Repository;
  /** Default: the URL of the document's `externalDocs`. */
  readonly homepage?: string;
  /** A URL, an address, or both. Default: the issues of the repository, or else the address of the contact. */
  readonly bugs?: string | Bugs;
  /** URLs where users can pay for the package. */
  readonly funding?: string | readonly string[];
  readonly keywords?: readonly string[];
  /** Default: `{ node: ">=20" }`. */
  readonly engines?: Readonly<Record<string, string>>;
  /**
   * Modules of the package that can be imported besides its entry, such as hand-written ones:
   * `{ "./extras": "src/lib/extras.ts" }`.
   */
  readonly exports?: Readonly<Record<string, string>>;
  /** `true`, or the files whose import has side effects, for hand-written code. Default: `false`. */
  readonly sideEffects?: boolean | readonly string[];
  readonly publishConfig?: PublishConfig;
  /** `false`: the package is built without source maps. Default: `true`. */
  readonly sourceMaps?: boolean;
}

export interface Repository {
  readonly url: string;
  /** The package's, from the root of the repository: `packages/sdk`. */
  readonly directory?: string;
}

export interface Bugs {
  readonly url?: string;
  readonly email?: string;
}

/** How and where npm publishes the package. */
export interface PublishConfig {
  /** Default: `public` where the name has a scope. */
  readonly access?: "public" | "restricted";
  readonly registry?: string;
  readonly tag?: string;
  readonly provenance?: boolean;
}
