/**
 * Server-sent events: whether a schema describes whole events or their data, and what their data is.
 *
 * An `itemSchema` describes the event with all its fields (OpenAPI 3.2 section 4.14.5.3). A `schema`
 * describes the data, unless everything that it declares is a field of an event: documents before 3.2
 * have no other way to describe one.
 */
import type {
  Document,
  MediaType,
  Schema,
  SchemaObject,
} from "../../openapi/document.js";
import type {
  DeclaredEvent,
  EventFormat,
  ResultFormat,
  Text,
  Type,
} from "../../sdk/sdk.js";
import { isSchemaObject, resolveSchema } from "../references.js";
import {
  alternativesOf,
  declaredBy,
  declares,
  type Parts,
} from "../schemas/alternatives.js";
import { listedValues } from "../schemas/keywords.js";
import type { Models } from "../schemas/models.js";
import { isKeyword, keywordType, union } from "../schemas/simplify.js";
import { isScalar } from "./media-types.js";

interface EventContext {
  readonly document: Document;
  readonly models: Models;
  /** Names a type that has no name. */
  readonly named: (type: Type) => Type;
}

/** @param media of all the responses that send events */
export function eventFormat(
  media: readonly MediaType[],
  context: EventContext,
): Omit<ResultFormat, "mediaType"> {
  const { document, models, named } = context;
  const whole = media.map((one) => wholeEvents(one, context));
  const declared = whole.flatMap((events) => events ?? []);
  if (declared.length > 0 && !whole.includes(undefined)) {
    const type = union(declared.map((event) => event.type));
    return { kind: "wholeEvents", type, events: describe(declared) };
  }
  const schemas = media.map(({ schema, itemSchema }) => itemSchema ?? schema);
  const types = schemas.map((schema) => models.typeOf(schema));
  const [first = keywordType("unknown")] = types;
  // Text, and data of which nothing is known, cannot be parsed as JSON.
  if (isScalar(models.unaliased(first)) || schemas[0] === undefined)
    return { kind: "rawEvents", type: keywordType("string") };
  return {
    kind: "events",
    type: union(types.map(named)),
    events: {
      declaresError: schemas.some((schema) =>
        declares(document, schema, "error"),
      ),
    },
  };
}

/** An event, and the schema of its data where that is JSON. */
interface ReadEvent extends DeclaredEvent {
  readonly schema?: Schema;
  readonly declaresError: boolean;
  readonly mayBeNested: boolean;
}

function describe(events: readonly ReadEvent[]): EventFormat {
  return {
    declaresError: events.some((event) => event.declaresError),
    mayBeNested: events.every((event) => event.mayBeNested),
    declared: events.map(({ names, type, data }) => ({ names, type, data })),
  };
}

/** Undefined where the schema describes data. */
function wholeEvents(
  media: MediaType,
  context: EventContext,
): readonly ReadEvent[] | undefined {
  const { document } = context;
  const { schema, itemSchema } = media;
  const alternatives = alternativesOf(document, itemSchema ?? schema);
  const areEvents =
    alternatives.length > 0 &&
    alternatives.every((parts) => isEvent(document, parts)) &&
    (itemSchema !== undefined ||
      alternatives.some((parts) => fieldsOf(document, parts, "data").length));
  return areEvents
    ? alternatives.map((parts) =>
        readEvent(parts, itemSchema !== undefined, context),
      )
    : undefined;
}

/** The schemas that describe a field. */
const fieldsOf = (
  document: Document,
  parts: Parts,
  name: string,
): readonly SchemaObject[] =>
  parts.flatMap(({ properties = {} }): readonly SchemaObject[] =>
    Object.hasOwn(properties, name)
      ? [resolveSchema(document, properties[name]) ?? {}]
      : [],
  );

/** The schemas of what the data of an event holds. */
export const contentSchemasIn = (
  document: Document,
  schema: Schema | undefined,
): readonly Schema[] =>
  alternativesOf(document, schema).flatMap((parts) =>
    fieldsOf(document, parts, "data").flatMap(
      ({ contentSchema }): readonly Schema[] =>
        contentSchema === undefined ? [] : [contentSchema],
    ),
  );

/** True if the schemas describe fields of an event, and as the types that events have. */
function isEvent(document: Document, parts: Parts): boolean {
  const data = fieldsOf(document, parts, "data");
  if (data.some(({ contentSchema }) => contentSchema !== undefined))
    return true;
  const names = new Set(declaredBy(parts));
  return (
    (names.has("data") || names.has("event")) &&
    [...names].every((name) => {
      const types = fieldTypes.get(name);
      return (
        types !== undefined &&
        fieldsOf(document, parts, name).every(
          ({ type }) =>
            type === undefined || [type].flat().some((one) => types.test(one)),
        )
      );
    })
  );
}

/** The types that a field of an event may be declared with. */
const fieldTypes: ReadonlyMap<string, RegExp> = new Map([
  ["data", /./],
  ["event", /^string$/],
  ["id", /^string$/],
  ["retry", /^(integer|number)$/],
]);

function readEvent(
  parts: Parts,
  isItem: boolean,
  { document, models, named }: EventContext,
): ReadEvent {
  const names = fieldsOf(document, parts, "event").flatMap(
    (field) => listedValues(field) ?? [],
  );
  const content = contentOf(fieldsOf(document, parts, "data"));
  const schema = content ? content.schema : dataSchema(parts);
  const type = models.typeOf(schema);
  const data = content ? content.data : kindOf(models.expanded(type));
  return {
    names: names.filter((name): name is Text => typeof name === "string"),
    data,
    type:
      data === "text" && isKeyword(type, "unknown")
        ? keywordType("string")
        : named(type),
    declaresError: declares(document, schema, "error"),
    mayBeNested:
      !isItem &&
      !content &&
      data !== "text" &&
      !declares(document, schema, "data"),
  };
}

/** What the text of a field holds (2020-12 Validation section 8); undefined where nothing says so. */
function contentOf(
  fields: readonly SchemaObject[],
): { data: DeclaredEvent["data"]; schema?: Schema } | undefined {
  const field = fields.find(
    ({ contentSchema, contentMediaType }) =>
      contentSchema !== undefined || contentMediaType !== undefined,
  );
  if (!field) return undefined;
  const { contentSchema, contentMediaType = "json", contentEncoding } = field;
  return contentEncoding === undefined && /\bjson\b/i.test(contentMediaType)
    ? {
        data: "json",
        ...(contentSchema !== undefined && { schema: contentSchema }),
      }
    : { data: "text" };
}

function dataSchema(parts: Parts): Schema | undefined {
  const schemas = parts.flatMap(({ properties = {} }): readonly Schema[] =>
    isSchemaObject(properties["data"]) ? [properties["data"]] : [],
  );
  return schemas.length > 1 ? { allOf: schemas } : schemas[0];
}

/** Fields without another type are text (OpenAPI 3.2 section 4.14.5.3). */
function kindOf(type: Type): DeclaredEvent["data"] {
  const members = type.kind === "union" ? type.members : [type];
  const texts = members.filter(isText);
  if (texts.length === 0) return "json";
  return texts.length === members.length ? "text" : "any";
}

const isText = (type: Type): boolean =>
  type.kind === "dateTime" ||
  isKeyword(type, "string", "unknown") ||
  (type.kind === "literal" && typeof type.value === "string");
