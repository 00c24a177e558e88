/**
 * Encoding Objects: how the fields of a form or multipart body are written (OpenAPI 3.1.1 section
 * 4.8.15).
 */
import type { MultipartConfig } from "../../config/client-config.js";
import type {
  Document,
  Encoding,
  Encodings,
  Header,
} from "../../openapi/document.js";
import { isFormType, isMultipartType } from "../../openapi/inner-bodies.js";
import type {
  BodyFormat,
  FieldEncoding,
  PartNesting,
  Property,
  Text,
  Type,
} from "../../sdk/sdk.js";
import { dereference, resolveSchema } from "../references.js";
import type { Models } from "../schemas/models.js";
import { keywordType, union } from "../schemas/simplify.js";
import { partNestingOf } from "./query-nesting.js";
import { encodingOf } from "./styles.js";

/** A media type whose fields are written one by one. */
interface FormFormat {
  readonly kind: BodyFormat["kind"];
  readonly mediaType: string;
  readonly media: Encodings;
}

export interface EncodingContext {
  readonly document: Document;
  readonly models: Models;
  /** How the owner has lists and objects written in `multipart/form-data`. */
  readonly multipart: MultipartConfig;
}

/** The encodings that change anything. */
export function fieldEncodings(
  format: FormFormat,
  fields: readonly Property[],
  context: EncodingContext,
): FieldEncoding[] {
  const { document, models, multipart } = context;
  const isMultipart = format.kind === "multipart";
  const hasStyles = styleApplies(format, document.sourceVersion);
  const { encoding: encodings = {} } = format.media;
  const nestingOf = (type: Type): PartNesting | undefined =>
    isMultipart && isFormData(format)
      ? partNestingOf(type, multipart)
      : undefined;
  const undeclared = fields
    .filter(({ name }) => !Object.hasOwn(encodings, name))
    .map(({ name }): [string, Encoding] => [name, {}]);
  return [...Object.entries(encodings), ...undeclared].flatMap(
    ([name, encoding]) => {
      const field = fields.find(
        (candidate) => candidate.name === (name as Text),
      );
      const type = models.expanded(field?.type ?? keywordType("unknown"));
      const { style, explode, allowReserved, contentType } = encoding;
      const nesting = nestingOf(type);
      const isStyled =
        !nesting &&
        hasStyles &&
        (style ?? explode ?? allowReserved) !== undefined;
      const written = isStyled
        ? encodingOf(
            // Parts are not percent-encoded.
            isMultipart ? { ...encoding, allowReserved: false } : encoding,
            "query",
            type,
          )
        : undefined;
      const innerBody =
        isStyled || nesting
          ? undefined
          : innerBodyOf(
              encoding,
              models.expanded(type.kind === "array" ? type.item : type),
              context,
            );
      const headers = isMultipart
        ? headersOf(encoding, document).flatMap(fixedHeader)
        : [];
      const fieldEncoding: FieldEncoding = {
        name: name as Text,
        // A style takes its place; bytes have no style.
        ...(contentType !== undefined &&
          (!isStyled || isFile(type)) && { contentType: contentType as Text }),
        ...(headers.length > 0 && { headers }),
        ...(written && written.kind !== "default" && { style: written }),
        ...(innerBody &&
          (isMultipart || innerBody.kind === "form") && { innerBody }),
        ...(nesting && { nesting }),
      };
      return Object.keys(fieldEncoding).length > 1 ? [fieldEncoding] : [];
    },
  );
}

/**
 * OpenAPI 3.0 knows styles in forms only (3.0.4 section 4.7.15.1); from 3.1 on `multipart/form-data`
 * has them, and no other multipart type. In Swagger 2.0 `collectionFormat` is for both.
 */
const styleApplies = (
  { kind, mediaType }: FormFormat,
  version: string,
): boolean =>
  kind !== "multipart" ||
  (!version.startsWith("3.0") && isFormData({ mediaType }));

const isFormData = ({ mediaType }: Pick<FormFormat, "mediaType">): boolean =>
  /^multipart\/form-data\b/i.test(mediaType);

const isFile = (type: Type): boolean =>
  type.kind === "binary" || (type.kind === "array" && isFile(type.item));

/**
 * How parts without names are written: by position, and `*` for all others (3.2, section 4.14.5).
 *
 * @param list the type of all of them
 */
export function itemEncodings(
  { prefixEncoding = [], itemEncoding }: Encodings,
  list: Type,
  context: EncodingContext,
): FieldEncoding[] {
  const { document, models } = context;
  const named: readonly (readonly [string, Encoding])[] = [
    ...prefixEncoding.map((one, index) => [`${index}`, one] as const),
    ...(itemEncoding ? [["*", itemEncoding] as const] : []),
  ];
  return named.map(([name, encoding]) => {
    const headers = headersOf(encoding, document).flatMap(fixedHeader);
    const { contentType } = encoding;
    const innerBody = innerBodyOf(
      encoding,
      models.expanded(itemAt(models.expanded(list), name)),
      context,
    );
    return {
      name: name as Text,
      ...(contentType !== undefined && { contentType: contentType as Text }),
      ...(headers.length > 0 && { headers }),
      ...(innerBody && { innerBody }),
    };
  });
}

/** @param name of an encoding: a position, or `*` */
function itemAt(list: Type, name: string): Type {
  if (list.kind === "array") return list.item;
  if (list.kind !== "tuple") return keywordType("unknown");
  return list.items[Number(name)]?.type ?? list.rest ?? keywordType("unknown");
}

/**
 * The body that a part or a field is, by its content type (3.2, section 4.15.3); undefined where it is
 * none, or where its value is the text or the bytes of one.
 *
 * @param type of the value, as `Models.expanded` returns it
 */
function innerBodyOf(
  encoding: Encoding,
  type: Type,
  context: EncodingContext,
): FieldEncoding["innerBody"] {
  const { contentType: mediaType = "" } = encoding;
  const isForm = isFormType(mediaType);
  if (!isForm && !isMultipartType(mediaType)) return undefined;
  if (isWritten(type)) return undefined;
  const { models } = context;
  const kind = isForm
    ? "form"
    : ["array", "tuple"].includes(type.kind)
      ? "multipartItems"
      : "multipart";
  const inner =
    kind === "multipartItems"
      ? itemEncodings(encoding, type, context)
      : fieldEncodings(
          { kind, mediaType, media: encoding },
          models.declaredFieldsOf(type) ?? [],
          context,
        );
  return {
    kind,
    mediaType: mediaType as Text,
    ...(inner.length > 0 && { encoding: inner }),
  };
}

/** True of what callers can only give as a text, or as bytes. */
const isWritten = (type: Type): boolean =>
  type.kind === "binary" ||
  type.kind === "literal" ||
  type.kind === "dateTime" ||
  (type.kind === "keyword" && type.keyword !== "unknown") ||
  (type.kind === "union" && type.members.every(isWritten));

interface PartHeader {
  readonly name: Text;
  /** Where the document leaves one possible value. */
  readonly value?: Text;
}

/** The headers of a part; its content type is given by `contentType` (section 4.8.15.1.1). */
const headersOf = (
  { headers = {} }: Encoding,
  document: Document,
): PartHeader[] =>
  Object.entries(headers)
    .filter(([name]) => name.toLowerCase() !== "content-type")
    .map(([name, header]) => {
      const { schema } = dereference<Header>(document, header);
      const {
        enum: values = [],
        default: usual,
        const: only = values.length === 1 ? values[0] : usual,
      } = resolveSchema(document, schema) ?? {};
      return {
        name: name as Text,
        ...(["string", "number", "boolean"].includes(typeof only) && {
          value: String(only) as Text,
        }),
      };
    });

/** Callers pass other headers with `part(…)`. */
const fixedHeader = ({
  name,
  value,
}: PartHeader): (readonly [name: Text, value: Text])[] =>
  value === undefined ? [] : [[name, value]];

/** The fields, where callers may say with `part(…)` what the document leaves open. */
export function withParts(
  fields: readonly Property[],
  format: FormFormat,
  encodings: readonly FieldEncoding[],
  { document, models }: EncodingContext,
): readonly Property[] {
  const { encoding: declared = {} } = format.media;
  const open = new Set(
    Object.entries(declared)
      .filter(([, encoding]) => isOpen(encoding, document))
      .map(([name]) => name),
  );
  if (!fields.some(({ name }) => open.has(name))) return fields;
  const isStyled = (name: Text): boolean =>
    encodings.some((encoding) => encoding.name === name && encoding.style);
  return fields.map((field) => {
    if (!open.has(field.name)) return field;
    const type = models.unaliased(field.type);
    return {
      ...field,
      type:
        // What has a style is written as a whole, any other list item by item.
        type.kind === "array" && !isStyled(field.name)
          ? { ...type, item: orPart(type.item, models) }
          : orPart(field.type, models),
    };
  });
}

const isOpen = (encoding: Encoding, document: Document): boolean =>
  headersOf(encoding, document).length > 0 ||
  /[,*]/.test(encoding.contentType ?? "");

/** `string` -> `string | Part<string>`; an `Uploadable` is either already. */
function orPart(type: Type, models: Models): Type {
  const target = models.expanded(type);
  const members = target.kind === "union" ? target.members : [target];
  return members.some(({ kind }) => kind === "binary")
    ? type
    : union([type, { kind: "part", of: type }]);
}
