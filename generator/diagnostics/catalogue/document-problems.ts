/** What can be wrong with the document that the files hold. */
import { error, warning } from "./entry.js";

export const documentProblems = {
  "field-missing": error("the {object} has no {field}", "Add {field}."),
  "field-needed": warning(
    "the {object} has no {field}; {effect}",
    "Add {field}.",
  ),
  "info-missing": warning(
    "the document has no info; the name of the file is its title",
    "Add info, with title and version.",
  ),
  "field-expected": warning(
    "the {object} has no {field}",
    "Add {field}; the specification requires it.",
  ),
  "field-unknown": warning(
    "{field} is not a field of the {object} and is ignored",
    "{hint}",
  ),
  "method-unknown": error("{field} is not an HTTP method of OpenAPI", "{hint}"),
  "type-wrong": error(
    "{field} must be {expected}, it is {found}",
    "Correct the value.",
  ),
  "form-read": warning(
    "{field} must be {expected}, it is {found}; it is read as {read}",
    "Write it in that form.",
  ),
  "type-left-out": warning(
    "{field} must be {expected}, it is {found}; {effect}",
    "Correct the value.",
  ),
  "case-read": warning("{field}: {found} is read as {read}", "Write it so."),
  "null-list": warning(
    "{field} has no value and is read as an empty array",
    "Write [].",
  ),
  "null-ignored": warning(
    "{field} has no value and is ignored",
    "Give it a value or remove it.",
  ),
  "null-entry": warning(
    "{field} has no value and is read as an empty object",
    "Give it a value, or write {}.",
  ),
  "text-expected": warning(
    "{field} must be a string, it is {found}",
    "Put the value in quotes.",
  ),
  "list-for-map": warning(
    "{field} must be an object; the empty array is read as one",
    "Write {} instead of [].",
  ),
  "keyword-ignored": warning(
    "{field} cannot be {found} in a schema and is ignored",
    "required is an array of names beside properties; examples is an array of values.",
  ),
  "null-type": warning(
    'the type is the string "null", not the value null',
    'Put it in quotes: "null".',
  ),
  "items-list": warning(
    "items is one schema; the array is read as prefixItems",
    "Write prefixItems for a tuple, or oneOf inside items for alternatives.",
  ),
  "paths-missing": error(
    "the document has neither paths nor webhooks nor components",
    "Add the operations under paths.",
  ),
  "server-url": error(
    "the URL of the server cannot be used: {reason}",
    "Use an http or https URL, or a path, without credentials, query and fragment.",
  ),
  "server-braces": error(
    "the URL of the server has an unmatched brace",
    "Write variables as {name}.",
  ),
  "server-variable-undefined": warning(
    "the URL of the server uses the variable {name}, which is not defined; {effect}",
    "Add it under variables, with a default.",
  ),
  "server-default": error(
    "the default of the server variable {name} is not in its enum",
    "Use one of the values as the default, or add it to enum.",
  ),
  "server-left-out": warning(
    "the server is left out: {reason}",
    "Correct it; until then the document's servers are used, or the baseURL that a client is given.",
  ),
  "path-no-slash": warning(
    "the path {path} does not begin with a slash; it is read as {fixed}",
    "Begin it with /; it is appended to the server's URL.",
  ),
  "path-dots": error(
    "the path {path} has a segment . or .., which HTTP clients remove",
    "Write the path without them.",
  ),
  "path-braces": error(
    "the braces of the path {path} do not enclose a name",
    "Write path parameters as {name}.",
  ),
  "path-query": warning(
    "the path {path} contains a query; it is read as {bare} with query parameters",
    "Write the path without the query, and declare query parameters.",
  ),
  "path-repeats": warning(
    "the path {path} has the parameter {name} twice; both have the same value",
    "Give each its own name if they can differ.",
  ),
  "path-parameter-undeclared": warning(
    "the path parameter {name} is not declared; it is read as a string",
    "Add it to parameters, with in: path and required: true.",
  ),
  "path-parameter-unused": warning(
    "the path has no {{name}}; the parameter is ignored",
    "Remove the parameter, or add it to the path.",
  ),
  "path-parameter-optional": warning(
    "a path parameter is always required",
    "Add required: true.",
  ),
  "path-clash": warning(
    "{method} {path} and {method} {other} are the same request",
    "Names in braces do not distinguish paths: keep one of the operations, or change a path.",
  ),
  "method-misplaced": warning(
    "{name} is a field of the path item; {effect}",
    "Move the operation out of additionalOperations, to {field}.",
  ),
  "querystring-alone": warning(
    "a querystring parameter is the whole query; it is left out beside others of the query",
    "Use one querystring parameter, or query parameters only.",
  ),
  "tag-duplicate": warning(
    "the tag {name} is declared twice",
    "Remove one of them.",
  ),
  "tag-parent": warning(
    "the parent {parent} is not a tag of the document",
    "Add the tag, or correct the name.",
  ),
  "tag-cycle": warning(
    "the tag {name} is its own ancestor",
    "Give one of its ancestors another parent.",
  ),
  "required-impossible": warning(
    "{name} is required, but additionalProperties: false forbids it",
    "Add {name} to properties, or remove it from required.",
  ),
  "parameter-duplicate": warning(
    "the parameter {name} in {in} is declared twice; the first is used",
    "Remove one of them.",
  ),
  "body-duplicate": warning(
    "the operation has a second parameter in body, which is left out",
    "A request has one body: describe it by one schema.",
  ),
  "nothing-left": error(
    "none of the paths can be used",
    "Correct what the warnings name.",
  ),
  "parameter-in": warning(
    "in: {in} is not a location of parameters; {effect}",
    "Use path, query, header, cookie or querystring.",
  ),
  "parameter-untyped": warning(
    "the parameter {name} has neither schema nor content; any value is allowed",
    "Add a schema.",
  ),
  "name-not-token": error(
    "{name} cannot be the name of a {in}",
    "Letters, digits and !#$%&'*+-.^_`|~ are allowed (RFC 9110).",
  ),
  "status-unknown": error(
    "{status} is not an HTTP status",
    "Use 100 to 599, 1XX to 5XX, or default.",
  ),
  "status-case": warning(
    "the status {status} is read as {upper}",
    "Write it in capital letters.",
  ),
  "operation-id-duplicate": warning(
    "the operationId {id} is used twice",
    "Give each operation its own operationId.",
  ),
  "security-type": warning(
    "{type} is not a type of security scheme; {effect}",
    "Use apiKey, http, mutualTLS, oauth2 or openIdConnect.",
  ),
  "security-in": warning(
    "in: {in} is not a location of API keys; {effect}",
    "Use query, header or cookie.",
  ),
  "security-url": error(
    "{field} cannot be used: {reason}",
    "Use an https URL; credentials are sent to it.",
  ),
  "security-undefined": warning(
    "the security scheme {name} is not defined",
    "Add it under components.securitySchemes.",
  ),
  "default-not-in-enum": warning(
    "the default {value} is not a value of enum",
    "Use one of the values, or add it to enum.",
  ),
  "pattern-syntax": warning(
    "the pattern {pattern} is not a JavaScript regular expression",
    "Write it in the syntax of ECMA-262, which OpenAPI requires.",
  ),
  "schema-type-case": warning(
    "the type {type} is read as {lower}",
    "Write it so.",
  ),
  "schema-type": warning(
    "{type} is not a type of JSON Schema; any value is allowed",
    "Use string, number, integer, boolean, object, array or null.",
  ),
  "default-text": warning(
    "the default is a string, the type is {type}; it is read as a number",
    "Write the default without quotes.",
  ),
  "default-type": warning(
    "the default is a string, the type is {type}; it is ignored",
    "Write a default of that type, or remove it.",
  ),
  "operations-limit": error(
    "the document has more than {limit} operations",
    "Split it into several documents.",
  ),
  "response-header": warning(
    "{name} cannot be the name of a header",
    "Letters, digits and !#$%&'*+-.^_`|~ are allowed (RFC 9110).",
  ),
  "ref-siblings": warning(
    "{ignored} beside $ref is ignored before OpenAPI 3.1",
    "Write both as members of allOf, or use OpenAPI 3.1.",
  ),
  "discriminator-mapping": warning(
    "{target}, for the value {value}, is not a schema of the document and is ignored",
    "Use the name of a schema under components, or a reference to one.",
  ),
};
