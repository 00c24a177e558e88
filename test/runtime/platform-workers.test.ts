/**
 * Service workers and edge functions. The double is a global object with what the Minimum Common Web
 * API names and nothing else: no `process`, no `Buffer`, no `require`, no `document`.
 */
import { createContext, runInContext } from "node:vm";
import { expect, it } from "vitest";
import { runtimeScript } from "./support/bundle.js";
import { serve } from "./support/server.js";

const names = [
  ...["AbortController", "AbortSignal", "Blob", "File", "FormData", "Headers"],
  ...["ReadableStream", "Request", "Response", "TextDecoder", "TextEncoder"],
  ...["TransformStream", "URL", "URLSearchParams", "atob", "btoa", "crypto"],
  ...["clearTimeout", "fetch", "setTimeout"],
];

/** Runs an async function of this text in a worker, with the runtime as `sdk`. */
const inWorker = async (text: string, given: object): Promise<unknown> => {
  const own = globalThis as unknown as Record<string, unknown>;
  const worker = createContext({
    ...Object.fromEntries(names.map((name) => [name, own[name]])),
    ...given,
  });
  runInContext(runtimeScript(), worker);
  for (const name of ["process", "Buffer", "document", "navigator", "window"])
    expect(runInContext(`typeof ${name}`, worker)).toBe("undefined");
  const result: unknown = await runInContext(
    `(async () => {${text}})()`,
    worker,
  );
  return JSON.parse(String(result));
};

it("a worker calls, uploads, streams and repeats", async () => {
  const server = await serve(({ request, index, json: send, text }) => {
    if (index === 0) send(503, {}, { "retry-after": "0" });
    else if (request.target === "/events")
      text(200, "data: 1\n\ndata: 2\n\n", "text/event-stream");
    else if (request.target === "/none") send(404, { message: "no" });
    else
      send(200, { body: request.body, auth: request.headers["authorization"] });
  });
  const result = await inWorker(
    `
    const client = new sdk.Core(
      { baseURL: url, headers: sdk.withUserAgent({}, "worker") },
      { auth: sdk.bearer("tok") },
    );
    const post = { id: "p", method: "PUT", path: "/x", body: sdk.json };
    const sent = await sdk.call(client, post, { body: { a: 1 } });
    const upload = { ...post, body: sdk.multipart };
    const parts = await sdk.call(client, upload, { body: { file: new Blob(["ab"]) } });
    const values = [];
    const events = { id: "e", path: "/events", response: sdk.events };
    for await (const value of await sdk.call(client, events)) values.push(value);
    const missing = await sdk.request(client, "GET", "/none").result();
    return JSON.stringify({
      sent,
      hasParts: parts.body.includes("\\r\\n\\r\\nab\\r\\n"),
      values,
      error: missing.error.message,
    });`,
    { url: server.url },
  );
  expect(result).toEqual({
    sent: { body: '{"a":1}', auth: "Bearer tok" },
    hasParts: true,
    values: [1, 2],
    error: "404 no (GET /none)",
  });
  expect(server.requests[0]?.headers["user-agent"]).toBe(
    "sdkwright/0.0.0 worker",
  );
});
