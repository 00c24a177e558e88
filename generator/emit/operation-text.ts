/**
 * The documentation of an operation, composed once for the comments in the code and for the pages of
 * the docs.
 */
import type { Doc, ErrorResponse, Operation, Text } from "../sdk/sdk.js";
import { errorClass } from "./error-classes.js";

interface OperationText {
  /** The summary and the description, as far as the document has them. */
  readonly paragraphs: readonly Text[];
  /** `GET /keys/{hash}` */
  readonly route: string;
  readonly scopes: readonly Text[];
  /** Whether a call is repeated, in a few words of Markdown; see `retry.ts` of the runtime. */
  readonly retries: string;
  /** Further sentences about how the method behaves, in Markdown. */
  readonly notes: readonly string[];
  readonly errors: readonly ErrorText[];
}

export interface ErrorText {
  readonly className: string;
  readonly response: ErrorResponse;
}

export function operationText(operation: Operation): OperationText {
  const { doc, method, path, scopes, errors } = operation;
  return {
    paragraphs: paragraphs(doc),
    route: `${method} ${path}`,
    scopes,
    retries: retriesOf(operation),
    notes: [
      ...(operation.idempotencyHeader
        ? [
            "Safe to repeat: an idempotency key is made for each call and kept across its retries.",
          ]
        : []),
      ...(operation.paging
        ? [
            "`await` gives the first page, `for await` every item of every page.",
          ]
        : []),
      ...(operation.result.kind === "location"
        ? [
            "Resolves to the URL that the server redirects to, which is not requested. Browsers do not show it.",
          ]
        : []),
    ],
    errors: errors.responses.map((response) => ({
      className: errorClass(response.status),
      response,
    })),
  };
}

const retriesOf = ({ method, idempotencyHeader }: Operation): string =>
  idempotencyHeader || /^(GET|HEAD|OPTIONS|PUT|DELETE)$/.test(method)
    ? "repeated if it fails"
    : 'not repeated once sent, unless `retry: "all"`';

/** The summary and the description, without empty ones. */
export const paragraphs = ({ summary, description }: Doc): Text[] =>
  [summary, description].filter((text): text is Text => Boolean(text));

/** What an operation does, in a few words of the document; empty where it says nothing. */
export const shortText = ({ doc }: Operation): string =>
  (doc.summary ?? doc.description ?? "").trim().split(/\r?\n/)[0] ?? "";

/** Bounds and formats as a sentence: `1-255 characters.` Undefined where there are none. */
export function constraintText({ constraints }: Doc): string | undefined {
  if (!constraints?.length) return undefined;
  const text = constraints.join("; ");
  // After a pattern, a full stop would look like a part of it.
  const end = /[.:`/)\]}$*+]$/.test(text) ? "" : ".";
  return text.slice(0, 1).toUpperCase() + text.slice(1) + end;
}
