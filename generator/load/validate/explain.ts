/**
 * What a violation of the JSON Schema means in terms of OpenAPI.
 */
import type { DiagnosticCode, Details } from "../../diagnostics/diagnostics.js";
import {
  type FieldType,
  type ObjectKind,
  kindLabel,
  shapeOf,
} from "../../openapi/grammar.js";
import { arrayOrEmpty } from "../../openapi/records.js";
import { contentAt } from "../../openapi/walk.js";
import type { JsonObject } from "../../openapi/records.js";

export interface Violation {
  readonly code: DiagnosticCode;
  readonly details: Details;
  readonly pointer: readonly string[];
}

interface Failing {
  readonly keyword: string;
  readonly params: Readonly<JsonObject>;
  readonly pointer: readonly string[];
  readonly content: FieldType;
}

/** Undefined for consequences of other failures, and for what `check/` reports. */
export const explain = (failing: Failing): Violation | undefined => {
  const { keyword, params, pointer } = failing;
  const field = pointer.at(-1) ?? "the document";
  if (isJudgedByCheck(failing)) return undefined;
  const violation = (code: DiagnosticCode, details: Details) => ({
    code,
    details,
    pointer,
  });
  switch (keyword) {
    // The failure inside an alternative is reported; `check/` reports types and unknown fields.
    case "if":
    case "type":
    case "additionalProperties":
    case "unevaluatedProperties":
      return undefined;
    case "required":
      if (isReportedElsewhere(failing)) return undefined;
      return violation("field-expected", {
        object: objectAt(failing),
        field: String(params.missingProperty),
      });
    case "const":
    case "enum": {
      const { allowedValue, allowedValues = [allowedValue] } = params;
      const allowed = arrayOrEmpty(allowedValues).map(print).join(" or ");
      return violation("value-unlisted", { field, allowed });
    }
    case "propertyNames": {
      const name = String(params.propertyName);
      const code = "name-form";
      return { code, details: { name }, pointer: [...pointer, name] };
    }
    case "pattern":
      return violation("value-form", {
        field,
        pattern: String(params.pattern),
      });
    case "minItems":
    case "minProperties":
    case "minLength":
      return violation("value-empty", { field });
    case "uniqueItems":
      return violation("value-repeated", { field });
    case "oneOf":
    case "anyOf":
    case "not":
    case "dependentRequired":
      if (pointer.length === 0) return undefined;
      return violation("object-form", {
        object: objectAt(failing),
        hint: hintAt(failing),
      });
    default:
      return violation("value-limit", {
        field,
        rule: keyword,
        limit: print(params.limit ?? ""),
      });
  }
};

/** `check/` has more specific messages; the model reports missing responses. */
const isJudgedByCheck = ({ keyword, pointer, content }: Failing): boolean => {
  const there = contentAt(content, pointer);
  if (there?.form === "object" && /responses$/i.test(there.kind)) {
    return keyword !== "propertyNames";
  }
  const [field = ""] = pointer.slice(-1);
  if (field === "additionalOperations") return true;
  // Lists of parameters: that a querystring is alone.
  if (field === "parameters" && there?.form === "array") return true;
  if (pointer.length === 1 && /^(?:openapi|swagger)$/.test(field)) return true;
  const parent = contentAt(content, pointer.slice(0, -1));
  return (
    parent?.form === "object" &&
    (isOf(parent.kind, "parameter")
      ? field === "in" || field === "required"
      : isOf(parent.kind, "securityScheme") &&
        (field === "in" || field === "type"))
  );
};

/** True for the kind of OpenAPI 3 or its counterpart of Swagger 2.0. */
const isOf = (kind: ObjectKind, name: string): boolean =>
  kind === name || kind === `swagger${name[0]?.toUpperCase()}${name.slice(1)}`;

const print = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

/** `check/` reports these, or knows that they do no harm. */
const isReportedElsewhere = ({
  params,
  pointer,
  content,
}: Failing): boolean => {
  const field = String(params.missingProperty);
  if (field === "$ref") return true;
  // Webhooks or components alone make a document too.
  if (pointer.length === 0) return true;
  const there = contentAt(content, pointer);
  if (there?.form !== "object") return false;
  return shapeOf(there.kind).requiredOrExpected.some(
    ([name]) => name === field,
  );
};

const objectAt = ({ pointer, content }: Failing): string => {
  const there = contentAt(content, pointer);
  if (there?.form === "object") {
    return kindLabel(there.kind).replace(/^swagger /, "");
  }
  return pointer.at(-1) ?? "document";
};

const hints: Readonly<Record<string, string>> = {
  parameter:
    "Give it either schema or content, and either example or examples.",
  header: "Give it either schema or content, and either example or examples.",
  "media type": "Give it either example or examples.",
  example: "Give it either value or externalValue.",
  link: "Give it either operationRef or operationId.",
  license: "Give it either identifier or url.",
};

const hintAt = (failing: Failing): string =>
  hints[objectAt(failing)] ?? "The specification lists its fields.";
