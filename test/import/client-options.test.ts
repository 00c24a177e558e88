/**
 * `client_settings` of a config of Stainless: the options of the client, and what calls do by default.
 */
import { describe, expect, it } from "vitest";
import { importFrom, shop } from "./support.js";

/** The config and the list for these lines below `client_settings`. */
const imported = async (settings: string, rest = "") => {
  const { text, list } = await importFrom({
    "stainless.yml": `resources: { pets: { methods: { list: get /pets } } }
targets: { node: {} }
${rest}client_settings:
${settings}`,
    "openapi.yml": shop,
  });
  return {
    config: text("sdkwright.config.ts"),
    list: list.filter((line) => line.includes("client_settings")),
  };
};

describe("an option that is sent nowhere", () => {
  it("stays in the client, of its type", async () => {
    const { config, list } = await imported(`  opts:
    workspace_id: { type: string, read_env: SHOP_WORKSPACE, description: Where pets are. }
    region: { type: string, nullable: false, default: eu }
    team: { type: string, nullable: false }
    limit: { type: integer, default: 10 }
    beta: { default: true }
    odd: { type: string, default: [1] }
`);
    expect(config).toContain(`  clientParameters: [
    {
      name: "workspace_id",
      in: "client",
      option: "workspaceID",
      env: "SHOP_WORKSPACE",
      description: "Where pets are.",
    },
    { name: "region", in: "client", env: false, default: "eu" },
    { name: "team", in: "client", env: false, required: true },
    { name: "limit", in: "client", env: false, type: "number", default: 10 },
    { name: "beta", in: "client", env: false, type: "boolean", default: true },
    { name: "odd", in: "client", env: false },
  ],
`);
    const kept = "`clientParameters`: the client has it, and sends it nowhere";
    expect(list).toEqual([
      `kept 5 client_settings.opts.workspace_id: ${kept}`,
      `kept 6 client_settings.opts.region: ${kept}`,
      `kept 7 client_settings.opts.team: ${kept}`,
      `kept 8 client_settings.opts.limit: ${kept}`,
      `kept 9 client_settings.opts.beta: ${kept}`,
      `kept 10 client_settings.opts.odd: ${kept}`,
      "lost 10 client_settings.opts.odd.default: it is no string",
    ]);
  });
});

describe("defaults of the options that every client has", () => {
  it("are not needed where they are the package's own", async () => {
    const { config, list } = await imported(`  default_timeout: 60
  default_retries: { max_retries: 2, initial_delay_seconds: 0.5 }
  opts:
    max_retries: { type: integer, default: 2 }
    timeout: { type: number, default: 60000 }
    base_url: { default: https://api.shop.example/, read_env: SHOP_BASE_URL }
`);
    expect(config).toContain('defaults: { retry: "all" }');
    expect(config).not.toContain("servers");
    expect(list).toEqual([
      "kept 5 client_settings.default_retries.initial_delay_seconds: as it is anyway",
      "kept 7 client_settings.opts.max_retries: every client has it",
      "kept 8 client_settings.opts.timeout: every client has it",
      "kept 9 client_settings.opts.base_url: every client has it",
      "kept 9 client_settings.opts.base_url.read_env: the variable that is read",
      "not needed 4 client_settings.default_timeout: as it is anyway",
      "not needed 5 client_settings.default_retries.max_retries: as it is anyway",
      "not needed 7 client_settings.opts.max_retries.default: as it is anyway",
      "not needed 8 client_settings.opts.timeout.default: as it is anyway",
      "not needed 9 client_settings.opts.base_url.default: the first server",
    ]);
  });

  it("are the package's where they differ", async () => {
    const { config, list } = await imported(`  opts:
    max_retries: { type: integer, default: 5, read_env: SHOP_RETRIES }
    timeout: { type: number, default: 600 }
    base_url: { default: https://eu.shop.example, read_env: PETS_BASE_URL }
`);
    expect(config).toContain(
      'defaults: { retry: "all", maxRetries: 5, timeout: 600000 }',
    );
    expect(config).toContain('production: "https://eu.shop.example"');
    expect(config).toContain('environmentPrefix: "PETS"');
    expect(list.filter((line) => line.startsWith("lost"))).toEqual([
      "lost 5 client_settings.opts.max_retries.read_env: no variable of this name is read: pass the option",
    ]);
  });

  it("are lost where they are no such values", async () => {
    const { list } = await imported(`  default_timeout: 10m
  opts:
    max_retries: { default: some }
    base_url: { default: { url: a } }
`);
    expect(list.filter((line) => line.startsWith("lost"))).toEqual([
      "lost 4 client_settings.default_timeout: write it as `defaults.timeout`, in milliseconds",
      "lost 6 client_settings.opts.max_retries.default: write it as `defaults.maxRetries`",
      "lost 7 client_settings.opts.base_url.default: write it as `servers`",
    ]);
  });
});

it("gives single methods their defaults", async () => {
  const { text, list } = await importFrom({
    "stainless.yml": `targets: { node: {} }
resources:
  pets:
    methods:
      list:
        endpoint: get /pets
        default_request_options: { max_retries: 5, timeout: 120, timeout_ms: soon, headers: {} }
`,
    "openapi.yml": shop,
  });
  expect(text("sdkwright.config.ts")).toContain(
    `"GET /pets": { maxRetries: 5, timeout: 120000 }`,
  );
  const path = "resources.pets.methods.list.default_request_options";
  expect(list.filter((line) => line.includes(path))).toEqual([
    `kept 7 ${path}.timeout: 120 seconds, as in \`defaults\``,
    `lost 7 ${path}.timeout_ms: pass it with each call`,
    `lost 7 ${path}.headers: pass it with each call`,
  ]);
});
