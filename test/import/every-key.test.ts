/**
 * Every key that a config is known to have, with one beside it that nobody knows, in each section: what becomes
 * of it is said, and nothing is silent.
 */
import { expect, it } from "vitest";
import { parse } from "yaml";
import { importFrom } from "./support.js";

const document = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://api.shop.example }]
security: [{ key: [] }]
paths:
  /pets:
    get:
      operationId: listPets
      parameters: [{ name: after, in: query, schema: { type: string } }, { name: before, in: query, schema: { type: string } }]
      responses: { "200": { description: Some., content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { $ref: "#/components/schemas/Pet" } } } } } } } }
    post:
      operationId: createPet
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
      responses: { "200": { description: Made., content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
components:
  securitySchemes: { key: { type: http, scheme: bearer } }
  schemas: { Pet: { type: object, properties: { id: { type: string } } } }
`;

const config = `edition: 2025-10-10
zzz: 1
organization: { name: shop, docs: docs.shop.example, contact: a@shop.example, github_org: shop, upload_spec: true, zzz: 1 }
targets:
  typescript:
    edition: typescript.2025-10-10
    package_name: shop
    production_repo: shop/shop-node
    staging_repo: shop/staging
    publish: { npm: { auth_method: oidc, release_environment: npm, zzz: 1 }, jsr: true, zzz: 1 }
    options: { enable_treeshaking: true, mcp_server: { enabled: true }, package_manager: pnpm, browser: { state: disallow, message: No., zzz: 1 }, zzz: 1 }
    readme_title: Shop
    extra_files: [a]
    skip: false
    zzz: 1
  python: { package_name: shop }
environments: { production: https://api.shop.example }
settings: { license: MIT, disable_mock_tests: true, mock_server: x, per_endpoint_security: true, unwrap_response_fields: [data], zzz: 1 }
client_settings:
  default_env_prefix: SHOP
  default_client_name: Shop
  default_client_example_name: client
  idempotency_header: X-Key
  default_timeout: 30
  default_headers: { X-A: a }
  default_retries: { max_retries: 3, initial_delay_seconds: 0.5, max_delay_seconds: 9, zzz: 1 }
  opts:
    api_key: { type: string, read_env: SHOP_KEY, nullable: false, description: It., example: x, required_in_tests: true, auth: { security_scheme: key, role: value, zzz: 1 }, zzz: 1 }
    team: { type: string, nullable: true, send_in_header: X-Team, zzz: 1 }
    max_retries: { type: integer, default: 3, zzz: 1 }
  zzz: 1
security: [{ key: [] }]
security_schemes: { key: { type: http, scheme: bearer } }
query_settings: { array_format: comma, nested_format: brackets, zzz: 1 }
multipart_settings: { array_format: brackets, zzz: 1 }
custom_casings: { api: { pascal: API, camel: api, snake: api, capital: API, zzz: 1 } }
pagination:
  - name: ids
    type: cursor_id
    continue_on_empty_items: true
    zzz: 1
    request:
      after: { type: string, x-stainless-pagination-property: { purpose: next_cursor_id_param, zzz: 1 } }
      before: { type: string, x-stainless-pagination-property: { purpose: previous_cursor_id_param } }
      odd: { type: string, x-stainless-pagination-property: { purpose: zzz } }
    response:
      data: { type: array, items: {}, x-stainless-pagination-property: { purpose: items } }
streaming:
  on_event: [{ kind: fallthrough, handle: yield, zzz: 1 }]
  zzz: 1
openapi:
  code_samples: mintlify
  transforms: [{ command: remove, args: { target: $.components.schemas.Pet.title, zzz: 1 }, zzz: 1 }]
  zzz: 1
readme: { example_requests: { default: { type: request, endpoint: get /pets, params: {} } }, include_stainless_attribution: false }
diagnostics: { ignored: {} }
codeflow: { release: {} }
unspecified_endpoints: [get /none]
resources:
  pets:
    description: Pets.
    zzz: 1
    models: { pet: { schema: Pet, zzz: 1 } }
    standalone_api: true
    methods:
      list: { endpoint: get /pets, type: http, paginated: true, only: [typescript], zzz: 1 }
      create:
        endpoint: post /pets
        body_param_name: pet
        positional_params: []
        deprecated: { typescript: no }
        default_request_options: { max_retries: 1, timeout: 5 }
        streaming: { param_discriminator: stream, stream_event_model: pets.pet, params_type_name: x, zzz: 1 }
      add: { type: alias, to: pets.create, zzz: 1 }
      unwrap: { type: webhook_unwrap, discriminator: kind, zzz: 1 }
`;

/** The lines with a key that nobody knows. */
const unknownLines = config
  .split("\n")
  .flatMap((line, index) =>
    [...line.matchAll(/\bzzz\b/g)].map(() => index + 1),
  );

it("is told of, also one that nobody knows", async () => {
  const { list } = await importFrom({
    "stainless.yml": config,
    "openapi.yml": document,
  });
  const told = list.flatMap((entry) => {
    const [, line, key = ""] = /^lost (\d+) (\S+):/.exec(entry) ?? [];
    return /\bzzz$|\.odd$/.test(key) ? [Number(line)] : [];
  });
  expect(told).toEqual(unknownLines);
  const keys = list.map(
    (entry) => /^[a-z ]+ \d+ (\S+):/.exec(entry)?.[1] ?? "",
  );
  const isTold = (key: string): boolean =>
    keys.some(
      (one) =>
        one === key || one.startsWith(`${key}.`) || key.startsWith(`${one}.`),
    );
  expect(sectionsOf(parse(config)).filter((key) => !isTold(key))).toEqual([]);
});

/** Keys down to those of a section's own: `targets.typescript`. */
function sectionsOf(root: unknown): readonly string[] {
  return Object.entries(root as Readonly<Record<string, unknown>>).flatMap(
    ([key, value]) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.keys(value).map((inner) => `${key}.${inner}`)
        : [key],
  );
}
