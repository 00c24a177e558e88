import { describe, expect, it } from "vitest";
import { valueAt } from "../../../generator/openapi/pointers.js";
import { head, loadJson, loadYaml } from "../loading.js";

const ok = "responses: { 200: { description: ok } }";

describe("path keys", () => {
  it.each([
    [
      "@evil.example/x",
      "path-no-slash: the path @evil.example/x does not begin with a slash; it is read as /@evil.example/x",
    ],
    [
      ":8080/x",
      "path-no-slash: the path :8080/x does not begin with a slash; it is read as /:8080/x",
    ],
    [
      "",
      "path-no-slash: the path  does not begin with a slash; it is read as /",
    ],
    [
      "/a/../b",
      "path-dots: the path /a/../b has a segment . or .., which HTTP clients remove",
    ],
    [
      "/a/%2E%2e",
      "path-dots: the path /a/%2E%2e has a segment . or .., which HTTP clients remove",
    ],
    [
      "/.",
      "path-dots: the path /. has a segment . or .., which HTTP clients remove",
    ],
    [
      "/a/{id",
      "path-braces: the braces of the path /a/{id do not enclose a name",
    ],
    [
      "/a/id}",
      "path-braces: the braces of the path /a/id} do not enclose a name",
    ],
    [
      "/a/{}",
      "path-braces: the braces of the path /a/{} do not enclose a name",
    ],
    [
      "/a/{{id}}",
      "path-braces: the braces of the path /a/{{id}} do not enclose a name",
    ],
  ])("%j is refused, or begins with a slash", async (path, want) => {
    const { document, problems } = await loadYaml(
      `${head()}paths:\n  ${JSON.stringify(path)}: { get: { ${ok} } }\n  /ok: { get: { ${ok} } }\n`,
    );
    const isFixed = want.startsWith("path-no-slash");
    const severity = isFixed ? "warning" : "error";
    expect(problems).toEqual([`4:3 ${severity} ${want}`]);
    const paths = Object.keys(document?.root.paths ?? {});
    expect(paths).toEqual(isFixed ? [`/${path}`, "/ok"] : []);
  });

  it.each([
    "/",
    "//x",
    "/a//b",
    "/a?x=1",
    "/a#b",
    "/\\\\x",
    "/...",
    "/a.b",
    "/${x}/$&",
    "/a\u2028b",
  ])("%j is data", async (path) => {
    const { problems } = await loadJson({
      openapi: "3.1.0",
      info: { title: "T", version: "1" },
      paths: { [path]: { get: {} } },
    });
    expect(problems).toEqual([]);
  });
});

describe("path parameters", () => {
  const parameter = (name: string, more = "required: true"): string =>
    `{ name: ${name}, in: path, schema: { type: string }, ${more} }`;

  it("belong to the path and are declared once", async () => {
    const { document, problems } = await loadYaml(`${head()}paths:
  /a/{x}/{x}: { get: { parameters: [${parameter("x")}] } }
  /b/{x}:
    parameters: [${parameter("x")}, ${parameter("z")}]
    get: { parameters: [${parameter("y")}, { name: q, in: query, schema: {} }] }
  /c/{x}: { get: {}, post: {} }
  /d/{x}: { get: { parameters: [${parameter("x", "required: false")}, ${parameter("x")}] } }
  /e/{x}: { get: { parameters: [{ $ref: "#/components/parameters/x" }] } }
components:
  parameters: { x: ${parameter("x")} }
`);
    expect(
      valueAt(document?.root, ["paths", "/d/{x}", "get", "parameters"]),
    ).toEqual([
      { name: "x", in: "path", required: true, schema: { type: "string" } },
    ]);
    expect(problems).toEqual([
      "4:3 warning path-repeats: the path /a/{x}/{x} has the parameter x twice; both have the same value",
      "6:83 warning path-parameter-unused: the path has no {z}; the parameter is ignored",
      "7:25 warning path-parameter-unused: the path has no {y}; the parameter is ignored",
      "8:13 warning path-parameter-undeclared: the path parameter x is not declared; it is read as a string",
      "8:22 warning path-parameter-undeclared: the path parameter x is not declared; it is read as a string",
      "9:33 warning path-parameter-optional: a path parameter is always required",
      "9:99 warning parameter-duplicate: the parameter x in path is declared twice; the first is used (9:33)",
    ]);
  });

  it("are put right where the path says what is meant", async () => {
    const { document } = await loadYaml(`${head()}paths:
  /b/{x}:
    parameters: [${parameter("z")}, ${parameter("x", "description: kept")}]
    get: { parameters: [${parameter("y")}, { name: q, in: query, schema: {} }] }
  /c/{x}: { get: {} }
`);
    expect(document?.root.paths).toEqual({
      "/b/{x}": {
        parameters: [
          {
            name: "x",
            in: "path",
            required: true,
            schema: { type: "string" },
            description: "kept",
          },
        ],
        get: { parameters: [{ name: "q", in: "query", schema: {} }] },
      },
      "/c/{x}": {
        get: {
          parameters: [
            {
              name: "x",
              in: "path",
              required: true,
              schema: { type: "string" },
            },
          ],
        },
      },
    });
    // What moved up in the list is found where it was written.
    expect(
      document?.locate(["paths", "/b/{x}", "get", "parameters", "0", "name"])
        .column,
    ).toBe(92);
  });

  it("in a query that is part of the path become query parameters", async () => {
    const { document, problems } = await loadYaml(`${head()}paths:
  "/find?term={term}&max={max}":
    get: { parameters: [{ name: term, in: query, required: true, schema: {} }] }
  "/other?x={x}": { get: {} }
  /other: { get: {} }
`);
    expect(problems).toEqual([
      "4:3 warning path-query: the path /find?term={term}&max={max} contains a query; it is read as /find with query parameters",
      "6:21 warning path-parameter-undeclared: the path parameter x is not declared; it is read as a string",
    ]);
    expect(document?.root.paths?.["/find"]).toEqual({
      get: {
        parameters: [{ name: "term", in: "query", required: true, schema: {} }],
      },
      parameters: [{ name: "max", in: "query", schema: { type: "string" } }],
    });
    expect(document?.locate(["paths", "/find", "get"]).line).toBe(5);
  });
});

describe("parameters", () => {
  it("go to a place that exists, under a name that can go there", async () => {
    const { problems } = await loadYaml(`${head()}components:
  parameters:
    A: { name: a, in: body, schema: {} }
    B: { name: "X\\r\\nY: 1", in: header, schema: {} }
    C: { name: "sid; Path=/", in: cookie, schema: {} }
    D: { name: "", in: header, schema: {} }
    E: { name: "any [name]", in: query, schema: {} }
    F: { name: q, in: querystring, content: { a/b: {} } }
    G: { name: g, in: query }
`);
    expect(problems).toEqual([
      "5:19 warning parameter-in: in: body is not a location of parameters; the parameter is left out",
      "6:10 error name-not-token: X\\u{000d}\\u{000a}Y: 1 cannot be the name of a header",
      "7:10 error name-not-token: sid; Path=/ cannot be the name of a cookie",
      "8:10 error name-not-token:  cannot be the name of a header",
      "11:5 warning parameter-untyped: the parameter g has neither schema nor content; any value is allowed",
    ]);
  });
});

describe("operations", () => {
  it("with the same id are both named", async () => {
    const { document, problems } = await loadYaml(`${head()}paths:
  /a: { get: { operationId: list, ${ok} }, put: { operationId: " " } }
  /b: { get: { operationId: list }, put: { operationId: " " } }
webhooks:
  c: { post: { operationId: list } }
`);
    expect(document).toBeDefined();
    expect(problems).toEqual([
      "5:16 warning operation-id-duplicate: the operationId list is used twice (4:16)",
      "7:16 warning operation-id-duplicate: the operationId list is used twice (4:16)",
    ]);
  });

  it("have statuses and response headers that HTTP knows", async () => {
    const { problems } = await loadYaml(`${head()}paths:
  /a:
    get:
      responses:
        default: { description: x }
        x-extra: 1
        100: { description: x }
        "5XX": { description: x, headers: { "a b": {} } }
        "99": { description: x }
        "600": { description: x }
        "20": { description: x }
        "200']": { description: x }
        toString: { description: x }
`);
    expect(problems).toEqual([
      "10:45 warning response-header: a b cannot be the name of a header",
      "11:9 error status-unknown: 99 is not an HTTP status",
      "12:9 error status-unknown: 600 is not an HTTP status",
      "13:9 error status-unknown: 20 is not an HTTP status",
      "14:9 error status-unknown: 200'] is not an HTTP status",
      "15:9 error status-unknown: toString is not an HTTP status",
    ]);
  });

  it("have a limit", async () => {
    const paths = Object.fromEntries(
      Array.from({ length: 20_001 }, (_, index) => [`/${index}`, { get: {} }]),
    );
    const { problems } = await loadJson({
      openapi: "3.1.0",
      info: { title: "T", version: "1" },
      paths,
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(
      "operations-limit: the document has more than 20000 operations",
    );
  });
});
