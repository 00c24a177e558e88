/**
 * What the converters of the parts of a Swagger 2.0 document share.
 */
import type { Pointer } from "../../../openapi/document.js";
import type { JsonObject } from "../../../openapi/records.js";

export interface Conversion {
  readonly swagger: JsonObject;
  /** Notes that what stands at `now` stood at `was`. */
  readonly moved: (now: Pointer, was: Pointer) => void;
}
