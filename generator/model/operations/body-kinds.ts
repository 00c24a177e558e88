/**
 * How a request body is written, by its media type and its schema.
 */
import type { Document, MediaType, Schema } from "../../openapi/document.js";
import type { Body, Type } from "../../sdk/sdk.js";
import type { Models } from "../schemas/models.js";
import { isKeyword, keywordType } from "../schemas/simplify.js";
import {
  isScalar,
  itemSchemaOf,
  jsonSequence,
  type KindTable,
} from "./media-types.js";

/** How a body is written, from the most to the least preferred media type. */
export const bodyKinds: KindTable<Body["kind"]> = [
  [/^application\/json(?![\w.+-])/i, "json"],
  [/^[^;]*[/+]json(?!-seq)\b/i, "json"],
  [/^multipart\//i, "multipart"],
  [/^application\/x-www-form-urlencoded\b/i, "form"],
  [jsonSequence, "jsonItems"],
  [/^\*\/\*/, "json"],
  [/^text\/|[/+]xml\b/i, "text"],
  [/./, "binary"],
];

export const isForm = (kind: Body["kind"]): boolean =>
  kind === "form" || kind === "multipart";

/** The schema of the body, or of each item of a sequence of JSON values. */
export const schemaOf = (
  kind: Body["kind"],
  media: MediaType,
  document: Document,
): Schema | undefined =>
  kind === "jsonItems" ? itemSchemaOf(media, document) : schemaOfParts(media);

/** A list whose items stand for themselves is one all the same (OpenAPI 3.2 section 4.14.5). */
const schemaOfParts = ({
  schema,
  itemSchema,
}: MediaType): Schema | undefined =>
  schema === undefined && itemSchema !== undefined
    ? { type: "array", items: itemSchema }
    : schema;

/** The kind that the media type suggests, corrected by the schema. */
export function kindOf(
  wanted: Body["kind"],
  type: Type,
  options: {
    readonly mediaType: string;
    readonly models: Models;
    /** True if the type is that of an item, whatever it is. */
    readonly isItem: boolean;
  },
): Body["kind"] {
  const { mediaType, models, isItem } = options;
  const isFile = models.unaliased(type).kind === "binary";
  // Fields have names, and so do all parts of a form; items have none.
  if (wanted === "multipart" && !/^multipart\/form-data\b/i.test(mediaType))
    return ["array", "tuple"].includes(models.expanded(type).kind)
      ? "multipartItems"
      : wanted;
  // The schema of a file is more specific than a vague media type.
  if (isFile && (wanted === "text" || mediaType === "*/*")) return "binary";
  // A sequence of which nothing is said, or that it is a text, is written by the caller.
  const isWritten =
    isFile || isKeyword(models.expanded(type), "string", "unknown");
  return wanted === "jsonItems" && !isItem && isWritten ? "binary" : wanted;
}

export function typeOfBody(
  kind: Body["kind"],
  type: Type,
  models: Models,
): Type {
  switch (kind) {
    case "binary":
      return { kind: "binary" };
    case "jsonItems":
      return { kind: "iterable", item: type };
    case "text":
      return isScalar(models.expanded(type)) ? type : keywordType("string");
    default:
      return type;
  }
}
