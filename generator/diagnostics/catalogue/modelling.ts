/** What a document leaves open, or has in a way that an SDK cannot follow. */
import type { CatalogueEntry } from "./entry.js";

export const modelling = {
  "response-no-success": {
    severity: "warning",
    message: "{operation} declares no successful response",
    help: "The call resolves to nothing. Add a 2XX response that says what comes back.",
  },
  "body-not-sendable": {
    severity: "warning",
    message: "fetch cannot send a body with {method}; it is left out",
    help: "Pass it as query parameters, or use QUERY or POST.",
  },
  "method-not-sendable": {
    severity: "warning",
    message: "fetch refuses to send {method}: every call fails",
    help: "Leave the operation out with exclude.",
  },
  "xml-as-text": {
    severity: "warning",
    message: "{mediaType} is passed as text",
    help: "XML is neither written nor parsed: the caller does that. Add a JSON content type, if the API has one.",
  },
  "keyword-untyped": {
    severity: "warning",
    message: 'the types leave out what "{keyword}" says here{more}',
    help: "TypeScript has no type for it, so the API alone checks it. Where it names values or properties, list them by enum, required or anyOf.",
  },
  "integer-inexact": {
    severity: "warning",
    message: '"{keyword}" is a whole number beyond 2^53{more}',
    help: "JavaScript numbers do not hold all its digits, so comments and samples leave it out. Give it as a string where every digit counts.",
  },
  "name-changed": {
    severity: "warning",
    message: "{what} is called {now} from now on, not {before}",
    help: "Callers have to follow. Give the old name by the config (methods, resources, models) to keep it.",
  },
  "override-unused": {
    severity: "warning",
    message:
      'the config names "{name}" under {option}, which the document does not have',
    help: "methods takes operationIds or `GET /path`, resources takes tags, models takes names of components.schemas.",
  },
  "server-relative": {
    severity: "warning",
    message: "the server {url} is relative to a place that is not known",
    help: "The client's server is used instead. Write the whole URL.",
  },
  "client-parameter-unknown": {
    severity: "error",
    message: 'no operation has a path parameter "{name}"',
    help: "Correct clientParameters in the config: it lists names as they stand in paths.",
  },
} as const satisfies Record<string, CatalogueEntry>;
