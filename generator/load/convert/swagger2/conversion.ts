/**
 * What the converters of Swagger 2.0 objects share.
 */
import type { DiagnosticCode } from "../../../diagnostics/diagnostics.js";
import type { Pointer } from "../../../openapi/document.js";
import type { JsonObject } from "../../../openapi/records.js";

export interface Conversion {
  readonly swagger: JsonObject;
  /** Notes that the value at `now` was at `was` in the Swagger document. */
  readonly moved: (now: Pointer, was: Pointer) => void;
  /** Reports a problem of the Swagger document. */
  readonly report: (code: DiagnosticCode, was: Pointer, other: Pointer) => void;
}
