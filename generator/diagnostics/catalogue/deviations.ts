/** How a document differs from what its version of OpenAPI says, without harm, and what is not read. */
import { warning } from "./entry.js";

export const deviations = {
  "keyword-unknown": warning(
    "{field} is not a schema keyword and is ignored",
    "{hint}",
  ),
  "value-unlisted": warning(
    "{field} must be {allowed}",
    "Use a value that the specification allows.",
  ),
  "value-form": warning(
    "{field} does not have the form that the specification requires",
    "It must match {pattern}.",
  ),
  "value-empty": warning(
    "{field} is empty",
    "Add its content, or remove {field}.",
  ),
  "value-repeated": warning(
    "{field} has duplicate items",
    "Remove one of them.",
  ),
  "value-limit": warning(
    "{field} breaks a rule of the specification: {rule} {limit}",
    "Correct the value.",
  ),
  "webhooks-version": warning(
    "OpenAPI {version} has no webhooks; they are read as in 3.1",
    "Declare openapi: 3.1.0, or call the field x-webhooks.",
  ),
  "webhooks-twice": warning(
    "x-webhooks is ignored, since the document has webhooks",
    "Move what is in it to webhooks.",
  ),
  "name-form": warning(
    "the specification does not allow the name {name} here",
    "Names have letters, digits, dots, dashes and underscores; paths begin with /.",
  ),
  "object-form": warning(
    "the {object} does not have a form that the specification allows",
    "{hint}",
  ),
  "field-unsupported": warning(
    "{field} of the {object} is not supported: {effect}",
    "The rest of the {object} is generated; remove {field} to silence this warning.",
  ),
  "schema-dialect": warning(
    "the dialect {dialect} is read as that of OpenAPI",
    "Keywords that only this dialect has are ignored.",
  ),
};
