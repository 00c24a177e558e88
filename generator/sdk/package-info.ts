/**
 * What is said of the package as a whole: its manifest, and where its users find help.
 */
import type { Text } from "./types.js";

export interface PackageInfo {
  readonly name: Text;
  /** The first version: the manifest on disk has the others. */
  readonly version: Text;
  readonly description: Text;
  /** What the package is, in one line of its README. */
  readonly headline: Text;
  readonly license: Text;
  /** Where it is nobody's, what the document calls its license; empty if it names none. */
  readonly unknownLicense?: string;
  /** The license whose text is written into the package. */
  readonly licenseFile?: string;
  readonly author?: Text;
  readonly repository?: { readonly url: Text; readonly directory?: Text };
  readonly homepage?: Text;
  readonly bugs?: { readonly url?: Text; readonly email?: Text };
  readonly funding: readonly Text[];
  readonly keywords: readonly Text[];
  readonly engines: ReadonlyMap<string, Text>;
  /** Modules below `src/`, without `.ts`, by the subpath that exports them: `./extras`. */
  readonly exports: ReadonlyMap<string, string>;
  readonly sideEffects: boolean | readonly Text[];
  readonly publishConfig: ReadonlyMap<string, Text | boolean>;
  readonly hasSourceMaps: boolean;
  /** The title of the API, for headings. */
  readonly title: Text;
  /** The description of the API. */
  readonly about?: Text;
  readonly support: Support;
}

/** Where the users of an API find help. */
export interface Support {
  readonly contact: {
    readonly name?: Text;
    readonly url?: Text;
    readonly email?: Text;
  };
  readonly documentation?: { readonly url: Text; readonly description?: Text };
  readonly terms?: Text;
}
