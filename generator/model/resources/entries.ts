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
import { isRecord } from "../../openapi/records.js";

/** Path Item Object's fixed fields for methods (3.2 adds `query`), in the order of the specification. */
const methods = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
] as const;

export interface OperationEntry {
  /** `GET /keys/{hash}`: unique in a document, and what the lock file calls it. */
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly pointer: Pointer;
  readonly operation: OperationObject;
  /** The path item's parameters and the operation's own, which win. */
  readonly parameters: readonly Resolved<ParameterObject>[];
  /** The nearest server list that is not the document's. */
  readonly servers?: readonly Server[];
  /** operationId where it is there and belongs to this operation alone. */
  readonly id?: string;
  /** operationId that several operations have: it names none of them alone. */
  readonly sharedId?: string;
}

/** A request that the API itself makes (OpenAPI 3.1.1 section 4.8.1, `webhooks`). */
export interface WebhookEntry {
  readonly name: string;
  readonly method: string;
  readonly pointer: Pointer;
  readonly operation: OperationObject;
  readonly parameters: readonly Resolved<ParameterObject>[];
}

export const listWebhooks = (document: Document): readonly WebhookEntry[] =>
  Object.entries(document.root.webhooks ?? {}).flatMap(([name, item]) => {
    if (name.startsWith("x-") || !isRecord(item)) return [];
    const { node, pointer } = document.resolve<PathItem>(item, [
      "webhooks",
      name,
    ]);
    return [...operationsOf(node, pointer)].map(
      ([method, operation, at]): WebhookEntry => ({
        name,
        method,
        operation,
        pointer: at,
        parameters: parametersOf(document, node, pointer, operation, at),
      }),
    );
  });

export function listOperations(document: Document): readonly OperationEntry[] {
  const entries: OperationEntry[] = [];
  for (const [path, item] of Object.entries(document.root.paths ?? {})) {
    if (path.startsWith("x-") || !isRecord(item)) continue;
    const { node: pathItem, pointer } = document.resolve<PathItem>(item, [
      "paths",
      path,
    ]);
    for (const [method, operation, at] of operationsOf(pathItem, pointer))
      entries.push({
        key: `${method} ${path}`,
        method,
        path,
        pointer: at,
        operation,
        parameters: parametersOf(document, pathItem, pointer, operation, at),
        ...serversOf(pathItem, operation),
      });
  }
  const uses = new Map<string, number>();
  for (const { operation } of entries) {
    const id = operation.operationId;
    if (typeof id === "string") uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  return entries.map((entry) => {
    const id = entry.operation.operationId;
    if (typeof id !== "string" || id.trim() === "") return entry;
    return uses.get(id) === 1 ? { ...entry, id } : { ...entry, sharedId: id };
  });
}

function* operationsOf(
  pathItem: PathItem,
  pointer: Pointer,
): Generator<[method: string, operation: OperationObject, at: Pointer]> {
  for (const method of methods) {
    const operation = pathItem[method];
    if (isRecord(operation))
      yield [method.toUpperCase(), operation, [...pointer, method]];
  }
  // OpenAPI 3.2 section 4.8.9: any other method, in the case it is sent in
  const additional = pathItem["additionalOperations"];
  if (isRecord(additional))
    for (const [method, operation] of Object.entries(additional))
      if (isRecord(operation))
        yield [method, operation, [...pointer, "additionalOperations", method]];
}

function parametersOf(
  document: Document,
  pathItem: PathItem,
  itemPointer: Pointer,
  operation: OperationObject,
  pointer: Pointer,
): Resolved<ParameterObject>[] {
  const parameters = new Map<string, Resolved<ParameterObject>>();
  for (const [list, at] of [
    [pathItem.parameters, itemPointer],
    [operation.parameters, pointer],
  ] as const) {
    if (!Array.isArray(list)) continue;
    for (const [index, parameter] of (
      list as readonly ParameterObject[]
    ).entries()) {
      if (!isRecord(parameter)) continue;
      const resolved = document.resolve<ParameterObject>(parameter, [
        ...at,
        "parameters",
        String(index),
      ]);
      const { name, in: place } = resolved.node;
      if (typeof name === "string")
        parameters.set(`${place} ${name}`, resolved);
    }
  }
  return [...parameters.values()];
}

const serversOf = (
  pathItem: PathItem,
  operation: OperationObject,
): { servers?: readonly Server[] } => {
  const servers = operation.servers ?? pathItem.servers;
  return Array.isArray(servers) && servers.length > 0
    ? { servers: servers as readonly Server[] }
    : {};
};
