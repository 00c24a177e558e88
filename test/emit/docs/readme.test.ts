/** Sections of a README that only some APIs have. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { emitted } from "../../support/pipeline.js";

const sectionsOf = async (feature: string): Promise<readonly string[]> => {
  const url = new URL(`../features/${feature}.yaml`, import.meta.url);
  const readme = await emitted(readFileSync(url, "utf8"), "README.md");
  return [...readme.matchAll(/^## (.*)$/gm)].map(([, title = ""]) => title);
};

const some = ["Authentication", "Pages", "Files", "Streams"];

it.each([
  ["files", ["Files", "Streams"]],
  ["paging", ["Pages"]],
  ["no-server", []],
])("of %s: %j", async (feature, wanted) => {
  const sections = await sectionsOf(feature);
  expect(sections.filter((title) => some.includes(title))).toEqual(wanted);
  expect(sections).toContain("Timeouts");
});

describe("how to authenticate", () => {
  const authentication = async (schemes: object): Promise<string> => {
    const readme = await emitted(
      {
        paths: {
          "/a": { get: { responses: { 204: { description: "Done." } } } },
        },
        security: Object.keys(schemes).map((name) => ({ [name]: [] })),
        components: { securitySchemes: schemes },
      },
      "README.md",
    );
    return /^## Authentication\n\n(.*?)\n\n## /ms.exec(readme)?.[1] ?? "";
  };

  it("with a key, which browsers refuse", async () => {
    expect(
      await authentication({ k: { type: "http", scheme: "bearer" } }),
    ).toBe(
      [
        'Pass credentials to the client, such as `new Test({ apiKey: "…" })`, or set environment variables:\n',
        "| option   | environment variable |",
        "| -------- | -------------------- |",
        "| `apiKey` | `TEST_API_KEY`       |\n",
        "A call without them is refused, unless a header, cookie or query parameter of your own takes their place. `null` says that none is needed, as for a login: `headers: { authorization: null }`.\n",
        "In a browser, where anyone who opens the page could read them, credentials are refused unless `dangerouslyAllowBrowser: true` is passed too.",
      ].join("\n"),
    );
  });

  it("with a token of a person, which browsers may have", async () => {
    const scheme = { type: "http", scheme: "bearer", bearerFormat: "JWT" };
    expect(await authentication({ k: scheme })).not.toContain("browser");
  });

  it("with a name and a password", async () => {
    const text = await authentication({ k: { type: "http", scheme: "basic" } });
    expect(text).toContain('{ username: "…", password: "…" } })`');
    expect(text).toMatch(/`TEST_\w*_USERNAME`, `TEST_\w*_PASSWORD`/);
  });
});

const functionsIn = async (schemes: string, security: string) => {
  const readme = await emitted(
    `
servers: [{ url: "https://a.example" }]
security: ${security}
paths:
  /things:
    get:
      operationId: listThings
      responses: { "200": { description: It., content: { application/json: {} } } }
components:
  securitySchemes: ${schemes}`,
    "README.md",
  );
  return /const client = createClient\(([^]*?)\);\n/.exec(readme)?.[1];
};

it.each([
  ["a key", "[{ key: [] }]", `{ apiKey: process.env["TEST_API_KEY"] ?? "" }`],
  [
    "user and password",
    "[{ login: [] }]",
    `{
  credentials: {
    username: process.env["TEST_CREDENTIALS_USERNAME"] ?? "",
    password: process.env["TEST_CREDENTIALS_PASSWORD"] ?? "",
  },
}`,
  ],
  [
    "two of them together",
    "[{}, { key: [], token: [] }]",
    `{
  key: process.env["TEST_KEY"] ?? "",
  token: process.env["TEST_TOKEN"] ?? "",
}`,
  ],
])("functions are shown with %s", async (_, security, options) => {
  const schemes =
    "{ key: { type: apiKey, name: X-Key, in: header }, login: { type: http, scheme: basic }, token: { type: http, scheme: bearer } }";
  expect(await functionsIn(schemes, security)).toBe(options);
});

describe("integers of 64 bits", () => {
  const int64 = { type: "integer", format: "int64" };
  const parameters = (schema: object) => ({
    paths: {
      "/a": {
        get: {
          parameters: [{ name: "n", in: "query", schema }],
          responses: { 204: { description: "Done." } },
        },
      },
    },
  });
  const model = (schema: object) => ({
    components: { schemas: { A: schema } },
  });

  it.each([
    ["a parameter", parameters(int64), true],
    ["a model", model(int64), true],
    [
      "a property in a list",
      model({
        type: "array",
        items: { type: "object", properties: { n: int64 } },
      }),
      true,
    ],
    [
      "the values of a map",
      model({
        type: "object",
        additionalProperties: { type: "object", properties: { n: int64 } },
      }),
      true,
    ],
    ["a bounded one", parameters({ ...int64, maximum: 9 }), false],
  ])("are spoken of: %s", async (_, source, isSpokenOf) => {
    const readme = await emitted(source, "README.md");
    expect(readme.includes("Integers of 64 bits")).toBe(isSpokenOf);
  });
});

describe("the first call", () => {
  const list = { type: "array", items: { type: "string" } };
  const json = (schema: object): object => ({
    content: { "application/json": { schema } },
  });
  const call = async (schema: object): Promise<string | undefined> => {
    const created = { 201: { description: "One.", ...json(schema) } };
    const readme = await emitted(
      {
        paths: {
          "/things": {
            get: { responses: { 200: { description: "", ...json(list) } } },
            post: {
              requestBody: { required: true, ...json(schema) },
              responses: created,
            },
          },
          "/things/{id}/parts": {
            post: {
              parameters: [
                { name: "id", in: "path", required: true, schema: list.items },
              ],
              responses: created,
            },
          },
        },
      },
      "README.md",
    );
    return /(?<=await test\.)[\w.]+/.exec(readme)?.[0];
  };
  const properties = { name: list.items };

  it("creates something where one member is enough", async () => {
    const schema = { type: "object", required: ["name"], properties };
    expect(await call(schema)).toBe("things.create");
  });

  it("lists where a body is an argument of its own, and not a part of what is not there", async () => {
    expect(await call(list)).toBe("things.list");
  });
});
