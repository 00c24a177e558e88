/**
 * What comments say, from what the model knows.
 */
import type { Doc, Operation } from "../../sdk/sdk.js";
import { doc, type Code, type Remark } from "../encode/encode.js";

export const comment = doc;

/** A type, a property or a parameter. */
export function remarksOf(about: Doc): Remark[] {
  const {
    summary,
    description,
    constraints,
    defaultValue,
    example,
    deprecated,
  } = about;
  const remarks: Remark[] = [];
  if (summary) remarks.push({ text: summary });
  if (description) remarks.push({ text: description });
  if (constraints) remarks.push({ text: sentence(constraints.join("; ")) });
  if (deprecated) remarks.push({ tag: "deprecated", text: "" });
  if (defaultValue !== undefined)
    remarks.push({ tag: "default", text: JSON.stringify(defaultValue) });
  if (example !== undefined && isShort(example))
    remarks.push({ tag: "example", text: JSON.stringify(example) });
  return remarks;
}

const sentence = (text: string): string =>
  text.slice(0, 1).toUpperCase() +
  text.slice(1) +
  (/[.:`/)\]}$*+]$/.test(text) ? "" : ".");

/** Whole bodies belong into the samples. */
const isShort = (example: unknown): boolean =>
  JSON.stringify(example).length <= 120;

/** A function or method: what it does, where it goes, what it throws. */
export function operationRemarks(operation: Operation, sample: Code): Remark[] {
  const {
    doc: about,
    method,
    path,
    scopes,
    errors,
    idempotencyHeader,
  } = operation;
  const route = `\`${method} ${path}\``;
  const remarks: Remark[] = [];
  if (about.summary) remarks.push({ text: about.summary });
  if (about.description) remarks.push({ text: about.description });
  remarks.push({
    text:
      scopes.length > 0
        ? `${route} - scope ${scopes.map((scope) => `\`${scope}\``).join(", ")}`
        : route,
  });
  if (idempotencyHeader)
    remarks.push({
      text: "Safe to repeat: an idempotency key is made for each call and kept across its retries.",
    });
  if (operation.paging)
    remarks.push({
      text: "`await` gives the first page, `for await` every item of every page.",
    });
  if (about.deprecated) remarks.push({ tag: "deprecated", text: "" });
  if (sample !== "") remarks.push({ tag: "example", text: sample });
  for (const { status, doc: response } of errors.responses)
    remarks.push({
      tag: "throws",
      text: `{${errorClass(status)}} ${status} ${firstLine(response.description ?? "")}`,
    });
  return remarks;
}

const firstLine = (text: string): string => text.trim().split(/\r?\n/)[0] ?? "";

const classes: ReadonlyMap<number, string> = new Map([
  [400, "BadRequestError"],
  [401, "AuthenticationError"],
  [403, "PermissionDeniedError"],
  [404, "NotFoundError"],
  [409, "ConflictError"],
  [422, "UnprocessableEntityError"],
  [429, "RateLimitError"],
]);

/** The class of an error status, as users import it. */
export const errorClass = (
  status: Operation["errors"]["responses"][number]["status"],
): string =>
  typeof status === "string"
    ? status === "5XX"
      ? "InternalServerError"
      : "APIError"
    : (classes.get(status) ??
      (status >= 500 ? "InternalServerError" : "APIError"));
