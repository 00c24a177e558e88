/**
 * What is known of an operation while it is decided whether it has pages.
 */
import type { Document } from "../../openapi/document.js";
import type { Result } from "../../sdk/sdk.js";
import type { OperationEntry } from "../resources/entries.js";
import type { Models } from "../schemas/models.js";
import type { PlannedBody } from "./bodies.js";
import type { Fields, Input } from "./paging-fields.js";
import type { PlannedParameter } from "./parameters.js";

export interface PagingContext {
  readonly document: Document;
  readonly entry: OperationEntry;
  readonly parameters: readonly PlannedParameter[];
  readonly body: PlannedBody | undefined;
  readonly result: Result;
  readonly models: Models;
}

export interface PagingSource extends PagingContext {
  readonly fields: Fields;
  readonly inputs: readonly Input[];
}
