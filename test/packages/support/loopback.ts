/** A real server on this machine, which notes what it is asked. */
import { createServer } from "node:http";
import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface Received {
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** `count` is how many requests came so far, this one included. */
export type Handler = (
  request: Received,
  response: ServerResponse,
  count: number,
) => void;

export interface Loopback {
  readonly url: string;
  readonly received: readonly Received[];
  close(): void;
}

export const listen = async (handler: Handler): Promise<Loopback> => {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const body = Buffer.concat(chunks).toString();
      const one = { method, url, headers, body };
      handler(one, response, received.push(one));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
};

/** A server for the current test. */
export const serve = async (handler: Handler): Promise<Loopback> => {
  const loopback = await listen(handler);
  onTestFinished(() => {
    loopback.close();
  });
  return loopback;
};

/** Answers with JSON; without a body, with nothing. */
export const answer = (
  response: ServerResponse,
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): void => {
  const json = body !== undefined && { "content-type": "application/json" };
  response.writeHead(status, { ...json, ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
};
