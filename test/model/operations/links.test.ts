/** Which links become functions, and what is said of the others. */
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import { sdkOf, type Options } from "../../support/pipeline.js";

/** The links of a call, and what is reported. */
const linksOf = async (links: object, options: Options = {}) => {
  const diagnostics = new Diagnostics();
  const json = (schema: object) => ({ "application/json": { schema } });
  const { links: found } = await sdkOf(
    {
      paths: {
        "/a/{id}": {
          post: {
            operationId: "makeA",
            parameters: [
              { name: "id", in: "path", required: true, schema: {} },
              { name: "q", in: "query", schema: {} },
              { name: "X-H", in: "header", schema: {} },
            ],
            requestBody: {
              content: json({ type: "object", properties: { n: {} } }),
            },
            responses: {
              "201": { description: "", content: json({}), links },
              "404": {
                description: "",
                links: { no: { operationId: "getB" } },
              },
            },
          },
        },
        "/b/{id}": {
          get: {
            operationId: "getB",
            parameters: [
              { name: "id", in: "path", required: true, schema: {} },
              { name: "id", in: "query", schema: {} },
              { name: "q", in: "query", schema: {} },
            ],
            responses: { "204": { description: "" } },
          },
        },
        "/c": {
          put: {
            operationId: "updateC",
            requestBody: { content: json({ type: "string" }) },
            responses: { "204": { description: "" } },
          },
        },
      },
    },
    options,
    diagnostics,
  );
  return {
    links: found.map(({ functionName, to, positional, fields }) => ({
      [functionName]: { to, positional, fields },
    })),
    problems: diagnostics
      .all()
      .filter(({ code }) => code.startsWith("link-"))
      .map(({ code, message }) => `${code}: ${message}`),
  };
};

/** What a parameter of a link is read as. */
const valueOf = async (expression: unknown) => {
  const { links, problems } = await linksOf({
    b: { operationId: "getB", parameters: { q: expression } },
  });
  const [link] = links.flatMap((one) => Object.values(one));
  return link?.fields[0]?.value ?? problems[0]?.replace(/:.*/s, "");
};

describe("an expression", () => {
  it.each<[unknown, unknown]>([
    ["$url", { kind: "url" }],
    ["$statusCode", { kind: "status" }],
    ["$method", { kind: "constant", value: "POST" }],
    ["$response.body", { kind: "data", path: [] }],
    ["$response.body#", { kind: "data", path: [] }],
    ["$response.body#/a~1b/0/", { kind: "data", path: ["a/b", "0", ""] }],
    ["$response.header.Location", { kind: "header", name: "Location" }],
    ["$request.path.id", { kind: "request", key: "id", path: [] }],
    ["$request.query.q", { kind: "request", key: "q", path: [] }],
    ["$request.header.x-h", { kind: "request", key: "X-H", path: [] }],
    ["$request.body#/n/m", { kind: "request", key: "n", path: ["m"] }],
    ["plain", { kind: "constant", value: "plain" }],
    [5, { kind: "constant", value: 5 }],
    [{ a: ["$url"] }, { kind: "constant", value: { a: ["$url"] } }],
    ["$request.query.none", "link-unfilled"],
    ["$request.query.X-H", "link-unfilled"],
    ["$request.body#/none", "link-unfilled"],
    ["$request.body", "link-unfilled"],
    ["$response.query.q", "link-expression"],
    ["$response.header.", "link-expression"],
    ["$response.header.a b", "link-expression"],
    ["$response.body/id", "link-expression"],
    ["$response.body#id", "link-expression"],
    ["$response.body.id", "link-expression"],
    ["$inputs.id", "link-expression"],
    ["$urls", "link-expression"],
    ["$", "link-expression"],
    ["https://a/{$request.query.q}", "link-expression"],
  ])("%j", async (expression, expected) => {
    expect(await valueOf(expression)).toEqual(expected);
  });
});

describe("a link", () => {
  it("finds the parameters of its target by name and by place", async () => {
    const { links, problems } = await linksOf({
      b: {
        operationRef: "#/paths/~1b~1{id}/get",
        parameters: { "path.id": 1, "query.id": 2, "query.q": 3 },
      },
    });
    expect(problems).toEqual([]);
    expect(links).toEqual([
      {
        makeABLink: {
          to: "getB",
          positional: [{ key: "id", value: { kind: "constant", value: 1 } }],
          fields: [
            { key: "id_query", value: { kind: "constant", value: 2 } },
            { key: "q", value: { kind: "constant", value: 3 } },
          ],
        },
      },
    ]);
  });

  it("may have the body", async () => {
    const { links } = await linksOf({
      c: { operationId: "updateC", requestBody: "$response.body#/c" },
    });
    expect(links).toMatchObject([
      {
        makeACLink: {
          to: "updateC",
          fields: [{ key: "body", value: { kind: "data", path: ["c"] } }],
        },
      },
    ]);
  });

  it("that leads nowhere, or cannot be read, is reported", async () => {
    const { links, problems } = await linksOf({
      a: { operationId: "none" },
      b: { operationRef: "#/paths/~1none/get" },
      c: { operationRef: "https://example.com/api.yaml#/paths/~1c/put" },
      d: { operationId: "getB", parameters: { id: "$nothing" } },
      e: { operationId: "getB", parameters: { none: 1, q: 2 } },
      f: { operationId: "makeA", requestBody: {} },
    });
    expect(problems).toEqual([
      "link-target: the link a leads to none, which is no operation of the document",
      "link-target: the link b leads to #/paths/~1none/get, which is no operation of the document",
      "link-target: the link c leads to https://example.com/api.yaml#/paths/~1c/put, which is no operation of the document",
      "link-expression: the link d has $nothing, which is no runtime expression that can be read",
      "link-unfilled: the link e does not fill none: 1",
      "link-unfilled: the link f does not fill requestBody: {}",
    ]);
    expect(links.flatMap((link) => Object.keys(link))).toEqual(["makeAELink"]);
  });

  it("keeps the name of its function", async () => {
    const links = { b: { operationId: "getB", parameters: { q: 1 } } };
    const names = new Map([["link POST /a/{id} b", "toB"]]);
    const { links: found } = await linksOf(links, { names });
    expect(found.flatMap((link) => Object.keys(link))).toEqual(["toB"]);
  });
});

describe("the links of errors", () => {
  const json = (schema: object) => ({ "application/json": { schema } });
  const at = (parameters: object) => ({
    again: { operationId: "getA", parameters },
  });
  const error = (
    links: object,
    content: object = json({ type: "string" }),
  ) => ({
    description: "",
    content,
    links,
  });
  const linksOfErrors = async (responses: object) => {
    const diagnostics = new Diagnostics();
    const { links } = await sdkOf(
      {
        paths: {
          "/a": {
            get: {
              operationId: "getA",
              parameters: [{ name: "q", in: "query", schema: {} }],
              responses: { "204": { description: "" }, ...responses },
            },
          },
        },
      },
      {},
      diagnostics,
    );
    return {
      links: links.map(({ functionName, errorBody, fields }) => ({
        [functionName]: { errorBody, value: fields[0]?.value },
      })),
      problems: diagnostics
        .all()
        .filter(({ code }) => code.includes("link"))
        .map(({ code, message }) => `${code}: ${message}`),
    };
  };
  const text = { kind: "keyword", keyword: "string" };

  it("take what the error has", async () => {
    expect(
      await linksOfErrors({
        "404": error(at({ q: "$response.body#/next" })),
        "4XX": error({ b: at({ q: "$response.header.X-Q" }).again }),
        default: error({ c: at({ q: "$statusCode" }).again }),
      }),
    ).toEqual({
      links: [
        {
          getAAgainErrorLink: {
            errorBody: text,
            value: { kind: "data", path: ["next"] },
          },
        },
        {
          getABErrorLink: {
            errorBody: text,
            value: { kind: "header", name: "X-Q" },
          },
        },
        { getACErrorLink: { errorBody: text, value: { kind: "status" } } },
      ],
      problems: [],
    });
  });

  it("are one function where they are alike, and of any of the bodies", async () => {
    const links = at({ q: "$response.body" });
    const found = await linksOfErrors({
      "404": error(links),
      "409": error(links, json({ type: "number" })),
      "500": error(at({ q: 1 })),
    });
    expect(found.links).toEqual([
      {
        getAAgainErrorLink: {
          errorBody: {
            kind: "union",
            members: [text, { kind: "keyword", keyword: "number" }],
          },
          value: { kind: "data", path: [] },
        },
      },
      {
        getA500AgainErrorLink: {
          errorBody: text,
          value: { kind: "constant", value: 1 },
        },
      },
    ]);
  });

  it("have another name than that of a success", async () => {
    const links = at({ q: 1 });
    const { links: found } = await linksOfErrors({
      "200": error(links),
      "404": error(links),
    });
    expect(found.flatMap((link) => Object.keys(link))).toEqual([
      "getAAgainLink",
      "getAAgainErrorLink",
    ]);
  });

  it("are not filled with what an error does not have", async () => {
    const { links, problems } = await linksOfErrors({
      "400": error(at({ q: "$url" })),
      "404": error(
        { b: at({ q: "$response.body#/a" }).again },
        {
          "text/plain": { schema: { type: "string" } },
        },
      ),
    });
    expect(links).toEqual([]);
    expect(problems).toEqual([
      'link-unfilled: the link again does not fill q: "$url"',
      'link-unfilled: the link b does not fill q: "$response.body#/a"',
    ]);
  });

  it("of what is neither a success nor an error are said to be left out", async () => {
    expect(await linksOfErrors({ "304": error(at({ q: 1 }), {}) })).toEqual({
      links: [],
      problems: [
        "error-links: links of the response 304 become no functions: it is neither a success nor an error",
      ],
    });
  });
});
