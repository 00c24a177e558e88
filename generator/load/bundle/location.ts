import type { Pointer } from "../../openapi/document.js";
import type { LoadedFile } from "../read/loaded-file.js";

/** A value in one of the files. */
export interface Location {
  readonly file: LoadedFile;
  readonly pointer: Pointer;
  readonly value: unknown;
}
