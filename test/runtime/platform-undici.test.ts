/** undici's own `fetch` with a dispatcher, as the README of a package shows it: a proxy, and limits. */
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  Agent,
  fetch as fetchOfUndici,
  ProxyAgent,
  type Dispatcher,
  type RequestInit as UndiciInit,
} from "undici";
import { binary, json } from "../../templates/runtime/body.js";
import { unsafe } from "../../templates/runtime/unsafe.js";
import { call } from "../../templates/runtime/call.js";
import { blob } from "../../templates/runtime/decoders.js";
import { events } from "../../templates/runtime/events.js";
import { multipart } from "../../templates/runtime/multipart.js";
import type { Operation } from "../../templates/runtime/operation.js";
import type { ClientOptions, Fetch } from "../../templates/runtime/options.js";
import { clientOf, echo, failureOf, serve } from "./support/server.js";

const post: Operation = {
  id: "post",
  method: "POST",
  unsafe,
  path: "/x",
  body: json,
};

const through = (dispatcher: Dispatcher): ClientOptions => {
  onTestFinished(() => dispatcher.destroy());
  const fetch: Fetch = (url, init) =>
    fetchOfUndici(url as string, {
      ...(init as UndiciInit),
      dispatcher,
    }) as Promise<unknown> as Promise<Response>;
  return { fetch };
};

/** A proxy on loopback that keeps where its tunnels led. */
const proxy = async () => {
  const targets: string[] = [];
  const server = createServer();
  server.on("connect", (request, socket, head: Buffer) => {
    targets.push(String(request.url));
    const [host, port] = String(request.url).split(":");
    const upstream = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    for (const one of [upstream, socket]) one.on("error", () => undefined);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, targets };
};

describe("undici's fetch", () => {
  it("reaches the server through a proxy", async () => {
    const { url, targets } = await proxy();
    const server = await echo({ a: 1 });
    const client = clientOf(server, through(new ProxyAgent(url)));
    expect(await call(client, post, { body: { b: 2 } })).toEqual({ a: 1 });
    expect(server.requests).toMatchObject([
      { method: "POST", body: '{"b":2}' },
    ]);
    expect(targets).toEqual([new URL(server.url).host]);
  });

  it("says which limit of its own it has met", async () => {
    const server = await serve(() => undefined);
    const agent = new Agent({ headersTimeout: 50 });
    const client = clientOf(server, { ...through(agent), timeout: 0 });
    const error = await failureOf(call(client, post, { body: 1 }));
    expect(error).toMatchObject({
      name: "TimeoutError",
      code: "UND_ERR_HEADERS_TIMEOUT",
      attempts: 1,
    });
  }, 20_000);

  it("sends files, streams and parts, and reads bytes and events", async () => {
    const server = await serve(({ request, response }) => {
      const isStreaming = request.target === "/events";
      response.writeHead(200, {
        "content-type": isStreaming ? "text/event-stream" : "image/png",
      });
      response.end(isStreaming ? "data: 1\n\ndata: 2\n\n" : request.body);
    });
    const client = clientOf(server, through(new Agent()));
    const upload: Operation = { ...post, body: binary, response: blob };
    for (const body of [new Blob(["ab"]), new Blob(["ab"]).stream(), "ab"]) {
      const back = await call<Blob, never>(client, upload, { body });
      expect(await back.text()).toBe("ab");
    }
    const parts = await call<Blob, never>(
      client,
      { ...upload, body: multipart },
      { body: { file: new Blob(["ab"]) } },
    );
    expect(await parts.text()).toContain("\r\n\r\nab\r\n");
    const values: unknown[] = [];
    const stream = await call<AsyncIterable<unknown>, never>(client, {
      id: "e",
      path: "/events",
      response: events,
    });
    for await (const value of stream) values.push(value);
    expect(values).toEqual([1, 2]);
  });

  it("has its options of each call", async () => {
    const { url, targets } = await proxy();
    const server = await echo(1);
    const dispatcher = new ProxyAgent(url);
    onTestFinished(() => dispatcher.destroy());
    const client = clientOf(server, { fetch: fetchOfUndici as never });
    await call(client, post, { body: 1 }, { fetchOptions: { dispatcher } });
    await call(client, post, { body: 1 });
    expect(targets).toHaveLength(1);
    expect(server.requests).toHaveLength(2);
  });
});
