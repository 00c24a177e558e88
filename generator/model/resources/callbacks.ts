/**
 * The requests that the API makes on account of one of its operations (OpenAPI 3.1.1 section 4.8.18).
 */
import type {
  Callback,
  Document,
  OperationObject,
  PathItem,
} from "../../openapi/document.js";
import { operationsOf } from "../../openapi/operations.js";
import { countBy } from "../counting.js";
import { dereference } from "../references.js";
import type { OperationEntry, WebhookEntry } from "./entries.js";

interface Found {
  readonly entry: WebhookEntry;
  /** Names from the shortest to the one that says all. */
  readonly names: readonly string[];
}

/** Each is called as in the document, with its operation and its URL where that is not enough. */
export function listCallbacks(
  document: Document,
  operations: readonly OperationEntry[],
): readonly WebhookEntry[] {
  const found = operations.flatMap((operation) =>
    callbacksOf(document, operation),
  );
  // One under `components` can belong to many operations.
  const seen = new Set<OperationObject>();
  const each = found.filter(
    ({ entry: { operation } }) =>
      !seen.has(operation) && seen.add(operation).has(operation),
  );
  const counts = countBy(each.flatMap(({ names }) => names));
  return each.map(({ entry, names }) => ({
    ...entry,
    name: names.find((name) => counts.get(name) === 1) ?? entry.name,
  }));
}

function callbacksOf(
  document: Document,
  { operation: { callbacks = {} }, pointer, key, id }: OperationEntry,
): Found[] {
  return Object.entries(callbacks).flatMap(([name, callback]) => {
    if (name.startsWith("x-")) return [];
    const items = Object.entries(dereference<Callback>(document, callback));
    return items.flatMap(([url, item]) => {
      if (url.startsWith("x-")) return [];
      const { node, pointer: at } = document.resolve<PathItem>(item, [
        ...pointer,
        "callbacks",
        name,
        url,
      ]);
      return [...operationsOf(node)].map(
        ({ method, operation, pointer: below }): Found => {
          const full = `${id ?? key} ${name} ${method} ${url}`;
          return {
            names: [...new Set([name, `${id ?? key} ${name}`, full])],
            entry: {
              name: full,
              method,
              operation,
              pointer: [...at, ...below],
              parameters: [],
            },
          };
        },
      );
    });
  });
}
