/** How a document differs from what its version of OpenAPI says, without harm, and what is not read. */
import type { CatalogueEntry } from "./entry.js";

export const conforming = {
  "keyword-unknown": {
    severity: "warning",
    message: "{field} is not a schema keyword and is ignored",
    help: "{hint}",
  },
  "value-unlisted": {
    severity: "warning",
    message: "{field} must be {allowed}",
    help: "Use a value that the specification allows.",
  },
  "value-form": {
    severity: "warning",
    message: "{field} does not have the form that the specification requires",
    help: "It must match {pattern}.",
  },
  "value-empty": {
    severity: "warning",
    message: "{field} is empty",
    help: "Add its content, or remove {field}.",
  },
  "value-repeated": {
    severity: "warning",
    message: "{field} has duplicate items",
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
    message: "the {object} does not have a form that the specification allows",
    help: "{hint}",
  },
  "field-unsupported": {
    severity: "warning",
    message: "{field} of the {object} is not supported: {effect}",
    help: "The rest of the {object} is generated; remove {field} to silence this warning.",
  },
  "schema-dialect": {
    severity: "warning",
    message: "the dialect {dialect} is read as that of OpenAPI",
    help: "Keywords that only this dialect has are ignored.",
  },
} as const satisfies Record<string, CatalogueEntry>;
