/**
 * The names of the runtime that generated files import from `src/core/`, by the file that exports them.
 */
import { errorClasses } from "../error-classes.js";

export interface RuntimeSymbol {
  readonly name: string;
  /** The file in `templates/runtime/`, without extension. */
  readonly file: string;
  readonly typeOnly: boolean;
}

const symbols =
  (typeOnly: boolean) =>
  <const Name extends string>(file: string, ...names: readonly Name[]) =>
    Object.fromEntries<RuntimeSymbol>(
      names.map((name) => [name, { name, file, typeOnly }]),
    ) as Readonly<Record<Name, RuntimeSymbol>>;

const values = symbols(false);
const types = symbols(true);

export const runtimeSymbols = {
  // client
  ...values("client", "Core"),
  ...types("options", "ClientOptions", "Middleware"),
  ...values("without-prototype", "withoutPrototype"),
  ...values("env", "env", "isEnabled"),
  ...values("env-values", "numberInEnv", "booleanInEnv"),
  ...values("user-agent", "withUserAgent"),
  ...values("check-options", "checkOptions"),
  ...values("check-params", "checkParams"),
  ...values("server-url", "expandServerURL"),
  ...values("browser", "refuseBrowsers"),
  ...values("logging", "logging"),
  ...types("logging", "Logger"),
  ...values("middleware", "pipeline"),
  ...values("webhooks", "verifySignature"),
  ...types("webhooks", "WebhookOptions", "SignedMessage"),
  ...values("unwrap", "unwrapWebhook"),
  ...types("unwrap", "UnwrapOptions"),
  ...values("linked", "linked"),

  // calls
  ...values("call", "call"),
  ...values("client-parameters", "sendsParameters"),
  ...values("client-paths", "fillsPaths"),
  ...values("placed", "placed"),
  ...values("defaults", "withDefaults", "placedWithDefaults"),
  ...types("call", "APIPromise", "APIPromiseWithHeaders"),
  ...values("request", "request"),
  ...values("pages", "paginate"),
  ...types("pages", "PagePromise", "PagePromiseWithHeaders"),
  ...values("page-headers", "withHeaderMembers"),
  ...values("page-direction", "inDirection"),
  compatiblePaginate: {
    name: "paginate",
    file: "compat-pages",
    typeOnly: false,
  },
  ...values("compat", "atEnvironment", "callPath", "compatibleOptions"),
  ...values("compat-options", "optionsOf", "placedOptions"),
  ...values("compat-properties", "givenOption", "givenText"),
  ...types("compat-options", "CompatibleRequestOptions"),
  ...types("compat-logging", "CompatibleLogger", "LogLevel"),
  ...types("compat", "CompatibleOptions", "PathOptions", "WithRequestID"),
  ...types("compat-pages", "CompatiblePagePromise"),
  ...types("compat-pages", "CompatiblePagePromiseWithHeaders"),
  ...values("extras", "extras"),
  ...types("operation", "RequestOptions", "IdempotentRequestOptions"),
  ...types("operation", "AcceptOptions", "ParamsOrOptions", "WithoutBody"),
  ...types("operation", "OptionsInPlace"),

  // credentials
  ...values("authorize", "securitySchemes"),
  ...values("by-hand", "byHand", "standIn"),
  ...types("operation", "Authenticator"),
  ...values("auth", "apiKey", "basic", "bearer", "http", "userPassword"),
  ...types("auth", "BasicCredential", "Credential"),
  ...values("oauth", "idAndSecret", "tokenSource"),
  ...types("oauth", "TokenSource"),

  // parameters
  ...values("path-styles", "simple", "simpleExploded", "simpleReserved"),
  ...values("path-styles", "simpleSpaceDelimited", "simplePipeDelimited"),
  ...values("path-styles", "simpleTabDelimited", "jsonSegment"),
  ...values("path-styles", "label", "labelExploded"),
  ...values("path-styles", "matrix", "matrixExploded"),
  ...values("query-styles", "formExploded", "formExplodedReserved"),
  ...values("query-styles", "commaDelimited", "commaDelimitedReserved"),
  ...values("query-styles", "spaceDelimited", "spaceDelimitedReserved"),
  ...values("query-styles", "pipeDelimited", "pipeDelimitedReserved"),
  ...values("query-styles", "deepObject", "deepObjectReserved"),
  ...values("query-styles", "tabDelimited", "jsonQuery"),
  ...values("querystring", "querystringForm", "querystringFormOf"),
  ...values("query-nesting", "nested"),
  ...values("inner-bodies", "innerMultipart", "innerForm", "formInForm"),
  ...values("query-styles", "querystringJSON", "querystringText"),
  ...values("header-styles", "headerSimple", "headerSimpleExploded"),
  ...values("header-styles", "headerSpaceDelimited", "headerPipeDelimited"),
  ...values("header-styles", "headerTabDelimited", "jsonHeader"),
  ...values("header-styles", "cookieFormExploded", "cookieRaw"),

  // bodies and responses
  ...values("body", "binary", "json", "text"),
  ...values("form", "form"),
  ...values("multipart", "multipart"),
  ...values("multipart-items", "multipartItems"),
  ...values("part-styles", "partCommaDelimited", "partSpaceDelimited"),
  ...values("part-styles", "partPipeDelimited", "partTabDelimited"),
  ...values("part-styles", "partsExploded", "partsDeepObject"),
  ...values("part-nesting", "partsNested"),
  ...values("json-items", "jsonItems"),
  ...types("upload", "Part", "Uploadable"),
  ...values("body-by-media-type", "bodyByMediaType"),
  ...values("body-at", "bodyAt"),
  ...values("raw-response", "rawResponse"),
  ...values("decoders", "blob", "noContent", "responseByMediaType"),
  ...values("undeclared", "jsonOrText", "undeclared"),
  ...values("unsafe", "unsafe"),
  ...values("redirects", "following", "redirectTarget"),
  ...values("events", "events", "eventsWithErrors", "rawEvents"),
  ...values("events", "wholeEvents"),
  ...types("events", "ServerSentEvent"),
  ...values("lines", "jsonLines"),
  ...types("stream", "Stream"),

  // errors
  ...values("errors", "APIError", "configError"),
  APIErrorType: { name: "APIError", file: "errors", typeOnly: true },
  ...types("errors", "InternalServerError", "TransportError"),
  ...types("errors", "UnexpectedAPIError", "ErrorStatus"),
  ...types("errors", "ClientErrorStatus", "ServerErrorStatus"),
};

/** The errors of an earlier SDK, by their names there. */
export const compatibleErrors = [
  "APIConnectionError",
  "APIConnectionTimeoutError",
  "APIUserAbortError",
] as const;

/** What `src/index.ts` exports of the runtime where names of an earlier SDK stay. */
export const compatibleExports: readonly (readonly [
  file: string,
  values: readonly string[],
  types: readonly string[],
])[] = [
  ["compat", [...compatibleErrors], ["CompatibleOptions", "PathOptions"]],
  [
    "compat-options",
    [],
    ["CompatibleRequestOptions", "HeadersLike", "RequestOptions"],
  ],
  ["compat-logging", [], ["Logger"]],
  ["compat-sources", ["Stream"], []],
  ["compat-files", ["toFile"], []],
  [
    "compat-pages",
    [],
    [
      "CompatiblePagePromise",
      "CompatiblePagePromiseWithHeaders",
      "PageMethods",
      "PageOf",
    ],
  ],
];

/** What an earlier SDK called by the same names in other forms, which the package exports instead. */
export const replacedExports: ReadonlySet<string> = new Set([
  // The options of an earlier client were those of the class.
  "ClientOptions",
  "RequestOptions",
  "Logger",
  "Stream",
  "toFile",
]);

/** What `src/index.ts` exports of the runtime. */
export const runtimeExports: readonly (readonly [
  file: string,
  values: readonly string[],
  types: readonly string[],
])[] = [
  [
    "errors",
    [
      ...errorClasses.values(),
      "AbortError",
      "APIError",
      "ConfigError",
      "ConnectionError",
      "DecodeError",
      "InternalServerError",
      "TimeoutError",
    ].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)),
    ["ErrorStatus", "TransportError", "UnexpectedAPIError"],
  ],
  [
    "call",
    ["APIPromise"],
    ["APIPromiseWithHeaders", "Result", "WithResponse", "WithTypedResponse"],
  ],
  [
    "pages",
    ["getNextPage", "hasNextPage", "PagePromise"],
    ["PagePromiseWithHeaders"],
  ],
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
      "FetchOptions",
      "IdempotentRequestOptions",
      "Middleware",
      "RequestOptions",
      "ParamsOrOptions",
      "Transport",
    ],
  ],
];
