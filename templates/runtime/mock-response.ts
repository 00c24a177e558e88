/**
 * An answer of a mock as a `Response`.
 */
import type { MockAnswers } from "./mock-types.js";

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

/** A success in the format of the operation. */
export function successResponse(
  answers: MockAnswers,
  answer: AnyAnswer,
  example: unknown,
): Response {
  const { status = answers.status, events, headers } = answer;
  const [kind, type] =
    events && answers.stream
      ? answers.stream
      : [answers.kind, answers.mediaType];
  const { body = merged(example, answer.data) } = answer;
  if (isStreamed(kind))
    return response(streamOf(kind, events ?? only(body), answer), {
      ...{ type, status, headers },
    });
  if (kind === "location")
    return response(undefined, {
      ...{ type, status },
      headers: { location: elsewhere, ...headers },
    });
  if (kind === "none") return response(undefined, { type, status, headers });
  if (kind === "json")
    return response(JSON.stringify(body ?? null), { type, status, headers });
  if (kind === "undeclared" && body !== undefined)
    return response(JSON.stringify(body), {
      ...{ type: "application/json", status, headers },
    });
  return response(kind === "undeclared" ? undefined : textOf(body ?? "text"), {
    ...{ type, status, headers },
  });
}

/** The example of a stream is one item, where there is one. */
const only = (body: unknown): readonly unknown[] =>
  body === undefined ? [] : [body];

const isStreamed = (kind: string): boolean =>
  /events$/i.test(kind) || kind === "jsonLines";

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

function streamOf(
  kind: string,
  items: readonly unknown[],
  { delay = 0, failAfter = Infinity }: AnyAnswer,
): ReadableStream {
  const encoder = new TextEncoder();
  let index = 0;
  return new ReadableStream({
    async pull(controller) {
      if (delay > 0) await new Promise((done) => setTimeout(done, delay));
      if (index >= failAfter) controller.error(new TypeError("terminated"));
      else if (index >= items.length) controller.close();
      else controller.enqueue(encoder.encode(itemText(kind, items[index++])));
    },
  });
}

/** JSON on a line, or an event (HTML, "Server-sent events"). */
function itemText(kind: string, item: unknown): string {
  if (kind === "jsonLines") return `${JSON.stringify(item)}\n`;
  const isWhole =
    kind !== "events" &&
    Object(item) === item &&
    Object.hasOwn(item as object, "data");
  const { data, ...fields } = (isWhole ? item : { data: item }) as Readonly<
    Record<string, unknown>
  >;
  const text =
    typeof data === "string" && isWhole ? data : JSON.stringify(data);
  const lines = Object.entries(fields)
    .filter(
      ([name, value]) =>
        ["event", "id", "retry"].includes(name) && value !== undefined,
    )
    .map(([name, value]) => `${name}: ${String(value)}\n`);
  return `${lines.join("")}${text
    .split(/\r\n|[\r\n]/)
    .map((line) => `data: ${line}\n`)
    .join("")}\n`;
}

/** Objects are merged; anything else takes the place of what was there. */
export function merged(example: unknown, given: unknown): unknown {
  if (given === undefined) return example;
  if (!isPlain(given)) return given;
  const result: Record<string, unknown> = isPlain(example)
    ? { ...example }
    : {};
  for (const [name, value] of Object.entries(given))
    Object.defineProperty(result, name, {
      value: merged(
        Object.hasOwn(result, name) ? result[name] : undefined,
        value,
      ),
      ...{ configurable: true, enumerable: true, writable: true },
    });
  return result;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  Object.prototype.toString.call(value) === "[object Object]";
