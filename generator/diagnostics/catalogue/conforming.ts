/** How a document differs from what its version of OpenAPI says, without harm, and what is not read. */
import type { CatalogueEntry } from "./entry.js";

export const conforming = {
  "keyword-unknown": {
    severity: "warning",
    message: "{field} is no keyword of a schema and is not read",
    help: "{hint}",
  },
  "value-unlisted": {
    severity: "warning",
    message: "{field} must be {allowed}",
    help: "Use what the specification lists.",
  },
  "value-form": {
    severity: "warning",
    message: "{field} is not of the form that the specification asks for",
    help: "It must match {pattern}.",
  },
  "value-empty": {
    severity: "warning",
    message: "{field} is empty",
    help: "Add what belongs there, or leave {field} out.",
  },
  "value-repeated": {
    severity: "warning",
    message: "{field} has an entry twice",
    help: "Remove one of them.",
  },
  "value-limit": {
    severity: "warning",
    message: "{field} breaks a rule of the specification: {rule} {limit}",
    help: "Correct the value.",
  },
  "name-form": {
    severity: "warning",
    message: "the specification does not allow the name {name} here",
    help: "Names have letters, digits, dots, dashes and underscores; paths begin with /.",
  },
  "object-form": {
    severity: "warning",
    message: "the {object} is not in a form that the specification allows",
    help: "{hint}",
  },
  "field-unsupported": {
    severity: "warning",
    message: "{field} of the {object} is not supported: {effect}",
    help: "The rest of the {object} is generated; leave {field} out to silence this.",
  },
  "schema-dialect": {
    severity: "warning",
    message: "the dialect {dialect} is read as that of OpenAPI",
    help: "Keywords that only this dialect has are not read.",
  },
} as const satisfies Record<string, CatalogueEntry>;
