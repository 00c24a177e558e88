export {
  OpenRouter,
  OpenRouter as default,
  type OpenRouterOptions,
} from "./openrouter.js";

export {
  OpenRouterCore,
  createClient,
  type OpenRouterCoreOptions,
  type OpenRouterCredentials,
} from "./client.js";

export * from "./resources/api-keys.js";

export type * from "./models.js";

export { isErrorOf, type OperationErrors } from "./errors.js";

export { SDKError as OpenRouterError } from "./core/errors.js";

export {
  AbortError,
  APIError,
  AuthenticationError,
  BadRequestError,
  ConfigError,
  ConflictError,
  ConnectionError,
  DecodeError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  TimeoutError,
  UnprocessableEntityError,
  type ErrorStatus,
  type TransportError,
  type UnexpectedAPIError,
} from "./core/errors.js";

export {
  APIPromise,
  type APIPromiseWithHeaders,
  type Result,
  type WithResponse,
  type WithTypedResponse,
} from "./core/call.js";

export {
  getNextPage,
  hasNextPage,
  PagePromise,
  type PagePromiseWithHeaders,
} from "./core/pages.js";

export { type BasicCredential, type Credential } from "./core/auth.js";

export { type Logger } from "./core/logging.js";

export { pipeline } from "./core/middleware.js";

export {
  part,
  toFile,
  type PartOptions,
  type Uploadable,
} from "./core/upload.js";

export {
  type CallContext,
  type ClientOptions,
  type FetchOptions,
  type IdempotentRequestOptions,
  type Middleware,
  type RequestOptions,
  type ParamsOrOptions,
  type Transport,
} from "./core/options.js";
