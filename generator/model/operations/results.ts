/**
 * Responses: what a call resolves to, and what its errors carry.
 */
import type {
  Document,
  MediaType,
  OperationObject,
  Pointer,
  Response,
} from "../../openapi/document.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Doc, ErrorResponse, Result, Text } from "../../sdk/sdk.js";
import { describedBy } from "../descriptions.js";
import { chooseMedia, isXML, offered } from "./bodies.js";
import { formatsOf, isStream, kinds } from "./formats.js";
import type { Models } from "../schemas/models.js";
import { isRecord } from "../../openapi/records.js";
import { keyword, union } from "../schemas/simplify.js";

interface Answer {
  readonly status: string;
  readonly response: Response;
}

function answersOf(
  document: Document,
  operation: OperationObject,
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
  readonly diagnostics: Diagnostics;
  /** The field of `params` that asks for a stream. */
  readonly streamKey: Text | undefined;
}

/** What a response has besides its type: the part of the document that its sample is made from. */
export type WithMedia<T> = T & { readonly media?: MediaType };

/** The types are raw: both directions are still in them. */
export interface PlannedResults {
  readonly result: WithMedia<Result>;
  readonly errors: readonly WithMedia<ErrorResponse>[];
  readonly declaresSuccess: boolean;
}

export function planResults(
  operation: OperationObject,
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
    result: resultOf(used, pointer, context),
    errors: failures.map((failure) => errorOf(failure, context)),
    declaresSuccess: used.length > 0,
  };
}

function resultOf(
  answers: readonly Answer[],
  pointer: Pointer,
  context: ResultContext,
): WithMedia<Result> {
  const { diagnostics, streamKey } = context;
  const doc = answers[0] ? responseDoc(answers[0].response) : {};
  const headers = headerNames(answers);
  const [first, ...rest] = formatsOf(
    answers.map(({ response }) => response),
    context,
  );
  if (!first) {
    const status = successStatus(answers[0]?.status);
    return { kind: "none", status, type: keyword("void"), doc, ...headers };
  }
  const { mediaType } = first;
  const chosen = answers.find(({ response }) =>
    Object.hasOwn(offered(response.content), mediaType),
  );
  const media = chooseMedia(
    { [mediaType]: offered(chosen?.response.content)[mediaType] },
    kinds,
  )?.media;
  if (isXML(mediaType))
    diagnostics.report("xml-as-text", { mediaType }, [...pointer, "responses"]);
  const stream =
    streamKey !== undefined && first.kind === "json"
      ? rest.find(({ kind }) => isStream(kind))
      : undefined;
  const alternatives = rest.filter((format) => format !== stream);
  const mayBeEmpty =
    first.kind === "json" &&
    answers.some(({ response }) => !chooseMedia(response.content, kinds));
  return {
    ...first,
    status: successStatus(chosen?.status),
    ...(media && { media }),
    type: mayBeEmpty ? union([first.type, keyword("undefined")]) : first.type,
    doc,
    ...headers,
    ...(alternatives.length > 0 && { alternatives }),
    ...(stream &&
      streamKey !== undefined && {
        streaming: { key: streamKey, format: stream },
      }),
  };
}

/** The headers that a successful response is said to have. */
function headerNames(answers: readonly Answer[]): Pick<Result, "headers"> {
  const names = answers.flatMap(({ response }) =>
    isRecord(response.headers)
      ? Object.keys(response.headers).filter(
          // A response's type is described by `content` (section 4.8.17.1).
          (name) => name.toLowerCase() !== "content-type",
        )
      : [],
  );
  return names.length > 0 ? { headers: [...new Set(names)] as Text[] } : {};
}

function errorOf(
  { status, response }: Answer,
  { models, baseName }: ResultContext,
): WithMedia<ErrorResponse> {
  const chosen = chooseMedia(response.content, kinds);
  const body =
    chosen?.kind === "json" && chosen.media.schema !== undefined
      ? models.named(
          models.typeOf(chosen.media.schema),
          `${baseName}${status === "default" ? "Default" : status.toUpperCase()}Body`,
          {},
        )
      : keyword("unknown");
  return {
    status: statusOf(status),
    body,
    ...(chosen && {
      mediaType: chosen.mediaType as Text,
      media: chosen.media,
    }),
    doc: responseDoc(response),
  };
}

/** `2XX` and `default` stand for the plain success. */
const successStatus = (status = "default"): number =>
  /^2\d\d$/.test(status) ? Number(status) : 200;

function statusOf(status: string): ErrorResponse["status"] {
  if (/^4xx$/i.test(status)) return "4XX";
  if (/^5xx$/i.test(status)) return "5XX";
  return status === "default" ? "default" : Number(status);
}

const responseDoc = (response: Response): Doc =>
  describedBy(response.description);
