/**
 * The media types of responses: how each is read, and what it gives.
 */
import type { Document, Response, Schema } from "../../openapi/document.js";
import type { Result, ResultFormat, Text, Type } from "../../sdk/sdk.js";
import { chooseMedia, isScalar, offered, type ChosenMedia } from "./bodies.js";
import type { Models } from "../schemas/models.js";
import { isSchemaObject, targetOf } from "../references.js";
import type { ResultContext } from "./results.js";
import { keyword, union } from "../schemas/simplify.js";

export const kinds: readonly [RegExp, ResultFormat["kind"]][] = [
  [/^application\/json(?![\w.+-])/i, "json"],
  [/^[^;]*\+json\b/i, "json"],
  [/^\*\/\*/, "json"],
  [/^text\/event-stream\b/i, "events"],
  [/(ndjson|jsonl|json-seq|json-lines)\b/i, "jsonLines"],
  [/\bjson\b/i, "json"],
  [/^text\/|[/+]xml\b/i, "text"],
  [/./, "binary"],
];

export const isStream = (kind: Result["kind"]): boolean =>
  kind === "events" || kind === "rawEvents" || kind === "jsonLines";

/** Every media type of the answers, the preferred one first; what several answers share is one. */
export function formatsOf(
  responses: readonly Response[],
  { models, baseName, document }: ResultContext,
): ResultFormat[] {
  const media = responses.flatMap((response) =>
    Object.entries(offered(response.content)),
  );
  const rankOf = (type: string) => kinds.findIndex(([p]) => p.test(type));
  const ranks = new Map(media.map(([type]) => [type, rankOf(type)]));
  const order = [...ranks]
    .filter(([, rank]) => rank >= 0)
    .sort(([, a], [, b]) => a - b)
    .map(([type]) => type);
  let count = 0;
  const formats = order.flatMap((mediaType): ResultFormat[] => {
    const same = media.flatMap(([type, value]) =>
      type === mediaType ? (chooseMedia({ [type]: value }, kinds) ?? []) : [],
    );
    const [one] = same;
    if (!one) return [];
    const kind = kindOf(one, models, document);
    const types = same.map(({ media: { schema, itemSchema } }) =>
      typeOfMedia(
        kind === "events"
          ? eventData(itemSchema ?? schema, document)
          : isStream(kind)
            ? (itemSchema ?? schema)
            : schema,
        kind,
        models,
        `${baseName}Response${count++ > 0 ? count : ""}`,
      ),
    );
    return [{ kind, type: union(types), mediaType: mediaType as Text }];
  });
  const [json] = formats.filter(({ kind }) => kind === "json");
  // What has a structure is never plain text where JSON is its other name.
  return formats.filter(
    ({ mediaType }) =>
      !json ||
      !/^text\/plain\b/i.test(mediaType) ||
      isScalar(models.expanded(json.type)),
  );
}

/** What the media type says, corrected by what the schema says. */
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
  // Data of which nothing is known, or which is text, cannot be parsed.
  return kind === "events" && (isScalar(type) || schema === undefined)
    ? "rawEvents"
    : kind;
}

/**
 * The schema of an event's data. In 3.2, `itemSchema` describes the whole event, and the
 * `contentSchema` of its `data` what that holds (section 4.14.5.3).
 */
function eventData(
  schema: Schema | undefined,
  document: Document,
): Schema | undefined {
  const properties = targetOf(document, schema)?.properties ?? {};
  const { data } = properties;
  if (!isSchemaObject(data)) return schema;
  return (
    data.contentSchema ??
    ("event" in properties && data.type === "string" ? data : schema)
  );
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
      return keyword("string");
    case "binary":
      return { kind: "binary" };
  }
}
