/**
 * What every check is given.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Path } from "../../openapi/pointers.js";
import type { Resolver } from "../bundle/resolver.js";
import type { SourceLocations } from "../read/source-locations.js";
import type { FixQueue } from "./fixes.js";
import type { JsonObject } from "../../openapi/records.js";

export interface CheckContext {
  readonly root: JsonObject;
  readonly resolver: Resolver;
  readonly diagnostics: Diagnostics;
  readonly fixes: FixQueue;
  readonly locations: SourceLocations;
  /** The title of a document that has none: the name of its file. */
  readonly fileTitle: string;
}

/** Judges one object; its fields may still hold anything. */
export type ObjectCheck = (
  node: Readonly<JsonObject>,
  path: Path | undefined,
  context: CheckContext,
) => void;
