/**
 * All errors that this SDK throws. `instanceof` compares the package's name and
 * the error's data, not prototypes, so that it works between the ES module and
 * the CommonJS build of a package and between two installed versions. The
 * classes only serve `instanceof` and types: every error is made as an
 * `SDKError` with the `name` of its class, and bundlers drop the classes that
 * are not used.
 */
import { ERROR_NAME, PACKAGE } from "./brand.js";
import type { CallContext } from "./options.js";

/** The base of every error of this SDK. */
export class SDKError extends Error {
  /** Minifiers rename classes; what is printed keeps the name. */
  static override readonly name: string = ERROR_NAME;
  /**
   * Compares names and data, so that errors of another copy of the package
   * match too.
   */
  static override [Symbol.hasInstance]<Class extends typeof SDKError>(
    this: Class,
    value: unknown,
  ): value is InstanceType<Class> {
    return Object.hasOwn(this, "is")
      ? this.is(value as SDKError)
      : super[Symbol.hasInstance](value);
  }
  /** @internal True if the error is one of this class. */
  static is(error: SDKError | undefined): boolean {
    return !!(error as Fields | undefined)?.[PACKAGE];
  }

  declare readonly name: string;
  /**
   * The HTTP status of the response; undefined if there was no error response.
   */
  declare readonly status?: number | undefined;
  /** The name of the function of the call that failed. */
  declare readonly operation: string | undefined;
  /** How many attempts were made. */
  declare readonly attempts: number;
  /**
   * The idempotency key that all attempts carried, if the operation takes one.
   */
  declare readonly idempotencyKey?: string | undefined;
  /** The request's id in the server's logs, if the response has one. */
  declare readonly requestId?: string | undefined;

  /**
   * @internal Properties in `printed` are enumerable, those in `hidden` are
   * not.
   */
  constructor(
    name: string,
    message: string,
    call?: CallContext,
    printed: Fields = {},
    hidden: Fields = {},
  ) {
    if (call) {
      const { requestId } = printed;
      message += ` (${call.method} ${call.route}${requestId ? `, request ${requestId}` : ""})`;
      printed = {
        operation: call.operation,
        attempts: call.attempt + 1,
        idempotencyKey: call.idempotencyKey,
        ...printed,
      };
    }
    super(message);
    for (const [key, value] of Object.entries<unknown>({
      name,
      [PACKAGE]: true,
      ...hidden,
      ...printed,
    }))
      if (value !== undefined)
        Object.defineProperty(this, key, { value, enumerable: key in printed });
  }

  /**
   * The error as plain data: what is printed, without headers and the
   * response's text.
   */
  toJSON(): object {
    return { name: this.name, message: this.message, ...(this as object) };
  }
}

interface Fields {
  readonly [name: string]: unknown;
  readonly requestId?: string | undefined;
}

/**
 * The server answered with an error status, which determines the type of
 * `body`; or with a redirect (status 3xx; 0 in browsers) that is not followed,
 * so that no credentials go to another origin.
 */
export class APIError<
  Status extends number = number,
  Body = unknown,
> extends SDKError {
  static override is(error: SDKError): boolean {
    return super.is(error) && error.status !== undefined;
  }

  declare readonly status: Status;
  /** The decoded JSON body; undefined if the response has none. See `text`. */
  declare readonly body: Body | undefined;
  /** The machine-readable code in the body, if it has one. */
  declare readonly code: string | undefined;
  declare readonly requestId: string | undefined;
  /** Seconds to wait before another attempt, if the server says so. */
  declare readonly retryAfter: number | undefined;
  /** The headers of the response; not printed. */
  declare readonly headers: Headers;
  /** The body as text, up to 1 MB; not printed. */
  declare readonly text: string;
}

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type Hundred<First extends number> =
  `${First}${Digit}${Digit}` extends `${infer Status extends number}`
    ? Status
    : never;

/** 400 to 499. */
export type ClientErrorStatus = Hundred<4>;
/** 500 to 599. */
export type ServerErrorStatus = Hundred<5>;
/** 400 to 599. */
export type ErrorStatus = ClientErrorStatus | ServerErrorStatus;

/** A status that the API's document does not declare for the operation. */
export interface UnexpectedAPIError<
  Declared extends number = never,
> extends APIError<Exclude<ErrorStatus, Declared>> {}

/** 400: the request is malformed or invalid. */
export class BadRequestError<Body = unknown> extends APIError<400, Body> {
  declare readonly name: "BadRequestError";
  static override is(error: SDKError): boolean {
    return super.is(error) && error.status === 400;
  }
}

/** 401: the credentials are missing, wrong or expired. */
export class AuthenticationError<Body = unknown> extends APIError<401, Body> {
  declare readonly name: "AuthenticationError";
  static override is(error: SDKError): boolean {
    return super.is(error) && error.status === 401;
  }
}

/** 403: the credentials do not allow this. */
export class PermissionDeniedError<Body = unknown> extends APIError<403, Body> {
  declare readonly name: "PermissionDeniedError";
  static override is(error: SDKError): boolean {
    return super.is(error) && error.status === 403;
  }
}

/** 404: there is no such resource. */
export class NotFoundError<Body = unknown> extends APIError<404, Body> {
  declare readonly name: "NotFoundError";
  static override is(error: SDKError): boolean {
    return super.is(error) && error.status === 404;
  }
}

/** 409: the request conflicts with the state of the resource. */
export class ConflictError<Body = unknown> extends APIError<409, Body> {
  declare readonly name: "ConflictError";
  static override is(error: SDKError): boolean {
    return super.is(error) && error.status === 409;
  }
}

/** 422: the request is well-formed, but invalid. */
export class UnprocessableEntityError<Body = unknown> extends APIError<
  422,
  Body
> {
  declare readonly name: "UnprocessableEntityError";
  static override is(error: SDKError): boolean {
    return super.is(error) && error.status === 422;
  }
}

/** 429: too many requests; `retryAfter` may say how long to wait. */
export class RateLimitError<Body = unknown> extends APIError<429, Body> {
  declare readonly name: "RateLimitError";
  static override is(error: SDKError): boolean {
    return super.is(error) && error.status === 429;
  }
}

/** 500 to 599: the server failed. */
export class InternalServerError<
  Body = unknown,
  Status extends number = number,
> extends APIError<Status, Body> {
  declare readonly name: "InternalServerError";
  static override is(error: SDKError): boolean {
    return super.is(error) && Number(error.status) >= 500;
  }
}

/**
 * No complete response arrived: DNS, TLS, connection refused or reset, timeout.
 * See `cause`.
 */
export class ConnectionError extends SDKError {
  declare readonly name: "ConnectionError" | "TimeoutError";
  declare readonly status?: undefined;
  static override is(error: SDKError): boolean {
    return super.is(error) && /^(Connection|Timeout)Error$/.test(error.name);
  }
}

/**
 * An attempt took longer than `timeout`, or a stream was idle for longer than
 * `idleTimeout`.
 */
export class TimeoutError extends ConnectionError {
  declare readonly name: "TimeoutError";
  static override is(error: SDKError): boolean {
    return super.is(error) && error.name === "TimeoutError";
  }
}

/**
 * The caller's `signal` was aborted; its reason is the `cause`. Never retried.
 */
export class AbortError extends SDKError {
  declare readonly name: "AbortError";
  declare readonly status?: undefined;
  static override is(error: SDKError): boolean {
    return super.is(error) && error.name === "AbortError";
  }
}

/**
 * The body of a successful response could not be decoded. Not retried: the
 * server has acted.
 */
export class DecodeError extends SDKError {
  declare readonly name: "DecodeError";
  declare readonly status?: undefined;
  static override is(error: SDKError): boolean {
    return super.is(error) && error.name === "DecodeError";
  }
  /** The status of the response. */
  declare readonly httpStatus: number;
  /** The body as text; not printed. */
  declare readonly text: string | undefined;
}

/**
 * An option or argument is missing or invalid; thrown before anything is sent.
 */
export class ConfigError extends SDKError {
  declare readonly name: "ConfigError";
  declare readonly status?: undefined;
  static override is(error: SDKError): boolean {
    return super.is(error) && error.name === "ConfigError";
  }
}

/** @internal A `ConfigError`. */
export const configError = (
  message: string,
  call?: CallContext,
  cause?: unknown,
): SDKError => new SDKError("ConfigError", message, call, {}, { cause });

/** Errors of any operation that have no response with an error status. */
export type TransportError =
  ConnectionError | TimeoutError | AbortError | DecodeError | ConfigError;
