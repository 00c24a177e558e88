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
          return runtime.headerSpaced;
        case "pipeDelimited":
          return runtime.headerPiped;
        case "tabDelimited":
          return runtime.headerTabbed;
        default:
          return encoding.explode ? runtime.headerExploded : runtime.headerList;
      }
    case "cookie":
      if (encoding.kind === "json") return runtime.jsonQuery;
      if (encoding.style === "cookie") return runtime.cookieRaw;
      return encoding.explode ? runtime.cookieExploded : runtime.joined;
    default:
      return assertNever(location);
  }
}

function wholeQuery({ as }: Whole): RuntimeSymbol {
  switch (as) {
    case "form":
      return runtime.formString;
    case "json":
      return runtime.jsonString;
    case "text":
      return runtime.textString;
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
      return runtime.simpleSpaced;
    case "pipeDelimited":
      return runtime.simplePiped;
    case "tabDelimited":
      return runtime.simpleTabbed;
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
    return allowReserved ? runtime.deepReserved : runtime.deep;
  if (explode)
    return allowReserved ? runtime.formReserved : runtime.formExploded;
  switch (style) {
    case "spaceDelimited":
      return allowReserved ? runtime.spacedReserved : runtime.spaced;
    case "pipeDelimited":
      return allowReserved ? runtime.pipedReserved : runtime.piped;
    case "tabDelimited":
      return runtime.tabbed;
    default:
      return allowReserved ? runtime.joinedReserved : runtime.joined;
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
      return runtime.nothing;
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
