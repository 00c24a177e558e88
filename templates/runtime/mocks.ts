/**
 * A `fetch` function that answers as the API's document says, without a server:
 * with the document's examples, or with what a test gives in their place.
 */
import { mockedPage } from "./mock-pages.js";
import {
  declaredError,
  errorResponse,
  merged,
  successResponse,
  type AnyAnswer,
} from "./mock-response.js";
import { mockRouter } from "./mock-routes.js";
import { valueAt } from "./next-page.js";
import type {
  MockAnswers,
  MockCall,
  MockedOperation,
  MockFetch,
  MockOptions,
} from "./mock-types.js";

/** The operations of a package, and the paths of its servers. */
export interface MockedAPI {
  readonly operations: readonly MockedOperation[];
  readonly prefixes: readonly string[];
}

type Answerer = (request: Request, params: MockCall["params"]) => unknown;

export function mocked(
  { operations, prefixes }: MockedAPI,
  mocks: object,
  { baseURL }: MockOptions = {},
): MockFetch {
  const find = mockRouter(operations, [
    ...(baseURL === undefined ? [] : [pathOf(baseURL)]),
    ...prefixes,
  ]);
  const answersTo = answerReader(operations);
  const given = new Map<string, unknown>(Object.entries(mocks));
  for (const name of given.keys())
    if (!operations.some(([operation]) => operation === name))
      throw new TypeError(`there is no operation ${name} to be mocked`);
  const counts = new Map<string, number>();
  const calls: MockCall[] = [];
  const fetch = async (
    input: string | URL | Request,
    init?: RequestInit,
  ): Promise<Response> => {
    const request = new Request(input, init);
    const route = find(request);
    // A status 404 would look like an answer of the API.
    if (!route)
      throw new TypeError(
        `no operation is ${request.method} ${new URL(request.url).pathname}`,
      );
    const { params } = route;
    const [operation] = route.operation;
    const index = counts.get(operation) ?? 0;
    counts.set(operation, index + 1);
    calls.push({ operation, request, params });
    let answer = given.get(operation);
    if (Array.isArray(answer))
      answer = answer[Math.min(index, answer.length - 1)];
    if (typeof answer === "function")
      answer = await (answer as Answerer)(request.clone(), params);
    if (answer instanceof Response) return answer;
    return respond(
      typeof answer === "number" ? { status: answer } : (answer ?? {}),
      { request, answers: answersTo(operation) },
    );
  };
  fetch.calls = calls;
  return fetch;
}

/** The body of an operation's success, or of one of its errors; a new copy each time. */
export function fixtureOf(
  { operations }: MockedAPI,
  operation: string,
  status?: number,
): unknown {
  const answers = answerReader(operations)(operation);
  return status === undefined
    ? answers.body
    : declaredError(answers, status)?.[2];
}

/** Reads the JSON of an operation, with the body of the one that has the same. */
const answerReader =
  (operations: readonly MockedOperation[]) =>
  (name: string): MockAnswers => {
    const of = (wanted: string): MockAnswers => {
      const found = operations.find(([operation]) => operation === wanted);
      if (!found) throw new TypeError(`there is no operation ${wanted}`);
      return JSON.parse(found[4]) as MockAnswers;
    };
    const answers = of(name);
    const { bodyOf } = answers;
    return bodyOf === undefined
      ? answers
      : { ...answers, body: of(bodyOf).body };
  };

interface Exchange {
  readonly request: Request;
  readonly answers: MockAnswers;
}

async function respond(
  answer: AnyAnswer,
  { request, answers }: Exchange,
): Promise<Response> {
  const { fail, delay = 0, pages, status = answers.status } = answer;
  const { signal } = request;
  signal.throwIfAborted();
  if (fail === "network") throw new TypeError("fetch failed");
  if (fail === "timeout")
    return new Promise((_, reject) => {
      whenAborted(signal, reject);
    });
  if (delay > 0)
    await new Promise<void>((done, reject) => {
      const timer = setTimeout(done, delay);
      whenAborted(signal, (reason) => {
        clearTimeout(timer);
        reject(reason);
      });
    });
  if (status >= 400) return errorResponse(answers, answer, status);
  if (!pages || !answers.paging)
    return successResponse(answers, answer, answers.body);
  const example = merged(answers.body, answer.data);
  const first = valueAt(example, [...answers.paging.items, "0"]);
  const { body, headers } = await mockedPage(
    answers.paging,
    pages.map((items) => items.map((item) => merged(first, item))),
    { request, example },
  );
  return successResponse(
    answers,
    { status, headers: { ...headers, ...answer.headers } },
    body,
  );
}

const whenAborted = (
  signal: AbortSignal,
  then: (reason: unknown) => void,
): void => {
  signal.addEventListener(
    "abort",
    () => {
      then(signal.reason);
    },
    { once: true },
  );
};

const pathOf = (url: string): string =>
  new URL(url).pathname.replace(/\/+$/, "");
