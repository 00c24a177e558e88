/** Redirects: followed within the origin and for reading, refused for everything else. */
import { describe, expect, it } from "vitest";
import { apiKey, basic, bearer } from "../../templates/runtime/auth.js";
import { json } from "../../templates/runtime/body.js";
import { call } from "../../templates/runtime/call.js";
import { Core } from "../../templates/runtime/client.js";
import { APIError, ConnectionError } from "../../templates/runtime/errors.js";
import { extras } from "../../templates/runtime/extras.js";
import type { Operation } from "../../templates/runtime/operation.js";
import {
  clientOf,
  echo,
  failureOf,
  serve,
  type TestServer,
  singleScheme,
  withMethod,
} from "./support/server.js";

const statuses = [301, 302, 303, 307, 308];
const operation = (method: string, rest: Partial<Operation> = {}): Operation =>
  withMethod(method, { id: "op", path: "/from", query: ["q"], ...rest });

/** Redirects from `/from`; everything else is the target. */
const redirecting = (status: number, location: string): Promise<TestServer> =>
  serve(({ request, response, json: send }) => {
    if (!request.target.startsWith("/from"))
      return send(200, { at: request.target });
    response.writeHead(status, { location });
    response.end("moved");
  });

describe("a redirect within the origin", () => {
  it.each(statuses)(
    "%i is followed when reading, with everything that was sent",
    async (status) => {
      for (const method of ["GET", "HEAD"]) {
        const server = await redirecting(status, "/to?x=1#y");
        const client = clientOf(
          server,
          { headers: { "x-own": "1" } },
          { auth: singleScheme("a", bearer("tok")) },
        );
        const value = await call(client, operation(method), { q: 1 });
        if (method === "GET") expect(value).toEqual({ at: "/to?x=1" });
        expect(server.requests).toMatchObject([
          {
            method,
            target: "/from?q=1",
            headers: { authorization: "Bearer tok", "x-own": "1" },
          },
          {
            method,
            target: "/to?x=1",
            headers: { authorization: "Bearer tok", "x-own": "1" },
          },
        ]);
      }
    },
  );

  it("may be relative or absolute", async () => {
    for (const location of ["to", "./to", "/to", "{url}/to", "?to"]) {
      const server: TestServer = await serve(
        ({ request, response, json: send }) => {
          if (request.target !== "/from") return send(200, 1);
          response.writeHead(302, {
            location: location.replace("{url}", server.url),
          });
          response.end();
        },
      );
      expect(await call(clientOf(server), operation("GET"))).toBe(1);
    }
  });

  it("gets a credential in the query again", async () => {
    const server = await redirecting(302, "/to");
    await call(
      clientOf(
        server,
        {},
        { auth: singleScheme("a", apiKey("query", "key", "k")) },
      ),
      operation("GET"),
    );
    expect(server.requests.map(({ target }) => target)).toEqual([
      "/from?key=k",
      "/to?key=k",
    ]);
  });

  it("is followed five times", async () => {
    const server = await serve(({ index, response, json: send }) => {
      if (index === 5) return send(200, 1);
      response.writeHead(302, { location: `/${index}` });
      response.end();
    });
    expect(await call(clientOf(server), operation("GET"))).toBe(1);
    const circle = await redirecting(302, "/from");
    const error = await failureOf(call(clientOf(circle), operation("GET")));
    expect(error).toMatchObject({ status: 302, attempts: 6 });
    expect(circle.requests).toHaveLength(6);
  });

  it("does not count as a retry", async () => {
    const server = await redirecting(302, "/to");
    expect(
      await call(clientOf(server, { maxRetries: 0 }), operation("GET")),
    ).toEqual({ at: "/to" });
  });

  const writing = ["POST", "PUT", "PATCH", "DELETE"];
  const write = (server: TestServer, method: string, body: unknown = "b") =>
    call(clientOf(server), operation(method, { body: json }), { body });

  it.each([301, 302])("%i is not followed when writing", async (status) => {
    for (const method of writing) {
      const server = await redirecting(status, "/to");
      const error: APIError = await failureOf(write(server, method));
      expect(error).toBeInstanceOf(APIError);
      expect(error).toMatchObject({ name: "APIError", status, attempts: 1 });
      expect(error.headers.get("location")).toBe("/to");
      expect(server.requests).toHaveLength(1);
    }
  });

  it.each([307, 308])("%i is followed with method and body", async (status) => {
    for (const method of writing) {
      const server = await redirecting(status, "/to");
      expect(await write(server, method)).toEqual({ at: "/to" });
      expect(server.requests[1]).toMatchObject({
        method,
        target: "/to",
        body: '"b"',
        headers: { "content-type": "application/json" },
      });
    }
  });

  it("303 is followed by reading, without the body", async () => {
    for (const method of writing) {
      const server = await redirecting(303, "/to");
      expect(await write(server, method)).toEqual({ at: "/to" });
      expect(server.requests[1]).toMatchObject({
        method: "GET",
        target: "/to",
        body: "",
      });
      expect(server.requests[1]?.headers).not.toHaveProperty("content-type");
    }
  });

  it("307 is an error where the body was a stream", async () => {
    const server = await redirecting(307, "/to");
    const body = new Response("b").body;
    const encode: Operation["body"] = { encode: () => body ?? undefined };
    const error = await failureOf(
      call(clientOf(server), operation("POST", { body: encode }), { body }),
    );
    expect(error).toMatchObject({ name: "APIError", status: 307 });
    expect(server.requests).toHaveLength(1);
  });
});

describe("a redirect to another origin", () => {
  const credentials = {
    nothing: undefined,
    bearer: bearer("secret"),
    basic: basic({ username: "u", password: "secret" }),
    "a key in a header": apiKey("header", "x-key", "secret"),
    "a key in the query": apiKey("query", "key", "secret"),
    "a key in a cookie": apiKey("cookie", "c", "secret"),
  };
  it.each(
    statuses.flatMap((status) =>
      Object.keys(credentials).map((name) => [status, name] as const),
    ),
  )("%i with %s reaches nobody", async (status, name) => {
    const other = await echo();
    const auth = credentials[name as keyof typeof credentials];
    for (const location of [
      `${other.url}/from`,
      other.url.replace("http:", ""),
    ])
      for (const method of ["GET", "POST"]) {
        const server = await redirecting(status, location);
        const client = clientOf(
          server,
          {},
          auth && { auth: singleScheme("a", auth) },
        );
        const what = operation(method, {
          ...(method === "POST" && { body: json }),
          extras,
          cookies: ["session"],
        });
        const error: APIError = await failureOf(
          call(client, what, { body: "secret", session: "secret" }),
        );
        expect(error).toBeInstanceOf(APIError);
        expect(error).toMatchObject({ status, attempts: 1 });
        expect(error.headers.get("location")).toBe(location);
        expect(server.requests).toHaveLength(1);
      }
    expect(other.requests).toHaveLength(0);
  });

  it("from https to http is refused", async () => {
    const fetch = () =>
      Promise.resolve(
        new Response(null, {
          status: 302,
          headers: { location: "http://api.example.com/" },
        }),
      );
    const client = new Core({ baseURL: "https://api.example.com", fetch });
    expect(await failureOf(call(client, operation("GET")))).toMatchObject({
      status: 302,
    });
  });

  it("that makes no sense is an error of the connection", async () => {
    const server = await redirecting(302, "http://");
    const error = await failureOf(
      call(clientOf(server, { maxRetries: 0 }), operation("GET")),
    );
    expect(error).toBeInstanceOf(ConnectionError);
  });
});

describe("what is no redirect", () => {
  it.each([300, 304, 305, 306])("%i is an error", async (status) => {
    const server = await redirecting(status, "/to");
    expect(
      await failureOf(call(clientOf(server), operation("GET"))),
    ).toMatchObject({ status });
  });

  it("a status without a location is an error", async () => {
    const server = await serve(({ json: send }) => {
      send(302);
    });
    expect(
      await failureOf(call(clientOf(server), operation("GET"))),
    ).toMatchObject({ status: 302, attempts: 1 });
  });

  it("a location with a success is an answer", async () => {
    const server = await serve(({ json: send }) => {
      send(201, 1, { location: "/to" });
    });
    expect(await call(clientOf(server), operation("GET"))).toBe(1);
  });

  it("a browser's opaque redirect is an error", async () => {
    const opaque = {
      ok: false,
      status: 0,
      type: "opaqueredirect",
      statusText: "",
      headers: new Headers(),
      body: null,
    };
    const client = new Core({
      baseURL: "https://api.example.com",
      fetch: () => Promise.resolve(opaque as unknown as Response),
    });
    expect(await failureOf(call(client, operation("GET")))).toMatchObject({
      name: "APIError",
      status: 0,
    });
  });
});
