/** What a document leaves open, or has in a way that an SDK cannot follow. */
import type { CatalogueEntry } from "./entry.js";

export const modelling = {
  "response-no-success": {
    severity: "warning",
    message: "{operation} declares no successful response",
    help: "The call resolves to undefined. Add a 2XX response with its content.",
  },
  "body-not-sendable": {
    severity: "warning",
    message: "fetch cannot send a body with {method}; it is ignored",
    help: "Use query parameters, or the method QUERY or POST.",
  },
  "method-not-sendable": {
    severity: "warning",
    message: "fetch refuses to send {method}: every call fails",
    help: "Exclude the operation with exclude in the config.",
  },
  "xml-as-text": {
    severity: "warning",
    message: "{mediaType} is passed as a string",
    help: "XML is neither written nor parsed: the caller does that. Add a JSON content type if the API has one.",
  },
  "keyword-untyped": {
    severity: "warning",
    message: 'the types do not express "{keyword}" here{more}',
    help: "TypeScript has no type for it, so only the API checks it. Where it names values or properties, list them with enum, required or anyOf.",
  },
  "integer-inexact": {
    severity: "warning",
    message: '"{keyword}" is an integer beyond 2^53{more}',
    help: "JavaScript numbers cannot hold all its digits, so comments and samples omit it. Use a string where every digit counts.",
  },
  "name-changed": {
    severity: "warning",
    message: "{what} is renamed from {before} to {now}",
    help: "Callers have to change. To keep the old name, set it in the config (methods, resources, models).",
  },
  "override-unused": {
    severity: "warning",
    message:
      '{option} in the config has "{name}", which the document does not have',
    help: "methods takes operationIds or `GET /path`, resources takes tags, models takes names of components.schemas.",
  },
  "server-relative": {
    severity: "warning",
    message: "the server {url} is relative to an unknown URL",
    help: "The client's server is used instead. Write an absolute URL.",
  },
  "client-parameter-unknown": {
    severity: "error",
    message: 'no operation has a path parameter "{name}"',
    help: "Correct clientParameters in the config: it lists names as written in paths.",
  },
} as const satisfies Record<string, CatalogueEntry>;
