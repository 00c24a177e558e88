/** What a document leaves open, or has in a way that an SDK cannot follow. */
import type { Entry } from "./entry.js";

export const modelling = {
  "response-no-success": {
    severity: "warning",
    message: "{operation} declares no successful response",
    help: "The call resolves to nothing. Add a 2XX response that says what comes back.",
  },
  "xml-as-text": {
    severity: "warning",
    message: "{mediaType} is passed as text",
    help: "XML is neither written nor parsed: the caller does that. Add a JSON content type, if the API has one.",
  },
  "client-parameter-unknown": {
    severity: "error",
    message: 'no operation has a path parameter "{name}"',
    help: "Correct clientParameters in the config: it lists names as they stand in paths.",
  },
} as const satisfies Record<string, Entry>;
