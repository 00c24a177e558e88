/**
 * The schemas that operations hold themselves, where references outside the components start.
 */
import type {
  Document,
  MediaType,
  RequestBody,
  Response,
  Schema,
} from "../../openapi/document.js";
import type { OperationEntry } from "../resources/entries.js";
import { isRecord } from "../../openapi/records.js";

export function* schemasOf(
  document: Document,
  entries: readonly Pick<OperationEntry, "operation" | "parameters">[],
): Generator<Schema> {
  for (const { operation, parameters } of entries) {
    for (const { node } of parameters) {
      if (node.schema !== undefined) yield node.schema;
      yield* ofContent(node.content);
    }
    if (isRecord(operation.requestBody))
      yield* ofContent(
        document.resolve<RequestBody>(operation.requestBody, []).node.content,
      );
    for (const response of Object.values(operation.responses ?? {}))
      if (isRecord(response))
        yield* ofContent(document.resolve<Response>(response, []).node.content);
  }
}

function* ofContent(content: unknown): Generator<Schema> {
  if (!isRecord(content)) return;
  for (const media of Object.values(content) as MediaType[])
    if (isRecord(media))
      for (const schema of [media.schema, media.itemSchema])
        if (schema !== undefined) yield schema;
}
