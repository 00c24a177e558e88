/**
 * Documents and references on other hosts, with real servers on the loopback interface. `localhost`
 * and `127.0.0.1` are two hosts here: one is named, the other is not.
 */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import { load, type LoadOptions } from "../../../generator/load/load.js";
import { isPublic } from "../../../generator/load/remote/addresses.js";
import { Remote } from "../../../generator/load/remote/remote.js";
import { generate } from "../../../generator/index.js";
import { makeFolder } from "../../write/support.js";
import { loadFiles } from "../loading.js";

const running: (() => void)[] = [];
afterEach(() => {
  for (const stop of running.splice(0)) stop();
});

interface Served {
  readonly origin: string;
  readonly port: number;
  /** Path, and the headers that matter. */
  readonly seen: string[];
}

const serve = async (
  pages: Readonly<Record<string, string | RequestListener>>,
): Promise<Served> => {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const { authorization } = request.headers;
    seen.push((request.url ?? "") + (authorization ? ` ${authorization}` : ""));
    const page = pages[request.url ?? ""];
    if (typeof page === "function") page(request, response);
    else response.writeHead(page === undefined ? 404 : 200).end(page);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  running.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, seen };
};

const redirect =
  (to: string): RequestListener =>
  (_, response) => {
    response.writeHead(302, { location: to }).end();
  };

const get = async (input: string, options: LoadOptions = {}) => {
  const diagnostics = new Diagnostics();
  const document = await load(input, options, diagnostics);
  const problems = diagnostics
    .all()
    .map(({ severity, code, message, position }) =>
      [
        position && `${position.file}:${position.line}`,
        severity,
        `${code}:`,
        message,
      ]
        .filter(Boolean)
        .join(" ")
        .replaceAll(/127\.0\.0\.1:\d+/g, "HOST")
        .replaceAll(/localhost:\d+/g, "OTHER"),
    );
  return { document, problems, diagnostics };
};

const document = (schema: string): string => `openapi: 3.1.0
info: { title: T, version: "1" }
components: { schemas: { S: ${schema} } }
`;

describe("a document at a URL", () => {
  it("is read, with the files beside it", async () => {
    const { origin, seen } = await serve({
      "/api/openapi.yaml?key=s3cret": document(
        `{ $ref: "../shared/s.yaml#/S" }`,
      ),
      "/shared/s.yaml": "S: { type: string }\n",
    });
    const {
      document: loaded,
      problems,
      diagnostics,
    } = await get(`${origin}/api/openapi.yaml?key=s3cret`);
    expect(problems).toEqual([]);
    expect(loaded?.root.components?.schemas?.S).toEqual({ type: "string" });
    expect(loaded?.file).toBe(`${origin}/api/openapi.yaml`);
    expect(seen).toEqual(["/api/openapi.yaml?key=s3cret", "/shared/s.yaml"]);
    expect([...diagnostics.sources.files.keys()].join()).not.toContain(
      "s3cret",
    );
  });

  it("is what its relative servers begin with", async () => {
    const { origin } = await serve({
      "/docs/openapi.yaml?key=s3cret": `${document("{}")}servers: [{ url: /api/v1 }, { url: "../{v}", variables: { v: { default: v2 } } }, { url: "https://a.example" }]
paths: { /a: { servers: [{ url: /files }], get: { servers: [{ url: "" }], responses: { 204: { description: Done } } } } }
`,
    });
    const { document: loaded, problems } = await get(
      `${origin}/docs/openapi.yaml?key=s3cret`,
    );
    expect(loaded?.root.servers?.map(({ url }) => url)).toEqual([
      `${origin}/api/v1`,
      `${origin}/{v}`,
      "https://a.example",
    ]);
    expect(loaded?.root.paths?.["/a"]).toMatchObject({
      servers: [{ url: `${origin}/files` }],
      get: { servers: [{ url: `${origin}/docs/openapi.yaml` }] },
    });
    expect(problems).toHaveLength(4);
    expect(problems.join()).not.toContain("s3cret");
  });

  it("is unpacked", async () => {
    const { origin } = await serve({
      "/a": (_, response) => {
        response
          .writeHead(200, { "content-encoding": "gzip" })
          .end(gzipSync(document("{}")));
      },
    });
    expect((await get(`${origin}/a`)).problems).toEqual([]);
  });

  it("says what is wrong at its line", async () => {
    const { origin } = await serve({
      "/a": document(`{ $ref: "#/components/schemas/T" }`),
    });
    expect((await get(`${origin}/a`)).problems).toEqual([
      "http://HOST/a:3 warning ref-not-found: #/components/schemas/T does not exist; any value is allowed",
    ]);
  });

  it.each([
    [404, "Check the URL."],
    [429, "The host asks to wait. Try again later."],
    [
      503,
      "The host failed, not the URL. Try again later, or pass a copy of the document.",
    ],
  ])("says what to do about %d", async (status, help) => {
    const { origin } = await serve({
      "/a": (_, response) => void response.writeHead(status).end(),
    });
    const diagnostics = new Diagnostics();
    await load(`${origin}/a`, {}, diagnostics);
    expect(diagnostics.all().map((problem) => problem.help)).toEqual([help]);
  });

  it.each<[string, string | RequestListener | undefined, string]>([
    ["no such page", undefined, "fetch-status: http://HOST/a answers 404"],
    [
      "no access",
      (_, response) => void response.writeHead(401).end(),
      "fetch-denied: http://HOST/a answers 401",
    ],
    [
      "a page for people",
      "<html></html>",
      "not-a-document: this is HTML or XML, not an OpenAPI document",
    ],
    [
      "a loop",
      redirect("/a"),
      "fetch-redirects: http://HOST/a redirects more than 5 times",
    ],
    [
      "a file",
      redirect("file:///etc/passwd"),
      "fetch-redirect: http://HOST/a redirects to null, which is not allowed",
    ],
    [
      "the metadata of a cloud",
      redirect("http://169.254.169.254/"),
      "fetch-redirect: http://HOST/a redirects to http://169.254.169.254, which is not allowed",
    ],
    [
      "a broken connection",
      (_, response) => void response.destroy(),
      "fetch-failed: cannot reach http://HOST/a: ECONNRESET",
    ],
    [
      "broken compression",
      (_, response) =>
        void response
          .writeHead(200, { "content-encoding": "gzip" })
          .end("x".repeat(50)),
      "fetch-failed: cannot reach http://HOST/a: Z_DATA_ERROR",
    ],
  ])("%s", async (_, page, want) => {
    const { origin } = await serve(page === undefined ? {} : { "/a": page });
    const { problems } = await get(`${origin}/a`);
    expect(problems.map((line) => line.replace(/^.*error /, ""))).toEqual([
      want,
    ]);
  });

  it.each([
    "https://user:secret@host.invalid/a",
    "ftp://host.invalid/a",
    "http://[",
  ])("%s is refused", async (input) => {
    const { problems } = await get(input);
    expect(problems).toEqual([
      "error input-url: the URL of the document cannot be used",
    ]);
  });
});

describe("headers", () => {
  it("go to the document's origin alone, with variables of the environment", async () => {
    const other = await serve({ "/s.yaml": "type: string\n" });
    const { origin, seen } = await serve({
      "/a": redirect("/b"),
      "/b": document(`{ $ref: "http://localhost:${other.port}/s.yaml" }`),
    });
    process.env.SDKWRIGHT_TEST_TOKEN = "t0ken\n";
    const { problems } = await get(`${origin}/a`, {
      headers: { Authorization: "Bearer ${SDKWRIGHT_TEST_TOKEN}" },
      allowRefOrigins: [`http://localhost:${other.port}`],
    });
    delete process.env.SDKWRIGHT_TEST_TOKEN;
    expect(problems).toEqual([]);
    expect(seen).toEqual(["/a Bearer t0ken", "/b Bearer t0ken"]);
    expect(other.seen).toEqual(["/s.yaml"]);
  });

  it.each([
    [
      { A: "${SDKWRIGHT_TEST_NONE}" },
      "header-variable: the header A needs the environment variable SDKWRIGHT_TEST_NONE",
    ],
    [{ "A B": "x" }, "header-invalid: the header A B cannot be sent"],
    [{ A: "s3cret\r\nB: c" }, "header-invalid: the header A cannot be sent"],
  ])("%j", async (headers, want) => {
    const { origin, seen } = await serve({ "/a": document("{}") });
    const { problems } = await get(`${origin}/a`, { headers });
    expect(problems).toEqual([`error ${want}`]);
    expect(seen).toEqual([]);
  });

  it("are not sent without encryption, but for this machine", async () => {
    const { problems } = await get("http://host.invalid/a", {
      headers: { A: "x" },
    });
    expect(problems).toEqual([
      "error fetch-insecure: headers are not sent to http://host.invalid/a: http is not encrypted",
    ]);
  });
});

describe("references to other hosts", () => {
  it("need the user's leave", async () => {
    const other = await serve({ "/s.yaml": "type: string\n" });
    const files = {
      "openapi.yaml": document(`{ $ref: "${other.origin}/s.yaml" }`),
    };
    const refused = await loadFiles(files);
    expect(
      refused.problems.map((line) => line.replace(/:\d+\/s/, "/s")),
    ).toEqual([
      "3:31 error ref-remote: http://127.0.0.1/s.yaml is on another host and is not fetched",
    ]);
    expect(other.seen).toEqual([]);
    const allowed = await loadFiles(files, { allowRefOrigins: [other.origin] });
    expect(allowed.problems).toEqual([]);
    expect(allowed.document?.root.components?.schemas?.S).toEqual({
      type: "string",
    });
  });

  it("never lead to private addresses by a pattern, by number or by name", async () => {
    const inside = await serve({ "/s.yaml": "type: string\n" });
    for (const host of [
      "127.0.0.1",
      "localhost",
      "[::1]",
      "0x7f.1",
      "2130706433",
    ]) {
      const { problems } = await loadFiles(
        {
          "openapi.yaml": document(
            `{ $ref: "http://${host}:${inside.port}/s.yaml" }`,
          ),
        },
        { allowRefOrigins: ["*"] },
      );
      expect(problems.join()).toContain("error fetch-private: ");
    }
    expect(inside.seen).toEqual([]);
  });

  it("nor by a redirect", async () => {
    const inside = await serve({ "/s.yaml": "type: string\n" });
    const { origin } = await serve({
      "/a": document(`{ $ref: "/s.yaml" }`),
      "/s.yaml": redirect(`http://localhost:${inside.port}/s.yaml`),
    });
    const { problems } = await get(`${origin}/a`, { allowRefOrigins: ["*"] });
    expect(problems).toEqual([
      "http://HOST/a:3 error fetch-private: http://OTHER/s.yaml is at a private address and is not requested",
    ]);
    expect(inside.seen).toEqual([]);
  });

  it("to files, from a URL, are none", async () => {
    const { origin } = await serve({
      "/a": document(`{ $ref: "file:///etc/hosts" }`),
    });
    expect((await get(`${origin}/a`)).problems).toEqual([
      "http://HOST/a:3 error ref-remote: file:///etc/hosts is on another host and is not fetched",
    ]);
  });
});

describe("limits", () => {
  const limits = { milliseconds: 2000, bytes: 1000, redirects: 5 };

  it("of size count what is unpacked, and end an endless answer", async () => {
    const { origin } = await serve({
      "/bomb": (_, response) => {
        response
          .writeHead(200, { "content-encoding": "gzip" })
          .end(gzipSync(Buffer.alloc(1_000_000)));
      },
      "/endless": (_, response) => {
        const timer = setInterval(() => response.write("x".repeat(400)), 1);
        response.on("close", () => {
          clearInterval(timer);
        });
      },
    });
    for (const path of ["/bomb", "/endless"]) {
      const url = new URL(origin + path);
      const fetched = await new Remote(url, {}, limits).fetch(url);
      expect(fetched).toMatchObject({
        kind: "problem",
        code: "fetch-too-large",
      });
    }
  });

  it("of time cover the body", async () => {
    const { origin } = await serve({
      "/slow": (_, response) => {
        response.writeHead(200).write("x");
      },
    });
    const url = new URL(`${origin}/slow`);
    const fetched = await new Remote(
      url,
      {},
      { ...limits, milliseconds: 200 },
    ).fetch(url);
    expect(fetched).toMatchObject({ kind: "problem", code: "fetch-timeout" });
  });
});

describe("which addresses are public", () => {
  it.each([
    ["93.184.216.34", true],
    ["2606:2800:220:1::1", true],
    ["[2606:2800:220:1::1]", true],
    ["10.0.0.1", false],
    ["172.16.0.1", false],
    ["192.168.1.1", false],
    ["169.254.169.254", false],
    ["100.64.0.1", false],
    ["0.0.0.0", false],
    ["224.0.0.1", false],
    ["::1", false],
    ["::ffff:10.0.0.1", false],
    ["fd00::1", false],
    ["fe80::1", false],
    ["64:ff9b::a00:1", false],
    ["2002:a00:1::", false],
    ["host.example", false],
  ])("%s: %s", (address, want) => {
    expect(isPublic(address)).toBe(want);
  });
});

describe("a package of a document at a URL", () => {
  it("is made of what its query asks for, which no message shows", async () => {
    const page = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
servers: [{ url: "https://pets.example" }]
paths:
  /pets:
    get:
      operationId: listPets
      responses: { "204": { description: None } }
`;
    const { origin, seen } = await serve({ "/a?key=s3cret": page });
    const report = await generate({
      input: `${origin}/a?key=s3cret`,
      output: join(makeFolder(), "sdk"),
    });
    expect(seen).toEqual(["/a?key=s3cret"]);
    expect(report).toMatchObject({
      ok: true,
      sdks: [{ input: `${origin}/a` }],
    });
    expect(JSON.stringify(report)).not.toContain("s3cret");
  });
});
