/** What a document leaves open, or has in a way that an SDK cannot follow. */
import { error, note, warning } from "./entry.js";

export const unsupportedFeatures = {
  "response-no-success": warning(
    "{operation} declares no successful response",
    "The call resolves to what the response says that it is. Add a 2XX response with its content.",
  ),
  "response-no-content": warning(
    "{count} of {all} operations do not say what a success contains: {operations}",
    "Each resolves to `unknown`, read as the response says. Declare the `content`, or the status 204 where there is none.",
  ),
  "body-not-sendable": warning(
    "fetch cannot send a body with {method}; it is ignored",
    "Use query parameters, or the method QUERY or POST.",
  ),
  "method-not-sendable": warning(
    "fetch refuses to send {method}: every call fails",
    "Exclude the operation with exclude in the config.",
  ),
  "xml-as-text": warning(
    "{mediaType} is passed as a string",
    "XML is neither written nor parsed: the caller does that. Add a JSON content type if the API has one.",
  ),
  "keyword-untyped": warning(
    'the types do not express "{keyword}" here{more}',
    "TypeScript has no type for it, so only the API checks it. Where it names values or properties, list them with enum, required or anyOf.",
  ),
  "integer-inexact": warning(
    '"{keyword}" is an integer beyond 2^53{more}',
    "JavaScript numbers cannot hold all its digits, so comments and samples omit it. Use a string where every digit counts.",
  ),
  "enum-no-constant": note(
    "{name} lists values that are neither text nor numbers, and has a type but no constant",
    "Callers write its values as they are.",
  ),
  "name-changed": warning(
    "breaks callers: {before} is now {now}",
    "To keep the old name, set it in the config (methods, resources, models, clientName).",
  ),
  "name-followed": note(
    "{before} is called {now} now; the old name stays as a deprecated alias, unless something else has it",
    'To keep the old name alone, set it in the config (methods, resources, models), or `names: "keep"`.',
  ),
  "name-kept": note(
    "{name} keeps its name, which callers have: the document now says {wanted}",
    "To follow the document, which breaks callers: sdkwright generate --rename {name}",
  ),
  "body-whole": warning(
    "the fields of the body of {operation} were arguments of their own and are passed as body now",
    "Callers have to change. A schema with a discriminator, or that others extend, has fields that only these declare; a body that is no object has none.",
  ),
  "error-links": note(
    "links of the response {status} become no functions: it is neither a success nor an error",
    "Call the operation that the link leads to with what the response has.",
  ),
  "link-target": warning(
    "the link {link} leads to {target}, which is no operation of the document",
    "There is no function for it. Give it the operationId of an operation, or an operationRef such as #/paths/~1pets/get.",
  ),
  "link-expression": warning(
    "the link {link} has {expression}, which is no runtime expression that can be read",
    "There is no function for it. Use expressions such as $response.body#/id or $request.path.id.",
  ),
  "link-unfilled": warning(
    "the link {link} does not fill {field}: {expression}",
    "Callers pass it. The operation that the link leads to declares no such parameter or no body as a whole, or the one with the link no such value.",
  ),
  "override-unused": warning(
    '{option} in the config has "{name}", which the document does not have',
    "methods takes operationIds or `GET /path`, resources takes tags, models takes names of components.schemas; `*` is any text.",
  ),
  "override-shared": warning(
    '{option} in the config has "{name}", which is the operationId of several operations',
    "Name each of them by `GET /path`, or all by a pattern with `*`.",
  ),
  "override-taken": warning(
    "{option} in the config asks for the name {wanted} for {what}, which is taken or reserved: it is {name}",
    "Ask for another name, or for another one of what has this name.",
  ),
  "override-invalid": error(
    '{option} in the config has "{key}", which gives {what} the name "{name}", which is none',
    "Give it a name of its own: a key without `*` comes before patterns.",
  ),
  "override-function": error(
    "the function {option} of the config must return {expected} for {what}, not {found}",
    "Return a name, or undefined to keep the derived one.",
  ),
  "override-failed": error(
    "the function {option} of the config failed for {what}: {reason}",
    "Correct the function; it returns a name, or undefined to keep the derived one.",
  ),
  "pages-unclear": note(
    "these look like lists in pages, but nothing says how they go on: {operations}",
    "Each is called as it is. Say how they go on with pagination in the config, or that they have no pages with `by: none`.",
  ),
  "pagination-unfit": error(
    '{operation} does not fit the scheme "{name}" of pagination (by {by}): there is no {lacks}',
    "Correct the names in the scheme, or take the operation out of its `operations`.",
  ),
  "pagination-no-operation": error(
    'the scheme "{name}" of pagination names {text}, which is no operation of the document',
    "`operations` takes operationIds or `GET /path`, in which `*` is any text.",
  ),
  "pagination-unused": warning(
    'the scheme "{name}" of pagination fits no operation',
    "Remove it, or name operations in it: a run then says what they lack.",
  ),
  "streaming-unfit": error(
    "{operation} cannot be the stream that the config says: there is no {lacks}",
    "Correct `streaming`: `event` is the name of a component or a JSON Pointer.",
  ),
  "streaming-no-operation": error(
    "streaming in the config names {text}, which is no operation of the document",
    "Its keys are operationIds or `GET /path`, in which `*` is any text.",
  ),
  "streaming-param-unknown": warning(
    "nothing asks for the stream: {operation} has no boolean parameter or field {param}",
    "Correct `param` of `streaming` in the config. Callers ask for the stream with the option `accept`.",
  ),
  "server-resolved": note(
    "the server {url} is relative to the document: {resolved}",
    "Write an absolute URL where the API lives elsewhere.",
  ),
  "server-relative": warning(
    "the server {url} is relative to an unknown URL",
    "The client's server is used instead. Write an absolute URL.",
  ),
  "security-unasked": note(
    "{count} of {all} operations ask for no credentials, and do not say that they need none: {operations}",
    'They are called without. Where they take the credentials of the others, say so with security: "all" in the config, or with `security` in the document.',
  ),
  "security-unused": note(
    "no operation asks for these security schemes: {names}",
    'The client has no options for them. Name them in `security`, or set security: "all" in the config.',
  ),
  "security-one-header": warning(
    "{names} are needed together, but each is sent as {header}, which has one value: {effect}",
    "Where either is enough, make them alternatives: two items of security. Where both are, give one of them another header.",
  ),
  "license-missing": warning(
    "neither the document nor the config names a license: the package is UNLICENSED, which lets nobody use it",
    'Say which one the package has: package: { license: "MIT" } in the config.',
  ),
  "license-unknown": warning(
    'the license "{name}" is none that npm knows: the package is UNLICENSED, which lets nobody use it',
    'It is the license of the API. Say which one the package has: package: { license: "MIT" } in the config.',
  ),
  "server-variable-unknown": error(
    'servers in the config has the variable {variable} in "{name}", which no server of the document has',
    "Write the URL without it, or give the document a server with it.",
  ),
  "defaults-unknown": warning(
    "defaults in the config names {text}, which is no operation of the document",
    "`operations` takes operationIds or `GET /path`, in which `*` is any text.",
  ),
  "positional-unused": warning(
    "positional in the config names {text}, which is no operation of the document",
    "It takes operationIds and `GET /path`, in which `*` is any text.",
  ),
  "positional-unknown": warning(
    "positional in the config names {name}, which is no path parameter of {operation}",
    "It lists names as written in the path; options of the client are none.",
  ),
  "downloads-unknown": warning(
    "downloads in the config names {text}, which is no operation of the document",
    "It takes operationIds or `GET /path`, in which `*` is any text.",
  ),
  "webhook-method-unused": warning(
    "webhooks.{use} in the config asks for the method {method}, but the document describes no webhooks",
    "Describe them under `webhooks` (OpenAPI 3.1) or `x-webhooks`, or take the key out.",
  ),
  "webhook-method-unverifiable": warning(
    "webhooks.verify in the config asks for the method {method}, but the document has another signature than that of Standard Webhooks",
    "Ask for the method as webhooks.parse, and verify the signature before you call it.",
  ),
  "webhook-method-taken": warning(
    "webhooks.{use} in the config asks for the method {method}, which is taken or reserved: the client does not have it",
    "Ask for another name.",
  ),
  "model-pointer-unknown": warning(
    'models in the config has "{pointer}", which leads to no schema of its own',
    "A JSON Pointer leads from the root of the document to a schema that is no reference.",
  ),
  "resource-model-unknown": warning(
    'resourceModels.{resource} in the config has "{schema}", which is no schema of the document',
    "It is the name of a component, or a JSON Pointer that `models` has.",
  ),
  "model-pointer-taken": warning(
    'models in the config gives "{pointer}" the name {name}, which a component has',
    "Ask for another name.",
  ),
  "credential-unknown": error(
    'credentials in the config has "{name}", which no operation needs as a security scheme',
    "It takes names of components.securitySchemes that `security` names.",
  ),
  "credential-not-basic": error(
    'credentials in the config has a username and a password for "{name}", which is no HTTP basic authentication',
    "Give it `option` and `env`.",
  ),
  "credential-without-client": error(
    'credentials in the config has a client id and secret for "{name}", which has no clientCredentials flow with an https URL for tokens',
    "Give it `option` and `env`.",
  ),
  "client-parameter-hidden": error(
    'the client cannot have the property "{option}" for its parameter "{name}", since a resource or a method has that name',
    "Give it another `option` in clientParameters of the config.",
  ),
  "client-parameter-unknown": error(
    'no operation has a path parameter "{name}"',
    "Correct clientParameters in the config: it lists names as written in paths.",
  ),
};
