/**
 * Request bodies: which media type is sent, and whether its fields share `params`.
 */
import type {
  Document,
  Encoding,
  MediaType,
  OperationObject,
  Pointer,
  RequestBody,
} from "../../openapi/document.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type {
  Body,
  BodyFormat,
  Doc,
  FieldEncoding,
  Property,
  Text,
  Type,
} from "../../sdk/sdk.js";
import { describedBy } from "../descriptions.js";
import type { Models } from "../schemas/models.js";
import { isRecord } from "../../openapi/records.js";
import { encodingOf, type PlannedParameter } from "./parameters.js";
import { keyword } from "../schemas/simplify.js";

export interface PlannedBody extends PlannedFormat {
  readonly body: Body;
  readonly required: boolean;
  readonly doc: Doc;
  /** What the caller can choose besides. */
  readonly others: readonly PlannedFormat[];
}

/** One media type, with its raw type. */
export interface PlannedFormat {
  readonly format: BodyFormat;
  readonly type: Type;
  /** The fields that share `params`; absent when `params.body` is the body. */
  readonly fields?: readonly Property[];
  readonly media: MediaType;
}

/** What is chosen when a body may be written in several ways; the first match wins. */
const preference: readonly [RegExp, Body["kind"]][] = [
  [/^application\/json(?![\w.+-])/i, "json"],
  [/^[^;]*[/+]json\b/i, "json"],
  [/^multipart\//i, "multipart"],
  [/^application\/x-www-form-urlencoded\b/i, "form"],
  [/^\*\/\*/, "json"],
  [/^text\/|[/+]xml\b/i, "text"],
  [/./, "binary"],
];

export interface ChosenMedia<Kind> {
  readonly mediaType: string;
  readonly media: MediaType;
  readonly kind: Kind;
}

/** Picks one entry of a `content` map. */
export function chooseMedia<Kind>(
  content: unknown,
  kinds: readonly (readonly [RegExp, Kind])[],
): ChosenMedia<Kind> | undefined {
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
  readonly diagnostics: Diagnostics;
}

export function planBody(
  operation: OperationObject,
  pointer: Pointer,
  context: BodyContext,
): PlannedBody | undefined {
  if (!isRecord(operation.requestBody)) return undefined;
  const { document, parameters } = context;
  const at = [...pointer, "requestBody"];
  // The specification leaves their meaning open; `fetch` refuses them.
  const method = pointer.at(-1)?.toString().toUpperCase() ?? "";
  if (/^(GET|HEAD)$/.test(method)) {
    context.diagnostics.report("body-not-sendable", { method }, at);
    return undefined;
  }
  const { node } = document.resolve<RequestBody>(operation.requestBody, at);
  const content = offered(node.content);
  const chosen = chooseMedia(content, preference);
  if (!chosen) return undefined;
  const required = node.required === true;
  const [first, ...others] = [
    chosen,
    ...Object.keys(content)
      .filter((mediaType) => mediaType !== chosen.mediaType)
      .flatMap(
        (mediaType) =>
          chooseMedia({ [mediaType]: content[mediaType] }, preference) ?? [],
      ),
  ].map((one) => planFormat(one, required, context));
  if (!first) return undefined;
  const { mediaType } = first.format;
  if (isXML(mediaType))
    context.diagnostics.report("xml-as-text", { mediaType }, [
      ...at,
      "content",
      mediaType,
    ]);
  return {
    ...first,
    required,
    others,
    doc: describedBy(node.description),
    body: {
      ...first.format,
      required,
      ...(others.length > 0 && {
        choice: {
          key: choiceKey([first, ...others], parameters),
          formats: others.map(({ format }) => format),
        },
      }),
    },
  };
}

export const isXML = (mediaType: string): boolean =>
  /[/+]xml\b/i.test(mediaType);

/** A range of media types says what could be sent; a type beside it, what is. */
export function offered(content: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(content)) return {};
  const exact = Object.entries(content).filter(([type]) => !type.includes("*"));
  return exact.length > 0 ? Object.fromEntries(exact) : content;
}

/** The key in `params` that no parameter and no field has. */
function choiceKey(
  formats: readonly PlannedFormat[],
  parameters: readonly PlannedParameter[],
): Text {
  const taken = new Set<string>([
    ...parameters.map(({ key }) => key),
    ...formats.flatMap(({ fields }) => fields?.map(({ name }) => name) ?? []),
  ]);
  let key = "contentType";
  while (taken.has(key)) key += "_body";
  return key as Text;
}

function planFormat(
  { mediaType, media, kind: wanted }: ChosenMedia<Body["kind"]>,
  required: boolean,
  { models, parameters }: BodyContext,
): PlannedFormat {
  const read = models.typeOf(media.schema);
  const { kind: shape } = models.unaliased(read);
  // A file is a file, whatever it is called.
  const kind =
    shape === "binary" && (wanted === "text" || mediaType === "*/*")
      ? "binary"
      : wanted;
  const type: Type =
    kind === "binary"
      ? { kind: "binary" }
      : kind === "text" && !isScalar(models.expanded(read))
        ? keyword("string")
        : read;
  const isForm = kind === "form" || kind === "multipart";
  const fields =
    kind === "json" || isForm
      ? sharedFields(models.fieldsOf(type), required, parameters)
      : undefined;
  const encoding = isForm ? fieldEncodings(media, type, models) : [];
  return {
    type,
    media,
    ...(fields && { fields }),
    format: {
      kind,
      mediaType: mediaType as Text,
      ...(encoding.length > 0 && { encoding }),
      ...(fields && {
        fields: fields.map(({ name }) => ({ name, key: name })),
      }),
    },
  };
}

/** What is written as text by itself: XML of an object is not. */
export const isScalar = (type: Type): boolean =>
  type.kind === "literal" ||
  type.kind === "dateTime" ||
  (type.kind === "keyword" && /^(string|number|boolean)$/.test(type.keyword)) ||
  (type.kind === "union" && type.members.every(isScalar));

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
      const headers = fixedHeaders(encoding);
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
        ...(headers.length > 0 && { headers }),
        ...(how && how.kind !== "default" && { style: how }),
      };
      return Object.keys(own).length > 1 ? [own] : [];
    },
  );
}

/** Headers of a part with one possible value; others are the caller's, with `part(…)`. */
function fixedHeaders({
  headers,
}: Encoding): (readonly [name: Text, value: Text])[] {
  if (!isRecord(headers)) return [];
  return Object.entries(headers).flatMap(([name, header]) => {
    const schema: unknown = isRecord(header) ? header["schema"] : undefined;
    if (!isRecord(schema)) return [];
    const { default: usual, const: only, enum: all } = schema;
    const value: unknown =
      only ??
      (Array.isArray(all) && all.length === 1 ? (all[0] as unknown) : usual);
    // Content-Type has a field of its own (section 4.8.15.1.1).
    if (typeof value !== "string" || name.toLowerCase() === "content-type")
      return [];
    const fixed: readonly [Text, Text] = [name as Text, value as Text];
    return [fixed];
  });
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
