/** Redirects that are part of an API: downloads from other hosts, and a URL as the result. */
import { describe, expect, it } from "vitest";
import { apiKey, bearer } from "../../templates/runtime/auth.js";
import { unsafe } from "../../templates/runtime/unsafe.js";
import { json } from "../../templates/runtime/body.js";
import { call } from "../../templates/runtime/call.js";
import { blob } from "../../templates/runtime/decoders.js";
import type { SDKError } from "../../templates/runtime/errors.js";
import { pipeline } from "../../templates/runtime/middleware.js";
import type { Operation } from "../../templates/runtime/operation.js";
import {
  following,
  redirectTarget,
} from "../../templates/runtime/redirects.js";
import { clientOf, failureOf, serve, singleScheme } from "./support/server.js";

const download: Operation = {
  id: "download",
  path: "/file",
  response: following(blob),
};

/** A host that gives the file, or what the test says. */
const files = (status = 200, headers: Record<string, string> = {}) =>
  serve(({ json: send }) => {
    send(status, "pixels", headers);
  });

/** An API that redirects to a host. */
const api = (location: string, status = 302) =>
  serve(({ request, response, json: send }) => {
    if (request.target !== "/file") return send(200, "at home");
    response.writeHead(status, { location });
    response.end("moved");
  });

const secretive = {
  auth: singleScheme("a", bearer("secret")),
};

describe("a download from another host", () => {
  it.each([301, 302, 303, 307, 308])(
    "is followed after a %i, and nothing secret goes there",
    async (status) => {
      const other = await files();
      const server = await api(`${other.url}/f?sign=1`, status);
      const client = clientOf(
        server,
        { headers: { "x-own": "secret" }, fetchOptions: { keepalive: true } },
        secretive,
      );
      const options = { headers: { "x-call": "secret" } };
      const { data, response } = await call<Blob, never>(
        client,
        download,
        {},
        options,
      ).withResponse();
      expect(await data.text()).toBe('"pixels"');
      expect(response.url).toBe(`${other.url}/f?sign=1`);
      expect(server.requests[0]?.headers).toMatchObject({
        authorization: "Bearer secret",
      });
      expect(other.requests).toMatchObject([
        { method: "GET", target: "/f?sign=1" },
      ]);
      expect(JSON.stringify(other.requests)).not.toContain("secret");
    },
  );

  it("is seen by middleware as one request, which changes the first alone", async () => {
    const other = await files();
    const server = await api(other.url);
    let seen = 0;
    const transport = pipeline((request, next) => {
      seen++;
      request.headers.set("x-signature", "secret");
      return next(request);
    });
    const client = clientOf(server, { transport });
    expect(await (await call<Blob, never>(client, download)).text()).toBe(
      '"pixels"',
    );
    expect(seen).toBe(1);
    expect(server.requests[0]?.headers).toHaveProperty("x-signature");
    expect(other.requests[0]?.headers).not.toHaveProperty("x-signature");
  });

  it("may be redirected on, five times in all", async () => {
    for (const [hops, isFound] of [
      [4, true],
      [5, false],
    ] as const) {
      const other = await serve(({ index, response, json: send }) => {
        if (index === hops) return send(200, "pixels");
        response.writeHead(302, { location: `/${index}` });
        response.end();
      });
      const server = await api(other.url);
      const { ok, error } = await call<Blob, SDKError>(
        clientOf(server),
        download,
      ).result();
      expect([hops, ok]).toEqual([hops, isFound]);
      expect(other.requests).toHaveLength(5);
      if (!isFound) expect(error).toMatchObject({ status: 302, attempts: 1 });
    }
  });

  it("that is not there has the status of that host", async () => {
    const other = await files(403);
    const server = await api(other.url);
    expect(await failureOf(call(clientOf(server), download))).toMatchObject({
      status: 403,
      attempts: 1,
    });
  });

  it("is repeated from the start where the other host is busy", async () => {
    const other = await serve(({ index, json: send }) => {
      send(index === 0 ? 503 : 200, "pixels", { "retry-after": "0" });
    });
    const server = await api(other.url);
    await call(clientOf(server), download);
    expect([server.requests.length, other.requests.length]).toEqual([2, 2]);
  });

  it.each([307, 302])(
    "is not followed after a %i of a request with a body",
    async (status) => {
      const other = await files();
      const server = await api(other.url, status);
      const operation = { ...download, method: "POST", unsafe, body: json };
      const sending = call(clientOf(server), operation, { body: "secret" });
      expect(await failureOf(sending)).toMatchObject({ status });
      expect(other.requests).toEqual([]);
    },
  );

  it("is read after a 303 to a POST, without its body", async () => {
    const other = await files();
    const server = await api(other.url, 303);
    const operation = { ...download, method: "POST", unsafe, body: json };
    await call(clientOf(server), operation, { body: "secret" });
    expect(other.requests).toMatchObject([{ method: "GET", body: "" }]);
    expect(other.requests[0]?.headers).not.toHaveProperty("content-type");
  });

  it("asks with HEAD after HEAD", async () => {
    const other = await files();
    const server = await api(other.url);
    await call(clientOf(server), { ...download, method: "HEAD" });
    expect(other.requests).toMatchObject([{ method: "HEAD" }]);
  });

  it.each(["http://files.example.com/", "ftp://files.example.com/", "http://"])(
    "is not led from https to %s",
    async (location) => {
      const asked: unknown[] = [];
      const client = clientOf(
        { url: "https://api.example.com" },
        {
          maxRetries: 0,
          fetch: (url) => {
            asked.push(url);
            return Promise.resolve(
              new Response(null, { status: 302, headers: { location } }),
            );
          },
        },
      );
      expect(await failureOf(call(client, download))).toHaveProperty(
        "attempts",
        1,
      );
      expect(asked).toHaveLength(1);
    },
  );

  it("is followed at home with credentials, as ever", async () => {
    const server = await api("/to");
    await call(clientOf(server, {}, secretive), download);
    expect(server.requests[1]).toMatchObject({
      target: "/to",
      headers: { authorization: "Bearer secret" },
    });
  });

  it("follows where the response has a body of Node's", async () => {
    let count = 0;
    const client = clientOf(
      { url: "https://api.example.com" },
      {
        fetch: () =>
          Promise.resolve(
            count++ > 0
              ? new Response("pixels")
              : ({
                  status: 302,
                  headers: new Headers({ location: "https://x.example/" }),
                  body: { pipe: true },
                } as unknown as Response),
          ),
      },
    );
    expect(await (await call<Blob, never>(client, download)).text()).toBe(
      "pixels",
    );
  });
});

describe("an operation whose result is a redirect", () => {
  const where: Operation = {
    id: "where",
    path: "/file",
    response: redirectTarget,
  };

  it.each([
    [
      "https://files.example.com/1?sign=2",
      "https://files.example.com/1?sign=2",
    ],
    ["/to", "{url}/to"],
    ["to?x", "{url}/to?x"],
  ])("resolves to the URL: %s", async (location, expected) => {
    const server = await api(location);
    const client = clientOf(
      server,
      {},
      { auth: singleScheme("a", apiKey("header", "x-key", "k")) },
    );
    const { data, response } = await call<string, never>(
      client,
      where,
    ).withResponse();
    expect(data).toBe(expected.replace("{url}", server.url));
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe(location);
    expect(server.requests).toHaveLength(1);
  });

  it("resolves to its own URL where the server gives the thing itself", async () => {
    const server = await files();
    expect(await call(clientOf(server), where)).toBe(`${server.url}/file`);
  });

  it("fails as every other does", async () => {
    const server = await files(404);
    expect(await failureOf(call(clientOf(server), where))).toMatchObject({
      status: 404,
    });
    const lost = await api("http://");
    const client = clientOf(lost, { maxRetries: 0 });
    expect(await failureOf(call(client, where))).toMatchObject({
      name: "ConnectionError",
    });
  });

  it("has the response unread", async () => {
    const server = await api("/to");
    const response = await call(clientOf(server), where).asResponse();
    expect(response.status).toBe(302);
    expect(await response.text()).toBe("moved");
  });
});
