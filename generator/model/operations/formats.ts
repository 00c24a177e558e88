/**
 * The media types of responses: how each is read, and which type it gives.
 */
import type { Document, Response } from "../../openapi/document.js";
import type { ResultFormat, Text, Type } from "../../sdk/sdk.js";
import type { NameLedger } from "../names/names.js";
import type { Models } from "../schemas/models.js";
import { isKeyword, keywordType, union } from "../schemas/simplify.js";
import { eventFormat } from "./events.js";
import {
  chooseMedia,
  eventStream,
  jsonSequence,
  isScalar,
  itemSchemaOf,
  withoutRanges,
  type ChosenMedia,
  type KindTable,
} from "./media-types.js";
import { ResultNumbers } from "./result-numbers.js";

/** How a response is read, from the most to the least preferred media type. */
export const responseKinds: KindTable<ResultFormat["kind"]> = [
  [/^application\/json(?![\w.+-])/i, "json"],
  [/^[^;]*\+json\b/i, "json"],
  [/^\*\/\*/, "json"],
  [eventStream, "events"],
  [jsonSequence, "jsonLines"],
  [/\bjson\b/i, "json"],
  [/^text\/|[/+]xml\b/i, "text"],
  [/./, "binary"],
];

export interface FormatContext {
  readonly document: Document;
  readonly models: Models;
  /** What a binary result is. */
  readonly binary: "Blob" | "Response";
  /** `ListKeys`: the stem of the names of types that have none. */
  readonly baseName: string;
  /** `GET /keys` */
  readonly operation: string;
  readonly ledger: NameLedger;
}

export interface StatusResponse {
  /** `201`, `4XX`, `default` */
  readonly status: string;
  readonly response: Response;
}

/** Every media type of the responses, the preferred one first, with the union of its types. */
export function responseFormats(
  responses: readonly StatusResponse[],
  { models, binary, baseName, document, operation, ledger }: FormatContext,
): ResultFormat[] {
  const media = responses.flatMap(({ status, response: { content } }) =>
    Object.entries(withoutRanges(content)).map(
      ([type, value]) => [type, value, status] as const,
    ),
  );
  const rankOf = (type: string): number =>
    responseKinds.findIndex(([pattern]) => pattern.test(type));
  const order = [...new Set(media.map(([type]) => type))].sort(
    (a, b) => rankOf(a) - rankOf(b),
  );
  const slots = media.flatMap(([type, , status]) => [
    type,
    slotOf(status, type),
  ]);
  const numbers = new ResultNumbers(operation, slots, ledger);
  /** Events are of one stream, whatever the status that it comes with. */
  const named = (type: Type, slot: string): Type => {
    const { number, note } = numbers.take(slot);
    const suffix = number > 1 ? String(number) : "";
    const model = models.named(type, `${baseName}Response${suffix}`, {});
    if (model !== type) note();
    return model;
  };
  const formats = order.flatMap((mediaType): ResultFormat[] => {
    const same = media.flatMap(([type, value, status]) => {
      const chosen =
        type === mediaType
          ? chooseMedia({ [type]: value }, responseKinds)
          : undefined;
      return chosen ? [{ ...chosen, status }] : [];
    });
    const [first] = same;
    if (!first) return [];
    const type = mediaType as Text;
    if (first.kind === "events") {
      const events = same.map(({ media: one }) => one);
      const format = eventFormat(events, {
        document,
        models,
        named: (one) => named(one, mediaType),
      });
      return [{ ...format, mediaType: type }];
    }
    const kind = kindOf(first, models);
    const types = same.map(({ media: one, status }) =>
      typeOfMedia(
        models.typeOf(
          kind === "jsonLines" ? itemSchemaOf(one, document) : one.schema,
        ),
        {
          kind,
          binary,
          named: (unnamed) => named(unnamed, slotOf(status, mediaType)),
        },
      ),
    );
    const isString =
      kind === "json" && types.every((one) => isText(models.expanded(one)));
    return [
      {
        kind,
        type: union(types),
        mediaType: type,
        ...(isString && { isString }),
      },
    ];
  });
  return withoutPlainText(formats, models);
}

/** What the lock notes a number under. */
const slotOf = (status: string, mediaType: string): string =>
  `${status} ${mediaType}`;

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
): ResultFormat["kind"] {
  const read = models.typeOf(media.itemSchema ?? media.schema);
  const type = models.unaliased(read);
  // A number or a boolean is written as JSON writes it.
  const isPlain = /^text\/(plain|\*)/i.test(mediaType);
  if (isPlain && isNumeric(models.expanded(read))) return "json";
  return type.kind === "binary" && (kind === "text" || mediaType === "*/*")
    ? "binary"
    : kind;
}

const membersOf = (type: Type): readonly Type[] =>
  type.kind === "union" ? type.members.flatMap(membersOf) : [type];

/** True for strings, and for null beside them. */
const isText = (type: Type): boolean => {
  const members = membersOf(type).filter((one) => !isKeyword(one, "null"));
  return (
    members.length > 0 &&
    members.every(
      (one) =>
        one.kind === "dateTime" ||
        isKeyword(one, "string") ||
        (one.kind === "literal" && typeof one.value === "string"),
    )
  );
};

const isNumeric = (type: Type): boolean =>
  membersOf(type).every(
    (one) =>
      isKeyword(one, "number", "boolean") ||
      (one.kind === "literal" && typeof one.value !== "string"),
  );

function typeOfMedia(
  type: Type,
  {
    kind,
    binary,
    named,
  }: {
    readonly kind: ResultFormat["kind"];
    readonly binary: FormatContext["binary"];
    readonly named: (type: Type) => Type;
  },
): Type {
  switch (kind) {
    case "json":
    case "jsonLines":
      return named(type);
    case "binary":
      return {
        kind: "binary",
        ...(binary === "Response" && { isResponse: true }),
      };
    default:
      return keywordType("string");
  }
}
