/**
 * An operation as data: what generated code says of one endpoint, and all that
 * a further endpoint adds to a bundle. Types only.
 *
 * Code that only some operations need (styles, encoders, decoders) is a
 * function that the operation refers to, so that bundlers leave out what no
 * operation refers to.
 */
import type { Settings } from "./client.js";
import type {
  Awaitable,
  CallContext,
  IdempotentRequestOptions,
  RequestOptions,
  Transport,
} from "./options.js";
import type { unsafe } from "./unsafe.js";

export type {
  AcceptOptions,
  Awaitable,
  CallContext,
  ClientOptions,
  IdempotentRequestOptions,
  Middleware,
  OptionsInPlace,
  ParamsOrOptions,
  RequestOptions,
  WithoutBody,
} from "./options.js";

/** An operation of the API. */
export type Operation = OperationParts & (SafeMethod | UnsafeMethod);

/** A method that changes nothing on the server; GET when absent. */
interface SafeMethod {
  readonly method?: "GET" | "HEAD" | "OPTIONS" | "TRACE";
  readonly unsafe?: undefined;
}

interface UnsafeMethod {
  readonly method: string;
  /** Which failures are retried, and which redirects are followed. */
  readonly unsafe: typeof unsafe;
}

interface OperationParts {
  /** The name of its function, such as `createKey`. */
  readonly id: string;
  /**
   * The path template: it starts with a slash, and `{name}` is a path
   * parameter.
   */
  readonly path: string;
  /**
   * Query parameters; the default style is exploded `form`, of single values
   * and arrays.
   */
  readonly query?: readonly Parameter[];

  /** Params with the name of an option, for `placed`. */
  readonly shared?: readonly string[];

  /** Present if there is any of the next five. */
  readonly extras?: Extras;
  /**
   * Path parameters with another style than `simple`, or with another key than
   * their name.
   */
  readonly paths?: readonly NamedParameter[];
  /**
   * Header parameters; the default style is `simple`, of single values and
   * arrays.
   */
  readonly headers?: readonly Parameter[];
  /** Cookie parameters; the default style is exploded `form`. */
  readonly cookies?: readonly Parameter[];
  /**
   * The name of the header for an idempotency key, if the operation takes one.
   */
  readonly idempotency?: string;
  /**
   * The server URL of this operation; the caller's `baseURL` takes precedence.
   */
  readonly server?: string;

  /** Encodes the request body; absent if there is none. */
  readonly body?: Encoder | undefined;
  /**
   * The params that are properties of the body; absent if the body is
   * `params.body`.
   */
  readonly fields?: readonly Parameter[];
  /** True if no body is sent when none of its `fields` has a value. */
  readonly optional?: boolean;
  /** The `Content-Type` of the request, if it is not the encoder's default. */
  readonly contentType?: string;
  /** Encodings of properties of a form or multipart body (Encoding Objects). */
  readonly encoding?: readonly FieldEncoding[];

  /** Decodes the response; JSON by default. */
  readonly response?: Decoder;
  /** The `Accept` header; `application/json` by default. */
  readonly accept?: string;

  /** The Security Requirement Objects; those of the API by default. */
  readonly security?: Security;
  /** How to find the next page of a list. */
  readonly paging?: Paging;
}

/**
 * The name of a parameter that has the default style, or a parameter with
 * details.
 */
export type Parameter = string | NamedParameter;

/**
 * A parameter with another key than its name, or another style than the
 * default.
 */
export interface NamedParameter {
  /** The name in the request. */
  readonly name: string;
  /** The key in params, if it is not the name. */
  readonly key?: string;
  readonly encode?: ParameterEncoder;
}

/**
 * Encodes a parameter that has a value: as `name=value` in a query or cookie,
 * as the text that replaces `{name}` in a path, as the value of a header. Empty
 * text is not sent.
 */
export type ParameterEncoder = (name: string, value: unknown) => string;

/** How a property of a form or multipart body is encoded (Encoding Object). */
export interface FieldEncoding {
  readonly name: string;
  /** The content type. */
  readonly type?: string;
  /** Headers of the part. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  /** The style of a field of a form, if one is set. */
  readonly encode?: ParameterEncoder;
  /** The style of a field of a multipart body, if one is set. */
  readonly parts?: PartStyle;
}

/** The names and values of the parts that a field is written as. */
export type PartStyle = (
  name: string,
  value: unknown,
) => (readonly [name: string, value: unknown])[];

/** The params that the caller passed: own properties only. */
export type Params = Readonly<Record<string, unknown>>;

/**
 * Adds to a request what only some operations have; see `extras.ts`. Stores the
 * idempotency key in the options.
 */
export type Extras = (
  draft: RequestDraft,
  operation: Operation,
  options: IdempotentRequestOptions,
  write: WriteParameters,
  settings: Settings,
) => void;

/** A request that is being prepared. */
export interface RequestDraft {
  readonly headers: Headers;
  /** The server's URL. */
  url: string;
  /** The path template, in which some parameters may have been replaced. */
  path: string;
}

/**
 * Encodes the parameters that have a value, in their own style or else the
 * given one.
 */
export type WriteParameters = (
  parameters: readonly Parameter[] | undefined,
  style: ParameterEncoder,
  values?: Params,
) => string[];

/**
 * What `fetch` takes as a body: `BodyInit`, which `@types/node` does not
 * declare as a global.
 */
export type RequestBody = NonNullable<RequestInit["body"]>;

/**
 * Encodes a request body and sets its headers; undefined if there is no body.
 * Streams end with the scope, and their errors end it; the options may have more
 * members of the body.
 */
export interface Encoder {
  encode(
    params: Params,
    operation: Operation,
    headers: Headers,
    scope: AttemptScope,
    options: Readonly<RequestOptions>,
  ): RequestBody | undefined;
}

/** Decodes a response to what the call resolves to. */
export interface Decoder {
  decode(response: Response, context: DecodeContext): unknown;
  /** Wraps what sends the request; see `redirects.ts`. */
  readonly transport?: Transport;
}

/** What a decoder needs besides the response. */
export interface DecodeContext {
  readonly call: CallContext;
  readonly options: Readonly<RequestOptions>;
  /** The largest body that may be read into memory, in bytes. */
  readonly limit: number;
  readonly scope: AttemptScope;
}

/**
 * The lifetime of an attempt, which a time limit and the caller's signal can
 * end.
 */
export interface AttemptScope {
  readonly signal: AbortSignal;
  /**
   * True if the body is read later: the time limit ends, and `abort` has to be
   * called in the end.
   */
  detached?: boolean;
  /** Closes the connection; reading the body fails with the error. */
  abort(error?: unknown): void;
}

/**
 * Names of security schemes: all of one inner list are needed; an empty one
 * needs no credentials.
 */
export type Security = readonly (readonly string[])[];

/**
 * Adds the credentials that an operation needs to a request. Resolves to those
 * that came from a function, which may supply others after a 401: they are
 * `refused` then.
 */
export type Authenticator = (
  request: CredentialTarget,
  settings: Settings,
  attempt: CredentialAttempt,
) => Awaitable<unknown>;

/** The attempt of a call that needs credentials. */
export interface CredentialAttempt {
  readonly call: CallContext;
  readonly operation: Operation;
  /** Those of the call: headers and query parameters that it adds by hand. */
  readonly options: Readonly<RequestOptions>;
  /** What the server has refused, if it has refused something. */
  readonly refused?: unknown;
}

/** The parts of a request that credentials are added to. */
export interface CredentialTarget {
  url: string;
  readonly headers: Headers;
}

/**
 * How to find the next page: names of params, and paths of property names in
 * the body.
 */
export interface Paging {
  /**
   * `cursor`: by a token in the body. `id`: by the last item of the page.
   * `offset` and `page`: by the number of the items before it, or by its own.
   * `url`: by a link. `single`: there is none.
   */
  readonly by: "cursor" | "id" | "offset" | "page" | "url" | "single";
  /** Where the items are; empty if the body itself is the array. */
  readonly items: readonly string[];
  /** What asks for a page: a key of the params, or the way into one. */
  readonly param?: string | readonly string[];
  /**
   * Where the token or the link is; a link is in the `Link` header (RFC 8288)
   * if absent. Of numbered pages, the last has null there.
   */
  readonly next?: readonly string[];
  /** Where an item has its id. */
  readonly id?: readonly string[];
  /** The number of the first page; by default 0 for an offset and 1 for a page. */
  readonly first?: number;
  /** Where the number of this page is, if the first one is not known. */
  readonly current?: readonly string[];
  /** Where the body has false on the last page. */
  readonly more?: readonly string[];
  /** Where the body has true on the last page. */
  readonly last?: readonly string[];
  /** Where the number of all pages is. */
  readonly pages?: readonly string[];
  /** Where the number of all items is. */
  readonly total?: readonly string[];
  /** Where a number is that counts all items, or those of the page. */
  readonly count?: readonly string[];
}
