/**
 * The operations of a document, each with everything that its path item gives it.
 */
import type {
  Document,
  OperationObject,
  ParameterObject,
  PathItem,
  Pointer,
  Resolved,
  Server,
} from "../../openapi/document.js";
import { operationsOf } from "../../openapi/operations.js";
import { countBy } from "../counting.js";

interface RequestEntry {
  readonly method: string;
  readonly pointer: Pointer;
  readonly operation: OperationObject;
  /** The parameters of the path item and of the operation, which take precedence. */
  readonly parameters: readonly Resolved<ParameterObject>[];
}

export interface OperationEntry extends RequestEntry {
  /** `GET /keys/{hash}`: unique in a document, and the operation's name in the lock file. */
  readonly key: string;
  readonly path: string;
  /** The server that requests go to, where it is not one of the document's. */
  readonly server?: Server;
  /** The operationId, where it belongs to this operation alone. */
  readonly id?: string;
  /** An operationId that several operations have: it identifies none of them. */
  readonly sharedId?: string;
}

/** A request that the API itself makes (OpenAPI 3.1.1 section 4.8.1, `webhooks`). */
export interface WebhookEntry extends RequestEntry {
  readonly name: string;
}

export const listWebhooks = (document: Document): readonly WebhookEntry[] =>
  entriesUnder("webhooks", document);

export function listOperations(document: Document): readonly OperationEntry[] {
  const entries = entriesUnder("paths", document);
  const uses = countBy(
    entries.flatMap(({ operation }) => operation.operationId ?? []),
  );
  return entries.map(({ name: path, pathItem, ...entry }) => {
    const { operationId: id = "", servers } = entry.operation;
    const [server] = servers ?? pathItem.servers ?? [];
    return {
      ...entry,
      key: `${entry.method} ${path}`,
      path,
      ...(server && { server }),
      ...(id.trim() !== "" && (uses.get(id) === 1 ? { id } : { sharedId: id })),
    };
  });
}

/** The operations of a map of path items, in the order of the document. */
const entriesUnder = (
  section: "paths" | "webhooks",
  document: Document,
): (WebhookEntry & { readonly pathItem: PathItem })[] =>
  Object.entries(document.root[section] ?? {}).flatMap(([name, item]) => {
    if (name.startsWith("x-")) return [];
    const { node: pathItem, pointer } = document.resolve<PathItem>(item, [
      section,
      name,
    ]);
    return [...operationsOf(pathItem)].map(
      ({ method, operation, pointer: below }) => ({
        name,
        method,
        operation,
        pathItem,
        pointer: [...pointer, ...below],
        parameters: parametersOf(document, [
          [pathItem, pointer],
          [operation, [...pointer, ...below]],
        ]),
      }),
    );
  });

/** @param holders what declares parameters; of two with one name and location, the last counts */
function parametersOf(
  document: Document,
  holders: readonly (readonly [
    holder: Pick<PathItem, "parameters">,
    pointer: Pointer,
  ])[],
): Resolved<ParameterObject>[] {
  const parameters = new Map<string, Resolved<ParameterObject>>();
  for (const [holder, pointer] of holders)
    holder.parameters?.forEach((parameter, index) => {
      const resolved = document.resolve<ParameterObject>(parameter, [
        ...pointer,
        "parameters",
        String(index),
      ]);
      const { name, in: location } = resolved.node;
      parameters.set(`${location} ${name}`, resolved);
    });
  return [...parameters.values()];
}
