/**
 * Several documents that become one.
 */
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import { load, type LoadOptions } from "../../../generator/load/load.js";
import { type Files, printProblems, withFiles } from "../loading.js";

/** All files whose names begin with a letter from a to c are documents. */
const merge = (files: Files, options: LoadOptions = {}) =>
  withFiles(files, async (cwd) => {
    const inputs = Object.keys(files).filter((name) => /^[abc]\b/.test(name));
    const diagnostics = new Diagnostics();
    const document = await load(inputs, { cwd, ...options }, diagnostics);
    return {
      root: document?.root as Readonly<Record<string, unknown>> | undefined,
      document,
      diagnostics,
      problems: printProblems(diagnostics, inputs[0] ?? ""),
    };
  });

const head = (title: string, version = "3.1.0") =>
  `openapi: ${version}\ninfo: { title: ${title}, version: "1" }\n`;
const done = 'responses: { "204": { description: Done. } }';
const operation = (id: string) => `{ operationId: ${id}, ${done} }`;
const servers = (host: string) => `servers: [{ url: "https://${host}" }]\n`;

describe("several documents", () => {
  it("are one, with the title, the version and the servers of the first", async () => {
    const { root, problems } = await merge({
      "a.yaml": `${head("A")}${servers("a.example")}paths: { /a: { get: ${operation("getA")} } }`,
      "b.yaml": `${head("B")}${servers("a.example")}paths: { /b: { get: ${operation("getB")} } }`,
    });
    expect(problems).toEqual([]);
    expect(root).toMatchObject({
      info: { title: "A" },
      servers: [{ url: "https://a.example" }],
      paths: {
        "/a": { get: { operationId: "getA" } },
        "/b": { get: { operationId: "getB" } },
      },
    });
    expect(root?.["paths"]).not.toHaveProperty("/b.get.servers");
  });

  it("keep servers and security of their own", async () => {
    const scheme = (name: string) =>
      `components: { securitySchemes: { ${name}: { type: http, scheme: bearer } } }\nsecurity: [{ ${name}: [] }]\n`;
    const { root, problems } = await merge({
      "a.yaml": `${head("A")}${servers("a.example")}${scheme("one")}paths: { /a: { get: ${operation("getA")} } }`,
      "b.yaml": `${head("B")}${servers("b.example")}${scheme("two")}paths:
  /b: { get: ${operation("getB")} }
  /own: { get: { operationId: own, security: [], servers: [{ url: "https://c.example" }], ${done} } }`,
    });
    expect(problems).toEqual([]);
    expect(root?.["paths"]).toMatchObject({
      "/b": {
        get: {
          servers: [{ url: "https://b.example" }],
          security: [{ two: [] }],
        },
      },
      "/own": {
        get: { servers: [{ url: "https://c.example" }], security: [] },
      },
    });
    expect(root?.["paths"]).not.toHaveProperty("/a.get.security");
  });

  it("without security of their own ask for none", async () => {
    const { root } = await merge({
      "a.yaml": `${head("A")}components: { securitySchemes: { one: { type: http, scheme: bearer } } }\nsecurity: [{ one: [] }]\npaths: { /a: { get: ${operation("getA")} } }`,
      "b.yaml": `${head("B")}paths: { /b: { get: ${operation("getB")} } }`,
    });
    expect(root?.["paths"]).toMatchObject({ "/b": { get: { security: [] } } });
  });

  it("share what is equal, wherever they have it from", async () => {
    const use =
      'content: { application/json: { schema: { $ref: "common.yaml#/Problem" } } }';
    const responses = `responses: { "200": { description: It., ${use} } }`;
    const { root, problems } = await merge({
      "a.yaml": `${head("A")}paths: { /a: { get: { ${responses} } } }`,
      "b.yaml": `${head("B")}paths: { /b: { get: { ${responses} } } }`,
      "common.yaml":
        "Problem: { type: object, properties: { title: { type: string } } }",
    });
    expect(problems).toEqual([]);
    expect(root?.["components"]).toEqual({
      schemas: {
        Problem: { type: "object", properties: { title: { type: "string" } } },
      },
    });
  });

  it("clash where one name means two things, which names both places", async () => {
    const pet = (type: string) =>
      `components:\n  schemas:\n    Pet: { type: ${type} }\n`;
    const { root, problems, diagnostics } = await merge({
      "a.yaml": `${head("A")}${pet("object")}paths: { /a: { get: ${operation("get")} } }`,
      "b.yaml": `${head("B")}${pet("string")}paths: { /a: { get: ${operation("other")} } }`,
    });
    expect(root).toBeUndefined();
    expect(problems).toEqual([
      "b.yaml:5:5 error merge-clash: two documents have different components.schemas.Pet (5:5)",
      "b.yaml:6:16 error merge-clash: two documents have different GET /a (6:16)",
    ]);
    for (const { related } of diagnostics.all())
      expect(related).toMatchObject([{ file: "a.yaml" }]);
  });

  it("add operations to one path, each with the parameters that it had", async () => {
    const id =
      "{ name: id, in: path, required: true, schema: { type: string } }";
    const trace = "{ name: trace, in: header, schema: { type: string } }";
    const { root, problems } = await merge({
      "a.yaml": `${head("A")}paths:\n  /a/{id}:\n    parameters: [${id}, ${trace}]\n    get: ${operation("getA")}`,
      "b.yaml": `${head("B")}paths:\n  /a/{id}:\n    delete: { parameters: [${id}], operationId: deleteA, ${done} }`,
    });
    expect(problems).toEqual([]);
    expect(root?.["paths"]).toEqual({
      "/a/{id}": {
        get: expect.objectContaining({
          parameters: [
            expect.objectContaining({ name: "id" }),
            expect.objectContaining({ name: "trace" }),
          ],
        }),
        delete: expect.objectContaining({
          parameters: [expect.objectContaining({ name: "id" })],
        }),
      },
    });
  });

  it("have their tags once; of two descriptions the first counts", async () => {
    const tags = (text: string) =>
      `tags: [{ name: pets, description: ${text} }]\n`;
    const { root, problems } = await merge({
      "a.yaml": `${head("A")}${tags("One.")}paths: { /a: { get: ${operation("getA")} } }`,
      "b.yaml": `${head("B")}${tags("Two.")}paths: { /b: { get: ${operation("getB")} } }`,
    });
    expect(root?.["tags"]).toEqual([{ name: "pets", description: "One." }]);
    expect(problems).toEqual([
      "b.yaml:3:8 warning merge-tag: two documents describe the tag pets in different ways; the first counts (3:8)",
    ]);
  });

  it("may be Swagger 2.0 beside 3.0, and not 3.0 beside 3.1", async () => {
    const swagger =
      'swagger: "2.0"\ninfo: { title: B, version: "1" }\nhost: b.example\nschemes: [https]\n';
    const paths = (id: string) =>
      `paths: { /${id}: { get: ${operation(id)} } }`;
    const good = await merge({
      "a.yaml": `${head("A", "3.0.3")}${servers("a.example")}${paths("a")}`,
      "b.yaml": `${swagger}${paths("b")}`,
    });
    expect(good.problems).toEqual([]);
    expect(good.root?.["paths"]).toMatchObject({
      "/b": { get: { servers: [{ url: "https://b.example" }] } },
    });
    const bad = await merge({
      "a.yaml": `${head("A", "3.0.3")}${paths("a")}`,
      "b.yaml": `${head("B")}${paths("b")}`,
    });
    expect(bad.problems).toEqual([
      "b.yaml:1:1 error merge-versions: a document of OpenAPI 3.1.0 cannot be merged with one of 3.0.3 (1:1)",
    ]);
  });

  it("say what is wrong with each of them, at its place", async () => {
    const wrong = (id: string) =>
      `paths: { /${id}: { get: { operationId: ${id}, responses: { "99": { description: a } } } } }`;
    const { problems } = await merge({
      "a.yaml": `${head("A")}${wrong("a")}`,
      "b.yaml": `${head("B")}${wrong("b")}`,
      "c.yaml": `openapi: 4\n`,
    });
    expect(problems).toEqual([
      expect.stringMatching(/^c.yaml:1:1 error version-unsupported/),
    ]);
    const { problems: others } = await merge({
      "a.yaml": `${head("A")}${wrong("a")}`,
      "b.yaml": `${head("B")}${wrong("b")}`,
    });
    expect(others).toEqual([
      expect.stringMatching(/^3:\d+ error status-unknown/),
      expect.stringMatching(/^b.yaml:3:\d+ error status-unknown/),
    ]);
  });

  it("are changed by overlays and `transform` once they are one", async () => {
    const pet = (type: string) =>
      `components:\n  schemas:\n    Pet: { type: ${type} }\n`;
    const { root, problems } = await merge(
      {
        "a.yaml": `${head("A")}paths: { /a: { get: ${operation("getA")} } }`,
        "b.yaml": `${head("B")}${pet("string")}paths: { /b: { get: ${operation("getB")} } }`,
        "overlay.yaml":
          "overlay: 1.0.0\nactions: [{ target: \"$.paths['/b'].get\", update: { deprecated: true } }]",
      },
      {
        overlays: ["overlay.yaml"],
        transform: (document) => {
          document.info.title = Object.keys(document.paths).join(" and ");
        },
      },
    );
    expect(problems).toEqual([]);
    expect(root).toMatchObject({
      info: { title: "/a and /b" },
      paths: { "/b": { get: { deprecated: true } } },
    });
  });
});
