/**
 * Everything this SDK throws. A small tree, told apart by brand and data and not by
 * prototypes: `instanceof` holds between the ESM and the CommonJS copy of a package and
 * between two installed versions. The status classes are tests only (what is thrown is an
 * `APIError` of that name), so those that nobody imports fall out of bundles.
 */
import { PACKAGE } from "./brand.js";
import type { CallContext } from "./options.js";

/** The base of every error of this SDK. */
export class SDKError extends Error {
  /** Compares brands, so that it survives a second copy of the package. */
  static override [Symbol.hasInstance]<Class extends typeof SDKError>(
    this: Class,
    value: unknown,
  ): value is InstanceType<Class> {
    return Object.hasOwn(this, "is")
      ? this.is(value as SDKError)
      : super[Symbol.hasInstance](value);
  }
  /** @internal What tells an error of this class from anything else. */
  static is(error: SDKError | undefined): boolean {
    return !!(error as Fields | undefined)?.[PACKAGE];
  }

  declare readonly name: string;
  /** The HTTP status; undefined when there was no error response. */
  declare readonly status?: number | undefined;
  /** `operationId` of the call that failed. */
  declare readonly operation: string | undefined;
  /** How many attempts were made. */
  declare readonly attempts: number;
  /** The key that every attempt carried, where the operation takes one. */
  declare readonly idempotencyKey?: string | undefined;
  /** The request's id in the server's logs, when the server named it. */
  declare readonly requestId?: string | undefined;

  /** @internal What is `hidden` can be read but is not printed. */
  constructor(
    name: string,
    message: string,
    call?: CallContext,
    shown: Fields = {},
    hidden: Fields = {},
  ) {
    if (call) {
      const { requestId } = shown;
      message += ` (${call.method} ${call.route}${requestId ? `, request ${requestId}` : ""})`;
      shown = {
        operation: call.operation,
        attempts: call.attempt + 1,
        idempotencyKey: call.idempotencyKey,
        ...shown,
      };
    }
    super(message);
    for (const [key, value] of Object.entries<unknown>({
      name,
      [PACKAGE]: true,
      ...hidden,
      ...shown,
    }))
      if (value !== undefined)
        Object.defineProperty(this, key, { value, enumerable: key in shown });
  }

  /** The error as plain data: what is printed too, and nothing secret. */
  toJSON(): object {
    return { name: this.name, message: this.message, ...(this as object) };
  }
}

interface Fields {
  readonly [name: string]: unknown;
  readonly requestId?: string | undefined;
}

/**
 * The server answered with an error status, which tells what `body` is; or with a redirect
 * (status 3xx; 0 in browsers) that was not followed, so that nothing secret goes elsewhere.
 */
export class APIError<
  Status extends number = number,
  Body = unknown,
> extends SDKError {
  static override is(error: SDKError): boolean {
    return super.is(error) && error.status !== undefined;
  }

  declare readonly status: Status;
  /** The decoded JSON body; undefined when the server, or a proxy, sent none. See `text`. */
  declare readonly body: Body | undefined;
  /** The body's machine-readable code, when it has one. */
  declare readonly code: string | undefined;
  declare readonly requestId: string | undefined;
  /** Seconds to wait, when the server said so. */
  declare readonly retryAfter: number | undefined;
  /** The response's headers; not printed. */
  declare readonly headers: Headers;
  /** The body as it came, up to 1 MB; not printed. */
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

/** 400 */
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

/** 404 */
export class NotFoundError<Body = unknown> extends APIError<404, Body> {
  declare readonly name: "NotFoundError";
  static override is(error: SDKError): boolean {
    return super.is(error) && error.status === 404;
  }
}

/** 409 */
export class ConflictError<Body = unknown> extends APIError<409, Body> {
  declare readonly name: "ConflictError";
  static override is(error: SDKError): boolean {
    return super.is(error) && error.status === 409;
  }
}

/** 422: understood, but invalid. */
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

/** 500 to 599 */
export class InternalServerError<
  Body = unknown,
  Status extends number = number,
> extends APIError<Status, Body> {
  declare readonly name: "InternalServerError";
  static override is(error: SDKError): boolean {
    return super.is(error) && Number(error.status) >= 500;
  }
}

/** No complete response arrived: DNS, TLS, refused, reset, timeout. See `cause`. */
export class ConnectionError extends SDKError {
  declare readonly name: "ConnectionError" | "TimeoutError";
  declare readonly status?: undefined;
  static override is(error: SDKError): boolean {
    return super.is(error) && /^(Connection|Timeout)Error$/.test(error.name);
  }
}

/** An attempt took longer than `timeout`. */
export class TimeoutError extends ConnectionError {
  declare readonly name: "TimeoutError";
  static override is(error: SDKError): boolean {
    return super.is(error) && error.name === "TimeoutError";
  }
}

/** The caller's `signal` fired; its reason is the `cause`. Never retried. */
export class AbortError extends SDKError {
  declare readonly name: "AbortError";
  declare readonly status?: undefined;
  static override is(error: SDKError): boolean {
    return super.is(error) && error.name === "AbortError";
  }
}

/** A successful response whose body could not be used. Not retried: the server has acted. */
export class DecodeError extends SDKError {
  declare readonly name: "DecodeError";
  declare readonly status?: undefined;
  static override is(error: SDKError): boolean {
    return super.is(error) && error.name === "DecodeError";
  }
  /** The status of the response. */
  declare readonly httpStatus: number;
  /** The body as it came; not printed. */
  declare readonly text: string | undefined;
}

/** Wrong options or arguments; thrown before anything is sent. */
export class ConfigError extends SDKError {
  declare readonly name: "ConfigError";
  declare readonly status?: undefined;
  static override is(error: SDKError): boolean {
    return super.is(error) && error.name === "ConfigError";
  }
}

/** @internal Wrong options or arguments. */
export const configError = (
  message: string,
  call?: CallContext,
  cause?: unknown,
): SDKError => new SDKError("ConfigError", message, call, {}, { cause });

/** What any operation may throw besides the statuses that it declares. */
export type TransportError =
  ConnectionError | TimeoutError | AbortError | DecodeError | ConfigError;
