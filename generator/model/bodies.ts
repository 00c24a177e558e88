/**
 * Request bodies: which media type is sent, and whether its fields share `params`.
 */
import type {
  Document,
  Encoding,
  MediaType,
  Operation,
  Pointer,
  RequestBody,
} from "../document.js";
import type { Body, Doc, FieldEncoding, Property, Text, Type } from "../sdk.js";
import type { Models } from "./models.js";
import { isRecord } from "./references.js";
import { encodingOf, type PlannedParameter } from "./parameters.js";
import { keyword } from "./simplify.js";

export interface PlannedBody {
  readonly body: Body;
  readonly type: Type;
  readonly required: boolean;
  /** The fields that share `params`; absent when `params.body` is the body. */
  readonly fields?: readonly Property[];
  readonly doc: Doc;
  readonly media: MediaType;
}

/** What is chosen when a body may be written in several ways; the first match wins. */
const preference: readonly [RegExp, Body["kind"]][] = [
  [/^application\/json\b/i, "json"],
  [/^[^;]*\+json\b/i, "json"],
  [/^multipart\//i, "multipart"],
  [/^application\/x-www-form-urlencoded\b/i, "form"],
  [/^\*\/\*/, "json"],
  [/^text\/|[/+]xml\b/i, "text"],
  [/./, "binary"],
];

/** Picks one entry of a `content` map. */
export function chooseMedia<Kind>(
  content: unknown,
  kinds: readonly (readonly [RegExp, Kind])[],
): { mediaType: string; media: MediaType; kind: Kind } | undefined {
  if (!isRecord(content)) return undefined;
  for (const [pattern, kind] of kinds)
    for (const [mediaType, media] of Object.entries(content))
      if (pattern.test(mediaType) && isRecord(media))
        return { mediaType, media, kind };
  return undefined;
}

export interface BodyContext {
  readonly document: Document;
  readonly models: Models;
  readonly parameters: readonly PlannedParameter[];
}

export function planBody(
  operation: Operation,
  pointer: Pointer,
  { document, models, parameters }: BodyContext,
): PlannedBody | undefined {
  if (!isRecord(operation.requestBody)) return undefined;
  const { node } = document.resolve<RequestBody>(operation.requestBody, [
    ...pointer,
    "requestBody",
  ]);
  const chosen = chooseMedia(node.content, preference);
  if (!chosen) return undefined;
  const { mediaType, media, kind } = chosen;
  const type: Type =
    kind === "binary"
      ? { kind: "binary" }
      : media.schema === undefined && kind === "text"
        ? { kind: "keyword", keyword: "string" }
        : models.typeOf(media.schema);
  const required = node.required === true;
  const fields =
    kind === "json" || kind === "form" || kind === "multipart"
      ? sharedFields(models.fieldsOf(type), required, parameters)
      : undefined;
  const encoding =
    kind === "form" || kind === "multipart"
      ? fieldEncodings(media, type, models)
      : [];
  return {
    type,
    required,
    media,
    doc:
      typeof node.description === "string" && node.description !== ""
        ? { description: node.description as Text }
        : {},
    ...(fields && { fields }),
    body: {
      kind,
      mediaType: mediaType as Text,
      required,
      ...(encoding.length > 0 && { encoding }),
      ...(fields && {
        fields: fields.map(({ name }) => ({ name, key: name })),
      }),
    },
  };
}

/** The Encoding Objects of a form (OpenAPI 3.1.1 section 4.8.15), where they change anything. */
function fieldEncodings(
  media: MediaType,
  type: Type,
  models: Models,
): FieldEncoding[] {
  if (!isRecord(media.encoding)) return [];
  const fields = models.fieldsOf(type) ?? [];
  return Object.entries<Encoding>(media.encoding).flatMap(
    ([name, encoding]) => {
      if (!isRecord(encoding)) return [];
      const { contentType, style, explode, allowReserved } = encoding;
      const field = fields.find((one) => one.name === name);
      const isStyled = [style, explode, allowReserved].some(
        (value) => value !== undefined,
      );
      const how = isStyled
        ? encodingOf(
            encoding,
            "query",
            models.expanded(field?.type ?? keyword("unknown")),
          )
        : undefined;
      const own: FieldEncoding = {
        name: name as Text,
        ...(typeof contentType === "string" && {
          contentType: contentType as Text,
        }),
        ...(how && how.kind !== "default" && { style: how }),
      };
      return own.contentType === undefined && own.style === undefined
        ? []
        : [own];
    },
  );
}

/**
 * Fields share `params` when nothing is lost by it: an optional body with required fields could not
 * be left out any more, and a field named like a parameter would be sent in its place.
 */
function sharedFields(
  fields: readonly Property[] | undefined,
  required: boolean,
  parameters: readonly PlannedParameter[],
): readonly Property[] | undefined {
  if (!fields) return undefined;
  const sent = fields.filter(({ access }) => access !== "readOnly");
  if (sent.length === 0) return undefined;
  const keys = new Set<string>(parameters.map(({ key }) => key));
  return sent.some(({ name }) => keys.has(name)) ||
    (!required && sent.some(({ optional }) => !optional))
    ? undefined
    : sent;
}
