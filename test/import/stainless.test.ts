import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importFrom, problemsOf, shop } from "./support.js";

const config = `# yaml-language-server: $schema=https://app.stainless.com/config.schema.json
edition: 2026-02-23
organization:
  name: pet shop
  docs: docs.shop.example
  contact: ""
targets:
  typescript:
    edition: typescript.2025-10-10
    package_name: "@shop/sdk"
    # Moved in May.
    production_repo: shop/shop-node
    publish:
      npm: true
  go:
    package_name: shop
environments:
  production: https://api.shop.example
  sandbox: https://sandbox.shop.example
resources:
  pets:
    models:
      pet: Pet
      animal: '#/components/schemas/Pet'
    methods:
      list: get /pets
      # Also by fans.
      create: &create post /pets
      add: *create
      retrieve: >-
        get
        /pets/{pet_id}
    subresources:
      pet-orders:
        methods:
          list_all:
            endpoint: get /pets/{petId}/orders
            paginated: false
            deprecated: Use pets.
settings:
  license: MIT
client_settings:
  opts:
    api_key:
      type: string
      nullable: true
      read_env: SHOP_API_KEY
      auth: { security_scheme: key }
  default_retries:
    max_retries: 4
    max_delay_seconds: 30
security:
  - key: []
  - {}
query_settings:
  array_format: comma
pagination:
  - name: cursors
    type: cursor
    request:
      after:
        type: string
        x-stainless-pagination-property: { purpose: next_cursor_param }
    response:
      data: { type: array }
      next:
        type: string
        x-stainless-pagination-property: { purpose: next_cursor_field }
readme:
  example_requests: {}
`;

describe("methods without `streaming`", () => {
  it("of a published SDK give the response as a whole", async () => {
    const answers = (path: string, content: string): string => `  ${path}:
    post:
      responses: { "200": { description: It., content: { ${content} } }, default: { description: Not., content: { application/json: {} } } }
`;
    const document = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths:
${answers("/either", "application/json: {}, text/event-stream: {}")}${answers("/events", "text/event-stream: {}")}${answers("/json", "application/json: {}")}`;
    const config = (target: string): string => `targets: { ${target}: {} }
resources:
  chats: { methods: { either: post /either, events: post /events, json: post /json } }
`;
    const configOf = async (target: string): Promise<string> => {
      const { text } = await importFrom({
        "stainless.yml": config(target),
        "openapi.yml": document,
      });
      return text("sdkwright.config.ts");
    };
    expect(await configOf("node")).toContain(
      'streaming: {\n    "POST /either": false,\n  },\n  methods: {',
    );
    expect(await configOf("python")).not.toContain("streaming");
  });
});

describe("the model of a stream's events", () => {
  it.each([
    ["schema: { type: string }", 'event: "Event"'],
    ["schema: { $ref: '#/components/schemas/Event' }", undefined],
    ["itemSchema: { $ref: '#/components/schemas/Event' }", undefined],
  ])("comes before %s of the document", async (schema, event) => {
    const { text } = await importFrom({
      "stainless.yml": `targets: { node: {} }
resources:
  chats:
    models: { event: Event }
    methods: { watch: { endpoint: post /chats, streaming: { param_discriminator: null, stream_event_model: chats.event } } }
`,
      "openapi.yml": `openapi: 3.2.0
info: { title: Shop, version: 1.0.0 }
paths:
  /chats: { post: { responses: { "200": { description: It., content: { text/event-stream: { ${schema} } } } } } }
components: { schemas: { Event: { type: object, properties: { id: { type: string } } } } }
`,
    });
    const config = text("sdkwright.config.ts");
    if (event === undefined) expect(config).not.toContain("streaming");
    else expect(config).toContain(`"POST /chats": { param: null, ${event} }`);
  });
});

describe("a config of Stainless", () => {
  it("becomes the config that a person would have written", async () => {
    const { report, text } = await importFrom({
      "stainless.yml": config,
      "openapi.yml": shop,
    });
    expect(report.ok).toBe(true);
    expect(report.written).toEqual([
      "sdkwright.config.ts",
      "stainless.overlay.yaml",
      "MIGRATING.md",
    ]);
    expect(text("sdkwright.config.ts"))
      .toBe(`import { defineConfig } from "sdkwright";

export default defineConfig({
  input: "openapi.yml",
  output: "sdk",
  overlays: ["stainless.overlay.yaml"],
  exclude: { operations: ["GET /internal"] },
  package: {
    name: "@shop/sdk",
    homepage: "https://docs.shop.example",
    // Moved in May.
    repository: "https://github.com/shop/shop-node",
  },
  clientName: "PetShop",
  servers: {
    production: "https://api.shop.example",
    sandbox: "https://sandbox.shop.example",
  },
  credentials: {
    key: { option: "apiKey", env: "SHOP_API_KEY" },
  },
  arguments: "last",
  bodies: "flat",
  typeNames: "resource",
  // Also POST is sent again after 5xx and lost connections, as before.
  defaults: { retry: "all", maxRetries: 4 },
  query: { arrays: "comma" },
  compatibility: "stainless",
  pagination: {
    cursors: { by: "cursor", param: "after", next: "next", items: "data" },
    none: { by: "none", operations: ["GET /pets/{petId}/orders"] },
  },
  methods: {
    "GET /pets": "pets.list",
    // Also by fans.
    "POST /pets": ["pets.create", "pets.add"],
    "GET /pets/{petId}": "pets.retrieve",
    "GET /pets/{petId}/orders": "pets.petOrders.listAll",
  },
});
`);
    expect(text("stainless.overlay.yaml")).toBe(`overlay: 1.0.0
info:
  title: What stainless.yml changed
  version: 1.0.0
actions:
  - target: $.paths['/pets/{petId}/orders'].get
    update:
      deprecated: true
      x-sdkwright-deprecation: Use pets.
  - target: $.security
    remove: true
  - target: $
    update:
      security:
        - key: []
        - {}
`);
  });

  it("says what became of each key, with its line", async () => {
    const { list } = await importFrom({
      "stainless.yml": config,
      "openapi.yml": shop,
    });
    expect(list).toEqual([
      "kept 2 edition: the options that follow from it are written out",
      "kept 4 organization.name: `clientName`",
      "kept 5 organization.docs: `package.homepage`",
      "kept 9 targets.typescript.edition: `arguments`",
      "kept 10 targets.typescript.package_name: `package.name`",
      "kept 12 targets.typescript.production_repo: `package.repository`",
      "kept 17 environments: `servers`",
      "kept 20 resources: `methods`: 5 methods in 2 resources, 1 model; 1 operation in none of them left out",
      "kept 38 resources.pets.subresources.pet-orders.methods.list_all.paginated: `pagination.none`",
      "kept 39 resources.pets.subresources.pet-orders.methods.list_all.deprecated: the overlay says so",
      "kept 41 settings.license: the document's",
      "kept 44 client_settings.opts.api_key: `credentials.key`",
      "kept 50 client_settings.default_retries.max_retries: `defaults.maxRetries`",
      "kept 52 security: by the overlay",
      "kept 56 query_settings.array_format: `query.arrays`",
      "kept 58 pagination.0: `pagination.cursors`",
      "not needed 6 organization.contact: empty",
      "not needed 14 targets.typescript.publish.npm: the release workflow of `sdkwright init` publishes",
      "not needed 15 targets.go: another language",
      "not needed 69 readme: samples come from the document's examples; README.md is yours",
      "lost 24 resources.pets.models.animal: the type is called Pet already",
      "lost 51 client_settings.default_retries.max_delay_seconds: delays are half a second at first, eight at most",
    ]);
  });

  it("is written only where nothing is lost, when that is asked for", async () => {
    const { report, cwd } = await importFrom(
      { "stainless.yml": config, "openapi.yml": shop },
      { strict: true },
    );
    expect(report).toMatchObject({ ok: false, diagnostics: [], written: [] });
    expect(report.entries.length).toBeGreaterThan(0);
    const again = await importFrom(
      {
        "stainless.yml": config
          .replace(/\n +max_delay_seconds.*/, "")
          .replace(/\n +animal:.*/, ""),
        "openapi.yml": shop,
      },
      { strict: true },
    );
    expect(again.report.ok).toBe(true);
    expect(cwd).not.toBe(again.cwd);
  });

  it("takes every path parameter as positional before the edition of 2025", async () => {
    const { text } = await importFrom({
      "stainless.yml":
        "resources:\n  api_pets: { methods: { get_api_id: get /pets } }\ntargets: { node: {} }\n",
      "openapi.yml": shop,
    });
    expect(text("sdkwright.config.ts")).toContain('arguments: "all"');
    expect(text("sdkwright.config.ts")).toContain('"apiPets.getApiId"');
  });

  it("has no old form of calls to keep where no package in TypeScript was made", async () => {
    const { text, report } = await importFrom({
      "stainless.yml":
        "resources:\n  pets: { methods: { list: get /pets } }\ntargets: { ruby: {} }\n",
      "openapi.yml": shop,
    });
    expect(report.written).toEqual(["sdkwright.config.ts"]);
    expect(text("sdkwright.config.ts"))
      .toBe(`import { defineConfig } from "sdkwright";

export default defineConfig({
  input: "openapi.yml",
  output: "sdk",
  include: { operations: ["GET /pets"] },
  methods: {
    "GET /pets": "pets.list",
  },
});
`);
  });
});

describe("an endpoint that the document does not have", () => {
  it("is an error with the one that is near", async () => {
    const imported = await importFrom({
      "stainless.yml":
        "resources:\n  pets:\n    methods:\n      list: get /pet\n      add: nothing\n",
      "openapi.yml": shop,
    });
    expect(imported.report.ok).toBe(false);
    expect(problemsOf(imported)).toEqual([
      "import-endpoint 4: pets.list is GET /pet, which the document does not have. Did you mean GET /pets? Correct it, or name another document with --spec.",
      "import-endpoint-form 5: pets.add has no endpoint. Write one such as `get /pets/{id}`.",
    ]);
  });
});

describe("descriptions of resources", () => {
  it("are those of tags, which the overlay adds", async () => {
    const { text, list } = await importFrom({
      "stainless.yml": `resources:
  pets:
    description: What lives here.
    methods: { list: get /pets, add: post /pets }
    subresources:
      owners: { description: Who pays., methods: { get: get /internal } }
  dogs: { description: Dogs., methods: { list: get /internal } }
`,
      "openapi.yml": `${shop}tags: [{ name: Dogs, description: Dogs. }, { name: pets }]\n`,
    });
    expect(list.filter((line) => line.includes("description"))).toEqual([
      "kept 3 resources.pets.description: by the overlay",
      "kept 6 resources.pets.subresources.owners.description: by the overlay",
      "kept 7 resources.dogs.description: its tag says the same",
    ]);
    expect(text("stainless.overlay.yaml")).toContain(`actions:
  - target: $.tags[?(@.name == "pets")]
    update:
      description: What lives here.
      x-sdkwright-resource: pets
  - target: $
    update:
      tags:
        - name: pets.owners
          description: Who pays.
          x-sdkwright-resource: pets.owners
`);
  });
});

describe("credentials", () => {
  const config = (rest: string): string => `resources:
  pets:
    methods:
      list: get /pets
      get: get /pets/{petId}
client_settings:
  opts:
    user: { auth: { security_scheme: login, role: username }, read_env: A_USER, nullable: true }
    secret: { auth: { security_scheme: login, role: password }, description: Yours. }
    token: { auth: { security_scheme: key } }
    nowhere: { type: string }
    org: { send_in_header: X-Org, read_env: A_ORG }
    pet_id: { send_as_path_param: petId }
    region: { send_as_path_param: region_id }
${rest}`;
  const document = shop
    .replace("security:\n  - key: []\n", "")
    .replace(
      "securitySchemes:",
      "securitySchemes:\n    login: { type: http, scheme: basic }\n    signature: { type: apiKey, in: header, name: X-Sign }",
    );

  it("are of schemes that operations ask for, and go everywhere where none does", async () => {
    const { text, list } = await importFrom({
      "stainless.yml": config(""),
      "openapi.yml": document,
    });
    expect(text("sdkwright.config.ts")).toContain(`  credentials: {
    login: {
      username: { option: "user", env: "A_USER" },
      password: { option: "secret" },
      required: true,
    },
    key: { option: "token", required: true },
  },
  clientParameters: [
    { name: "nowhere", in: "client" },
    { name: "X-Org", in: "header", option: "org", env: "A_ORG" },
    { name: "petId", in: "path", option: "petID" },
  ],
`);
    expect(text("stainless.overlay.yaml")).toContain(`
  - target: $.components.securitySchemes.login
    update:
      description: Yours.
  - target: $
    update:
      security:
        - login: []
        - key: []
`);
    expect(list.filter((line) => line.startsWith("lost"))).toEqual([
      "lost 14 client_settings.opts.region: no operation has region_id in its path",
    ]);
  });

  it("are lost where no operation asks for them but others", async () => {
    const { text, list } = await importFrom({
      "stainless.yml": config(
        "    sign: { auth: { security_scheme: signature }, read_env: A_SIGN }\nsecurity: [{ login: [] }]\n",
      ),
      "openapi.yml": document,
    });
    expect(text("sdkwright.config.ts")).not.toContain("key:");
    expect(text("sdkwright.config.ts")).toContain(
      '{ name: "X-Sign", in: "header", option: "sign", env: "A_SIGN" }',
    );
    expect(list).toContain(
      "lost 10 client_settings.opts.token: no operation asks for key",
    );
  });

  it("are sent by operations that say nothing, unless each has its own", async () => {
    const own = document.replace(
      "      operationId: listPets\n",
      "      operationId: listPets\n      security: [{ key: [] }]\n",
    );
    const files = {
      "stainless.yml": config("").replace(
        "      get: get",
        "      add: post /pets\n      get: get",
      ),
      "openapi.yml": own,
    };
    expect((await importFrom(files)).text("sdkwright.config.ts")).toContain(
      'security: "all"',
    );
    const each = {
      ...files,
      "stainless.yml": `${files["stainless.yml"]}settings: { per_endpoint_security: true }\n`,
    };
    expect((await importFrom(each)).text("sdkwright.config.ts")).not.toContain(
      "security:",
    );
  });
});

describe("events of streams", () => {
  it("are ended by a text, or by a type", async () => {
    const { list } = await importFrom({
      "stainless.yml": `resources: { pets: { methods: { list: get /pets } } }
streaming:
  on_event:
    - { data_starts_with: "[DONE]", handle: done }
    - { event_type: "[DONE]", handle: done }
    - { data_starts_with: bye, handle: done }
    - { event_type: error, handle: error }
    - { kind: fallthrough, handle: yield }
`,
      "openapi.yml": shop,
    });
    expect(list.filter((line) => line.includes("on_event"))).toEqual([
      "kept 4 streaming.on_event.0: `[DONE]` ends a stream",
      "kept 5 streaming.on_event.1: `[DONE]` ends a stream",
      "kept 7 streaming.on_event.3: an event `error` is thrown",
      "kept 8 streaming.on_event.4: events are given out",
      "lost 6 streaming.on_event.2: events of these types are given out: end or throw where you read the stream",
    ]);
  });
});

describe("environments", () => {
  it("need the variables of their URLs in the document", async () => {
    const files = (server: string) => ({
      "stainless.yml": `resources: { pets: { methods: { list: get /pets } } }
environments:
  live: https://api.shop.dev
  tenant: https://{tenant}.shop.dev
  other: { url: https://other.shop.dev }
`,
      "openapi.yml": shop.replace("url: https://api.shop.example", server),
    });
    const without = await importFrom(files("url: https://api.shop.example"));
    expect(without.text("sdkwright.config.ts")).toContain(
      '  servers: {\n    live: "https://api.shop.dev",\n  },\n',
    );
    expect(
      without.list.filter((line) => line.includes("environments")),
    ).toEqual([
      "kept 2 environments: `servers`",
      "lost 4 environments.tenant: no server of the document has the variable tenant: callers pass `baseURL`",
      "lost 5 environments.other: no URL",
    ]);
    const known = await importFrom(
      files(
        "{ url: 'https://{tenant}.shop.dev', variables: { tenant: { default: a } } }",
      ),
    );
    expect(known.text("sdkwright.config.ts")).toContain(
      'tenant: "https://{tenant}.shop.dev"',
    );
  });
});

describe("models that no method of their resource leads to", () => {
  const files = (language: string) => ({
    "stainless.yml": `targets: { ${language}: { package_name: shop } }
resources:
  $shared: { models: { extra: Extra } }
  pets:
    models: { pet: Pet, event: PetEvent, order: Order, part: "#/components/schemas/Extra/properties/part" }
    methods: { list: get /pets }
    subresources:
      pet_orders: { methods: { list: "get /pets/{petId}/orders" } }
`,
    "openapi.yml":
      `${shop}    PetEvent: { type: object, properties: { id: { type: string } } }
    Extra: { type: object, properties: { part: { type: object, properties: { id: { type: string } } } } }
    Order: { type: object, properties: { pet: { $ref: "#/components/schemas/Pet" } } }
`.replace(
        "{ type: array, items: { type: string } }\n  /internal",
        '{ $ref: "#/components/schemas/Order" }\n  /internal',
      ),
  });

  it("are placed there, also by names of the language", async () => {
    const { text, list } = await importFrom(files("typescript"));
    expect(text("sdkwright.config.ts")).toContain(`  models: {
    PetEvent: "Event",
    "#/components/schemas/Extra/properties/part": "Part",
  },
  resourceModels: {
    $client: ["Extra"],
    pets: ["PetEvent", "#/components/schemas/Extra/properties/part"],
  },
`);
    expect(list.filter((line) => line.startsWith("lost"))).toEqual([]);
  });

  it("are types like others where no package in TypeScript was made", async () => {
    const { text } = await importFrom(files("python"));
    expect(text("sdkwright.config.ts")).not.toContain("resourceModels");
  });
});

describe("models at the top", () => {
  it("are named as those of resources", async () => {
    const { list, text } = await importFrom({
      "stainless.yml": `resources: { pets: { methods: { list: get /pets } } }
models: { animal: Pet }
`,
      "openapi.yml": shop,
    });
    expect(text("sdkwright.config.ts")).toContain('Pet: "Animal"');
    expect(list).toContain("kept 2 models: `models`, as those of resources");
    expect(list.filter((line) => line.startsWith("lost"))).toEqual([]);
  });
});

describe("a discriminator of a method", () => {
  it("is the document's", async () => {
    const { list } = await importFrom({
      "stainless.yml": `resources:
  pets: { methods: { list: { endpoint: get /pets, discriminator: kind } } }
`,
      "openapi.yml": shop,
    });
    expect(list).toContain(
      "not needed 2 resources.pets.methods.list.discriminator: the document tells the kinds apart",
    );
  });
});

describe("a key that only holds what is repeated", () => {
  it("is not needed", async () => {
    const { list } = await importFrom({
      "stainless.yml": `x-shared: { list: &list { endpoint: get /pets } }
resources: { pets: { methods: { list: *list } } }
`,
      "openapi.yml": shop,
    });
    expect(list).toContain(
      "not needed 1 x-shared: a place for what aliases repeat",
    );
    expect(list.filter((line) => line.startsWith("lost"))).toEqual([]);
  });
});

describe("older and rarer keys", () => {
  it("are read too", async () => {
    const { text, list } = await importFrom({
      "stainless.yml": `organization: { name: terminal, github_org: shop }
package: { node: { name: "@shop/sdk", repo: shop-js, skip: false } }
client_settings:
  client_name: XShop
  idempotency_header: Idempotency-Key
  opts: { base_url: { type: string } }
pagination: []
resources:
  $client: { methods: { read: get /pets } }
  models: { methods: { list: get /internal } }
`,
      "openapi.yml": shop,
    });
    const config = text("sdkwright.config.ts");
    expect(config).toContain('repository: "https://github.com/shop/shop-js"');
    expect(config).toContain('clientName: "XShop"');
    expect(config).toContain('idempotency: "Idempotency-Key"');
    expect(config).toContain('"GET /pets": "$client.read"');
    expect(config).toContain('"GET /internal": "models.list"');
    expect(list.filter((line) => line.startsWith("lost"))).toEqual([]);
  });
});

describe("a client that tokens are requested with", () => {
  const files = (tokenUrl: string) => ({
    "stainless.yml": `resources:
  pets: { methods: { list: get /pets } }
client_settings:
  opts:
    client_id: { auth: { security_scheme: key, role: client_id }, read_env: SHOP_ID, nullable: true }
    client_secret: { auth: { security_scheme: key, role: client_secret } }
`,
    "openapi.yml": shop.replace(
      /^ {4}key:\n.*\n.*$/m,
      `    key: { type: oauth2, flows: { clientCredentials: { tokenUrl: "${tokenUrl}", scopes: {} } } }`,
    ),
  });

  it("has an option for its id and one for its secret", async () => {
    const { text, list } = await importFrom(
      files("https://shop.example/token"),
    );
    expect(text("sdkwright.config.ts")).toContain(`  credentials: {
    key: {
      clientId: { option: "clientID", env: "SHOP_ID" },
      clientSecret: { option: "clientSecret" },
      required: true,
    },
  },
`);
    expect(list.filter((line) => line.startsWith("lost"))).toEqual([]);
  });

  it("is lost where the document does not say where", async () => {
    const { list } = await importFrom(files("/token"));
    expect(list.filter((line) => line.startsWith("lost"))).toEqual([
      "lost 5 client_settings.opts.client_id: key has no clientCredentials flow with an https URL for tokens",
      "lost 6 client_settings.opts.client_secret: key has no clientCredentials flow with an https URL for tokens",
    ]);
  });
});

describe("a method that unwraps webhooks", () => {
  const config = `targets: { typescript: { package_name: shop } }
resources:
  pets: { methods: { list: get /pets } }
  events:
    subresources:
      inbox: { methods: { unwrap: { type: webhook_unwrap, discriminator: type } } }
client_settings:
  opts:
    webhook_key: { type: string, nullable: true, read_env: SHOP_WEBHOOK_KEY }
`;
  const webhooks = (more: string) => `${shop}
webhooks:
  petAdded:
    post:
      ${more}
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
      responses: { "204": { description: ok } }
`;

  it("verifies as Standard Webhooks has it, with the client's key", async () => {
    const { text, list } = await importFrom({
      "stainless.yml": config,
      "openapi.yml": webhooks("summary: A pet."),
    });
    expect(text("sdkwright.config.ts")).toContain(`  webhooks: {
    verify: "events.inbox.unwrap",
    parse: "events.inbox.unsafeUnwrap",
    secret: { option: "webhookKey", env: "SHOP_WEBHOOK_KEY" },
  },
`);
    expect(list.filter((line) => line.startsWith("lost"))).toEqual([]);
    expect(text("MIGRATING.md")).toContain(
      "`client.events.inbox.unwrap(body, { headers })` | `await client.events.inbox.unwrap(body, { headers })`: a promise",
    );
  });

  it.each([
    ["3.1.0", "webhooks"],
    ["3.0.3", "x-webhooks"],
  ])(
    "gives the models beside it where a document of %s has no webhooks",
    async (version, field) => {
      const { text, list } = await importFrom({
        "stainless.yml": config.replace(
          "inbox: {",
          "inbox: { models: { pet_added: Pet, none: Missing },",
        ),
        "openapi.yml": shop.replace("openapi: 3.1.0", `openapi: ${version}`),
      });
      expect(text("sdkwright.config.ts")).toContain(`  webhooks: {
    verify: "events.inbox.unwrap",
`);
      expect(text("stainless.overlay.yaml")).toContain(`  - target: $
    update:
      ${field}:
        pet_added:
          post:
            requestBody:
              content:
                application/json:
                  schema:
                    $ref: "#/components/schemas/Pet"
`);
      expect(list.filter((line) => line.startsWith("lost"))).toEqual([
        expect.stringContaining("the document has no Missing") as string,
      ]);
    },
  );

  it("parses where the document has another signature", async () => {
    const { text, list } = await importFrom({
      "stainless.yml": config,
      "openapi.yml": webhooks(
        "parameters: [{ name: X-Shop-Signature, in: header, schema: { type: string } }]",
      ),
    });
    expect(text("sdkwright.config.ts")).toContain(
      'webhooks: { parse: "events.inbox.unwrap" },',
    );
    expect(list).toContain(
      "kept 9 client_settings.opts.webhook_key: `clientParameters`: the client has it, and sends it nowhere",
    );
  });

  it("is lost where the document describes no webhooks", async () => {
    const { list } = await importFrom({
      "stainless.yml": config,
      "openapi.yml": shop,
    });
    expect(list).toContain(
      "lost 6 resources.events.subresources.inbox.methods.unwrap: the document describes no webhooks: write the method in src/lib/",
    );
  });
});

describe("a transform without what it is to write", () => {
  it("is lost, and nothing goes", async () => {
    const { cwd, list } = await importFrom({
      "stainless.yml": `resources: { pets: { methods: { list: get /pets } } }
openapi:
  transforms:
    - { command: update, args: { target: $.components.schemas.Pet, values: {} } }
    - { command: merge, args: { target: $.components.schemas.Pet } }
    - { command: merge, args: { target: $.components.schemas.Pet, object: { title: Pet } } }
`,
      "openapi.yml": shop,
    });
    expect(list.filter((line) => line.includes("transforms"))).toEqual([
      "kept 6 openapi.transforms.2: by the overlay",
      "lost 4 openapi.transforms.0: no overlay does `update`: use `transform` of the config",
      "lost 5 openapi.transforms.1: no overlay does `merge`: use `transform` of the config",
    ]);
    const overlay = readFileSync(join(cwd, "stainless.overlay.yaml"), "utf8");
    expect(overlay).not.toContain("remove");
    expect(overlay).toContain("title: Pet");
  });
});
