/**
 * Whether an operation answers with a list, which decides between `list` and `get`.
 */
import type {
  Document,
  Response,
  Schema,
  SchemaObject,
} from "../../openapi/document.js";
import type { OperationEntry } from "../resources/entries.js";
import { dereference, resolveSchema } from "../references.js";

/**
 * `page` is an object around an array that may be more than a page (`{ items, total }` of a cart);
 * `unknown` is what the document does not say.
 */
export type ResultShape = "list" | "page" | "one" | "unknown";

export function resultShapeOf(
  { operation, path }: Pick<OperationEntry, "operation" | "path">,
  document: Document,
): ResultShape {
  const { responses = {} } = operation;
  const status = ["200", "2XX", "206", "201"].find((name) =>
    Object.hasOwn(responses, name),
  );
  const declared = status === undefined ? undefined : responses[status];
  if (!declared) return "unknown";
  const { content = {} } = dereference<Response>(document, declared);
  const type =
    Object.keys(content).find((name) => /json/i.test(name)) ??
    Object.keys(content)[0];
  const media = type === undefined ? undefined : content[type];
  const last = path
    .split("/")
    .findLast((segment) => segment !== "" && !segment.includes("{"));
  return new Shapes(document, last ?? "").of(media?.schema, 0);
}

/** Fields that hold the items of a page. */
const itemFields =
  /^(data|items?|results?|records|values|entries|content|list|rows|elements|resources|objects|collection|edges|nodes|hits)$/i;

/** Fields that only pages have. */
const pageFields =
  /^(paging|pagination\w*|page|page_?\w+|.*(next|cursor)([_A-Z]\w*)?|has_?(more|next)\w*|offset|per_?page)$/i;

/** Fields that pages have, and other objects too. */
const aroundItems =
  /^((_|@odata\.)?(links?|meta(data)?|count)|.*total\w*|limit|size|first(_?id)?|last(_?id)?|object|kind|status|success)$/i;

class Shapes {
  readonly #document: Document;
  readonly #collection: string;

  constructor(document: Document, collection: string) {
    this.#document = document;
    this.#collection = collection.toLowerCase();
  }

  of(schema: Schema | undefined, depth: number): ResultShape {
    const target = resolveSchema(this.#document, schema);
    if (!target || depth > 4) return "unknown";
    const parts = [target, ...this.#partsOf(target, depth)];
    if (parts.some((part) => isOf(part, "array") || part.items !== undefined))
      return "list";
    const fields = parts.flatMap((part) =>
      Object.entries(part.properties ?? {}),
    );
    if (fields.length === 0)
      return parts.some((part) => isScalar(part))
        ? "one"
        : this.#ofAlternatives(parts, depth);
    return this.#shapeOfObject(fields, depth);
  }

  /** What all alternatives are, but for null. */
  #ofAlternatives(parts: readonly SchemaObject[], depth: number): ResultShape {
    const alternatives = parts.flatMap(({ oneOf, anyOf }) => [
      ...(oneOf ?? []),
      ...(anyOf ?? []),
    ]);
    const [only = "unknown", ...others] = new Set(
      alternatives
        .filter((one) => resolveSchema(this.#document, one)?.type !== "null")
        .map((one) => this.of(one, depth + 1)),
    );
    return others.length === 0 ? only : "unknown";
  }

  #partsOf({ allOf = [] }: SchemaObject, depth: number): SchemaObject[] {
    if (depth > 4) return [];
    return allOf.flatMap((part) => {
      const target = resolveSchema(this.#document, part);
      return target ? [target, ...this.#partsOf(target, depth + 1)] : [];
    });
  }

  #shapeOfObject(
    fields: readonly (readonly [string, Schema])[],
    depth: number,
  ): ResultShape {
    const arrays = fields.filter(([, schema]) => {
      const target = resolveSchema(this.#document, schema);
      return target !== undefined && isOf(target, "array");
    });
    const isPage = fields.some(([name]) => pageFields.test(name));
    const isAround = fields.every(
      ([name]) =>
        aroundItems.test(name) ||
        pageFields.test(name) ||
        arrays.some(([array]) => array === name),
    );
    const hasItems = arrays.some(
      ([name]) =>
        itemFields.test(name) || name.toLowerCase() === this.#collection,
    );
    if (arrays.length > 0 && (isPage || isAround))
      return isPage && (hasItems || isAround) ? "list" : "page";
    if (hasItems) return "page";
    // `{ data: { items: [] } }`
    const data = fields.find(([name]) =>
      /^(data|result|response)$/i.test(name),
    );
    const inner = data ? this.of(data[1], depth + 1) : "one";
    return inner === "unknown" ? "one" : inner;
  }
}

const typesOf = ({ type }: SchemaObject): readonly unknown[] =>
  Array.isArray(type) ? type : [type];

const isOf = (schema: SchemaObject, type: string): boolean =>
  typesOf(schema).includes(type);

const isScalar = (schema: SchemaObject): boolean =>
  ["string", "number", "integer", "boolean"].some((type) => isOf(schema, type));
