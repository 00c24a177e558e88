/**
 * Which function of the runtime writes a style and reads a media type. The tables are the
 * specification's: OpenAPI 3.1.1 section 4.8.12.3 for styles.
 */
import {
  assertNever,
  type Parameter,
  type ParameterEncoding,
  type Result,
} from "../../sdk/sdk.js";
import { RuntimeReference } from "./descriptor-values.js";
import { runtime, type RuntimeSymbol } from "./symbols.js";

type Encoding = Exclude<ParameterEncoding, { kind: "default" }>;
type Whole = Extract<ParameterEncoding, { kind: "querystring" }>;
type Styled = Extract<ParameterEncoding, { kind: "style" }>;

/** The function that writes a parameter; undefined for the default style of its location. */
export const encoderOf = (
  encoding: ParameterEncoding,
  location: Parameter["in"],
): RuntimeReference | undefined =>
  encoding.kind === "default"
    ? undefined
    : new RuntimeReference(encoderSymbol(encoding, location));

function encoderSymbol(
  encoding: Encoding,
  location: Parameter["in"],
): RuntimeSymbol {
  if (encoding.kind === "querystring") return wholeQuery(encoding);
  switch (location) {
    case "path":
      return encoding.kind === "json"
        ? runtime.jsonSegment
        : pathEncoder(encoding);
    case "query":
      return encoding.kind === "json"
        ? runtime.jsonQuery
        : queryEncoder(encoding);
    case "header":
      if (encoding.kind === "json") return runtime.jsonHeader;
      switch (encoding.style) {
        case "spaceDelimited":
          return runtime.headerSpaceDelimited;
        case "pipeDelimited":
          return runtime.headerPipeDelimited;
        case "tabDelimited":
          return runtime.headerTabDelimited;
        default:
          return encoding.explode
            ? runtime.headerSimpleExploded
            : runtime.headerSimple;
      }
    case "cookie":
      if (encoding.kind === "json") return runtime.jsonQuery;
      if (encoding.style === "cookie") return runtime.cookieRaw;
      return encoding.explode
        ? runtime.cookieFormExploded
        : runtime.commaDelimited;
    default:
      return assertNever(location);
  }
}

function wholeQuery({ as }: Whole): RuntimeSymbol {
  switch (as) {
    case "form":
      return runtime.querystringForm;
    case "json":
      return runtime.querystringJSON;
    case "text":
      return runtime.querystringText;
    default:
      return assertNever(as);
  }
}

function pathEncoder({ style, explode, allowReserved }: Styled): RuntimeSymbol {
  switch (style) {
    case "label":
      return explode ? runtime.labelExploded : runtime.label;
    case "matrix":
      return explode ? runtime.matrixExploded : runtime.matrix;
    case "spaceDelimited":
      return runtime.simpleSpaceDelimited;
    case "pipeDelimited":
      return runtime.simplePipeDelimited;
    case "tabDelimited":
      return runtime.simpleTabDelimited;
    default:
      if (allowReserved) return runtime.simpleReserved;
      return explode ? runtime.simpleExploded : runtime.simple;
  }
}

function queryEncoder({
  style,
  explode,
  allowReserved,
}: Styled): RuntimeSymbol {
  // Exploded, all lists look alike; only deepObject differs (section 4.8.12.3).
  if (style === "deepObject")
    return allowReserved ? runtime.deepObjectReserved : runtime.deepObject;
  if (explode)
    return allowReserved ? runtime.formExplodedReserved : runtime.formExploded;
  switch (style) {
    case "spaceDelimited":
      return allowReserved
        ? runtime.spaceDelimitedReserved
        : runtime.spaceDelimited;
    case "pipeDelimited":
      return allowReserved
        ? runtime.pipeDelimitedReserved
        : runtime.pipeDelimited;
    case "tabDelimited":
      return runtime.tabDelimited;
    default:
      return allowReserved
        ? runtime.commaDelimitedReserved
        : runtime.commaDelimited;
  }
}

/** What reads a response; undefined for JSON, which the runtime reads by itself. */
export function decoderOf(kind: Result["kind"]): RuntimeReference | undefined {
  const symbol = decoderSymbol(kind);
  return symbol && new RuntimeReference(symbol);
}

function decoderSymbol(kind: Result["kind"]): RuntimeSymbol | undefined {
  switch (kind) {
    case "json":
      return undefined;
    case "none":
      return runtime.noContent;
    case "text":
      return runtime.text;
    case "binary":
      return runtime.blob;
    case "events":
      return runtime.events;
    case "rawEvents":
      return runtime.rawEvents;
    case "jsonLines":
      return runtime.jsonLines;
    default:
      return assertNever(kind);
  }
}
