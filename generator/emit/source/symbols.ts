/**
 * The border between generated code and the runtime: every name that generated files import from
 * `src/core/`, with the file it stands in.
 */
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
  own: value("own", "own"),
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
  schemes: value("schemes", "authorize"),
  bearer: value("bearer", "auth"),
  basic: value("basic", "auth"),
  apiKey: value("apiKey", "auth"),
  http: value("http", "auth"),
  tokenSource: value("tokenSource", "oauth"),
  TokenSource: type("TokenSource", "oauth"),
  ClientCredentialsOptions: type("ClientCredentialsOptions", "oauth"),
  server: value("server", "server"),
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
  simpleSpaced: value("simpleSpaced", "path-styles"),
  simplePiped: value("simplePiped", "path-styles"),
  simpleTabbed: value("simpleTabbed", "path-styles"),
  jsonSegment: value("jsonSegment", "path-styles"),
  formExploded: value("formExploded", "query-styles"),
  formReserved: value("formReserved", "query-styles"),
  joined: value("joined", "query-styles"),
  joinedReserved: value("joinedReserved", "query-styles"),
  spaced: value("spaced", "query-styles"),
  spacedReserved: value("spacedReserved", "query-styles"),
  piped: value("piped", "query-styles"),
  pipedReserved: value("pipedReserved", "query-styles"),
  deep: value("deep", "query-styles"),
  deepReserved: value("deepReserved", "query-styles"),
  tabbed: value("tabbed", "query-styles"),
  jsonQuery: value("jsonQuery", "query-styles"),
  formString: value("formString", "query-styles"),
  jsonString: value("jsonString", "query-styles"),
  textString: value("textString", "query-styles"),
  headerList: value("headerList", "header-styles"),
  headerExploded: value("headerExploded", "header-styles"),
  headerSpaced: value("headerSpaced", "header-styles"),
  headerPiped: value("headerPiped", "header-styles"),
  headerTabbed: value("headerTabbed", "header-styles"),
  jsonHeader: value("jsonHeader", "header-styles"),
  cookieExploded: value("cookieExploded", "header-styles"),
  cookieRaw: value("cookieRaw", "header-styles"),

  // bodies and responses
  json: value("json", "body"),
  form: value("form", "form"),
  multipart: value("multipart", "multipart"),
  text: value("text", "body"),
  xml: value("xml", "body"),
  binary: value("binary", "body"),
  variants: value("variants", "variants"),
  choose: value("choose", "responses"),
  nothing: value("nothing", "responses"),
  blob: value("blob", "responses"),
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
  BadRequestError: type("BadRequestError", "errors"),
  AuthenticationError: type("AuthenticationError", "errors"),
  PermissionDeniedError: type("PermissionDeniedError", "errors"),
  NotFoundError: type("NotFoundError", "errors"),
  ConflictError: type("ConflictError", "errors"),
  UnprocessableEntityError: type("UnprocessableEntityError", "errors"),
  RateLimitError: type("RateLimitError", "errors"),
  InternalServerError: type("InternalServerError", "errors"),
  APIErrorType: type("APIError", "errors"),
  UnexpectedAPIError: type("UnexpectedAPIError", "errors"),
  TransportError: type("TransportError", "errors"),
  ErrorStatus: type("ErrorStatus", "errors"),
  ClientErrorStatus: type("ClientErrorStatus", "errors"),
  ServerErrorStatus: type("ServerErrorStatus", "errors"),
} as const satisfies Record<string, RuntimeSymbol>;
