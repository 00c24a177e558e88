/**
 * The data language of an operation: what generated code says about one endpoint, and
 * all that a further endpoint adds to a bundle. Types only.
 *
 * Whatever only some operations need (styles, body types, decoders) is a function that the
 * operation names, so that a bundler keeps no more than is named.
 */
import type { Settings } from "./client.js";
import type {
  Awaitable,
  CallContext,
  IdempotentRequestOptions,
  RequestOptions,
} from "./options.js";

export type {
  AcceptOptions,
  Awaitable,
  CallContext,
  ClientOptions,
  IdempotentRequestOptions,
  Middleware,
  RequestOptions,
} from "./options.js";

/** One endpoint. */
export interface Operation {
  /** `operationId` of the document. */
  readonly id: string;
  /** GET when absent. */
  readonly method?: string;
  /** Starts with a slash; `{name}` stands for a path parameter. */
  readonly path: string;
  /** Query parameters; exploded `form` (of single values and lists) is the default. */
  readonly query?: readonly Parameter[];

  /** Has to be named where there is any of the next five. */
  readonly extras?: Extras;
  /** Path parameters of another style than `simple`, or under another key. */
  readonly paths?: readonly NamedParameter[];
  /** Header parameters; `simple` (of single values and lists) is the default. */
  readonly headers?: readonly Parameter[];
  /** Cookie parameters; exploded `form` is the default. */
  readonly cookies?: readonly Parameter[];
  /** The header that carries the idempotency key, where the API takes one. */
  readonly idempotency?: string;
  /** The operation's own server; a `baseURL` given by the caller comes first. */
  readonly server?: string;

  /** How the body is written; absent where there is none. */
  readonly body?: Encoder;
  /** The body is an object made of these params; absent where it is `params.body`. */
  readonly fields?: readonly Parameter[];
  /** Without any of its `fields`, no body is sent at all. */
  readonly optional?: boolean;
  /** Where it is not the encoder's own. */
  readonly contentType?: string;
  /** How single fields of a form or multipart body are written. */
  readonly encoding?: readonly FieldEncoding[];

  /** How the response is read; JSON when absent. */
  readonly response?: Decoder;
  /** What to ask for; `application/json` when absent. */
  readonly accept?: string;

  /** Alternatives of schemes used together; the client's own when absent. */
  readonly security?: Security;
  /** How a list goes on. */
  readonly paging?: Paging;
}

/** A parameter under its own name and in the default style, or one that says otherwise. */
export type Parameter = string | NamedParameter;

export interface NamedParameter {
  /** The name on the wire. */
  readonly name: string;
  /** Its key in params, where that is another one. */
  readonly key?: string;
  readonly encode?: ParameterEncoder;
}

/**
 * Writes a parameter that has a value: the whole `name=value` in a query or cookie, the
 * text that replaces `{name}` in a path, the value of a header. Empty text sends nothing.
 */
export type ParameterEncoder = (name: string, value: unknown) => string;

/** How one field of a form or multipart body is written. */
export interface FieldEncoding {
  readonly name: string;
  /** The part's content type. */
  readonly type?: string;
  /** Headers of the part. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  /** The style, in a form. */
  readonly encode?: ParameterEncoder;
}

/** What the caller passed: own properties only. */
export type Params = Readonly<Record<string, unknown>>;

/** What only some operations have. It notes the idempotency key in the options. */
export type Extras = (
  draft: RequestDraft,
  operation: Operation,
  options: IdempotentRequestOptions,
  write: WriteParameters,
  settings: Settings,
) => void;

/** A request while it is put together. */
export interface RequestDraft {
  readonly headers: Headers;
  /** The server's URL. */
  url: string;
  /** What is left of the path's template. */
  path: string;
}

/** The texts of those parameters that have a value, each in its own style or the one given. */
export type WriteParameters = (
  parameters: readonly Parameter[] | undefined,
  style: ParameterEncoder,
  values?: Params,
) => string[];

/** What `fetch` takes as a body; Node's own types have no global name for it. */
export type RequestBody = NonNullable<RequestInit["body"]>;

/** Writes the body and its headers; undefined where there is none. The signal ends streams. */
export interface Encoder {
  encode(
    params: Params,
    operation: Operation,
    headers: Headers,
    signal: AbortSignal,
  ): RequestBody | undefined;
}

/** Turns a response into what the call returns. */
export interface Decoder {
  decode(response: Response, context: DecodeContext): unknown;
}

export interface DecodeContext {
  readonly call: CallContext;
  readonly options: Readonly<RequestOptions>;
  /** The largest body, in bytes. */
  readonly limit: number;
  readonly scope: AttemptScope;
}

/** What bounds an attempt: its time limit and the caller's signal. */
export interface AttemptScope {
  readonly signal: AbortSignal;
  /** The body is read later: the clock stops, and `stop` has to be called at the end. */
  detached?: boolean;
  /** Closes the connection, with an error for whoever still reads. */
  abort(error?: Error): void;
}

/** Scheme names: the outer list is "or", the inner "and"; an empty inner list needs none. */
export type Security = readonly (readonly string[])[];

/**
 * Adds the credentials that an operation needs to a request; true where one came from a
 * function, which may have a fresher one after a 401.
 */
export type Authenticator = (
  request: CredentialTarget,
  refresh: boolean,
  operation: Operation,
  settings: Settings,
) => Awaitable<boolean>;

/** The places of a request that credentials go to. */
export interface CredentialTarget {
  url: string;
  readonly headers: Headers;
}

/** How a list goes on, in names of params and paths into the body. */
export type Paging = {
  /** Where the items are; empty where the body itself is the list. */
  readonly items: readonly string[];
} & (
  | {
      /** The next page is asked for with a token from the body. */
      readonly by: "cursor";
      readonly param: string;
      readonly next: readonly string[];
      /** Where the body says whether there is more. */
      readonly more?: readonly string[];
    }
  | {
      /** By the number of items seen so far, or by the number of the page. */
      readonly by: "offset" | "page";
      readonly param: string;
      /** The value that asks for the first page: 0 and 1 when absent. */
      readonly first?: number;
      readonly more?: readonly string[];
    }
  | {
      /** By a link in the body, or in the `Link` header where `next` is absent. */
      readonly by: "url";
      readonly next?: readonly string[];
    }
);
