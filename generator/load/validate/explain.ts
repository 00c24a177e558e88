/**
 * What a failure of a JSON Schema means, in the words of a person who writes OpenAPI.
 */
import type { DiagnosticCode, Details } from "../../diagnostics/diagnostics.js";
import {
  type FieldContent,
  type ObjectKind,
  labelOf,
  shapeOf,
} from "../../openapi/grammar.js";
import { contentAt } from "../../openapi/walk.js";

export interface Violation {
  readonly code: DiagnosticCode;
  readonly details: Details;
  readonly pointer: readonly string[];
}

interface Failing {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly pointer: readonly string[];
  readonly content: FieldContent;
}

/** Undefined for what is no fault of its own, or what `check/` reports. */
export const explain = (failing: Failing): Violation | undefined => {
  const { keyword, params, pointer } = failing;
  const field = pointer.at(-1) ?? "the document";
  if (isJudgedByCheck(failing)) return undefined;
  const found = (code: DiagnosticCode, details: Details): Violation => ({
    code,
    details,
    pointer,
  });
  switch (keyword) {
    // What fails inside an alternative is reported by itself; types and unknown fields by `check/`.
    case "if":
    case "type":
    case "additionalProperties":
    case "unevaluatedProperties":
      return undefined;
    case "required":
      return isReportedElsewhere(failing)
        ? undefined
        : found("field-expected", {
            object: objectAt(failing),
            field: String(params.missingProperty),
          });
    case "const":
      return found("value-unlisted", {
        field,
        allowed: print(params.allowedValue),
      });
    case "enum":
      return found("value-unlisted", {
        field,
        allowed: (params.allowedValues as readonly unknown[])
          .map(print)
          .join(" or "),
      });
    case "propertyNames":
      return {
        code: "name-form",
        details: { name: String(params.propertyName) },
        pointer: [...pointer, String(params.propertyName)],
      };
    case "pattern":
      return found("value-form", { field, pattern: String(params.pattern) });
    case "minItems":
    case "minProperties":
    case "minLength":
      return found("value-empty", { field });
    case "uniqueItems":
      return found("value-repeated", { field });
    case "oneOf":
    case "anyOf":
    case "not":
    case "dependentRequired":
      return pointer.length === 0
        ? undefined
        : found("object-form", {
            object: objectAt(failing),
            hint: hintAt(failing),
          });
    default:
      return found("value-limit", {
        field,
        rule: keyword,
        limit: print(params.limit ?? ""),
      });
  }
};

/** These have checks of their own, and what is said of responses that are missing is said later. */
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

/** Swagger 2.0 has kinds of its own. */
const isOf = (kind: ObjectKind, name: string): boolean =>
  kind === name || kind === `swagger${name[0]?.toUpperCase()}${name.slice(1)}`;

const print = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

/** `check/` has its own word on these, or has decided that they do no harm. */
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
  return shapeOf(there.kind).demanded.some(([name]) => name === field);
};

const objectAt = ({ pointer, content }: Failing): string => {
  const there = contentAt(content, pointer);
  if (there?.form === "object") {
    return labelOf(there.kind).replace(/^swagger /, "");
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
