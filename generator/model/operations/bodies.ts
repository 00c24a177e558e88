/**
 * Request bodies: which media type is sent, and whether its fields share `params`.
 */
import type { MultipartConfig } from "../../config/client-config.js";
import type {
  Document,
  MediaType,
  OperationObject,
  Pointer,
  RequestBody,
  Schema,
} from "../../openapi/document.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type {
  Body,
  BodyFormat,
  Doc,
  Property,
  Text,
  Type,
} from "../../sdk/sdk.js";
import { describedBy } from "../descriptions.js";
import type { IsBase } from "../schemas/inheritance.js";
import type { Models } from "../schemas/models.js";
import { acceptedMembers, acceptedType } from "./accepted-types.js";
import {
  bodyKinds,
  isForm,
  kindOf,
  schemaOf,
  typeOfBody,
} from "./body-kinds.js";
import {
  chooseMedia,
  isXML,
  withoutRanges,
  type ChosenMedia,
  type Content,
} from "./media-types.js";
import {
  joinedFields,
  objectsOf,
  sharedFields,
  type PlannedField,
} from "./body-fields.js";
import { fieldEncodings, itemEncodings, withParts } from "./form-encodings.js";

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
  readonly fields?: readonly PlannedField[];
  /** The fields of each of several objects that the body may be, where they share `params`. */
  readonly variants?: readonly (readonly PlannedField[])[];
  /** What `params.body` takes where it is more than the type. */
  readonly accepted?: Type;
  readonly media: MediaType;
  /** Of the whole body, or of each of its items. */
  readonly schema: Schema | undefined;
}

/** How a body is passed: `always` are fields too, and a body is sent whatever is passed. */
export type BodyForm = "whole" | "fields" | "always";

export interface BodyContext {
  readonly document: Document;
  readonly models: Models;
  readonly isBase: IsBase;
  /** How calls of earlier packages pass the body. */
  readonly earlierForm: BodyForm | undefined;
  /** True if fields are always passed as fields, and one media type of several is enough. */
  readonly isFlat: boolean;
  readonly multipart: MultipartConfig;
  readonly diagnostics: Diagnostics;
}

/**
 * Plans the body with the names of the document as keys.
 *
 * @param pointer of the operation
 * @returns undefined where there is no body, or none that `fetch` would send
 */
export function planBody(
  operation: OperationObject,
  pointer: Pointer,
  context: BodyContext,
): PlannedBody | undefined {
  const { requestBody } = operation;
  if (requestBody === undefined) return undefined;
  // A body that our extension names is passed whole, under that name.
  const name = operation["x-sdkwright-body"];
  const isNamed = typeof name === "string" && name !== "";
  const { document, diagnostics } = context;
  const bodyPointer = [...pointer, "requestBody"];
  const { node } = document.resolve<RequestBody>(requestBody, bodyPointer);
  // OpenAPI 3.1.1 section 4.8.10 leaves their meaning open; `fetch` refuses them.
  const method = pointer.at(-1)?.toUpperCase() ?? "";
  if (/^(GET|HEAD)$/.test(method)) {
    diagnostics.report("body-not-sendable", { method }, bodyPointer);
    return undefined;
  }
  const { required = false, description } = node;
  const content = withoutRanges(node.content);
  const preferred = preferredMedia(content).map((media) =>
    planFormat(media, context, isNamed),
  );
  const [first, ...others] = context.isFlat
    ? firstWithFields(preferred, content, context.models)
    : filesFirst(preferred, context.models, isRequired);
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
      doc: describedBy(description),
      required,
      isAlwaysSent: required,
      key: (isNamed ? name : "body") as Text,
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

/** The first of the document that has fields alone; where none has, all of them. */
function firstWithFields(
  formats: readonly PlannedFormat[],
  content: Content,
  models: Models,
): readonly PlannedFormat[] {
  const found = Object.keys(content).flatMap((type) =>
    formats.filter(
      ({ fields, format }) => fields && (format.mediaType as string) === type,
    ),
  );
  return found.length > 0
    ? // A file that may be left out could not be sent at all.
      filesFirst(found, models, () => true).slice(0, 1)
    : filesFirst(formats, models, isRequired);
}

const isRequired = ({ optional }: Property): boolean => !optional;

/**
 * JSON has no files: where it lists one, multipart comes first.
 *
 * @param isAsked whether a file of this property makes the difference
 */
function filesFirst(
  formats: readonly PlannedFormat[],
  models: Models,
  isAsked: (property: Property) => boolean,
): readonly PlannedFormat[] {
  const [first] = formats;
  const askedOf = ({ type }: PlannedFormat): readonly Property[] =>
    (models.fieldsOf(type) ?? []).filter(isAsked);
  const listed = new Set<string>(
    first && askedOf(first).map(({ name }) => name),
  );
  const withFile = formats.find(
    (planned) =>
      planned.format.kind === "multipart" &&
      askedOf(planned).some(
        ({ name, type }) => listed.has(name) && isFile(type, models),
      ),
  );
  return withFile && ["json", "form"].includes(first?.format.kind ?? "")
    ? [withFile, ...formats.filter((format) => format !== withFile)]
    : formats;
}

/** True for a file, for a list of files, and where null is allowed besides. */
function isFile(type: Type, models: Models): boolean {
  const bare = models.expanded(type);
  switch (bare.kind) {
    case "array":
      return isFile(bare.item, models);
    case "union":
      return bare.members.some((member) => isFile(member, models));
    default:
      return bare.kind === "binary";
  }
}

function planFormat(
  { mediaType, media, kind: wanted }: ChosenMedia<Body["kind"]>,
  { document, models, isBase, earlierForm, isFlat, multipart }: BodyContext,
  isNamed: boolean,
): PlannedFormat {
  const schema = schemaOf(wanted, media, document);
  const read = models.typeOf(schema);
  const kind = kindOf(wanted, read, {
    mediaType,
    models,
    isItem: schema !== media.schema,
  });
  const type = typeOfBody(kind, read, models);
  const form = { kind, mediaType, media };
  const context = { document, models, multipart };
  const all = objectsOf(type, models);
  const objects = isFlat ? all : undefined;
  const declared = objects
    ? joinedFields(objects)
    : models.declaredFieldsOf(type);
  const encoding = isForm(kind)
    ? fieldEncodings(form, declared ?? joinedFields(all ?? []), context)
    : kind === "multipartItems"
      ? itemEncodings(media, type, context)
      : [];
  const sentAs = (properties: readonly Property[]): readonly Property[] =>
    kind === "multipart"
      ? withParts(properties, form, encoding, context)
      : properties;
  const sent = declared && sentAs(declared);
  const accepted =
    declared === undefined
      ? acceptedMembers(type, models, sentAs)
      : sent !== declared && sent && acceptedType(sent, type, models);
  const isSpread =
    !isNamed &&
    (kind === "json" || isForm(kind)) &&
    (isFlat ||
      // Where no field was known, the body was passed whole, and is from then on.
      (!isBase(media.schema) && earlierForm !== "whole"));
  const fields = isSpread ? sharedFields(sent) : undefined;
  const variants = objects?.map((object) => sharedFields(sentAs(object)) ?? []);
  return {
    type,
    media,
    schema,
    ...(fields && { fields }),
    ...(fields && variants && variants.length > 1 && { variants }),
    ...(accepted && { accepted }),
    format: {
      kind,
      mediaType: mediaType as Text,
      ...(encoding.length > 0 && { encoding }),
      ...(fields && {
        fields: fields.map(({ name, key }) => ({ name, key })),
      }),
    },
  };
}
