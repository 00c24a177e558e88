/**
 * The border between generated code and the runtime: every name that generated files import from
 * `src/core/`, with its file.
 */
import { errorClasses } from "../error-classes.js";

export interface RuntimeSymbol {
  readonly name: string;
  /** The file in `templates/runtime/`, without extension. */
  readonly file: string;
  readonly typeOnly: boolean;
}

const value = (name: string, file: string): RuntimeSymbol => ({
  name,
  file,
  typeOnly: false,
});
const type = (name: string, file: string): RuntimeSymbol => ({
  name,
  file,
  typeOnly: true,
});

export const runtime = {
  // client
  Core: value("Core", "client"),
  ClientOptions: type("ClientOptions", "options"),
  withoutPrototype: value("withoutPrototype", "without-prototype"),
  configError: value("configError", "errors"),
  env: value("env", "env"),
  userPassword: value("userPassword", "auth"),
  logging: value("logging", "logging"),
  pipeline: value("pipeline", "middleware"),
  Middleware: type("Middleware", "options"),
  Logger: type("Logger", "logging"),

  // calls
  call: value("call", "call"),
  request: value("request", "request"),
  APIPromise: type("APIPromise", "call"),
  paginate: value("paginate", "pages"),
  PagePromise: type("PagePromise", "pages"),
  extras: value("extras", "extras"),
  RequestOptions: type("RequestOptions", "operation"),
  IdempotentRequestOptions: type("IdempotentRequestOptions", "operation"),
  AcceptOptions: type("AcceptOptions", "operation"),

  // credentials
  securitySchemes: value("securitySchemes", "authorize"),
  bearer: value("bearer", "auth"),
  basic: value("basic", "auth"),
  apiKey: value("apiKey", "auth"),
  http: value("http", "auth"),
  tokenSource: value("tokenSource", "oauth"),
  TokenSource: type("TokenSource", "oauth"),
  ClientCredentialsOptions: type("ClientCredentialsOptions", "oauth"),
  expandServerURL: value("expandServerURL", "server-url"),
  refuseBrowsers: value("refuseBrowsers", "browser"),
  verifySignature: value("verifySignature", "webhooks"),
  WebhookOptions: type("WebhookOptions", "webhooks"),
  SignedMessage: type("SignedMessage", "webhooks"),
  Credential: type("Credential", "auth"),
  BasicCredential: type("BasicCredential", "auth"),

  // parameters
  simple: value("simple", "path-styles"),
  simpleExploded: value("simpleExploded", "path-styles"),
  simpleReserved: value("simpleReserved", "path-styles"),
  label: value("label", "path-styles"),
  labelExploded: value("labelExploded", "path-styles"),
  matrix: value("matrix", "path-styles"),
  matrixExploded: value("matrixExploded", "path-styles"),
  simpleSpaceDelimited: value("simpleSpaceDelimited", "path-styles"),
  simplePipeDelimited: value("simplePipeDelimited", "path-styles"),
  simpleTabDelimited: value("simpleTabDelimited", "path-styles"),
  jsonSegment: value("jsonSegment", "path-styles"),
  formExploded: value("formExploded", "query-styles"),
  formExplodedReserved: value("formExplodedReserved", "query-styles"),
  commaDelimited: value("commaDelimited", "query-styles"),
  commaDelimitedReserved: value("commaDelimitedReserved", "query-styles"),
  spaceDelimited: value("spaceDelimited", "query-styles"),
  spaceDelimitedReserved: value("spaceDelimitedReserved", "query-styles"),
  pipeDelimited: value("pipeDelimited", "query-styles"),
  pipeDelimitedReserved: value("pipeDelimitedReserved", "query-styles"),
  deepObject: value("deepObject", "query-styles"),
  deepObjectReserved: value("deepObjectReserved", "query-styles"),
  tabDelimited: value("tabDelimited", "query-styles"),
  jsonQuery: value("jsonQuery", "query-styles"),
  querystringForm: value("querystringForm", "query-styles"),
  querystringJSON: value("querystringJSON", "query-styles"),
  querystringText: value("querystringText", "query-styles"),
  headerSimple: value("headerSimple", "header-styles"),
  headerSimpleExploded: value("headerSimpleExploded", "header-styles"),
  headerSpaceDelimited: value("headerSpaceDelimited", "header-styles"),
  headerPipeDelimited: value("headerPipeDelimited", "header-styles"),
  headerTabDelimited: value("headerTabDelimited", "header-styles"),
  jsonHeader: value("jsonHeader", "header-styles"),
  cookieFormExploded: value("cookieFormExploded", "header-styles"),
  cookieRaw: value("cookieRaw", "header-styles"),

  // bodies and responses
  json: value("json", "body"),
  form: value("form", "form"),
  multipart: value("multipart", "multipart"),
  text: value("text", "body"),
  xml: value("xml", "body"),
  binary: value("binary", "body"),
  bodyByMediaType: value("bodyByMediaType", "body-by-media-type"),
  responseByMediaType: value("responseByMediaType", "decoders"),
  noContent: value("noContent", "decoders"),
  blob: value("blob", "decoders"),
  events: value("events", "events"),
  rawEvents: value("rawEvents", "events"),
  ServerSentEvent: type("ServerSentEvent", "events"),
  jsonLines: value("jsonLines", "lines"),
  Stream: type("Stream", "stream"),
  Page: type("Page", "pages"),
  Uploadable: type("Uploadable", "upload"),

  // errors
  SDKError: value("SDKError", "errors"),
  APIError: value("APIError", "errors"),
  InternalServerError: type("InternalServerError", "errors"),
  APIErrorType: type("APIError", "errors"),
  UnexpectedAPIError: type("UnexpectedAPIError", "errors"),
  TransportError: type("TransportError", "errors"),
  ErrorStatus: type("ErrorStatus", "errors"),
  ClientErrorStatus: type("ClientErrorStatus", "errors"),
  ServerErrorStatus: type("ServerErrorStatus", "errors"),
} as const satisfies Record<string, RuntimeSymbol>;

/** What `src/index.ts` exports of the runtime, by file: values, then types. */
export const publicRuntime: readonly (readonly [
  file: string,
  values: readonly string[],
  types: readonly string[],
])[] = [
  [
    "errors",
    [
      ...errorClasses.values(),
      ...["AbortError", "APIError", "ConfigError", "ConnectionError"],
      ...["DecodeError", "InternalServerError", "TimeoutError"],
    ].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)),
    ["ErrorStatus", "TransportError", "UnexpectedAPIError"],
  ],
  ["call", ["APIPromise"], ["Result", "WithResponse"]],
  ["pages", ["PagePromise"], ["Page"]],
  ["auth", [], ["BasicCredential", "Credential"]],
  ["oauth", ["clientCredentials"], ["ClientCredentialsOptions", "TokenSource"]],
  ["logging", [], ["Logger"]],
  ["middleware", ["pipeline"], []],
  ["stream", [], ["Stream"]],
  ["events", [], ["ServerSentEvent"]],
  ["webhooks", ["WebhookVerificationError"], ["WebhookOptions"]],
  ["upload", ["part", "toFile"], ["PartOptions", "Uploadable"]],
  [
    "options",
    [],
    [
      "CallContext",
      "ClientOptions",
      "IdempotentRequestOptions",
      "Middleware",
      "RequestOptions",
      "Transport",
    ],
  ],
];
