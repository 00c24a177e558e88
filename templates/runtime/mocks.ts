/**
 * A `fetch` function that answers as the API's document says, without a server:
 * with the document's examples, or with what a test gives in their place.
 */
import {
  declaredError,
  errorResponse,
  successResponse,
  type AnyAnswer,
} from "./mock-response.js";
import { mockRouter } from "./mock-routes.js";
import type {
  MockAnswers,
  MockCall,
  MockedOperation,
  MockFetch,
  MockOptions,
  MockStreams,
} from "./mock-types.js";

/** The operations of a package, the paths of its servers, and what else it has. */
export interface MockedAPI {
  readonly operations: readonly MockedOperation[];
  readonly prefixes: readonly string[];
  readonly streams?: MockStreams;
  /** What operations are called now, by their names before. */
  readonly renamed?: Readonly<Record<string, string>>;
}

type Answerer = (request: Request, params: MockCall["params"]) => unknown;

export function mocked(
  { operations, prefixes, streams, renamed }: MockedAPI,
  mocks: object,
  { baseURL }: MockOptions = {},
): MockFetch {
  const find = mockRouter(operations, [
    ...(baseURL === undefined ? [] : [pathOf(baseURL)]),
    ...prefixes,
  ]);
  const answersTo = answerReader(operations);
  const given = new Map(
    Object.entries(mocks).map(([name, answer]: [string, unknown]) => [
      currentName(name, renamed),
      answer,
    ]),
  );
  for (const name of given.keys())
    if (!operations.some(([operation]) => operation === name))
      throw new TypeError(`there is no operation ${name} to be mocked`);
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
    let answer = given.get(operation);
    if (Array.isArray(answer)) {
      const before = calls.filter((call) => call.operation === operation);
      answer = answer[Math.min(before.length, answer.length - 1)];
    }
    calls.push({ operation, request, params });
    if (typeof answer === "function")
      answer = await (answer as Answerer)(request.clone(), params);
    if (answer instanceof Response) return answer;
    return respond(
      typeof answer === "number" ? { status: answer } : (answer ?? {}),
      { request, answers: answersTo(operation), streams },
    );
  };
  fetch.calls = calls;
  return fetch;
}

/** The body of an operation's success, or of one of its errors; a new copy each time. */
export function fixtureOf(
  { operations, renamed }: MockedAPI,
  operation: string,
  status?: number,
): unknown {
  const answers = answerReader(operations)(currentName(operation, renamed));
  return status === undefined
    ? answers.body
    : declaredError(answers, status)?.[2];
}

const currentName = (
  name: string,
  renamed: MockedAPI["renamed"] = {},
): string => (Object.hasOwn(renamed, name) ? String(renamed[name]) : name);

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
  readonly streams: MockStreams | undefined;
}

async function respond(
  answer: AnyAnswer,
  { request, answers, streams }: Exchange,
): Promise<Response> {
  const { fail, delay = 0, find, status = answers.status } = answer;
  const { signal } = request;
  signal.throwIfAborted();
  if (fail === "network") throw new TypeError("fetch failed");
  if (fail || delay > 0)
    await new Promise<void>((done, reject) => {
      // Nothing comes, until the caller gives up.
      const timer = fail ? undefined : setTimeout(done, delay);
      signal.addEventListener(
        "abort",
        () => {
          clearTimeout(timer);
          reject(signal.reason);
        },
        { once: true },
      );
    });
  return status < 400
    ? successResponse(
        answers,
        find ? await find(answers, answer, request) : answer,
        streams,
      )
    : errorResponse(answers, answer, status);
}

const pathOf = (url: string): string =>
  new URL(url).pathname.replace(/\/+$/, "");
