/** A server on loopback that keeps what it received as it came, and a call that reaches it. */
import { withMethod } from "./server.js";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { call, type APIPromise } from "../../../templates/runtime/call.js";
import { Core } from "../../../templates/runtime/client.js";
import type {
  Decoder,
  Operation,
  RequestOptions,
} from "../../../templates/runtime/operation.js";

export interface Received {
  readonly method: string;
  /** Path and query, as on the wire. */
  readonly url: string;
  /** Names in lower case, values as on the wire, the last one of each name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** Answers a request; the connection's end is known by `response.on("close")`. */
export type Answer = (
  response: ServerResponse,
  request: Received,
) => void | Promise<void>;

export interface Server {
  readonly url: string;
  readonly received: Received[];
}

/** A server that lives as long as the test. */
export async function serve(answer: Answer): Promise<Server> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const raw = request.rawHeaders;
      const headers = new Map<string, string>();
      for (let index = 0; index < raw.length; index += 2)
        headers.set(String(raw[index]).toLowerCase(), String(raw[index + 1]));
      const all: Received = {
        method: String(request.method),
        url: String(request.url),
        headers,
        body: Buffer.concat(chunks),
      };
      received.push(all);
      void answer(response, all);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, received };
}

/** Sends one request and returns what arrived. */
export async function sent(
  operation: Partial<Operation>,
  params: object,
): Promise<Received> {
  const server = await serve((response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end("{}");
  });
  await invoke(server, operation, params);
  const [request] = server.received;
  if (!request || server.received.length > 1)
    throw new Error(`${server.received.length} requests arrived`);
  return request;
}

/** Calls an operation of the server; without retries, so that every failure shows. */
export function invoke<T = unknown>(
  { url }: Pick<Server, "url">,
  operation: Partial<Operation>,
  params: object = {},
  options: RequestOptions = {},
  fetch?: typeof globalThis.fetch,
): APIPromise<T, Error> {
  const client = new Core({ baseURL: url, maxRetries: 0, fetch });
  const whole = withMethod(
    operation.method ?? (operation.body ? "POST" : "GET"),
    operation,
  );
  return call<T, Error>(client, whole, params, options);
}

/** A response that arrives in these pieces, read by a decoder. */
export async function decoded<T>(
  decoder: Decoder,
  pieces: Iterable<string | Uint8Array>,
  type: string,
  options: RequestOptions = {},
): Promise<T> {
  const all = [...pieces][Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const { done, value } = all.next();
      if (done) controller.close();
      else
        controller.enqueue(
          typeof value === "string" ? new TextEncoder().encode(value) : value,
        );
    },
  });
  const client = new Core({
    baseURL: "http://127.0.0.1",
    maxRetries: 0,
    fetch: () =>
      Promise.resolve(
        new Response(body, { headers: { "content-type": type } }),
      ),
  });
  return call<T, Error>(
    client,
    { id: "test", method: "GET", path: "/", response: decoder },
    {},
    options,
  );
}

/** All that an iterable gives. */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** The error that a promise ends with. */
export const rejection = (promise: PromiseLike<unknown>): Promise<Error> =>
  Promise.resolve(promise).then(
    () => {
      throw new Error("it did not fail");
    },
    (error: unknown) => error as Error,
  );

/** A promise to be kept later. */
export function deferred(): { promise: Promise<unknown>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
}
