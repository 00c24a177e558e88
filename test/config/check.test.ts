import { describe, expect, it } from "vitest";
import { checkConfig } from "../../generator/config/check.js";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";

const problems = (config: unknown): readonly string[] => {
  const diagnostics = new Diagnostics();
  const sdks = checkConfig(config, diagnostics);
  const found = diagnostics
    .all()
    .map(({ code, message }) => `${code}: ${message}`);
  expect(sdks === undefined).toBe(found.length > 0);
  return found;
};

const minimal = { input: "openapi.yaml", output: "sdk" };

describe("a config that is accepted", () => {
  it.each<[string, unknown]>([
    ["one SDK", minimal],
    ["several SDKs", [minimal, { input: "b.json", output: "b" }]],
    ["options that are undefined", { ...minimal, clientName: undefined }],
    [
      "every option",
      {
        ...minimal,
        package: {
          name: "@acme/sdk",
          version: "1.2.0-beta.1",
          description: "Acme's API.",
          license: "MIT OR Apache-2.0",
          author: "Acme <dev@acme.example>",
          repository: "git+https://github.com/example/acme.git",
          homepage: "https://acme.example",
          keywords: ["acme"],
          engines: { node: ">=22" },
          exports: { "./extras": "src/lib/extras.ts" },
          sideEffects: ["./dist/*/lib/polyfill.js"],
          publishConfig: {
            access: "restricted",
            registry: "https://npm.acme.example/",
            tag: "next",
            provenance: true,
          },
        },
        clientName: "Acme",
        clientParameters: ["account_id", { name: "X-Tenant", in: "header" }],
        arguments: "last",
        bodies: "flat",
        typeNames: "resource",
        query: { arrays: "brackets", objects: "dots" },
        multipart: { arrays: "brackets", objects: "brackets" },
        credentials: {
          bearerAuth: { option: "apiKey", env: "ACME_KEY", required: true },
          basicAuth: { username: { env: "ACME_USER" }, password: {} },
        },
        servers: { production: "https://api.acme.example" },
        defaults: {
          timeout: 600_000,
          retry: "all",
          operations: { "POST /*": { maxRetries: 0, headers: { "X-A": "1" } } },
        },
        binary: "Response",
        downloads: ["getFile", "GET /exports/*"],
        idempotency: "Idempotency-Key",
        environmentPrefix: "ACME",
        resources: { "API keys": "apiKeys", Chat: "chat.completions" },
        methods: { listKeys: ["list", "all"], "GET /keys": "apiKeys.list" },
        models: { pet_v2: "Pet", "*Dto": "*", "Api_*_V*": "*Of*" },
        enums: "open",
        pagination: {
          main: { by: "cursor", param: "from", next: "meta.next", items: "" },
          rest: { by: "none", operations: ["listZones", "GET /zones/*"] },
        },
      },
    ],
  ])("%s", (_, config) => {
    expect(problems(config)).toEqual([]);
  });

  it("comes back as a list", () => {
    const diagnostics = new Diagnostics();
    expect(checkConfig(minimal, diagnostics)).toEqual([minimal]);
    expect(checkConfig([minimal], diagnostics)).toEqual([minimal]);
  });
});

describe("options of calls and of the client", () => {
  it.each([
    [
      { arguments: "first" },
      'config-type: `arguments` must be "own" or "last" or "all", not "first"',
    ],
    [
      { query: { arrays: "csv" } },
      'config-type: `query.arrays` must be "comma" or "repeat" or "indices" or "brackets", not "csv"',
    ],
    [
      { methods: { list: [] } },
      "config-type: `methods.list` must be a method name, such as `list` or `apiKeys.list`, or a list of them, not an empty array",
    ],
    [
      { servers: { a: "/v1" } },
      'config-type: `servers.a` must be an absolute URL, such as `https://api.example.com`, not "/v1"',
    ],
    [
      { defaults: { operations: { a: { timeout: -1 } } } },
      "config-type: `defaults.operations.a.timeout` must be a number that is not negative, not -1",
    ],
    [
      { credentials: { key: { env: "A B" } } },
      'config-type: `credentials.key.env` must be the name of an environment variable, such as `ACME_KEY`, or false, not "A B"',
    ],
    [
      { credentials: { key: { env: true } } },
      "config-type: `credentials.key.env` must be the name of an environment variable, such as `ACME_KEY`, or false, not true",
    ],
    [
      { pagination: { a: { by: "cursor", headers: { next: 1 } } } },
      "config-type: `pagination.a.headers.next` must be the name of a header, such as `X-Next`, not 1",
    ],
    [
      { clientParameters: [{ name: "a" }] },
      "config-type: `clientParameters[0]` must be the name of a path parameter, or an object with `name`, `in` and a `default` of its `type`, not an object with `name`",
    ],
    [
      { clientParameters: [{ name: "a", in: "client", default: 1 }] },
      "config-type: `clientParameters[0]` must be the name of a path parameter, or an object with `name`, `in` and a `default` of its `type`, not an object with `name`, `in`, `default`",
    ],
  ])("%j is refused", (options, want) => {
    expect(problems({ ...minimal, ...options })).toEqual([want]);
  });
});

describe("a config that is refused", () => {
  it.each<[string, unknown, readonly string[]]>([
    [
      "nothing",
      undefined,
      [
        "config-type: the config must be an object of options, not a value of type undefined",
      ],
    ],
    [
      "no SDK",
      [],
      ["config-type: the config must be one SDK or more, not an empty array"],
    ],
    [
      "no input and no output",
      {},
      [
        "config-missing-option: `input` is missing",
        "config-missing-option: `output` is missing",
      ],
    ],
    [
      "a typing error",
      { ...minimal, clientNmae: "Acme" },
      ["config-unknown-option: there is no option `clientNmae`"],
    ],
    [
      "a typing error further down",
      { ...minimal, package: { nam: "acme" } },
      ["config-unknown-option: there is no option `package.nam`"],
    ],
    [
      "wrong types, all of them",
      [
        minimal,
        {
          input: 1,
          output: "",
          package: [],
          clientName: "my client",
          clientParameters: "account_id",
          environmentPrefix: "acme",
          resources: { Platform: "api keys" },
          methods: null,
          enums: "ajar",
        },
      ],
      [
        "config-type: `[1].input` must be the path or URL of an OpenAPI document, the document, or an array of them, not 1",
        'config-type: `[1].output` must be the path of a directory, not ""',
        "config-type: `[1].package` must be an object, not an empty array",
        'config-type: `[1].clientName` must be a class name, such as `Acme`, not "my client"',
        'config-type: `[1].clientParameters` must be an array, not "account_id"',
        'config-type: `[1].environmentPrefix` must be capital letters, such as `ACME`, not "acme"',
        'config-type: `[1].resources.Platform` must be names joined by dots, such as `chat.completions`, not "api keys"',
        "config-type: `[1].methods` must be an object, or a function in a config file that is code, not null",
        'config-type: `[1].enums` must be "closed" or "open" or "const", not "ajar"',
      ],
    ],
    [
      "names by pattern that could be none",
      {
        ...minimal,
        resources: { Chat: "*", "* Controller": "*.*" },
        methods: { "*Controller_*": "*-*", "GET *": "*.*", "a**": "**" },
        models: { "*Dto": "*.*" },
      },
      [
        'config-type: `resources.Chat` must be names joined by dots, such as `chat.completions`, not "*"',
        'config-type: `resources["* Controller"]` must be names joined by dots, such as `chat.completions`, in which each `*` is one of the key, not "*.*"',
        'config-type: `methods["*Controller_*"]` must be a method name, such as `list` or `apiKeys.list`, or a list of them, in which each `*` is one of the key, not "*-*"',
        'config-type: `methods["GET *"]` must be a method name, such as `list` or `apiKeys.list`, or a list of them, in which each `*` is one of the key, not "*.*"',
        'config-type: `methods["a**"]` must be a method name, such as `list` or `apiKeys.list`, or a list of them, in which each `*` is one of the key, not "**"',
        'config-type: `models["*Dto"]` must be the name of a type, such as `Pet`, in which each `*` is one of the key, not "*.*"',
      ],
    ],
    [
      "fields of package.json that npm would refuse",
      { ...minimal, package: { name: "Acme SDK", version: "1" } },
      [
        'config-type: `package.name` must be an npm package name, such as `@acme/sdk`, not "Acme SDK"',
        'config-type: `package.version` must be a version, such as `1.2.0`, not "1"',
      ],
    ],
    [
      "fields of package.json that lead nowhere",
      {
        ...minimal,
        package: {
          engines: { node: 22, "": ">=1" },
          exports: {
            ".": "src/lib/a.ts",
            "./package.json": "src/lib/a.ts",
            "../a": "src/lib/a.ts",
            "./*": "src/lib/a.ts",
            extras: "src/lib/a.ts",
            "./a": "lib/a.ts",
            "./b": "src/../../b.ts",
            "./c": "src/lib/c.d.ts",
          },
          sideEffects: "a.js",
          publishConfig: { access: "private", registry: "npm", tag: "1.0" },
        },
      },
      [
        "config-type: `package.engines.node` must be a range of versions, such as `>=22`, not 22",
        'config-type: a key of `package.engines` must be the name of an engine, such as `node`, not ""',
        ...[".", "./package.json", "../a", "./*", "extras"].map(
          (path) =>
            `config-type: a key of \`package.exports\` must be a path below the package, such as \`./extras\`, not "${path}"`,
        ),
        ...[
          ["./a", "lib/a.ts"],
          ["./b", "src/../../b.ts"],
          ["./c", "src/lib/c.d.ts"],
        ].map(
          ([path, module]) =>
            `config-type: \`package.exports["${path}"]\` must be a module of the package, such as \`src/lib/extras.ts\`, not "${module}"`,
        ),
        'config-type: `package.sideEffects` must be true, false or an array of files, not "a.js"',
        'config-type: `package.publishConfig.access` must be "public" or "restricted", not "private"',
        'config-type: `package.publishConfig.registry` must be a URL, not "npm"',
        'config-type: `package.publishConfig.tag` must be an npm tag, such as `next`, not "1.0"',
      ],
    ],
    [
      "members that every object inherits",
      { ...minimal, ...JSON.parse('{ "__proto__": {}, "constructor": 1 }') },
      [
        "config-unknown-option: there is no option `__proto__`",
        "config-unknown-option: there is no option `constructor`",
      ],
    ],
  ])("%s", (_, config, want) => {
    expect(problems(config)).toEqual(want);
  });

  it.each([
    ["clientNmae", "Did you mean `clientName`?"],
    ["Output", "Did you mean `output`?"],
    ["enum", "Did you mean `enums`?"],
    [
      "telemetry",
      "The options here are input, output, refRoot, headers, allowRefOrigins, overlays, transform, include, exclude, keep, package, clientName, clientParameters, environmentPrefix, resources, methods, names…",
    ],
  ])("names the option that %s may stand for", (key, want) => {
    const diagnostics = new Diagnostics();
    checkConfig({ ...minimal, [key]: 1 }, diagnostics);
    expect(diagnostics.all().map(({ help }) => help)).toEqual([want]);
  });
});

describe("pagination", () => {
  it.each<[unknown, string]>([
    [
      { a: {} },
      "config-type: `pagination.a` must be an object with `by`, not an empty object",
    ],
    [
      { a: { next: "links.next" } },
      "config-type: `pagination.a` must be an object with `by`, not an object with `next`",
    ],
    [
      {
        a: Object.fromEntries(
          "a b c d e f g h i".split(" ").map((key) => [key, 1]),
        ),
      },
      "config-type: `pagination.a` must be an object with `by`, not an object with `a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`…",
    ],
    [
      { a: { by: "guess" } },
      'config-type: `pagination.a.by` must be "cursor" or "id" or "page" or "offset" or "url" or "single" or "none", not "guess"',
    ],
    [
      { a: { by: "url", nxt: "links.next" } },
      "config-unknown-option: there is no option `pagination.a.nxt`",
    ],
    [
      { a: { by: "url", operations: "listZones" } },
      'config-type: `pagination.a.operations` must be an array, not "listZones"',
    ],
  ])("is checked: %j", (pagination, want) => {
    expect(problems({ ...minimal, pagination })).toEqual([want]);
  });
});
