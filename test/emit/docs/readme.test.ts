/** Sections of a README that only some APIs have. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { noContributions } from "../../../generator/emit/contributions.js";
import { readmeFile } from "../../../generator/emit/docs/readme.js";
import {
  formatFile,
  formatWithPrettier,
} from "../../../generator/write/format.js";
import { emitted, sdkOf, type Source } from "../../support/pipeline.js";

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
    return /^## Authentication\n\n(.*?)\n\n<!-- /ms.exec(readme)?.[1] ?? "";
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

  it("changes nothing where something can be read", async () => {
    const schema = { type: "object", required: ["name"], properties };
    expect(await call(schema)).toBe("things.list");
    expect(await call(list)).toBe("things.list");
  });

  const ok = { responses: { 204: { description: "Done." } } };
  const first = async (source: Source): Promise<string> =>
    /```ts\n([^]*?)```/.exec(await emitted(source, "README.md"))?.[1] ?? "";

  it("creates rather than it removes, and reads what takes an id rather than both", async () => {
    const parameters = [
      { name: "id", in: "path", required: true, schema: list.items },
    ];
    const one = { parameters, delete: ok };
    const paths = { "/things": { post: ok }, "/things/{id}": one };
    expect(await first({ paths })).toContain("test.things.create(");
    const read = { ...paths, "/things/{id}": { ...one, get: ok } };
    expect(await first({ paths: read })).toContain("test.things.get(");
  });

  it("shows the credentials, of an operation that needs some", async () => {
    const securitySchemes = {
      key: { type: "apiKey", in: "header", name: "X-Key" },
    };
    const code = await first({
      servers: [{ url: "https://a.example" }],
      paths: {
        "/health": { get: { ...ok, security: [] } },
        "/things": { get: ok },
      },
      security: [{ key: [] }],
      components: { securitySchemes },
    });
    expect(code).toBe(
      [
        'import { Test } from "test-sdk";\n',
        'const test = new Test({ apiKey: process.env["TEST_API_KEY"] });\n',
        "await test.things.list();\n",
      ].join("\n"),
    );
  });
});

/** Every region of a README, in order, by its name. */
const regionsOf = async (source: Source): Promise<Record<string, string>> => {
  const readme = await emitted(source, "README.md");
  const found = readme.matchAll(
    /^<!-- sdkwright:start (\S+) -->\n\n([^]*?)\n\n<!-- sdkwright:end \1 -->$/gm,
  );
  const regions = [...found].map(([, name = "", text = ""]) => [name, text]);
  // Nothing stands outside of them.
  expect(readme).toBe(
    regions
      .map(
        ([name, text]) =>
          `<!-- sdkwright:start ${name} -->\n\n${text}\n\n<!-- sdkwright:end ${name} -->`,
      )
      .join("\n\n") + "\n",
  );
  return Object.fromEntries(regions) as Record<string, string>;
};

const info = { title: "Test", version: "1.0.0" };

describe("the regions", () => {
  it("are those that have something to say", async () => {
    expect(Object.keys(await regionsOf({}))).toEqual([
      ...["title", "install", "first-call", "options", "responses"],
      ...["errors", "resources"],
    ]);
  });

  it("are never more, whatever the document says", async () => {
    const marker = "<!-- sdkwright:end about -->";
    const text = `It has rooms.\n\n\`\`\`\n${marker}\n\`\`\`\n\n${marker}\n\n\`${marker}\``;
    const regions = await regionsOf({
      info: { ...info, title: marker, description: text },
      externalDocs: { url: "https://a.example", description: text },
      servers: [{ url: "https://a.example", description: text }],
      paths: {
        "/a": {
          get: {
            parameters: [
              {
                ...{ name: "a", in: "query", required: true },
                ...{ schema: { type: "string" }, example: `\n${marker}\n` },
              },
            ],
            responses: { 204: { description: text } },
          },
        },
      },
    });
    expect(Object.keys(regions)).toEqual([
      ...["title", "about", "install", "first-call", "servers", "options"],
      ...["responses", "errors", "resources", "support"],
    ]);
    expect(Object.values(regions).join("\n")).not.toMatch(/<!--\s*sdkwright/);
  });
});

it("says what the document says of itself, below its own headings", async () => {
  const description = [
    "# Rooms\n\nBooks *rooms* for <b>days</b>, see [rooms](#rooms) and [the site](https://a.example/rooms).",
    "Limits\n------\nAt most 3. <script>alert(1)</script>",
    "---",
    "###### Deep\n\n- one\n- two",
  ].join("\n\n");
  const { about } = await regionsOf({ info: { ...info, description } });
  expect(about).toBe(
    [
      "### Rooms",
      "Books _rooms_ for **days**, see rooms and [the site](https://a.example/rooms).",
      "#### Limits",
      "At most 3. &#60;script&#62;alert(1)&#60;/script&#62;",
      "###### Deep",
      "- one\n- two",
    ].join("\n\n"),
  );
});

describe("the servers", () => {
  const serversOf = async (servers: readonly object[]) =>
    (await regionsOf({ servers }))["servers"];

  it("are none without any, or with one that is relative", async () => {
    expect(await serversOf([])).toBeUndefined();
    expect(await serversOf([{ url: "/v1" }])).toBeUndefined();
  });

  it("are told apart", async () => {
    expect(
      await serversOf([
        { url: "https://api.example.com", description: "Production." },
        {
          url: "https://{region}.example.com/v1",
          description: "A | region.",
          variables: {
            region: {
              default: "eu",
              enum: ["eu", "us"],
              description: "Where.",
            },
          },
        },
      ]),
    ).toBe(`## Servers

| URL                               | what it is   |
| --------------------------------- | ------------ |
| \`https://api.example.com\`         | Production.  |
| \`https://{region}.example.com/v1\` | A \\| region. |

What stands in braces is in \`serverVariables\`:

| variable | without it | values     | what it is |
| -------- | ---------- | ---------- | ---------- |
| \`region\` | \`eu\`       | \`eu\`, \`us\` | Where.     |

\`\`\`ts
const test = new Test({
  server: "https://{region}.example.com/v1",
  serverVariables: { region: "us" },
});
\`\`\`

\`baseURL\` is for any other server.`);
  });

  it("may have names", async () => {
    const text = await emitted(
      {
        openapi: "3.2.0",
        servers: [
          { url: "https://a.example", name: "live" },
          { url: "https://b.example", name: "test" },
        ],
      },
      "README.md",
    );
    expect(text).toContain("| `test` | `https://b.example` |");
    expect(text).toContain('new Test({ server: "test" });');
  });

  it("may be one", async () => {
    const url = "https://api.example.com";
    expect(await serversOf([{ url, description: "In *Berlin*." }])).toBe(
      `## Servers\n\nCalls go to \`${url}\`, unless \`baseURL\` says otherwise.\n\nIn _Berlin_.`,
    );
  });
});

describe("support", () => {
  it("is where the document sends its readers", async () => {
    const { support } = await regionsOf({
      info: {
        ...info,
        contact: {
          name: "Help [desk]",
          url: "https://a.example/help",
          email: "help@a.example",
        },
        termsOfService: "https://a.example/terms",
      },
      externalDocs: {
        url: "https://docs.a.example/?a=1&copy=2",
        description: "All `a|b`.",
      },
    });
    expect(support).toBe(
      [
        "## Support\n",
        "- Documentation: `https://docs.a.example/?a=1&copy=2`. All `a|b`.",
        "- Questions about the API: [Help \\[desk\\]](https://a.example/help), [help@a.example](mailto:help@a.example)",
        "- Terms of service: <https://a.example/terms>",
      ].join("\n"),
    );
  });

  it("names who has no page", async () => {
    const contact = { name: "Ada", email: "ada@a.example" };
    const { support } = await regionsOf({ info: { ...info, contact } });
    expect(support).toContain(
      "- Questions about the API: Ada, [ada@a.example](mailto:ada@a.example)",
    );
    const bare = { info: { ...info, contact: { name: "Ada" } } };
    expect((await regionsOf(bare))["support"]).toBeUndefined();
  });
});

describe("the errors", () => {
  const ok = { 204: { description: "Done." } };
  const codeOf = async (paths: object) =>
    /## Errors[^]*?```ts\n([^]*?)```/.exec(
      await emitted({ paths }, "README.md"),
    )?.[1];

  it("are those of an operation that declares some", async () => {
    const code = await codeOf({
      "/a": { get: { operationId: "getA", responses: ok } },
      "/b": {
        get: {
          operationId: "getB",
          responses: { ...ok, 404: { description: "None." } },
        },
      },
    });
    expect(code).toContain("await test.b.get();");
    expect(code).toContain("error instanceof NotFoundError");
    expect(code).toContain('isErrorOf("getB", error)');
  });

  it("are any where none is declared", async () => {
    const code = await codeOf({ "/a": { get: { responses: ok } } });
    expect(code).toContain("import { APIError, RateLimitError }");
    expect(code).toContain("error instanceof APIError");
    expect(code).not.toContain("isErrorOf");
  });
});

describe("credentials", () => {
  const source = (security: readonly object[], tokenUrl: string) => ({
    paths: { "/a": { get: { responses: {} } } },
    servers: [{ url: "https://a.example" }],
    security,
    components: {
      securitySchemes: {
        a: { type: "apiKey", in: "header", name: "X-A" },
        b: {
          type: "oauth2",
          flows: { clientCredentials: { tokenUrl, scopes: {} } },
        },
      },
    },
  });

  it("come in the order of security", async () => {
    for (const [security, options] of [
      [
        [{ a: [] }, { b: [] }],
        ["apiKey", "accessToken"],
      ],
      [
        [{ b: [] }, { a: [] }],
        ["accessToken", "apiKey"],
      ],
    ] as const) {
      const { client } = await sdkOf(source(security, "https://a.example/t"));
      expect(client.schemes.map(({ option }) => option)).toEqual(options);
    }
  });

  it("of an OAuth client have a sample of their own", async () => {
    const { authentication } = await regionsOf(
      source([{ b: [] }], "https://a.example/t"),
    );
    expect(authentication).toContain(
      `The variable \`TEST_ACCESS_TOKEN\` has a token.`,
    );
    expect(authentication).toContain(`const test = new Test({
  accessToken: {
    clientId: process.env["TEST_CLIENT_ID"] ?? "",
    clientSecret: process.env["TEST_CLIENT_SECRET"] ?? "",
  },
});`);
    const relative = await regionsOf(source([{ b: [] }], "/token"));
    expect(relative["authentication"]).toContain(
      'tokenURL: "https://auth.example.com/token",',
    );
  });
});

it("is in prettier's form, however long its code is", async () => {
  for (let length = 1; length < 70; length += 6) {
    const schema = { type: "array", items: { type: "string" } };
    const content = { "application/json": { schema } };
    const sdk = await sdkOf({
      servers: [{ url: "https://a.example" }],
      paths: {
        "/a": {
          get: {
            tags: [`b ${"x".repeat(length)}`],
            operationId: `list${"Y".repeat(length).toLowerCase()}`,
            parameters: ["page", "per_page"].map((name) => ({
              name,
              in: "query",
              schema: { type: "integer" },
            })),
            responses: {
              200: {
                description: "Done.",
                headers: { Link: { schema: { type: "string" } } },
                content,
              },
            },
          },
        },
      },
    });
    const readme = readmeFile(sdk, noContributions);
    expect(readme.isFormatted).toBe(true);
    expect(readme.text).toMatch(/^for await \(const item of /m);
    expect(await formatFile(readme)).toBe(await formatWithPrettier(readme));
  }
});
