/**
 * Which function of the runtime writes a style and which reads a media type.
 */
import type {
  Body,
  DeclaredEvent,
  EventFormat,
  FieldEncoding,
  Parameter,
  ParameterEncoding,
  Result,
} from "../../sdk/sdk.js";
import {
  RuntimeReference,
  type DescriptorObject,
} from "./descriptor-values.js";
import { runtimeSymbols, type RuntimeSymbol } from "./symbols.js";

type Styled = Extract<ParameterEncoding, { kind: "style" }>;
type Encoder = keyof typeof runtimeSymbols;

/**
 * The encoders of a style: with neither `explode` nor `allowReserved`, with `explode`, with
 * `allowReserved`, with both. Where one is missing, the keyword makes no difference.
 */
type StyleEncoders = readonly [Encoder, ...(Encoder | undefined)[]];

interface LocationEncoders {
  readonly json: Encoder;
  /** The style that applies where another one is not defined for the location. */
  readonly usual: StyleEncoders;
  readonly others: Readonly<Partial<Record<Styled["style"], StyleEncoders>>>;
}

/** In a query all lists look alike once they are exploded. */
const exploded = "formExploded";
const both = "formExplodedReserved";

/** OpenAPI 3.1.1 section 4.8.12.3, with the delimiters that Swagger 2 allows in every location. */
const encoders: Readonly<Record<Parameter["in"], LocationEncoders>> = {
  path: {
    json: "jsonSegment",
    usual: ["simple", "simpleExploded", "simpleReserved", "simpleReserved"],
    others: {
      label: ["label", "labelExploded"],
      matrix: ["matrix", "matrixExploded"],
      spaceDelimited: ["simpleSpaceDelimited"],
      pipeDelimited: ["simplePipeDelimited"],
      tabDelimited: ["simpleTabDelimited"],
    },
  },
  query: {
    json: "jsonQuery",
    usual: ["commaDelimited", exploded, "commaDelimitedReserved", both],
    others: {
      spaceDelimited: [
        "spaceDelimited",
        exploded,
        "spaceDelimitedReserved",
        both,
      ],
      pipeDelimited: ["pipeDelimited", exploded, "pipeDelimitedReserved", both],
      tabDelimited: ["tabDelimited", exploded, "tabDelimited", both],
      deepObject: [
        "deepObject",
        undefined,
        "deepObjectReserved",
        "deepObjectReserved",
      ],
    },
  },
  header: {
    json: "jsonHeader",
    usual: ["headerSimple", "headerSimpleExploded"],
    others: {
      spaceDelimited: ["headerSpaceDelimited"],
      pipeDelimited: ["headerPipeDelimited"],
      tabDelimited: ["headerTabDelimited"],
    },
  },
  cookie: {
    json: "jsonQuery",
    usual: ["commaDelimited", "cookieFormExploded"],
    others: { cookie: ["cookieRaw"] },
  },
};

/** The styles of the fields of a multipart body: not exploded, exploded. */
type PartEncoders = readonly [Encoder, Encoder];
const usualParts: PartEncoders = ["partCommaDelimited", "partsExploded"];
const partStyles: Readonly<Partial<Record<Styled["style"], PartEncoders>>> = {
  spaceDelimited: ["partSpaceDelimited", "partsExploded"],
  pipeDelimited: ["partPipeDelimited", "partsExploded"],
  tabDelimited: ["partTabDelimited", "partsExploded"],
  deepObject: ["partsDeepObject", "partsDeepObject"],
};

const queryStrings = {
  form: "querystringForm",
  json: "querystringJSON",
  text: "querystringText",
} as const;

/** The function that writes a parameter; undefined for the default style of its location. */
export function encoderOf(
  encoding: ParameterEncoding,
  location: Parameter["in"],
): RuntimeReference | undefined {
  if (encoding.kind === "default") return undefined;
  if (encoding.kind === "nested") {
    const { arrays, objects } = encoding;
    return new RuntimeReference(runtimeSymbols.nested, [{ arrays, objects }]);
  }
  return encoding.kind === "querystring" && encoding.fields
    ? new RuntimeReference(runtimeSymbols.querystringFormOf, [
        encoding.fields.map((field) => fieldEncoding(field, "form")),
      ])
    : new RuntimeReference(runtimeSymbols[encoderName(encoding, location)]);
}

/** The function that writes a field of a multipart body; undefined for the default. */
function partStyleOf(
  encoding: ParameterEncoding,
): RuntimeReference | undefined {
  if (encoding.kind !== "style") return undefined;
  const [joined, exploded] = partStyles[encoding.style] ?? usualParts;
  return new RuntimeReference(
    runtimeSymbols[encoding.explode ? exploded : joined],
  );
}

/** A field of a form, with what differs from the default. */
export const fieldEncoding = (
  {
    name,
    contentType: type,
    headers,
    style,
    innerBody,
    nesting,
  }: FieldEncoding,
  kind: Body["kind"],
): DescriptorObject => ({
  name,
  // A body inside a part adds its boundary.
  type: innerBody ? undefined : type,
  headers,
  ...(innerBody && innerBodyEncoder(innerBody, kind)),
  ...(nesting && {
    parts: new RuntimeReference(runtimeSymbols.partsNested, [{ ...nesting }]),
  }),
  ...(style &&
    (kind === "multipart"
      ? { parts: partStyleOf(style) }
      : { encode: encoderOf(style, "query") })),
});

/** The function that writes a body inside a part, or inside a field of a form. */
function innerBodyEncoder(
  { kind, mediaType, encoding }: NonNullable<FieldEncoding["innerBody"]>,
  outer: Body["kind"],
): DescriptorObject {
  const fields = encoding?.map((field) => fieldEncoding(field, kind));
  if (outer === "form")
    return {
      encode: new RuntimeReference(
        runtimeSymbols.formInForm,
        fields ? [fields] : [],
      ),
    };
  const symbol =
    kind === "form" ? runtimeSymbols.innerForm : runtimeSymbols.innerMultipart;
  return {
    parts: new RuntimeReference(symbol, [
      mediaType,
      ...(fields ? [fields] : []),
    ]),
  };
}

function encoderName(
  encoding: Exclude<ParameterEncoding, { kind: "default" | "nested" }>,
  location: Parameter["in"],
): Encoder {
  const { json, usual, others } = encoders[location];
  switch (encoding.kind) {
    case "querystring":
      return queryStrings[encoding.as];
    case "json":
      return json;
    case "style": {
      const variants = others[encoding.style] ?? usual;
      const exploded = (encoding.explode && variants[1]) || variants[0];
      return (
        (encoding.allowReserved && variants[encoding.explode ? 3 : 2]) ||
        exploded
      );
    }
  }
}

const decoders: Readonly<Record<Result["kind"], RuntimeSymbol | undefined>> = {
  json: undefined,
  none: runtimeSymbols.noContent,
  undeclared: runtimeSymbols.undeclared,
  location: runtimeSymbols.redirectTarget,
  text: runtimeSymbols.text,
  binary: runtimeSymbols.blob,
  events: runtimeSymbols.events,
  rawEvents: runtimeSymbols.rawEvents,
  wholeEvents: runtimeSymbols.wholeEvents,
  jsonLines: runtimeSymbols.jsonLines,
};

/** What reads a response; undefined for JSON, the runtime's default. */
export function decoderOf({
  kind,
  type,
  events,
  isString,
}: Pick<Result, "kind" | "type" | "events" | "isString">):
  RuntimeReference | undefined {
  if (type.kind === "binary" && type.isResponse)
    return new RuntimeReference(runtimeSymbols.rawResponse);
  if (events?.declared) return wholeEvents(events, events.declared);
  const symbol = events?.declaresError
    ? runtimeSymbols.eventsWithErrors
    : isString
      ? runtimeSymbols.jsonOrText
      : decoders[kind];
  return symbol && new RuntimeReference(symbol);
}

/** What the data of each event is. A name with two kinds of data is like one that is not declared. */
function wholeEvents(
  { declaresError, mayBeNested }: EventFormat,
  declared: readonly DeclaredEvent[],
): RuntimeReference {
  if (declared.every(({ data }) => data === "text"))
    return new RuntimeReference(runtimeSymbols.rawEvents);
  const kinds = new Map<string, DeclaredEvent["data"]>();
  for (const { names, data } of declared)
    for (const name of names.length > 0 ? names : [""])
      kinds.set(name, (kinds.get(name) ?? data) === data ? data : "any");
  const namesOf = (kind: DeclaredEvent["data"]) => {
    const names = [...kinds].flatMap(([name, data]) =>
      name !== "" && data === kind ? name : [],
    );
    return names.length > 0 ? names.sort() : undefined;
  };
  const others = kinds.get("");
  return new RuntimeReference(runtimeSymbols.wholeEvents, [
    {
      json: namesOf("json"),
      text: namesOf("text"),
      others: [...kinds.values()].includes("any") ? undefined : others,
      declaresError: declaresError ? true : undefined,
      mayBeNested: mayBeNested ? true : undefined,
    },
  ]);
}
