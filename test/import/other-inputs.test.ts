/**
 * What else is read: the list of methods of a published SDK, its types, and the configs of two other
 * generators.
 */
import { describe, expect, it } from "vitest";
import { importFrom, shop } from "./support.js";

const list = `# Pets

Types:

- <code><a href="./src/resources/pets/pets.ts">Pet</a></code>

Methods:

- <code title="get /pets">client.pets.<a href="./src/resources/pets/pets.ts">list</a>({ ...params }) -> PetsPage</code>
- <code title="post /pets">client.pets.<a href="./src/resources/pets/pets.ts">create</a>({ ...params }) -> Pet</code>
- <code title="get /pets/{pet_id}">client.pets.<a href="./src/resources/pets/pets.ts">retrieve</a>(petID) -> Pet</code>
- <code title="get /cats">client.cats.<a href="./src/resources/cats.ts">list</a>() -> void</code>
- <code>client.pets.<a href="./src/resources/pets/pets.ts">poll</a>(...args) -> Pet</code>

# [Orders](src/resources/orders/api.md)
`;

const orders = `# PetOrders

- <code title="get /pets/{petId}/orders">client.pets.orderIDs.<a href="./src/resources/orders.ts">list</a>(petID, { ...params }) -> OrdersPage</code>
`;

describe("the list of methods of a published SDK", () => {
  it("stands in for a config", async () => {
    const {
      report,
      list: entries,
      text,
    } = await importFrom(
      {
        "api.md": list,
        "src/resources/orders/api.md": orders,
        "package.json": JSON.stringify({
          name: "@shop/sdk",
          license: "MIT",
          repository: "github:shop/shop-node",
        }),
        "openapi.yml": shop,
      },
      { file: "api.md" },
    );
    expect(report.written).toEqual(["sdkwright.config.ts", "MIGRATING.md"]);
    expect(text("sdkwright.config.ts"))
      .toBe(`import { defineConfig } from "sdkwright";

export default defineConfig({
  input: "openapi.yml",
  output: "sdk",
  exclude: { operations: ["GET /internal"] },
  package: {
    name: "@shop/sdk",
    license: "MIT",
    repository: "https://github.com/shop/shop-node",
  },
  arguments: "last",
  bodies: "flat",
  typeNames: "resource",
  // Also POST is sent again after 5xx and lost connections, as before.
  defaults: { retry: "all" },
  compatibility: "stainless",
  pagination: {
    single: { by: "single", operations: ["GET /pets/{petId}/orders"] },
  },
  methods: {
    "GET /pets": "pets.list",
    "POST /pets": "pets.create",
    "GET /pets/{petId}": "pets.retrieve",
    "GET /pets/{petId}/orders": "pets.orderIDs.list",
  },
});
`);
    expect(entries).toEqual([
      "kept 9 client.pets.list: `methods`: this one and 3 others; 1 operation in none of them left out",
      "lost 12 client.cats.list: the document has no get /cats",
      "lost 13 client.pets.poll: written by hand: write it in src/lib/",
    ]);
    expect(text("MIGRATING.md")).toContain("- `client.pets.poll()`");
  });

  it("says what gives a response, where the document says otherwise", async () => {
    const answers = (path: string, content: string): string => `  ${path}:
    get:
      responses: { "200": { description: It., content: { ${content} } } }
`;
    const text = "schema: { type: string }";
    const document = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths:
${[
  answers("/text", `application/json: { ${text} }`),
  answers("/zip", `application/json: { ${text} }, application/zip: {}`),
  answers("/events", "audio/mpeg: {}, text/event-stream: {}"),
  answers("/nothing", ""),
  answers("/bytes", "application/octet-stream: {}"),
  answers("/model", "application/json: { schema: { type: object } }"),
  answers("/words", `application/json: { ${text} }`),
].join("")}`;
    const line = (path: string, result: string): string =>
      `- <code title="get /${path}">client.files.<a href="./src/resources/files.ts">${path}</a>() -> ${result}</code>\n`;
    const names = ["text", "zip", "events", "nothing", "bytes", "model"];
    const api = [
      ...names.map((name) => line(name, "Response")),
      line("words", "ResponseText"),
    ].join("");
    const imported = await importFrom(
      { "api.md": api, "openapi.yml": document },
      { file: "api.md" },
    );
    const types = await importFrom(
      {
        "stainless.yml": `targets: { node: {} }
resources:
  files:
    methods: { ${[...names, "words"].map((name) => `${name}: get /${name}`).join(", ")} }
`,
        "openapi.yml": document,
        "sdk/resources/files.d.ts": `export declare class Files extends APIResource {
${names.map((name) => `  ${name}(options?: RequestOptions): Core.APIPromise<Response>;`).join("\n")}
  words(options?: RequestOptions): APIPromise<string>;
}
`,
      },
      { types: "sdk" },
    );
    for (const { text: textOf } of [imported, types]) {
      const config = textOf("sdkwright.config.ts");
      expect(config).toContain('binary: "Response",\n');
      expect(config).toContain(
        'downloads: ["GET /text", "GET /zip", "GET /events", "GET /nothing"],\n',
      );
    }
  });

  it("decides on spelling and arguments beside a config", async () => {
    const config = `targets: { node: {} }
resources:
  pets:
    subresources:
      order_ids:
        methods:
          list: get /pets/{petId}/orders
`;
    const { text } = await importFrom(
      {
        "stainless.yml": config,
        "api.md": orders.replace("(petID, ", "("),
        "openapi.yml": shop,
      },
      { api: "api.md" },
    );
    expect(text("sdkwright.config.ts")).toContain(': "pets.orderIDs.list"');
    expect(text("sdkwright.config.ts")).toContain('arguments: "own"');
  });
});

describe("the types of a published SDK", () => {
  it("decide on the client, spelling and arguments", async () => {
    const { text } = await importFrom(
      {
        "stainless.yml": `organization: { name: shop }
targets: { typescript: { edition: typescript.2025-10-10, package_name: shop } }
resources:
  pets:
    subresources:
      order_ids:
        methods:
          list: get /pets/{petId}/orders
`,
        "openapi.yml": shop,
        "node_modules/shop/package.json": '{ "name": "shop" }',
        "node_modules/shop/client.d.ts": `export declare class PetShop { pets: API.Pets }\n`,
        "node_modules/shop/resources/pets/pets.d.ts": `export declare class Pets extends APIResource { orderIds: OrderIdsAPI.OrderIds; }\n`,
        "node_modules/shop/resources/pets/order-ids.d.ts": `export declare class OrderIds extends APIResource {
  list(query: OrderListParams, options?: RequestOptions): APIPromise<string[]>;
}\n`,
      },
      { types: "node_modules/shop" },
    );
    const config = text("sdkwright.config.ts");
    expect(config).toContain('clientName: "PetShop"');
    expect(config).toContain(': "pets.orderIds.list"');
    expect(config).toContain('arguments: "own"');
  });

  it("are asked for where the folder has none", async () => {
    await expect(
      importFrom(
        { "stainless.yml": "resources: {}\n", "openapi.yml": shop },
        { types: "lib" },
      ),
    ).rejects.toThrow("--types lib: no resources/*.d.ts are there");
  });
});

describe("gen.yaml of Speakeasy", () => {
  it("gives what has an equal", async () => {
    const { text, list: entries } = await importFrom(
      {
        "gen.yaml": `configVersion: 2.0.0
generation:
  # As the docs call it.
  sdkClassName: PetShop
  maintainOpenAPIOrder: true
  auth:
    hoistGlobalSecurity: true
typescript:
  version: 1.2.3
  packageName: "@shop/sdk"
  envVarPrefix: SHOP
  enumFormat: enum
  maxMethodParams: 4
python:
  version: 1.0.0
`,
        "openapi.yml": shop,
      },
      { file: "gen.yaml" },
    );
    expect(text("sdkwright.config.ts"))
      .toBe(`import { defineConfig } from "sdkwright";

export default defineConfig({
  input: "openapi.yml",
  output: "sdk",
  package: {
    name: "@shop/sdk",
    version: "1.2.3",
  },
  // As the docs call it.
  clientName: "PetShop",
  environmentPrefix: "SHOP",
  enums: "const",
});
`);
    expect(entries).toEqual([
      "kept 4 generation.sdkClassName: `clientName`",
      "kept 9 typescript.version: `package.version`",
      "kept 10 typescript.packageName: `package.name`",
      "kept 11 typescript.envVarPrefix: `environmentPrefix`",
      "kept 12 typescript.enumFormat: `enums`",
      "not needed 1 configVersion: of their tool",
      "not needed 5 generation.maintainOpenAPIOrder: names are as here anyway",
      "not needed 14 python: another language",
      "lost 6 generation.auth: no option for it",
      "lost 13 typescript.maxMethodParams: calls have the form of this generator: see the README of the package",
    ]);
  });
});

describe("generators.yml of Fern", () => {
  it("gives what has an equal", async () => {
    const { text, list: entries } = await importFrom(
      {
        "fern/generators.yml": `api:
  specs:
    - openapi: ../openapi.yml
      overrides: ./overrides.yml
default-group: local
groups:
  public:
    generators:
      - name: fernapi/fern-python-sdk
        version: 1.0.0
      - name: fernapi/fern-typescript-sdk
        version: 0.9.5
        output:
          location: npm
          package-name: "@shop/sdk"
        github:
          repository: shop/shop-node
        config:
          namespaceExport: PetShop
          defaultTimeoutInSeconds: 30
          skipResponseValidation: true
`,
        "openapi.yml": shop,
      },
      { file: "fern/generators.yml" },
    );
    expect(text("sdkwright.config.ts"))
      .toBe(`import { defineConfig } from "sdkwright";

export default defineConfig({
  input: "openapi.yml",
  output: "sdk",
  package: {
    name: "@shop/sdk",
    repository: "https://github.com/shop/shop-node",
  },
  clientName: "PetShop",
  defaults: { timeout: 30000 },
});
`);
    expect(entries.filter((entry) => entry.startsWith("lost"))).toEqual([
      "lost 4 api.specs.0.overrides: write it as an overlay, and name that in `overlays`",
      "lost 21 groups.public.generators.1.config.skipResponseValidation: no option for it",
    ]);
  });
});
