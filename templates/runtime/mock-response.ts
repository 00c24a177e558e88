/**
 * An answer of a mock as a `Response`.
 */
import type { FindPage, MockAnswers, MockStreams } from "./mock-types.js";

/** Every member that an answer may have, whatever the operation. */
export interface AnyAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delay?: number;
  readonly data?: unknown;
  readonly body?: unknown;
  readonly events?: readonly unknown[];
  readonly failAfter?: number;
  readonly pages?: readonly (readonly unknown[])[];
  readonly find?: FindPage;
  readonly fail?: "network" | "timeout";
}

/** Where operations redirect to that answer with a URL. */
const elsewhere = "https://files.example.com/1";

/** A status that allows no body (Fetch, "null body status"). */
const isEmpty = (status: number): boolean =>
  [101, 103, 204, 205, 304].includes(status);

/** What the document has for a status, for all of its kind, or for every other one. */
export const declaredError = (
  { errors }: MockAnswers,
  status: number,
): MockAnswers["errors"][number] | undefined =>
  [status, status < 500 ? "4XX" : "5XX", "default"]
    .map((wanted) => errors.find(([declared]) => declared === wanted))
    .find((found) => found !== undefined);

/** An error with the example of its status, where there is one. */
export function errorResponse(
  answers: MockAnswers,
  answer: AnyAnswer,
  status: number,
): Response {
  const [, type = "application/json", example] =
    declaredError(answers, status) ?? [];
  const { body = example } = answer;
  const text = /\bjson\b/i.test(type) ? JSON.stringify(body) : textOf(body);
  return response(text, { type, status, headers: answer.headers });
}

/**
 * A success in the format of the operation.
 *
 * @param streams of a package that has any
 */
export function successResponse(
  answers: MockAnswers,
  answer: AnyAnswer,
  streams: MockStreams | undefined,
): Response {
  const { status = answers.status, events } = answer;
  const [kind, type] =
    events && answers.stream
      ? answers.stream
      : [answers.kind, answers.mediaType];
  const { body = merged(answers.body, answer.data) } = answer;
  const headers =
    kind === "location"
      ? { location: elsewhere, ...answer.headers }
      : answer.headers;
  // The example of a stream is one item, where there is one.
  const items = events ?? (body === undefined ? [] : [body]);
  const text =
    kind === "json"
      ? JSON.stringify(body ?? null)
      : kind === "undeclared"
        ? JSON.stringify(body)
        : kind === "location" || kind === "none"
          ? undefined
          : textOf(body ?? "text");
  return response(streams?.(kind, items, answer) ?? text, {
    type: kind === "undeclared" ? "application/json" : type,
    status,
    headers,
  });
}

const textOf = (body: unknown): string | Blob | undefined =>
  body === undefined || typeof body === "string" || body instanceof Blob
    ? body
    : JSON.stringify(body);

interface ResponseParts {
  readonly type: string | undefined;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>> | undefined;
}

function response(
  body: string | Blob | ReadableStream | undefined,
  { type, status, headers: given }: ResponseParts,
): Response {
  const hasBody = body !== undefined && !isEmpty(status);
  const headers = new Headers(hasBody && type ? { "content-type": type } : {});
  for (const [name, value] of Object.entries(given ?? {}))
    headers.set(name, value);
  return new Response(hasBody ? body : null, { status, headers });
}

/** Objects are merged; anything else takes the place of what was there. */
export function merged(example: unknown, given: unknown): unknown {
  if (given === undefined) return example;
  if (!isPlain(given)) return given;
  const before = isPlain(example) ? example : {};
  return {
    ...before,
    ...Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        merged(Object.hasOwn(before, name) ? before[name] : undefined, value),
      ]),
    ),
  };
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  Object.prototype.toString.call(value) === "[object Object]";
