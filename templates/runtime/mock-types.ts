/**
 * What a mock can be told to answer. The package's own types name these with
 * the data of each operation.
 */
import type { Paging } from "./operation.js";

/** Every field may be left out; lists are given as a whole. */
export type DeepPartial<T> = T extends readonly unknown[] | Blob
  ? T
  : T extends object
    ? { [Key in keyof T]?: DeepPartial<T[Key]> | undefined }
    : T;

/** What goes with any answer. */
export interface MockCommon {
  headers?: Readonly<Record<string, string>> | undefined;
  /** Milliseconds before the answer, and between the items of a stream. */
  delay?: number | undefined;
}

/** A success: the document's example, with what is given here in its place. */
export interface MockSuccess<Status extends number, Data> extends MockCommon {
  status?: Status | undefined;
  /** Is merged into the example. */
  data?: DeepPartial<Data> | undefined;
  /** In place of the example. */
  body?: Data | undefined;
  /** What `mockPages` makes is an answer of lists alone. */
  pages?: undefined;
}

/** An error that the document declares, with its example as the body. */
export interface MockError<Status extends number, Body> extends MockCommon {
  status: Status;
  body?: Body | undefined;
}

/** A stream of these items. */
export interface MockStream<Item> extends MockCommon {
  events: readonly Item[];
  /** The connection is lost after so many items. */
  failAfter?: number | undefined;
}

/** An event as it is sent: text, or anything else as JSON. */
export interface MockEvent {
  data: unknown;
  event?: string | undefined;
  id?: string | undefined;
  retry?: number | undefined;
}

/**
 * A list in pages of these items, in which further pages are found as in the API:
 * `mockPages` makes it.
 */
export interface MockPages<Item> extends MockCommon {
  pages: readonly (readonly DeepPartial<Item>[])[];
  find: FindPage;
}

/** No answer: the connection fails, or nothing comes until the caller gives up. */
export interface MockFailure {
  fail: "network" | "timeout";
}

/** What any server may answer: such requests are repeated. */
export type MockBusyStatus = 408 | 429 | 500 | 502 | 503 | 504;

/** An answer, or a status alone. */
export type MockAnswer<Answer> =
  | Answer
  | MockError<MockBusyStatus, unknown>
  | MockFailure
  | MockBusyStatus
  | (Answer extends { status?: infer Status }
      ? Exclude<Status, undefined>
      : never);

/** Makes the answer to a request; `params` are those of the path. */
export type MockFunction<Answer> = (
  request: Request,
  params: Readonly<Record<string, string>>,
) => MockAnswer<Answer> | Response | Promise<MockAnswer<Answer> | Response>;

/**
 * The same answer each time, or one after the other: the last one stays.
 */
export type Mock<Answer> =
  | MockAnswer<Answer>
  | MockFunction<Answer>
  | readonly (MockAnswer<Answer> | MockFunction<Answer>)[];

/** A request that a mock has received. */
export interface MockCall {
  /** The name of the operation's function. */
  readonly operation: string;
  readonly request: Request;
  /** The parameters of the path. */
  readonly params: Readonly<Record<string, string>>;
}

/** A `fetch` function that answers by itself. */
export interface MockFetch {
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** The requests so far. */
  readonly calls: readonly MockCall[];
}

export interface MockOptions {
  /** The client's, where it is none of the document's servers. */
  baseURL?: string | undefined;
}

/** An operation: its function, method, path and query, and its answers as JSON. */
export type MockedOperation = readonly [
  operation: string,
  method: string,
  path: string,
  query: string,
  answers: string,
];

/** What the JSON of an operation has. */
export interface MockAnswers {
  readonly kind: string;
  readonly status: number;
  readonly mediaType?: string;
  readonly body?: unknown;
  /** The operation that has the same body. */
  readonly bodyOf?: string;
  /** The format of a stream that callers may ask for. */
  readonly stream?: readonly [kind: string, mediaType: string];
  readonly errors: readonly (readonly [
    status: number | "4XX" | "5XX" | "default",
    mediaType?: string,
    body?: unknown,
  ])[];
  readonly paging?: MockPaging;
}

/** `paging` of an operation, and where requests say which page they want. */
export interface MockPaging extends Omit<Paging, "param"> {
  readonly asks?: readonly [place: string, ...path: readonly string[]];
}

/**
 * Makes an answer of the page that a request asks for.
 *
 * @param answers of the operation
 * @param answer with all pages
 * @returns the example of a body with the items of that page, and headers
 */
export type FindPage = (
  answers: MockAnswers,
  answer: object,
  request: Request,
) => Promise<object>;

/** Items as a format sends them; undefined where that is no stream. */
export type MockStreams = (
  kind: string,
  items: readonly unknown[],
  answer: { readonly delay?: number; readonly failAfter?: number },
) => ReadableStream | undefined;
