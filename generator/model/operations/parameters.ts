/**
 * Parameters: what they are called in `params`, and how their values are written
 * (OpenAPI 3.1.1 section 4.8.12).
 */
import type { QueryConfig } from "../../config/client-config.js";
import type {
  Document,
  MediaType,
  ParameterObject,
  Resolved,
  Schema,
} from "../../openapi/document.js";
import { isRecord } from "../../openapi/records.js";
import type {
  Doc,
  Parameter,
  ParameterEncoding,
  Text,
  Type,
} from "../../sdk/sdk.js";
import { deprecationOf, describedBy } from "../descriptions.js";
import { exampleOf } from "../samples/examples.js";
import type { Models } from "../schemas/models.js";
import { fieldEncodings } from "./form-encodings.js";
import { nestingOf } from "./query-nesting.js";
import { encodingOf, type ParameterLocation } from "./styles.js";

/** A parameter with the type that the document gives it; `key` is its name in `params`. */
export interface PlannedParameter extends Parameter {
  readonly required: boolean;
  readonly type: Type;
  readonly doc: Doc;
  readonly source: ParameterObject;
  /** From `schema` or from `content`. */
  readonly schema: Schema | undefined;
}

/** `querystring` (OpenAPI 3.2 section 4.12.1) is the whole query. */
const locationOf = (node: ParameterObject): string =>
  node.in === "querystring" ? "query" : node.in;

const formatOf = (mediaType = ""): "form" | "json" | "text" =>
  /\bjson\b/i.test(mediaType)
    ? "json"
    : /\bx-www-form-urlencoded\b/i.test(mediaType)
      ? "form"
      : "text";

/** Of parameters with one name, the one in the first of these locations has it. */
const locations = ["path", "query", "header", "cookie"] as const;

/** Header parameters that the specification ignores (section 4.8.12.2.1). */
const ignoredHeaders = new Set(["accept", "content-type", "authorization"]);

const usualIdempotencyHeader = "idempotency-key";

export interface ParameterContext {
  readonly document: Document;
  readonly models: Models;
  /** Header names, in lower case, that credentials of the operation are sent in. */
  readonly credentialHeaders: ReadonlySet<string>;
  /** The header of idempotency keys, where the owner says it. */
  readonly idempotencyHeader: string | undefined;
  /** How lists and objects are written in a query, where the owner says it. */
  readonly query: QueryConfig;
  /** True if names of an earlier SDK stay. */
  readonly isCompatible?: boolean;
}

/**
 * The parameters of an operation, by location, with their names as keys; what the runtime sets itself
 * is left out.
 */
export function planParameters(
  parameters: readonly Resolved<ParameterObject>[],
  context: ParameterContext,
): readonly PlannedParameter[] {
  return locations.flatMap((location) =>
    parameters
      .map(({ node }) => node)
      .filter(
        (node) =>
          locationOf(node) === location &&
          !isIgnored(node, context) &&
          !isCredential(node, context),
      )
      .map((node) => planParameter(node, location, context)),
  );
}

function planParameter(
  node: ParameterObject,
  location: ParameterLocation,
  context: ParameterContext,
): PlannedParameter {
  const { schema } = contentOf(node) ?? node;
  const type = context.models.typeOf(schema);
  return {
    name: node.name as Text,
    key: keyOf(node, schema, context.isCompatible === true),
    in: location,
    required: location === "path" || node.required === true,
    type,
    encoding: planEncoding(node, { location, type, context }),
    doc: parameterDoc(node, context.models.docOf(schema, node.name)),
    source: node,
    schema,
  };
}

/** The name of a parameter in extensions, of itself or of its schema; else its own. */
const keyOf = (
  node: ParameterObject,
  schema: Schema | undefined,
  isCompatible: boolean,
): Text =>
  [node, schema]
    .filter((one) => isRecord(one))
    .flatMap((one) => nameExtensions.map((extension) => one[extension]))
    .find((name): name is Text => typeof name === "string" && name !== "") ??
  ((isCompatible && hasBrackets(node)
    ? node.name.slice(0, -2)
    : node.name) as Text);

/** `include[]`, as a list in a query is written by some servers; SDKs by Stainless take `include`. */
const hasBrackets = ({ in: location, name }: ParameterObject): boolean =>
  location === "query" && /[^[\]]\[\]$/.test(name);

const nameExtensions = ["x-stainless-param-name", "x-stainless-param"];

function planEncoding(
  node: ParameterObject,
  options: {
    readonly location: ParameterLocation;
    readonly type: Type;
    readonly context: ParameterContext;
  },
): ParameterEncoding {
  const { location, type, context } = options;
  const content = contentOf(node);
  const as = formatOf(content?.mediaType);
  if (node.in !== "querystring") {
    if (as === "json") return { kind: "json" };
    const expanded = context.models.expanded(type);
    const declared = encodingOf(node, location, expanded);
    // The brackets of a list stand in the name already.
    return location === "query" && !hasBrackets(node)
      ? nestingOf(expanded, declared, context.query)
      : declared;
  }
  const fields =
    content && as === "form"
      ? fieldEncodings(
          { kind: "form", mediaType: content.mediaType, media: content.media },
          context.models.fieldsOf(type) ?? [],
          { ...context, multipart: {} },
        )
      : [];
  return {
    kind: "querystring",
    as,
    ...(fields.length > 0 && { fields }),
  };
}

/**
 * The header that carries an idempotency key is an option of the call, not a parameter.
 * @param header the one of the config
 */
export const isIdempotencyKey = (
  node: ParameterObject,
  header: string | undefined,
): boolean =>
  node.in === "header" &&
  [usualIdempotencyHeader, header?.toLowerCase()].includes(
    node.name.toLowerCase(),
  );

const isIgnored = (
  node: ParameterObject,
  { idempotencyHeader }: ParameterContext,
): boolean =>
  isIdempotencyKey(node, idempotencyHeader) ||
  (node.in === "header" && ignoredHeaders.has(node.name.toLowerCase()));

/** The client sends the credential: a parameter that repeats it would be asked for twice. */
const isCredential = (
  { in: location, name }: ParameterObject,
  { credentialHeaders }: ParameterContext,
): boolean =>
  location === "header" && credentialHeaders.has(name.toLowerCase());

/** The one entry of `content`, whose media type says how the value is written. */
function contentOf({ content = {} }: ParameterObject):
  | {
      readonly mediaType: string;
      readonly media: MediaType;
      readonly schema: Schema | undefined;
    }
  | undefined {
  const [entry] = Object.entries(content);
  if (!entry) return undefined;
  const [mediaType, media] = entry;
  return { mediaType, media, schema: media.schema };
}

function parameterDoc(node: ParameterObject, schemaDoc: Doc): Doc {
  const example = exampleOf(node) ?? schemaDoc.example;
  return {
    ...schemaDoc,
    ...describedBy(node.description),
    ...deprecationOf(node),
    ...(example !== undefined && { example }),
  };
}
