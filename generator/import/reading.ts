/**
 * What every part of an import works with.
 */
import type { Casing } from "./casing.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Draft } from "./draft.js";
import type { KnownDocument } from "./known-document.js";
import type { Ledger } from "./ledger.js";
import type { PublishedSdk } from "./published-sdk.js";
import type { Source } from "./source.js";

/** Of a config in YAML. */
export interface SourceReading extends Reading {
  readonly source: Source;
}

export interface Reading {
  /** The file that is read, as messages show it. */
  readonly file: string;
  readonly ledger: Ledger;
  readonly draft: Draft;
  readonly document: KnownDocument;
  /** The document as it was written, which overlays see first; undefined where it is at a URL. */
  readonly written: unknown;
  readonly casing: Casing;
  /** The SDK as it was published, where it is at hand. */
  readonly published?: PublishedSdk | undefined;
  /** True where the config has made a package in TypeScript, whose callers are to stay. */
  readonly isPublished: boolean;
  readonly diagnostics: Diagnostics;
}
