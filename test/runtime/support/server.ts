/**
 * Servers on loopback: they keep what they receive as it came, answer as a test says, and end
 * with the test.
 */
import { createServer, type ServerResponse } from "node:http";
import { createServer as createSocketServer, type AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { securitySchemes } from "../../../templates/runtime/authorize.js";
import {
  Core,
  type APIDescription,
  type ClientOptions,
} from "../../../templates/runtime/client.js";
import { unsafe } from "../../../templates/runtime/unsafe.js";
import type {
  Authenticator,
  Operation,
  Security,
} from "../../../templates/runtime/operation.js";

export interface Request {
  readonly method: string;
  /** Path and query as on the wire. */
  readonly target: string;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface Answer {
  readonly request: Request;
  /** How many requests came before. */
  readonly index: number;
  readonly response: ServerResponse;
  /** Answers with JSON, or with no body at all. */
  json(status: number, body?: unknown, headers?: Record<string, string>): void;
  /** Answers with text of any type. */
  text(status: number, text: string, type?: string): void;
  /** Closes the connection without an answer. */
  drop(): void;
}

export interface TestServer {
  readonly url: string;
  readonly requests: Request[];
}

/** An http server. */
export async function serve(
  handler: (answer: Answer) => void,
): Promise<TestServer> {
  const requests: Request[] = [];
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("error", () => undefined);
    incoming.on("end", () => {
      const headers: Record<string, string> = {};
      const raw = incoming.rawHeaders;
      for (let index = 0; index < raw.length; index += 2)
        headers[String(raw[index]).toLowerCase()] = String(raw[index + 1]);
      const request = {
        method: String(incoming.method),
        target: String(incoming.url),
        headers,
        body: Buffer.concat(chunks).toString(),
      };
      const index = requests.push(request) - 1;
      handler({
        request,
        index,
        response,
        json(status, body, extra) {
          response.writeHead(status, {
            "content-type": "application/json",
            ...extra,
          });
          response.end(body === undefined ? undefined : JSON.stringify(body));
        },
        text(status, text, type = "text/plain") {
          response.writeHead(status, { "content-type": type });
          response.end(text);
        },
        drop() {
          incoming.socket.destroy();
        },
      });
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests };
}

/** A server that answers every request with the same JSON. */
export const echo = (body: unknown = {}): Promise<TestServer> =>
  serve(({ json }) => {
    json(200, body);
  });

/** A port that nothing listens on. */
export async function closedPort(): Promise<string> {
  const server = createSocketServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}`;
}

/** An operation with any method, as generated code has it. */
export const withMethod = (
  method: string,
  operation: Partial<Operation>,
): Operation => ({
  id: "test",
  path: "/",
  ...operation,
  ...(/^(GET|HEAD|OPTIONS|TRACE)$/.test(method)
    ? { method: method as "GET" }
    : { method, unsafe }),
});

/** A client of the server. */
export const clientOf = (
  { url }: { url: string },
  options: ClientOptions = {},
  api: APIDescription = {},
): Core => new Core({ baseURL: url, ...options }, api);

/** The error that a promise ends with. */
export const failureOf = async <E = never>(
  promise: PromiseLike<unknown>,
): Promise<E> => {
  try {
    await promise;
  } catch (error) {
    return error as E;
  }
  throw new Error("it did not fail");
};

/** What generated code writes for an API with a single security scheme. */
export const singleScheme = (
  name: string,
  authenticator: Authenticator | undefined,
  security: Security = [[name]],
): Authenticator => securitySchemes([[name, authenticator]], security);
