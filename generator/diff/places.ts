/**
 * From a place in the words of the SDK (`getPet.params.limit`, `Pet.tags[]`) to the JSON pointer of what
 * declares it in a document. Where the document does not have the place itself, such as of a property that
 * the other document adds, it is the nearest thing around it.
 */
import type { Document, PathItem, Pointer } from "../openapi/document.js";
import { valueAt } from "../openapi/pointers.js";
import { operationsOf } from "../openapi/operations.js";
import type { Surface, SurfaceOperation } from "../surface/surface.js";
import { operationPlace } from "./operation-places.js";
import { callbackPlace } from "./callback-places.js";
import { nameIn, placeInSchema } from "./schema-places.js";

export interface PlaceContext {
  readonly document: Document;
  readonly surface: Surface;
  /** The component schemas of models, by the name of the type. */
  readonly wireNames: ReadonlyMap<string, string>;
}

/**
 * @param operations the functions that a change is about, for types that have no name in the document
 * @returns undefined where the document has nothing of it
 */
export const placeOf = (
  where: string,
  operations: readonly string[],
  context: PlaceContext,
): Pointer | undefined => {
  const { surface, wireNames } = context;
  const [name = ""] = where.split(/[.[{]/, 1);
  const rest = where.slice(name.length);
  const operation = surface.operations.get(name);
  if (operation) return inOperation(operation, rest, context);
  // A model that may not have the name of its schema goes by that of the schema.
  const schemas = [...wireNames.values()];
  const wireName =
    wireNames.get(name) ?? (schemas.includes(name) ? name : undefined);
  if (wireName !== undefined) return inModel(wireName, rest, context);
  if (name === "client") return inClient(where, rest, context);
  if (name === "webhooks") return inWebhooks(rest, context);
  if (name === "callbacks")
    return callbackPlace(rest.slice(1), context.document);
  if (name === "env")
    return existing(["components", "securitySchemes"], context);
  if (name === "package") return existing(["info", "title"], context);
  const derived = derivedFrom(name, context);
  return derived === undefined
    ? firstOf(operations, context)
    : inModel(derived, rest, context);
};

/** A schema that is made of a base, which may have no name in the document: of a union of its children. */
const derivedFrom = (
  base: string,
  { surface, wireNames }: PlaceContext,
): string | undefined => {
  for (const [name, { type }] of surface.models) {
    const wireName = wireNames.get(name);
    if (
      wireName !== undefined &&
      type.kind === "object" &&
      type.bases?.includes(base) === true
    )
      return wireName;
  }
  return undefined;
};

const firstOf = (
  operations: readonly string[],
  context: PlaceContext,
): Pointer | undefined => {
  for (const id of operations) {
    const operation = context.surface.operations.get(id);
    const found = operation && inOperation(operation, "", context);
    if (found) return found;
  }
  return undefined;
};

const existing = (
  pointer: Pointer,
  { document }: PlaceContext,
): Pointer | undefined =>
  valueAt(document.root, pointer) === undefined ? undefined : pointer;

const inOperation = (
  { method, path }: SurfaceOperation,
  rest: string,
  { document }: PlaceContext,
): Pointer | undefined => {
  const item = document.root.paths?.[path];
  if (item === undefined) return undefined;
  const resolved = document.resolve<PathItem>(item, ["paths", path]);
  const found = [...operationsOf(resolved.node)].find(
    (one) => one.method === method,
  );
  return (
    found &&
    operationPlace({ item: resolved, key: found.pointer, rest, document })
  );
};

const inModel = (
  wireName: string,
  rest: string,
  context: PlaceContext,
): Pointer | undefined => {
  const pointer = existing(["components", "schemas", wireName], context);
  return (
    pointer && placeInSchema({ pointer, rest, document: context.document })
  );
};

const inClient = (
  where: string,
  rest: string,
  context: PlaceContext,
): Pointer | undefined => {
  if (/^\.(?:options\.)?(?:baseURL|server)/.test(rest))
    return existing(["servers", "0"], context);
  if (rest.startsWith(".options"))
    return existing(["components", "securitySchemes"], context);
  const operation = [...context.surface.operations.values()].find(
    ({ call }) => call === where || call.startsWith(`${where}.`),
  );
  return operation
    ? inOperation(operation, "", context)
    : existing(["info", "title"], context);
};

const inWebhooks = (
  rest: string,
  context: PlaceContext,
): Pointer | undefined => {
  const names = Object.keys(context.document.root.webhooks ?? {});
  const name = nameIn(rest.replace(/^\./, ""), [
    ...names,
    ...names.map(camelCased),
  ]);
  const key = names.find((one) => one === name || camelCased(one) === name);
  return key === undefined ? undefined : existing(["webhooks", key], context);
};

/** The payload's name is that of the webhook, as an identifier. */
const camelCased = (name: string): string =>
  name.replace(/[^\dA-Za-z]+([\dA-Za-z])/g, (_, next: string) =>
    next.toUpperCase(),
  );
