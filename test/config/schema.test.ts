/** The JSON Schema of configs says what the checks say, on values of every option. */
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { checkConfig } from "../../generator/config/check.js";
import type { Rule } from "../../generator/config/rule.js";
import { sdkRule } from "../../generator/config/rules.js";
import { configSchema } from "../../generator/config/schema.js";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import { isRecord } from "../../generator/openapi/records.js";

const validate = new Ajv({ strict: false }).compile(configSchema());

const minimal = { input: "openapi.yaml", output: "sdk" };

/** Values of an option: good ones, then bad ones. Options without schema are for code. */
type Samples = readonly [good: readonly unknown[], bad: readonly unknown[]];

const texts: Samples = [
  ["a", " a "],
  ["", " ", 1, null, [], {}],
];
const textLists: Samples = [
  [[], ["a"]],
  ["a", [""], [1], {}],
];
const objects = [null, 1, "a", [], { other: 1 }];
const booleans: Samples = [
  [true, false],
  ["true", 0, null],
];
const choice = (...values: readonly string[]): Samples => [
  values,
  ["other", "", 1, null],
];
const urls: Samples = [
  ["https://a.example", "HTTP://a"],
  ["a.example", "ftp://a", "https://a b", 1],
];
const filter: Samples = [[{}], objects];

const methodPaths: Samples = [
  ["webhooks.unwrap", "unwrap", "$client.unwrap"],
  ["", "a b", "a..b", ".a", 1, null],
];

const samples: Readonly<Record<string, Samples>> = {
  $schema: texts,
  input: [
    ["a", {}, { openapi: "3.1.0" }, ["a", {}]],
    ["", " ", [], [1], [""], 1, null, true],
  ],
  output: texts,
  refRoot: texts,
  headers: [
    [{}, { "X-Token": "${TOKEN}" }],
    [{ a: "" }, { a: 1 }, [], "a", null],
  ],
  allowRefOrigins: [
    [["https://a.example", "HTTPS://*.a.example:8080/", "*", "http://[::1]:1"]],
    ["*", ["a.example"], ["https://a.example/path"], ["ftp://a"], [""], [1]],
  ],
  overlays: textLists,
  include: filter,
  "include.tags": textLists,
  "include.paths": textLists,
  "include.operations": textLists,
  "include.deprecated": booleans,
  exclude: filter,
  "exclude.tags": textLists,
  "exclude.paths": textLists,
  "exclude.operations": textLists,
  "exclude.deprecated": booleans,
  keep: [
    [["docs/**", "a..b"]],
    [["../a"], ["a/.."], [" a"], [""], "docs", [1]],
  ],
  package: [[{}], objects],
  "package.name": [
    ["acme", "@acme/sdk"],
    ["Acme", "@acme", "a b", "", 1],
  ],
  "package.version": [
    ["1.2.0", "1.2.0-beta.1+5"],
    ["1.2", "v1.2.0", "01.2.0", 1],
  ],
  "package.description": texts,
  "package.license": texts,
  "package.author": texts,
  "package.repository": [
    [
      "git+https://github.com/a/b.git",
      "GIT:a",
      { url: "https://a.example" },
      { url: "https://a.example", directory: "packages/sdk" },
    ],
    ["a", {}, { directory: "a" }, { url: "a" }, { url: "a:b", other: 1 }, 1],
  ],
  "package.homepage": urls,
  "package.bugs": [
    [
      "https://a.example",
      "a@b",
      {},
      { url: "https://a", email: "a@b.example" },
    ],
    ["a", "a@b c", { url: "a" }, { email: "a" }, { other: 1 }, 1, []],
  ],
  "package.funding": [
    ["https://a.example", ["https://a.example", "http://b"], []],
    ["a", ["a"], {}, 1],
  ],
  "package.keywords": textLists,
  "package.engines": [
    [{ node: ">=22", Bun: "1" }],
    [{ node: "" }, { "a b": "1" }, { "": "1" }, { 1: "1" }, [], "22"],
  ],
  "package.exports": [
    [{ "./extras": "src/lib/extras.ts", "./a/b": "src/b.ts" }],
    [
      { extras: "src/a.ts" },
      { "./package.json": "src/a.ts" },
      { "./a": "lib/a.ts" },
      { "./a": "src/a.d.ts" },
      { "./a": "src/../a.ts" },
      { "./../a": "src/a.ts" },
      [],
    ],
  ],
  "package.sideEffects": [
    [true, false, [], ["./dist/a.js"]],
    ["a", [""], [1], {}, null],
  ],
  "package.publishConfig": [[{}], objects],
  "package.publishConfig.access": choice("public", "restricted"),
  "package.publishConfig.registry": urls,
  "package.publishConfig.tag": [
    ["next", "Next-1"],
    ["1", "a b", ""],
  ],
  "package.publishConfig.provenance": booleans,
  "package.sourceMaps": booleans,
  clientName: [
    ["Acme", "Ägypten", "$_1"],
    ["my client", "1a", "", 1],
  ],
  clientParameters: [
    [
      ...[[], ["a"], ["a", { name: "b", in: "header", env: "B_1" }]],
      [{ name: "c", in: "cookie", option: "c", default: "x" }],
      [{ name: "d", in: "client", type: "number", default: 1 }],
      [{ name: "e", in: "client", required: true, description: "It." }],
    ],
    [
      ...["a", [""], [1], {}, [{ name: "a" }], [{ in: "query" }]],
      ...[[{ name: "a", in: "body" }], [{ name: "a", in: "path", env: "1" }]],
      [{ name: "a", in: "path", option: "a b" }],
      [{ name: "a", in: "path", other: 1 }],
      [{ name: "a", in: "client", type: "integer" }],
      ...[[{ name: "a", in: "client", default: null }]],
      [{ name: "a", in: "client", required: 1, description: "" }],
    ],
  ],
  environmentPrefix: [
    ["ACME", "A_1"],
    ["acme", "1A", "A-B", ""],
  ],
  resources: [
    [{}, { Chat: "chat.completions", "* Controller": "*", "a * b *": "*.x*" }],
    [
      { Chat: "*" },
      { Chat: "a b" },
      { "* Controller": "*.*" },
      { "**": "**" },
      { "*": "a-*" },
      { Chat: 1 },
      [],
      "a",
      null,
    ],
  ],
  methods: [
    [
      { listKeys: "list", "GET /keys": "apiKeys.list", "*C_*": "*.*" },
      { a: ["list", "keys.list"], "*": ["*.get"] },
    ],
    [
      ...[{ a: "a." }, { a: ".a" }, { a: "" }, { "*_*": "*.*.*" }, "list"],
      ...[{ a: [] }, { a: ["a."] }, { a: [1] }, { "*": ["*.*"] }],
    ],
  ],
  models: [
    [{ pet_v2: "Pet", "*Dto": "*", "A_*_V*": "*Of*", "*-*-*-*": "****" }],
    [{ a: "a.b" }, { "*Dto": "*.*" }, { "*": "**" }, { "*-*-*": "****" }],
  ],
  resourceModels: [
    [{ "chat.completions": ["Chunk", "#/components/schemas/A/items"] }, {}],
    [{ pets: "Pet" }, { pets: [1] }, ["Pet"]],
  ],
  names: choice("follow", "keep"),
  aliases: [
    [false, "forever", { keep: 1 }, {}],
    [true, "never", { keep: 0 }, { keep: 1.5 }, { keep: "1" }, { other: 1 }],
  ],
  "aliases.keep": [
    [1, 20],
    [0, -1, 1.5, "1", null],
  ],
  enums: choice("closed", "open", "const"),
  int64: choice("number", "string"),
  dates: choice("Date", "string"),
  security: choice("declared", "all"),
  arguments: choice("own", "last", "all"),
  bodies: choice("exact", "flat"),
  typeNames: choice("function", "resource"),
  binary: choice("Blob", "Response"),
  downloads: [
    [[], ["getFile", "GET /files/*"]],
    ["getFile", [1], [""], {}, null],
  ],
  webhooks: [[{}], objects],
  "webhooks.verify": methodPaths,
  "webhooks.parse": methodPaths,
  "webhooks.secret": [[{}], objects],
  "webhooks.secret.option": [
    ["webhookKey", "key"],
    ["", "a b", "1", 1, null],
  ],
  "webhooks.secret.env": [
    ["ACME_KEY", "key"],
    ["", "A B", "A-B", "1", 1, null],
  ],
  compatibility: choice("stainless"),
  idempotency: [
    ["Idempotency-Key", "x_1"],
    ["", "a b", "a:", 1, null],
  ],
  query: [[{}], objects],
  "query.arrays": choice("comma", "repeat", "indices", "brackets"),
  "query.objects": choice("brackets", "dots"),
  positional: [
    [{}, { "GET /a/{b}": ["b"], listA: [] }],
    [{ a: "b" }, { a: [""] }, { a: [1] }, [], "a", null],
  ],
  multipart: [[{}], objects],
  "multipart.arrays": choice("comma", "repeat", "indices", "brackets"),
  "multipart.objects": choice("brackets", "dots"),
  casings: [
    [{}, { openai: "OpenAI", api: "API" }],
    [{ a: "a b" }, { a: "" }, { a: 1 }, { a: "1" }, [], "a", null],
  ],
  credentials: [
    [
      {},
      { bearerAuth: { option: "token", env: "ACME_TOKEN", required: true } },
      { basic: { username: { option: "user" }, password: { env: "_P1" } } },
    ],
    [
      ...[{ a: 1 }, { a: { option: "a b" } }, { a: { env: "1A" } }, []],
      ...[{ a: { required: "yes" } }, { a: { username: { option: "" } } }],
      ...[{ a: { other: 1 } }, { a: { password: { other: 1 } } }, null],
    ],
  ],
  servers: [
    [{}, { production: "https://a.example/v1", test: "HTTP://a/{region}" }],
    [{ a: "a.example" }, { a: "https://a?b" }, { a: 1 }, [], "https://a"],
  ],
  defaults: [[{}], objects],
  "defaults.timeout": [
    [0, 1.5, 60_000],
    [-1, "1", null],
  ],
  "defaults.maxRetries": [
    [0, 2],
    [-1, 1.5, "1", null],
  ],
  "defaults.retry": choice("safe", "all"),
  "defaults.headers": [
    [{}, { "X-A": "b", x: "" }],
    [{ "a b": "c" }, { a: "\u00e9" }, { a: 1 }, [], "a"],
  ],
  "defaults.query": [
    [{}, { a: "b" }],
    [{ a: 1 }, [], "a"],
  ],
  "defaults.operations": [
    [{}, { "GET /slow": { timeout: 1, retry: "all", headers: { a: "b" } } }],
    [{ a: { timeout: -1 } }, { a: 1 }, { a: { other: 1 } }, [], null],
  ],
  pagination: [
    [
      {},
      { main: { by: "cursor", param: "from", next: "meta.next", items: "" } },
      { a: { by: "id", more: "m", total: "t", id: "i", operations: ["a"] } },
    ],
    [
      { main: {} },
      { main: { by: "other" } },
      { main: { by: "id", param: "" } },
      { main: { by: "id", items: 1 } },
      { main: { by: "id", next: 1 } },
      { main: { by: "id", more: "" } },
      { main: { by: "id", total: "" } },
      { main: { by: "id", id: "" } },
      { main: { by: "id", operations: "a" } },
      { main: { by: "id", other: 1 } },
      { main: "cursor" },
      [],
    ],
  ],
  streaming: [
    [
      {},
      { a: {}, "GET /b": false },
      { a: { param: "live", event: "Event" }, "GET /*": { param: null } },
    ],
    [
      { a: true },
      { a: null },
      { a: { param: "" } },
      { a: { param: false } },
      { a: { event: "" } },
      { a: { event: null } },
      { a: { other: 1 } },
      [],
    ],
  ],
  "change.unstable": textLists,
  docs: [[{}], objects],
  "docs.badges": [
    [[], ["npm", "ci", "license"]],
    ["npm", ["other"], [1]],
  ],
  queries: [
    [
      ...["react", ["react", "swr"], [], { adapters: "vue" }],
      { adapters: ["solid"], operations: ["POST /search"] },
    ],
    [
      ...["other", ["other"], {}, { adapters: "other" }, { adapters: [1] }, 1],
      ...[{ operations: ["a"] }, { adapters: "vue", operations: [""] }, null],
      { adapters: "vue", other: 1 },
    ],
  ],
  "docs.overlay": booleans,
  otel: booleans,
  mocks: booleans,
  schema: booleans,
  agents: [
    [true, false, {}, { text: "none" }],
    ["none", null, [], { text: "all" }, { other: 1 }],
  ],
  "agents.text": choice("none", "summaries"),
  "docs.samples": [
    [[], ["javascript", "python", "go"]],
    ["go", ["ruby"]],
  ],
  change: [[{}], objects],
  "change.strictness": choice("lenient", "standard", "strict"),
  "change.classes": [
    [{}, { "result-added": "feature" }],
    [{ other: "feature" }, { "result-added": "other" }, []],
  ],
  "change.approve": [
    [
      [],
      [{ id: "0123456789ab", reason: "So.", until: "2.0.0" }],
      [
        {
          ...{ kind: "model-renamed", where: "Pet", to: "Animal" },
          ...{ reason: "So.", issue: "A-1", until: "2027-01-31" },
          as: "feature",
        },
      ],
    ],
    [
      [{}],
      [{ id: "0123456789ab", reason: "So." }],
      [{ kind: "model-renamed", reason: "So.", until: "2.0.0" }],
      [{ kind: "other", where: "a", reason: "So.", until: "2.0.0" }],
      [{ id: "a", reason: "So.", until: "2.0.0" }],
      [{ id: "0123456789ab", reason: "So.", until: "2027-13-31" }],
      [{ id: "0123456789ab", reason: "So.", until: "2.0" }],
      [{ id: "0123456789ab", reason: "", until: "2.0.0" }],
      [{ id: "0123456789ab", reason: "a", until: "2.0.0", as: "other" }],
      [{ id: "0123456789ab", reason: "a", until: "2.0.0", issue: 1 }],
      [{ id: "0123456789ab", reason: "a", until: "2.0.0", other: 1 }],
      [{ id: "0123456789ab", reason: "a", until: "2.0.0", to: "" }],
      {},
    ],
  ],
  release: [[{}], objects],
  "release.changelog": choice(
    ...["print", "unreleased", "changeset", "conventional"],
  ),
};

/** A config with one more option. */
const withOption = (path: string, value: unknown): unknown => {
  const steps = path.split(".");
  const set = (target: unknown, index: number): unknown => {
    const step = steps[index];
    if (step === undefined) return value;
    const owner = isRecord(target) ? target : {};
    return { ...owner, [step]: set(owner[step], index + 1) };
  };
  return set(minimal, 0);
};

const isAcceptedByCheck = (config: unknown): boolean =>
  checkConfig(config, new Diagnostics()) !== undefined;

const pathsOf = ({ fields = {} }: Rule, path = ""): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    field.schema === undefined
      ? []
      : [path + name, ...pathsOf(field, `${path}${name}.`)],
  );

describe("the schema of configs", () => {
  // The fields of a repository and of an address for bugs are among the samples of these.
  it("has samples of every option", () => {
    const missing = pathsOf(sdkRule).filter(
      (path) => !(path in samples) && !/\.(?:repository|bugs)\./.test(path),
    );
    expect(missing).toEqual([]);
  });

  it.each(Object.entries(samples))("agrees on %s", (path, [good, bad]) => {
    for (const [values, isGood] of [
      [good, true],
      [bad, false],
    ] as const)
      for (const value of values) {
        const config = withOption(path, value);
        const verdict = { config, check: isGood, schema: isGood };
        const check = isAcceptedByCheck(config);
        expect({ config, check, schema: validate(config) }).toEqual(verdict);
      }
  });

  it.each<[string, unknown, boolean]>([
    ["one SDK", minimal, true],
    ["several", [minimal, { ...minimal, $schema: "a.json" }], true],
    ["none", [], false],
    ["no input", { output: "sdk" }, false],
    ["no output", [{ input: "a" }], false],
    ["an option that is not there", { ...minimal, clientNmae: "A" }, false],
    ["an option of code", { ...minimal, transform: "a" }, false],
    ["no object", "a", false],
    ["nothing", null, false],
  ])("agrees on %s", (_, config, isGood) => {
    expect([isAcceptedByCheck(config), validate(config)]).toEqual([
      isGood,
      isGood,
    ]);
  });
});
