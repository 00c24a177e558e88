/**
 * Responses: what a call resolves to, and what its errors carry.
 */
import type { Document, Operation, Pointer, Response } from "../document.js";
import type { Doc, ErrorResponse, Result, Text, Type } from "../sdk.js";
import { chooseMedia } from "./bodies.js";
import type { Models } from "./models.js";
import { isRecord } from "./references.js";
import { keyword, union } from "./simplify.js";

const kinds: readonly [RegExp, Result["kind"]][] = [
  [/^application\/json\b/i, "json"],
  [/^[^;]*\+json\b/i, "json"],
  [/^\*\/\*/, "json"],
  [/^text\/event-stream\b/i, "events"],
  [/(ndjson|jsonl|json-seq|json-lines)\b/i, "jsonLines"],
  [/\bjson\b/i, "json"],
  [/^text\/|[/+]xml\b/i, "text"],
  [/./, "binary"],
];

interface Answer {
  readonly status: string;
  readonly response: Response;
}

function answersOf(
  document: Document,
  operation: Operation,
  pointer: Pointer,
): Answer[] {
  if (!isRecord(operation.responses)) return [];
  return Object.entries(operation.responses)
    .filter(
      ([status, response]) => !status.startsWith("x-") && isRecord(response),
    )
    .map(([status, response]) => ({
      status,
      response: document.resolve<Response>(response as Response, [
        ...pointer,
        "responses",
        status,
      ]).node,
    }))
    .sort((a, b) => (a.status < b.status ? -1 : 1));
}

export interface ResultContext {
  readonly document: Document;
  readonly models: Models;
  /** `ListKeys`: what types without a name are called after. */
  readonly baseName: string;
}

/** The types are raw: both directions are still in them. */
export interface PlannedResults {
  readonly result: Result;
  readonly errors: readonly ErrorResponse[];
  readonly declaresSuccess: boolean;
}

export function planResults(
  operation: Operation,
  pointer: Pointer,
  context: ResultContext,
): PlannedResults {
  const answers = answersOf(context.document, operation, pointer);
  const successes = answers.filter(({ status }) => status.startsWith("2"));
  const fallback = answers.find(({ status }) => status === "default");
  // Without any success, `default` is all that the document says about one.
  const used = successes.length > 0 ? successes : fallback ? [fallback] : [];
  const failures = answers.filter(
    ({ status }) =>
      /^[45]/.test(status) || (status === "default" && successes.length > 0),
  );
  return {
    result: resultOf(used, context),
    errors: failures.map((failure) => errorOf(failure, context)),
    declaresSuccess: used.length > 0,
  };
}

function resultOf(
  answers: readonly Answer[],
  { models, baseName }: ResultContext,
): Result {
  const parts = answers.map(({ response }) => ({
    doc: responseDoc(response),
    chosen: chooseMedia(response.content, kinds),
  }));
  const first = parts.find(({ chosen }) => chosen)?.chosen;
  const doc = parts[0]?.doc ?? {};
  if (!first) return { kind: "none", type: keyword("void"), doc };
  const same = parts.filter(({ chosen }) => chosen?.kind === first.kind);
  const types = same.map(({ chosen }, index) =>
    typeOfMedia(
      chosen?.media.schema,
      first.kind,
      models,
      `${baseName}Response${index > 0 ? index + 1 : ""}`,
    ),
  );
  const mayBeEmpty = same.length < parts.length && first.kind === "json";
  return {
    kind: first.kind,
    type: union(mayBeEmpty ? [...types, keyword("undefined")] : types),
    mediaType: first.mediaType as Text,
    doc,
  };
}

function typeOfMedia(
  schema: unknown,
  kind: Result["kind"],
  models: Models,
  wanted: string,
): Type {
  switch (kind) {
    case "json":
    case "events":
    case "jsonLines":
      return models.named(models.typeOf(schema), wanted, {});
    case "text":
      return keyword("string");
    case "binary":
      return { kind: "binary" };
    case "none":
      return keyword("void");
  }
}

function errorOf(
  { status, response }: Answer,
  { models, baseName }: ResultContext,
): ErrorResponse {
  const chosen = chooseMedia(response.content, kinds);
  const body =
    chosen?.kind === "json" && chosen.media.schema !== undefined
      ? models.named(
          models.typeOf(chosen.media.schema),
          `${baseName}${status === "default" ? "Default" : status.toUpperCase()}Body`,
          {},
        )
      : keyword("unknown");
  return { status: statusOf(status), body, doc: responseDoc(response) };
}

function statusOf(status: string): ErrorResponse["status"] {
  if (/^4xx$/i.test(status)) return "4XX";
  if (/^5xx$/i.test(status)) return "5XX";
  return status === "default" ? "default" : Number(status);
}

const responseDoc = (response: Response): Doc =>
  typeof response.description === "string" && response.description !== ""
    ? { description: response.description as Text }
    : {};
