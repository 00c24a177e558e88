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
import type { ErrorResponse, Result, Text } from "../../sdk/sdk.js";
import { isStream } from "../../sdk/wire.js";
import { describedBy } from "../descriptions.js";
import { dereference } from "../references.js";
import { keywordType, union } from "../schemas/simplify.js";
import { asFiles } from "./downloads.js";
import {
  responseFormats,
  responseKinds,
  type FormatContext,
  type StatusResponse,
} from "./formats.js";
import { chooseMedia, isXML, withoutRanges } from "./media-types.js";

/** The responses by status, sorted by it. */
const responsesOf = (
  document: Document,
  { responses = {} }: OperationObject,
): StatusResponse[] =>
  Object.entries(responses)
    .filter(([status]) => !status.startsWith("x-"))
    .map(([status, response]) => ({
      status,
      response: dereference<Response>(document, response),
    }))
    .sort((a, b) => (a.status < b.status ? -1 : 1));

export interface ResultContext extends FormatContext {
  readonly diagnostics: Diagnostics;
  /** The field of `params` that asks for a stream. */
  readonly streamKey: Text | undefined;
  /** True if it answers with a file, whatever the document says of it. */
  readonly isDownload: boolean;
}

/** With the Media Type Object, from which the sample of a response is made. */
export type WithMedia<T> = T & { readonly media?: MediaType };

/** Types still have the properties of both directions. */
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
  const responses = responsesOf(context.document, operation);
  const successes = responses.filter(({ status }) => status.startsWith("2"));
  const fallback = responses.find(({ status }) => status === "default");
  const redirects = responses.filter(({ status }) =>
    /^3(0[12378]|XX)$/i.test(status),
  );
  const declared = successes.length > 0 ? successes : redirects;
  // Where no success is declared, `default` describes it.
  const used = declared.length > 0 ? declared : fallback ? [fallback] : [];
  // A response to HEAD never has a body (RFC 9110 section 9.3.2).
  const isHead = /^head$/i.test(pointer.at(-1) ?? "");
  const failures = responses.filter(
    ({ status }) =>
      /^[45]/.test(status) || (status === "default" && declared.length > 0),
  );
  const isDownload = context.isDownload && !isHead;
  return {
    result:
      used === redirects && !isDownload
        ? locationOf(redirects)
        : {
            ...(isHead
              ? bodiless(used)
              : resultOf(isDownload ? asFiles(used) : used, pointer, context)),
            ...(redirects.length > 0 && { redirects: true }),
          },
    errors: failures.map((failure) => errorOf(failure, context)),
    declaresSuccess: used.length > 0,
  };
}

/** Where there is no other success, a redirect is one. */
const locationOf = (responses: readonly StatusResponse[]): Result => ({
  kind: "location",
  status: Number(responses[0]?.status) || 302,
  type: keywordType("string"),
  doc: describedBy(responses[0]?.response.description),
  ...headerNames(responses),
});

/** True for what never has a body: 204 and 205 (RFC 9110 sections 15.3.5 and 15.3.6). */
const isEmpty = ({ status }: StatusResponse): boolean =>
  /^20[45]$/.test(status);

const bodiless = (responses: readonly StatusResponse[]): Result => ({
  kind: "none",
  status: successStatus(responses[0]?.status),
  type: keywordType("void"),
  doc: describedBy(responses[0]?.response.description),
  ...headerNames(responses),
});

function resultOf(
  responses: readonly StatusResponse[],
  pointer: Pointer,
  context: ResultContext,
): WithMedia<Result> {
  const { diagnostics, streamKey } = context;
  const doc = describedBy(responses[0]?.response.description);
  const headers = headerNames(responses);
  const [first, ...rest] = responseFormats(responses, context);
  if (!first)
    return responses.length > 0 && responses.every(isEmpty)
      ? bodiless(responses)
      : {
          ...bodiless(responses),
          kind: "undeclared",
          type: keywordType("unknown"),
        };
  const { mediaType } = first;
  const chosen = responses.find(({ response }) =>
    Object.hasOwn(withoutRanges(response.content), mediaType),
  );
  const media = withoutRanges(chosen?.response.content)[mediaType];
  if (isXML(mediaType))
    diagnostics.report("xml-as-text", { mediaType }, [...pointer, "responses"]);
  const stream =
    first.kind === "json" ? rest.find(({ kind }) => isStream(kind)) : undefined;
  const streaming = stream &&
    streamKey !== undefined && { key: streamKey, format: stream };
  const alternatives = streaming
    ? rest.filter((format) => format !== stream)
    : rest;
  const mayBeEmpty =
    first.kind === "json" &&
    responses.some(
      ({ response }) => !chooseMedia(response.content, responseKinds),
    );
  return {
    ...first,
    status: successStatus(chosen?.status),
    ...(media && { media }),
    type: mayBeEmpty
      ? union([first.type, keywordType("undefined")])
      : first.type,
    doc,
    ...headers,
    ...(alternatives.length > 0 && { alternatives }),
    ...(streaming && { streaming }),
  };
}

/** The declared headers of successful responses. */
function headerNames(
  responses: readonly StatusResponse[],
): Pick<Result, "headers"> {
  const names = responses
    .flatMap(({ response }) => Object.keys(response.headers ?? {}))
    // `content` declares the type of a response (section 4.8.17.1).
    .filter((name) => name.toLowerCase() !== "content-type");
  return names.length > 0 ? { headers: [...new Set(names)] as Text[] } : {};
}

function errorOf(
  { status, response }: StatusResponse,
  { models, baseName }: ResultContext,
): WithMedia<ErrorResponse> {
  const chosen = chooseMedia(response.content, responseKinds);
  const body =
    chosen?.kind === "json" && chosen.media.schema !== undefined
      ? models.named(
          models.typeOf(chosen.media.schema),
          `${baseName}${status === "default" ? "Default" : status.toUpperCase()}Body`,
          {},
        )
      : keywordType("unknown");
  return {
    status: statusOf(status),
    body,
    ...(chosen && {
      mediaType: chosen.mediaType as Text,
      media: chosen.media,
    }),
    doc: describedBy(response.description),
  };
}

/** `2XX` and `default` count as 200. */
const successStatus = (status = "default"): number =>
  /^2\d\d$/.test(status) ? Number(status) : 200;

function statusOf(status: string): ErrorResponse["status"] {
  const name = status.toUpperCase();
  if (name === "4XX" || name === "5XX") return name;
  return status === "default" ? status : Number(status);
}
