/**
 * How arguments are written to a request, and how a response is read: the part of `sdk.ts` about the
 * wire format.
 */
import type { Doc, Text, Type } from "./types.js";

export interface Parameter {
  /** The name on the wire. */
  readonly name: Text;
  /** The name in `params`; differs where two locations use the same name. */
  readonly key: Text;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly encoding: ParameterEncoding;
}

export type ParameterEncoding =
  /** The default of its location: `simple`, or exploded `form`. */
  | { readonly kind: "default" }
  | {
      readonly kind: "style";
      readonly style: ParameterStyle;
      readonly explode: boolean;
      readonly allowReserved: boolean;
    }
  | { readonly kind: "json" }
  /** Lists and objects of a query, at any depth, as the owner has them. */
  | {
      readonly kind: "nested";
      readonly arrays: "comma" | "repeat" | "indices" | "brackets";
      readonly objects: "brackets" | "dots";
    }
  /** The whole query (`in: querystring`). */
  | {
      readonly kind: "querystring";
      readonly as: "form" | "json" | "text";
      /**
       * Fields of a form that are not written in the default way; of `multipartItems`, items by their
       * position, and `*` for all others.
       */
      readonly fields?: readonly FieldEncoding[];
    };

export type ParameterStyle =
  | "matrix"
  | "label"
  | "simple"
  | "form"
  | "spaceDelimited"
  | "pipeDelimited"
  /** Swagger's `tsv`. */
  | "tabDelimited"
  | "deepObject"
  | "cookie";

export interface Body extends BodyFormat {
  readonly doc: Doc;
  readonly required: boolean;
  /** True if a body is sent whatever is passed: it was required once, and `{}` was sent. */
  readonly isAlwaysSent: boolean;
  /** The name in `params` of what is no object of fields: `body`, where that is free. */
  readonly key: Text;
  /** The other formats, where the caller has a choice. */
  readonly choice?: BodyChoice;
}

/** One media type of a body. */
export interface BodyFormat {
  readonly kind:
    | "json"
    /** JSON values one after the other: JSON Lines, JSON text sequences. */
    | "jsonItems"
    | "form"
    | "multipart"
    /** A part for each item of a list, without names. */
    | "multipartItems"
    | "text"
    | "binary";
  /** As declared: `application/vnd.api+json`. */
  readonly mediaType: Text;
  /** Fields of a form that are not written in the default way. */
  readonly encoding?: readonly FieldEncoding[];
  /** Names of the fields that share `params`; absent when `params.body` is the body. */
  readonly fields?: readonly BodyField[];
}

export interface BodyChoice {
  /** The key in `params` that names the media type. */
  readonly key: Text;
  readonly formats: readonly BodyFormat[];
}

/** How one field of a form or multipart body is written. */
export interface FieldEncoding {
  readonly name: Text;
  readonly contentType?: Text;
  /** Headers of the part whose values the document fixes. */
  readonly headers?: readonly (readonly [name: Text, value: Text])[];
  readonly style?: ParameterEncoding;
  /** Of a part, or a field, that is a body itself. */
  readonly innerBody?: Pick<BodyFormat, "kind" | "mediaType" | "encoding">;
  /** Lists and objects of a multipart body, in the place of a style. */
  readonly nesting?: PartNesting;
}

/** How lists and objects inside each other are written. */
export type QueryNesting = Omit<
  Extract<ParameterEncoding, { kind: "nested" }>,
  "kind"
>;

/** Without `arrays` a part for each item, without `objects` JSON. */
export type PartNesting = Partial<QueryNesting>;

export interface BodyField {
  readonly name: Text;
  readonly key: Text;
}

/** Options of calls that say nothing else. */
export interface CallDefaults {
  readonly timeout?: number;
  readonly maxRetries?: number;
  readonly retry?: "safe" | "all";
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
}

export interface Result {
  readonly kind:
    | "none"
    /** The document says nothing of a body: what comes is what the response says that it is. */
    | "undeclared"
    /** The URL that the response redirects to. */
    | "location"
    | ResultFormat["kind"];
  /** True if the document has redirects: they may lead to another host. */
  readonly redirects?: boolean;
  /** The status of success: `201`. */
  readonly status: number;
  readonly type: Type;
  /** The value of the `Accept` header. */
  readonly mediaType?: Text;
  readonly doc: Doc;
  /** The other formats that the caller can ask for. */
  readonly alternatives?: readonly ResultFormat[];
  /** The response is a stream where this field of `params` is true. */
  readonly streaming?: {
    readonly key: Text;
    readonly format: ResultFormat;
  };
  /** As in the formats. */
  readonly events?: EventFormat;
  readonly isString?: boolean;
  /** The names of the declared response headers. */
  readonly headers?: readonly Text[];
  /** A body, or one event of a stream; absent where there is no body. */
  readonly sample?: unknown;
}

/** One media type of a response. */
export interface ResultFormat {
  readonly kind:
    | "json"
    | "text"
    | "binary"
    /** The data of server-sent events, which is JSON. */
    | "events"
    /** Server-sent events as they come, with text as their data. */
    | "rawEvents"
    /** Server-sent events, with the data of some of them parsed. */
    | "wholeEvents"
    | "jsonLines";
  /** Of whole events, that of their data. */
  readonly type: Type;
  readonly mediaType: Text;
  readonly events?: EventFormat;
  /** True for JSON of a string, which some servers send as text. */
  readonly isString?: boolean;
}

/** What is known of server-sent events whose data is JSON. */
export interface EventFormat {
  /** True if a member `error` of the data is one that the schema declares. */
  readonly declaresError: boolean;
  /** True if the data may be an object with the members of an event: `data: {"event": …}`. */
  readonly mayBeNested?: boolean;
  /** The events that are declared, where they are given out whole. */
  readonly declared?: readonly DeclaredEvent[];
}

export interface DeclaredEvent {
  /** The values of its `event`; empty where it can be any. */
  readonly names: readonly Text[];
  /** The type of its data. */
  readonly type: Type;
  /** `any` where it is JSON or text, and only the data itself says which. */
  readonly data: "json" | "text" | "any";
}

/** True of a stream whose items are events, not their data. */
export const isWholeEvent = (kind: string): boolean =>
  kind === "rawEvents" || kind === "wholeEvents";

/** True if the caller iterates over the body instead of awaiting a whole value. */
export const isStream = (kind: string): boolean =>
  /events$/i.test(kind) || kind === "jsonLines";
