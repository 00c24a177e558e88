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
import type { IsBase } from "../schemas/inheritance.js";
import type { Models } from "../schemas/models.js";
import { keywordType } from "../schemas/simplify.js";
import {
  chooseMedia,
  isScalar,
  isXML,
  withoutRanges,
  type ChosenMedia,
  type KindTable,
} from "./media-types.js";
import { encodingOf, type PlannedParameter } from "./parameters.js";

export interface PlannedBody extends PlannedFormat {
  readonly body: Body;
  readonly doc: Doc;
  /** The other formats that the caller can choose. */
  readonly others: readonly PlannedFormat[];
}

/** One media type of a body, with the type as the document has it. */
export interface PlannedFormat {
  readonly format: BodyFormat;
  readonly type: Type;
  /** The fields that share `params`; absent when `params.body` is the body. */
  readonly fields?: readonly Property[];
  readonly media: MediaType;
}

/** How a body is written, from the most to the least preferred media type. */
const bodyKinds: KindTable<Body["kind"]> = [
  [/^application\/json(?![\w.+-])/i, "json"],
  [/^[^;]*[/+]json\b/i, "json"],
  [/^multipart\//i, "multipart"],
  [/^application\/x-www-form-urlencoded\b/i, "form"],
  [/^\*\/\*/, "json"],
  [/^text\/|[/+]xml\b/i, "text"],
  [/./, "binary"],
];

export interface BodyContext {
  readonly document: Document;
  readonly models: Models;
  readonly parameters: readonly PlannedParameter[];
  readonly isBase: IsBase;
  readonly diagnostics: Diagnostics;
}

/**
 * @param pointer of the operation
 * @returns undefined where there is no body, or none that `fetch` would send
 */
export function planBody(
  { requestBody }: OperationObject,
  pointer: Pointer,
  context: BodyContext,
): PlannedBody | undefined {
  if (requestBody === undefined) return undefined;
  const { document, parameters, diagnostics } = context;
  const bodyPointer = [...pointer, "requestBody"];
  const { node } = document.resolve<RequestBody>(requestBody, bodyPointer);
  // OpenAPI 3.1.1 section 4.8.10 leaves their meaning open; `fetch` refuses them.
  const method = pointer.at(-1)?.toUpperCase() ?? "";
  if (/^(GET|HEAD)$/.test(method)) {
    diagnostics.report("body-not-sendable", { method }, bodyPointer);
    return undefined;
  }
  const { required = false, description } = node;
  const [first, ...others] = preferredMedia(withoutRanges(node.content)).map(
    (media) => planFormat(media, required, context),
  );
  if (!first) return undefined;
  const { mediaType } = first.format;
  if (isXML(mediaType))
    diagnostics.report("xml-as-text", { mediaType }, [
      ...bodyPointer,
      "content",
      mediaType,
    ]);
  return {
    ...first,
    others,
    doc: describedBy(description),
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

/** Every media type: the preferred one, then the others in the order of the document. */
function preferredMedia(
  content: Readonly<Record<string, MediaType>>,
): ChosenMedia<Body["kind"]>[] {
  const preferred = chooseMedia(content, bodyKinds);
  if (!preferred) return [];
  const others = Object.entries(content).flatMap(([mediaType, media]) =>
    mediaType === preferred.mediaType
      ? []
      : (chooseMedia({ [mediaType]: media }, bodyKinds) ?? []),
  );
  return [preferred, ...others];
}

/** The key in `params` that names the media type: one that no parameter and no field has. */
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
  { models, parameters, isBase }: BodyContext,
): PlannedFormat {
  const read = models.typeOf(media.schema);
  const { kind: shape } = models.unaliased(read);
  // The schema of a file is more specific than a vague media type.
  const kind =
    shape === "binary" && (wanted === "text" || mediaType === "*/*")
      ? "binary"
      : wanted;
  const type: Type =
    kind === "binary"
      ? { kind: "binary" }
      : kind === "text" && !isScalar(models.expanded(read))
        ? keywordType("string")
        : read;
  const isForm = kind === "form" || kind === "multipart";
  const fields =
    (kind === "json" || isForm) && !isBase(media.schema)
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

/** The Encoding Objects of a form (OpenAPI 3.1.1 section 4.8.15), where they change anything. */
function fieldEncodings(
  { encoding: encodings = {} }: MediaType,
  type: Type,
  models: Models,
): FieldEncoding[] {
  const fields = models.fieldsOf(type) ?? [];
  return Object.entries(encodings).flatMap(([name, encoding]) => {
    const { contentType, style, explode, allowReserved } = encoding;
    const headers = fixedHeaders(encoding);
    const field = fields.find((candidate) => candidate.name === name);
    const isStyled = (style ?? explode ?? allowReserved) !== undefined;
    const fieldType = models.expanded(field?.type ?? keywordType("unknown"));
    const written = isStyled
      ? encodingOf(encoding, "query", fieldType)
      : undefined;
    const fieldEncoding: FieldEncoding = {
      name: name as Text,
      ...(contentType !== undefined && { contentType: contentType as Text }),
      ...(headers.length > 0 && { headers }),
      ...(written && written.kind !== "default" && { style: written }),
    };
    return Object.keys(fieldEncoding).length > 1 ? [fieldEncoding] : [];
  });
}

/** Headers of a part that have one possible value; callers pass others with `part(…)`. */
const fixedHeaders = ({
  headers = {},
}: Encoding): (readonly [name: Text, value: Text])[] =>
  Object.entries(headers).flatMap(([name, header]): [Text, Text][] => {
    const schema = "schema" in header ? header.schema : undefined;
    if (typeof schema !== "object") return [];
    const values = schema.enum ?? [];
    const value =
      schema.const ?? (values.length === 1 ? values[0] : schema.default);
    // Content-Type is given by `contentType` (section 4.8.15.1.1).
    return typeof value === "string" && name.toLowerCase() !== "content-type"
      ? [[name as Text, value as Text]]
      : [];
  });

/**
 * Fields share `params` when nothing is lost by it: what extends a base has more fields; an optional body with required fields could not
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
