/** What can be wrong with the document that the files hold. */
import type { CatalogueEntry } from "./entry.js";

export const checking = {
  "field-missing": {
    severity: "error",
    message: "the {object} has no {field}",
    help: "Add {field}.",
  },
  "field-expected": {
    severity: "warning",
    message: "the {object} has no {field}",
    help: "Add {field}; the specification requires it.",
  },
  "field-unknown": {
    severity: "warning",
    message: "{field} is not a field of the {object} and is ignored",
    help: "{hint}",
  },
  "method-unknown": {
    severity: "error",
    message: "{field} is not an HTTP method of OpenAPI",
    help: "{hint}",
  },
  "type-wrong": {
    severity: "error",
    message: "{field} must be {expected}, it is {found}",
    help: "Correct the value.",
  },
  "null-ignored": {
    severity: "warning",
    message: "{field} has no value and is ignored",
    help: "Give it a value or remove it.",
  },
  "null-entry": {
    severity: "warning",
    message: "{field} has no value and is read as an empty object",
    help: "Give it a value, or write {}.",
  },
  "text-expected": {
    severity: "warning",
    message: "{field} must be a string, it is {found}",
    help: "Put the value in quotes.",
  },
  "list-for-map": {
    severity: "warning",
    message: "{field} must be an object; the empty array is read as one",
    help: "Write {} instead of [].",
  },
  "keyword-ignored": {
    severity: "warning",
    message: "{field} cannot be {found} in a schema and is ignored",
    help: "required is an array of names beside properties; examples is an array of values.",
  },
  "null-type": {
    severity: "warning",
    message: 'the type is the string "null", not the value null',
    help: 'Put it in quotes: "null".',
  },
  "items-list": {
    severity: "warning",
    message: "items is one schema; the array is read as prefixItems",
    help: "Write prefixItems for a tuple, or oneOf inside items for alternatives.",
  },
  "paths-missing": {
    severity: "error",
    message: "the document has neither paths nor webhooks nor components",
    help: "Add the operations under paths.",
  },
  "server-url": {
    severity: "error",
    message: "the URL of the server cannot be used: {reason}",
    help: "Use an http or https URL, or a path, without credentials, query and fragment.",
  },
  "server-braces": {
    severity: "error",
    message: "the URL of the server has an unmatched brace",
    help: "Write variables as {name}.",
  },
  "server-variable-undefined": {
    severity: "error",
    message:
      "the URL of the server uses the variable {name}, which is not defined",
    help: "Add it under variables, with a default.",
  },
  "server-default": {
    severity: "error",
    message: "the default of the server variable {name} is not in its enum",
    help: "Use one of the values as the default, or add it to enum.",
  },
  "path-no-slash": {
    severity: "error",
    message: "the path {path} does not begin with a slash",
    help: "Begin it with /; it is appended to the server's URL.",
  },
  "path-dots": {
    severity: "error",
    message: "the path {path} has a segment . or .., which HTTP clients remove",
    help: "Write the path without them.",
  },
  "path-braces": {
    severity: "error",
    message: "the braces of the path {path} do not enclose a name",
    help: "Write path parameters as {name}.",
  },
  "path-query": {
    severity: "warning",
    message:
      "the path {path} contains a query; it is read as {bare} with query parameters",
    help: "Write the path without the query, and declare query parameters.",
  },
  "path-repeats": {
    severity: "error",
    message: "the path {path} has the parameter {name} twice",
    help: "Give each its own name.",
  },
  "path-parameter-undeclared": {
    severity: "warning",
    message:
      "the path parameter {name} is not declared; it is read as a string",
    help: "Add it to parameters, with in: path and required: true.",
  },
  "path-parameter-unused": {
    severity: "warning",
    message: "the path has no {{name}}; the parameter is ignored",
    help: "Remove the parameter, or add it to the path.",
  },
  "path-parameter-optional": {
    severity: "warning",
    message: "a path parameter is always required",
    help: "Add required: true.",
  },
  "path-clash": {
    severity: "warning",
    message: "{method} {path} and {method} {other} are the same request",
    help: "Names in braces do not distinguish paths: keep one of the operations, or change a path.",
  },
  "method-misplaced": {
    severity: "error",
    message: "{name} is a field of the path item",
    help: "Move the operation out of additionalOperations, to {field}.",
  },
  "querystring-alone": {
    severity: "error",
    message:
      "a querystring parameter is the whole query; no query parameter can be beside it",
    help: "Use one querystring parameter, or query parameters only.",
  },
  "tag-duplicate": {
    severity: "warning",
    message: "the tag {name} is declared twice",
    help: "Remove one of them.",
  },
  "tag-parent": {
    severity: "warning",
    message: "the parent {parent} is not a tag of the document",
    help: "Add the tag, or correct the name.",
  },
  "tag-cycle": {
    severity: "warning",
    message: "the tag {name} is its own ancestor",
    help: "Give one of its ancestors another parent.",
  },
  "required-impossible": {
    severity: "warning",
    message: "{name} is required, but additionalProperties: false forbids it",
    help: "Add {name} to properties, or remove it from required.",
  },
  "parameter-duplicate": {
    severity: "error",
    message: "the parameter {name} in {in} is declared twice",
    help: "Remove one of them.",
  },
  "parameter-in": {
    severity: "error",
    message: "in: {in} is not a location of parameters",
    help: "Use path, query, header, cookie or querystring.",
  },
  "parameter-untyped": {
    severity: "warning",
    message:
      "the parameter {name} has neither schema nor content; any value is allowed",
    help: "Add a schema.",
  },
  "name-not-token": {
    severity: "error",
    message: "{name} cannot be the name of a {in}",
    help: "Letters, digits and !#$%&'*+-.^_`|~ are allowed (RFC 9110).",
  },
  "status-unknown": {
    severity: "error",
    message: "{status} is not an HTTP status",
    help: "Use 100 to 599, 1XX to 5XX, or default.",
  },
  "status-case": {
    severity: "warning",
    message: "the status {status} is read as {upper}",
    help: "Write it in capital letters.",
  },
  "operation-id-duplicate": {
    severity: "warning",
    message: "the operationId {id} is used twice",
    help: "Give each operation its own operationId.",
  },
  "security-type": {
    severity: "error",
    message: "{type} is not a type of security scheme",
    help: "Use apiKey, http, mutualTLS, oauth2 or openIdConnect.",
  },
  "security-in": {
    severity: "error",
    message: "in: {in} is not a location of API keys",
    help: "Use query, header or cookie.",
  },
  "security-url": {
    severity: "error",
    message: "{field} cannot be used: {reason}",
    help: "Use an https URL; credentials are sent to it.",
  },
  "security-undefined": {
    severity: "warning",
    message: "the security scheme {name} is not defined",
    help: "Add it under components.securitySchemes.",
  },
  "default-not-in-enum": {
    severity: "warning",
    message: "the default {value} is not a value of enum",
    help: "Use one of the values, or add it to enum.",
  },
  "pattern-syntax": {
    severity: "warning",
    message: "the pattern {pattern} is not a JavaScript regular expression",
    help: "Write it in the syntax of ECMA-262, which OpenAPI requires.",
  },
  "schema-type-case": {
    severity: "warning",
    message: "the type {type} is read as {lower}",
    help: "Write it in lower case.",
  },
  "schema-type": {
    severity: "warning",
    message: "{type} is not a type of JSON Schema; any value is allowed",
    help: "Use string, number, integer, boolean, object, array or null.",
  },
  "default-text": {
    severity: "warning",
    message:
      "the default is a string, the type is {type}; it is read as a number",
    help: "Write the default without quotes.",
  },
  "default-type": {
    severity: "warning",
    message: "the default is a string, the type is {type}; it is ignored",
    help: "Write a default of that type, or remove it.",
  },
  "operations-limit": {
    severity: "error",
    message: "the document has more than {limit} operations",
    help: "Split it into several documents.",
  },
  "response-header": {
    severity: "warning",
    message: "{name} cannot be the name of a header",
    help: "Letters, digits and !#$%&'*+-.^_`|~ are allowed (RFC 9110).",
  },
  "ref-siblings": {
    severity: "warning",
    message: "{ignored} beside $ref is ignored before OpenAPI 3.1",
    help: "Write both as members of allOf, or use OpenAPI 3.1.",
  },
  "discriminator-mapping": {
    severity: "warning",
    message:
      "{target}, for the value {value}, is not a schema of the document and is ignored",
    help: "Use the name of a schema under components, or a reference to one.",
  },
} as const satisfies Record<string, CatalogueEntry>;
