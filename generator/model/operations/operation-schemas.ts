/**
 * The schemas directly in operations, where the search for references outside the components begins.
 */
import type {
  Document,
  RequestBody,
  Response,
  Schema,
} from "../../openapi/document.js";
import { dereference } from "../references.js";
import type { OperationEntry } from "../resources/entries.js";
import { contentSchemasIn } from "./events.js";
import { eventStream, type Content } from "./media-types.js";

export function* schemasOf(
  document: Document,
  entries: readonly Pick<OperationEntry, "operation" | "parameters">[],
): Generator<Schema> {
  for (const { operation, parameters } of entries) {
    for (const { node } of parameters) {
      if (node.schema !== undefined) yield node.schema;
      yield* schemasIn(document, node.content);
    }
    const { requestBody, responses = {} } = operation;
    if (requestBody)
      yield* schemasIn(
        document,
        dereference<RequestBody>(document, requestBody).content,
      );
    for (const [status, response] of Object.entries(responses))
      if (!status.startsWith("x-"))
        yield* schemasIn(
          document,
          dereference<Response>(document, response).content,
        );
  }
}

function* schemasIn(
  document: Document,
  content: Content = {},
): Generator<Schema> {
  for (const [mediaType, { schema, itemSchema }] of Object.entries(content)) {
    if (schema !== undefined) yield schema;
    if (itemSchema !== undefined) yield itemSchema;
    if (eventStream.test(mediaType))
      yield* contentSchemasIn(document, itemSchema ?? schema);
  }
}
