/**
 * Where a callback stands: in the operation on whose account the API sends it.
 */
import type { Document, PathItem, Pointer } from "../openapi/document.js";
import { operationsOf } from "../openapi/operations.js";
import { isRecord } from "../openapi/records.js";
import { nameIn } from "./schema-places.js";

/** @param place `shipped` or `shipped.id`; of several with one name, `createOrder shipped` */
export const callbackPlace = (
  place: string,
  document: Document,
): Pointer | undefined => {
  const found = new Map(declared(document));
  const name = nameIn(place, [...found.keys()]);
  return name === undefined ? undefined : found.get(name);
};

/** The names that a callback may have in the package, the shortest first. */
function* declared(
  document: Document,
): Generator<readonly [name: string, pointer: Pointer]> {
  for (const [path, item] of Object.entries(document.root.paths ?? {})) {
    if (!isRecord(item)) continue;
    const { node, pointer } = document.resolve<PathItem>(item, ["paths", path]);
    for (const { method, operation, pointer: key } of operationsOf(node)) {
      const { callbacks = {}, operationId = `${method} ${path}` } = operation;
      for (const [name, callback] of Object.entries(callbacks)) {
        const at = [...pointer, ...key, "callbacks", name];
        yield [name, at];
        yield [`${operationId} ${name}`, at];
        if (!isRecord(callback)) continue;
        const { node: urls } = document.resolve<object>(callback, at);
        for (const [url, one] of Object.entries(urls))
          if (isRecord(one))
            for (const sent of operationsOf(one))
              yield [`${operationId} ${name} ${sent.method} ${url}`, at];
      }
    }
  }
}
