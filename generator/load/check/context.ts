/**
 * What every check is given.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Path } from "../../openapi/pointers.js";
import type { Resolver } from "../bundle/resolver.js";
import type { SourceMap } from "../read/source-map.js";
import type { Fixes } from "./fixes.js";

export interface CheckContext {
  readonly root: Record<string, unknown>;
  readonly resolver: Resolver;
  readonly diagnostics: Diagnostics;
  readonly fixes: Fixes;
  readonly sourceMap: SourceMap;
}

/** Judges one object; its fields may still hold anything. */
export type ObjectCheck = (
  node: Readonly<Record<string, unknown>>,
  path: Path | undefined,
  context: CheckContext,
) => void;
