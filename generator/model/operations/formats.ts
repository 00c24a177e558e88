/**
 * The media types of responses: how each is read, and which type it gives.
 */
import type { Document, Response, Schema } from "../../openapi/document.js";
import type { ResultFormat, Text, Type } from "../../sdk/sdk.js";
import { isSchemaObject, targetOf } from "../references.js";
import type { Models } from "../schemas/models.js";
import { keywordType, union } from "../schemas/simplify.js";
import {
  chooseMedia,
  isJsonSequence,
  isScalar,
  itemSchemaOf,
  withoutRanges,
  type ChosenMedia,
  type KindTable,
} from "./media-types.js";

/** How a response is read, from the most to the least preferred media type. */
export const responseKinds: KindTable<ResultFormat["kind"]> = [
  [/^application\/json(?![\w.+-])/i, "json"],
  [/^[^;]*\+json\b/i, "json"],
  [/^\*\/\*/, "json"],
  [/^text\/event-stream\b/i, "events"],
  [isJsonSequence, "jsonLines"],
  [/\bjson\b/i, "json"],
  [/^text\/|[/+]xml\b/i, "text"],
  [/./, "binary"],
];

export interface FormatContext {
  readonly document: Document;
  readonly models: Models;
  /** `ListKeys`: the stem of the names of types that have none. */
  readonly baseName: string;
}

/** Every media type of the responses, the preferred one first, with the union of its types. */
export function responseFormats(
  responses: readonly Response[],
  { models, baseName, document }: FormatContext,
): ResultFormat[] {
  const media = responses.flatMap(({ content }) =>
    Object.entries(withoutRanges(content)),
  );
  const rankOf = (type: string): number =>
    responseKinds.findIndex(([pattern]) => pattern.test(type));
  const order = [...new Set(media.map(([type]) => type))].sort(
    (a, b) => rankOf(a) - rankOf(b),
  );
  let count = 0;
  const formats = order.flatMap((mediaType): ResultFormat[] => {
    const same = media.flatMap(([type, value]) =>
      type === mediaType
        ? (chooseMedia({ [type]: value }, responseKinds) ?? [])
        : [],
    );
    const [first] = same;
    if (!first) return [];
    const kind = kindOf(first, models, document);
    const types = same.map(({ media }) =>
      typeOfMedia(
        kind === "events"
          ? eventData(media.itemSchema ?? media.schema, document)
          : kind === "jsonLines"
            ? itemSchemaOf(media, document)
            : media.schema,
        kind,
        models,
        `${baseName}Response${count++ > 0 ? count : ""}`,
      ),
    );
    return [{ kind, type: union(types), mediaType: mediaType as Text }];
  });
  return withoutPlainText(formats, models);
}

/** `text/plain` of what has a structure only repeats the JSON. */
function withoutPlainText(
  formats: readonly ResultFormat[],
  models: Models,
): ResultFormat[] {
  const json = formats.find(({ kind }) => kind === "json");
  const isStructured = json && !isScalar(models.expanded(json.type));
  return formats.filter(
    ({ mediaType }) => !isStructured || !/^text\/plain\b/i.test(mediaType),
  );
}

/** The kind that the media type suggests, corrected by the schema. */
function kindOf(
  { kind, media, mediaType }: ChosenMedia<ResultFormat["kind"]>,
  models: Models,
  document: Document,
): ResultFormat["kind"] {
  const schema = media.itemSchema ?? media.schema;
  const type = models.unaliased(
    models.typeOf(kind === "events" ? eventData(schema, document) : schema),
  );
  if (type.kind === "binary" && (kind === "text" || mediaType === "*/*"))
    return "binary";
  // Text, and data of which nothing is known, cannot be parsed as JSON.
  return kind === "events" && (isScalar(type) || schema === undefined)
    ? "rawEvents"
    : kind;
}

/**
 * The schema of an event's data. In OpenAPI 3.2, `itemSchema` describes the whole event, and the
 * `contentSchema` of its `data` describes what the data holds (section 4.14.5.3).
 */
function eventData(
  schema: Schema | undefined,
  document: Document,
): Schema | undefined {
  const properties = targetOf(document, schema)?.properties ?? {};
  const { data } = properties;
  if (!isSchemaObject(data)) return schema;
  const isEvent = "event" in properties && data.type === "string";
  return data.contentSchema ?? (isEvent ? data : schema);
}

function typeOfMedia(
  schema: Schema | undefined,
  kind: ResultFormat["kind"],
  models: Models,
  wanted: string,
): Type {
  switch (kind) {
    case "json":
    case "events":
    case "jsonLines":
      return models.named(models.typeOf(schema), wanted, {});
    case "text":
    case "rawEvents":
      return keywordType("string");
    case "binary":
      return { kind: "binary" };
  }
}
