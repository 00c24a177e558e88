/**
 * An operation of the old surface with what its types are made of.
 */
import type { Surface, SurfaceOperation } from "../surface/surface.js";

export interface UsedOperation {
  readonly name: string;
  readonly operation: SurfaceOperation;
  readonly models: Surface["models"];
}
