/**
 * The `content` of requests and responses: which of its media types is used, and how.
 */
import type { Document, MediaType, Schema } from "../../openapi/document.js";
import type { Type } from "../../sdk/sdk.js";
import { resolveSchema } from "../references.js";
import { isKeyword } from "../schemas/simplify.js";

/** A `content` map (OpenAPI 3.1.1 sections 4.8.13 and 4.8.17). */
export type Content = Readonly<Record<string, MediaType>>;

export interface ChosenMedia<Kind> {
  readonly mediaType: string;
  readonly media: MediaType;
  readonly kind: Kind;
}

/** Which kind a media type is of; the first pattern that matches decides. */
export type KindTable<Kind> = readonly (readonly [RegExp, Kind])[];

/** The preferred media type of a `content` map: the first that matches the first possible pattern. */
export function chooseMedia<Kind>(
  content: Content = {},
  kinds: KindTable<Kind>,
): ChosenMedia<Kind> | undefined {
  for (const [pattern, kind] of kinds)
    for (const [mediaType, media] of Object.entries(content))
      if (pattern.test(mediaType)) return { mediaType, media, kind };
  return undefined;
}

/** The media types without the ranges (`image/*`), unless there are only ranges. */
export function withoutRanges(content: Content = {}): Content {
  const exact = Object.entries(content).filter(([type]) => !type.includes("*"));
  return exact.length > 0 ? Object.fromEntries(exact) : content;
}

/** Media types of JSON values one after the other (OpenAPI 3.2 section 4.14.3). */
export const jsonSequence = /(ndjson|jsonl|json-seq|json-lines)\b/i;

/**
 * The schema of each value of a sequence: `schema` describes all of them as a list (OpenAPI 3.2
 * section 4.14.3), and in older documents often the single value.
 */
export function itemSchemaOf(
  { itemSchema, schema }: MediaType,
  document: Document,
): Schema | undefined {
  if (itemSchema !== undefined) return itemSchema;
  const { type, items, prefixItems } = resolveSchema(document, schema) ?? {};
  return type === "array" && !prefixItems ? (items ?? true) : schema;
}

export const isXML = (mediaType: string): boolean =>
  /[/+]xml\b/i.test(mediaType);

export const eventStream = /^text\/event-stream\b/i;

/** True if a plain string can represent the value. */
export const isScalar = (type: Type): boolean =>
  type.kind === "literal" ||
  type.kind === "dateTime" ||
  isKeyword(type, "string", "number", "boolean") ||
  (type.kind === "union" && type.members.every(isScalar));
