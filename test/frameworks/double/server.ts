/**
 * A double of a framework's server, on the loopback interface: none of the frameworks runs here. One
 * small app (login, items in pages, a photo of each) speaks the wire conventions that a table says:
 * paths, statuses, media types, and the bodies of errors as that framework writes them.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { appOf, type App } from "./app.js";
import type { Answer, Convention } from "./convention.js";

export interface Double {
  readonly origin: string;
  /** The text of the document that it serves. */
  readonly document: string;
  /** `GET /items?page=2 200` of each request, in order. */
  readonly log: string[];
  close(): void;
}

/** @param document with `http://localhost:3000` where the framework puts its own address */
export const startDouble = async (
  convention: Convention,
  document: string,
): Promise<Double> => {
  const log: string[] = [];
  const state: { app?: App } = {};
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const { method = "", url: target = "" } = incoming;
      const headers = new Headers(incoming.headers as Record<string, string>);
      const request = { method, target, headers, body: Buffer.concat(chunks) };
      const failed = (reason: unknown) => ({
        status: 500,
        body: String(reason),
      });
      void state
        .app?.(request)
        .catch(failed)
        .then((answer: Answer) => {
          const { status, body, type = "application/json" } = answer;
          log.push(`${method} ${target} ${status}`);
          outgoing.writeHead(status, {
            ...(body !== undefined && { "content-type": type }),
            ...answer.headers,
          });
          const isText =
            typeof body === "string" && type !== "application/json";
          outgoing.end(
            body === undefined || body instanceof Uint8Array || isText
              ? body
              : JSON.stringify(body),
          );
        });
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const served = document.replaceAll("http://localhost:3000", origin);
  state.app = appOf(convention, { origin, document: served });
  return {
    ...{ origin, log, document: served },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
};
