/**
 * Pages as `x-stainless-pagination-property` describes them: the purpose of each parameter and field.
 */
import type { PaginationScheme } from "../../config/config.js";
import type { Document, Schema } from "../../openapi/document.js";
import { isRecord, recordOrEmpty } from "../../openapi/records.js";
import type { Paging } from "../../sdk/sdk.js";
import { resolveSchema } from "../references.js";
import { fitOf } from "./paging-schemes.js";
import type { PagingSource } from "./paging-source.js";

interface Purpose {
  readonly purpose: string;
  /** `pagination.next` */
  readonly name: string;
  /** The body is the list. */
  readonly isWhole: boolean;
  /** The header of the response that has it, in place of the body. */
  readonly header?: string;
}

type By = Extract<PaginationScheme["by"], "cursor" | "id" | "page" | "offset">;

const inputs: Readonly<Record<string, By>> = {
  next_cursor_param: "cursor",
  next_cursor_id_param: "id",
  page_number_param: "page",
  offset_count_param: "offset",
};

const outputs: Readonly<Record<string, "next" | "more" | "total">> = {
  next_cursor_field: "next",
  cursor_url_field: "next",
  has_next_page: "more",
  total_page_count_field: "total",
  offset_total_count_field: "total",
};

/** Objects inside each other that are looked into. */
const maxDepth = 4;

export function pagingByProperties(source: PagingSource): Paging | undefined {
  if (!hasProperties(source.document)) return undefined;
  const response = [...purposesIn(responseSchema(source), source)];
  const request = [...requestPurposes(source)];
  if (response.length === 0 && request.length === 0) return undefined;
  const asked = request.find(({ purpose }) => Object.hasOwn(inputs, purpose));
  const isLinked = response.some(
    ({ purpose }) => purpose === "cursor_url_field",
  );
  const by = asked ? inputs[asked.purpose] : isLinked ? "url" : undefined;
  if (by === undefined) return undefined;
  const inBody = response.filter(({ header }) => header === undefined);
  const items = inBody.find(({ purpose }) => purpose === "items");
  const id = inBody.find(({ purpose }) => purpose === "cursor_item_id");
  const back = request.find(
    ({ purpose }) => purpose === "previous_cursor_id_param",
  );
  const headers = Object.fromEntries(
    response.flatMap(({ purpose, header }) =>
      // The header for links is looked at anyway.
      header !== undefined &&
      Object.hasOwn(outputs, purpose) &&
      !(by === "url" && /^link$/i.test(header))
        ? [[String(outputs[purpose]), header]]
        : [],
    ),
  );
  const scheme: PaginationScheme = {
    by,
    ...(asked && { param: asked.name }),
    ...(items && { items: items.isWhole ? "" : items.name }),
    ...(id && { id: id.name.split(".").at(-1) ?? id.name }),
    ...(by === "id" && back && { previous: back.name }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...Object.fromEntries<string>(
      inBody.flatMap(({ purpose, name }) =>
        Object.hasOwn(outputs, purpose)
          ? [[String(outputs[purpose]), name]]
          : [],
      ),
    ),
  };
  const fit = fitOf(scheme, source);
  return "lacks" in fit ? undefined : fit.paging;
}

const extension = "x-stainless-pagination-property";

const known = new WeakMap<Document, boolean>();

/** Most documents say nothing of it: those are looked through once. */
const hasProperties = (document: Document): boolean => {
  const found = known.get(document) ?? isWithin(document.root);
  known.set(document, found);
  return found;
};

const isWithin = (root: object): boolean => {
  const seen = new Set<object>();
  const waiting = [root];
  for (let value = waiting.pop(); value; value = waiting.pop()) {
    if (seen.has(value)) continue;
    seen.add(value);
    if (Object.hasOwn(value, extension)) return true;
    for (const inside of Object.values(value) as unknown[])
      if (typeof inside === "object" && inside !== null) waiting.push(inside);
  }
  return false;
};

function* requestPurposes(source: PagingSource): Generator<Purpose> {
  for (const { name, source: node, schema } of source.parameters)
    for (const one of [node, resolveSchema(source.document, schema)]) {
      const purpose = one && purposeOf(one, name);
      if (purpose) yield purpose;
    }
  const { body } = source;
  if (body) yield* purposesIn(body.media.schema, source);
}

/** The schema of the first response of success that is JSON. */
function responseSchema({
  entry: { operation },
  document,
}: PagingSource): Schema | undefined {
  const responses = Object.entries(operation.responses ?? {});
  const success = responses.find(([status]) => status.startsWith("2"));
  if (!success) return undefined;
  const { node } = document.resolve<object>(success[1], []);
  const content = recordOrEmpty(recordOrEmpty(node)["content"]);
  const media = Object.entries(content).find(([type]) =>
    /\bjson\b/i.test(type),
  );
  return recordOrEmpty(media?.[1])["schema"] as Schema | undefined;
}

/**
 * Of the fields of an object, and those of the items of its lists. A schema counts at the shortest path
 * to it, and is looked at once: there may be many ways to it.
 */
function* purposesIn(
  schema: Schema | undefined,
  { document }: Pick<PagingSource, "document">,
): Generator<Purpose> {
  const seen = new Set<Schema>();
  let level: readonly Place[] = [{ schema, path: [] }];
  for (let depth = 0; depth <= maxDepth; depth++) {
    const next: Place[] = [];
    // What is appended here is at the same path.
    const places = [...level];
    for (const place of places) {
      const target = resolveSchema(document, place.schema);
      if (!target || seen.has(target)) continue;
      seen.add(target);
      const { path } = place;
      const own = purposeOf(target, path.join("."));
      if (own) yield own;
      for (const [name, property] of Object.entries(target.properties ?? {}))
        next.push({ schema: property, path: [...path, name] });
      for (const part of target.allOf ?? [])
        places.push({ schema: part, path });
      if (isRecord(target.items) && path.length > 0)
        places.push({ schema: target.items, path });
    }
    level = next;
  }
}

interface Place {
  readonly schema: Schema | undefined;
  readonly path: readonly string[];
}

function purposeOf(node: object, name: string): Purpose | undefined {
  const property = recordOrEmpty(
    (node as Readonly<Record<string, unknown>>)[extension],
  );
  const { purpose, is_top_level_array: isWhole } = property;
  const { from_header: header } = property;
  return typeof purpose === "string"
    ? {
        purpose,
        name,
        isWhole: isWhole === true || name === "",
        ...(typeof header === "string" && { header }),
      }
    : undefined;
}
