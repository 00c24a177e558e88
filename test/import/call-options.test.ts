/**
 * What a config of Stainless says of how arguments are passed and written.
 */
import { describe, expect, it } from "vitest";
import { importFrom, shop } from "./support.js";

const nested = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths:
  /apps/{app_id}/users/{user_id}/pets:
    parameters:
      - { name: app_id, in: path, required: true, schema: { type: string } }
      - { name: user_id, in: path, required: true, schema: { type: string } }
    get: { responses: { "204": { description: Done. } } }
    post: { responses: { "204": { description: Done. } } }
    put: { responses: { "204": { description: Done. } } }
    delete: { responses: { "204": { description: Done. } } }
`;

describe("positional parameters of a method", () => {
  it("are listed where the rule for all has others", async () => {
    const { list, text } = await importFrom({
      "stainless.yml": `targets: { typescript: { edition: typescript.2025-10-10 } }
resources:
  pets:
    methods:
      list: { endpoint: "get /apps/{app_id}/users/{user_id}/pets", positional_params: [user_id] }
      create: { endpoint: "post /apps/{app}/users/{user}/pets", positional_params: [appId] }
      update: { endpoint: "put /apps/{app_id}/users/{user_id}/pets", positional_params: [user_id, app_id] }
      delete: { endpoint: "delete /apps/{app_id}/users/{user_id}/pets", positional_params: [pet] }
`,
      "openapi.yml": nested,
    });
    expect(list.filter((line) => line.includes("positional"))).toEqual([
      'kept 5 resources.pets.methods.list.positional_params: as `arguments: "last"` has it',
      "kept 6 resources.pets.methods.create.positional_params: `positional`",
      "kept 7 resources.pets.methods.update.positional_params: `positional`",
      "lost 8 resources.pets.methods.delete.positional_params: not all of them are in the path: change the calls",
    ]);
    expect(text("sdkwright.config.ts")).toContain(`  positional: {
    "POST /apps/{app_id}/users/{user_id}/pets": ["app_id"],
    "PUT /apps/{app_id}/users/{user_id}/pets": ["user_id", "app_id"],
  },
`);
  });
});

describe("multipart bodies", () => {
  const withForm = shop.replace(
    "/internal:\n",
    `/photos:
    post:
      requestBody:
        content:
          multipart/form-data:
            schema: { type: object, properties: { files: { type: array, items: { type: string, format: binary } } } }
      responses: { "204": { description: Done. } }
  /photo:
    post:
      requestBody:
        content:
          multipart/form-data:
            schema: { type: object, properties: { file: { type: string, format: binary } } }
      responses: { "204": { description: Done. } }
  /internal:
`,
  );
  const configOf = async (endpoint: string, rest: string) => {
    const { list, text } = await importFrom({
      "stainless.yml": `resources: { pets: { methods: { add: ${endpoint} } } }\n${rest}`,
      "openapi.yml": withForm,
    });
    return [text("sdkwright.config.ts"), ...list].join("\n");
  };

  it.each([
    [
      "post /photos",
      "targets: { node: {} }",
      'multipart: { arrays: "brackets", objects: "brackets" }',
    ],
    [
      "post /photos",
      "targets: { node: {} }\nmultipart_settings: { array_format: comma }",
      'multipart: { arrays: "comma", objects: "brackets" }',
    ],
    [
      "post /photo",
      "multipart_settings: { array_format: indices }",
      'multipart: { arrays: "indices" }',
    ],
    [
      "post /photo",
      "multipart_settings: { array_format: indices }",
      "kept 2 multipart_settings.array_format: `multipart.arrays`",
    ],
    [
      "post /photo",
      "multipart_settings: { array_format: odd, filenames: true }",
      "lost 2 multipart_settings.array_format: `multipart.arrays` is one of comma, repeat, indices, brackets",
    ],
    [
      "post /photo",
      "multipart_settings: { filenames: true }",
      "lost 2 multipart_settings.filenames: not a key that is known",
    ],
  ])("%s with %s", async (endpoint, rest, want) => {
    expect(await configOf(endpoint, rest)).toContain(want);
  });

  it.each([
    ["post /photo", "targets: { node: {} }"],
    ["post /photos", "targets: { python: {} }"],
  ])("%s with %s are as the document says", async (endpoint, rest) => {
    expect(await configOf(endpoint, rest)).not.toContain("multipart");
  });
});

it("an operation has pages where one of its methods has", async () => {
  const { list, text } = await importFrom({
    "stainless.yml": `resources:
  pets: { methods: { list: get /pets, list_all: { endpoint: get /pets, paginated: false } } }
`,
    "openapi.yml": shop,
  });
  expect(list).toContain(
    "lost 2 resources.pets.methods.list_all.paginated: another method of the operation has pages",
  );
  expect(text("sdkwright.config.ts")).not.toContain("pagination");
});

describe("pages that go on by a header", () => {
  const configFor = (type: string, header: string): string => `resources:
  pets: { methods: { list: get /pets } }
pagination:
  - name: main
    type: ${type}
    request:
      after: { x-stainless-pagination-property: { purpose: next_cursor_param } }
    response:
      data: { type: array }
      next: { type: string, x-stainless-pagination-property: { purpose: ${type === "cursor" ? "next_cursor_field" : "cursor_url_field"}, from_header: ${header} } }
`;

  it("have a scheme that names it, which the header for links needs not", async () => {
    const { list, text } = await importFrom({
      "stainless.yml": configFor("cursor", "X-Next"),
      "openapi.yml": shop,
    });
    expect(list.filter((line) => line.startsWith("lost"))).toEqual([]);
    expect(text("sdkwright.config.ts")).toContain(`main: {
      by: "cursor",
      param: "after",
      headers: { next: "X-Next" },
      items: "data",
    },`);
    const links = await importFrom({
      "stainless.yml": configFor("cursor_url", "Link"),
      "openapi.yml": shop,
    });
    expect(links.list.filter((line) => line.startsWith("lost"))).toEqual([]);
    expect(links.text("sdkwright.config.ts")).toContain(
      'main: { by: "url", param: "after", items: "data" }',
    );
  });

  it("have the sign of the end there too", async () => {
    const { list, text } = await importFrom({
      "stainless.yml": `${configFor("cursor", "X").replace(", from_header: X", "")}      more: { type: boolean, x-stainless-pagination-property: { purpose: has_next_page, from_header: X-More } }
`,
      "openapi.yml": shop,
    });
    expect(list.filter((line) => line.startsWith("lost"))).toEqual([]);
    expect(text("sdkwright.config.ts")).toContain(
      'headers: { more: "X-More" }',
    );
  });

  it("are lost where the items or an id would be in one", async () => {
    const scheme = (field: string): string => `resources:
  pets: { methods: { list: get /pets } }
pagination:
  - name: main
    type: cursor_id
    request:
      after: { x-stainless-pagination-property: { purpose: next_cursor_id_param } }
    response:
      data: { type: array }
      odd: { x-stainless-pagination-property: { purpose: ${field}, from_header: X-Odd } }
`;
    const listOf = async (field: string): Promise<readonly string[]> => {
      const files = { "stainless.yml": scheme(field), "openapi.yml": shop };
      const { list } = await importFrom(files);
      return list.filter((line) => line.startsWith("lost"));
    };
    expect(await listOf("items")).toEqual([
      "lost 4 pagination.0: its items are in no body: odd",
    ]);
    expect(await listOf("cursor_item_id")).toEqual([
      "lost 10 pagination.0.response.odd: the package finds it in the body alone",
    ]);
  });

  it("go backward by the id of an item, and by no other cursor", async () => {
    const scheme = (type: string, purposes: readonly string[]): string =>
      `resources:
  pets: { methods: { list: get /pets } }
pagination:
  - name: main
    type: ${type}
    request:
      after: { x-stainless-pagination-property: { purpose: ${purposes[0]} } }
      before: { x-stainless-pagination-property: { purpose: ${purposes[1]} } }
    response:
      data: { type: array }
      next: { type: string, x-stainless-pagination-property: { purpose: next_cursor_field } }
`;
    const ids = await importFrom({
      "stainless.yml": scheme("cursor_id", [
        "next_cursor_id_param",
        "previous_cursor_id_param",
      ]),
      "openapi.yml": shop,
    });
    expect(ids.text("sdkwright.config.ts")).toContain('previous: "before"');
    expect(ids.list.filter((line) => line.startsWith("lost"))).toEqual([]);
    const others = await importFrom({
      "stainless.yml": scheme("cursor", [
        "next_cursor_param",
        "previous_cursor_param",
      ]),
      "openapi.yml": shop,
    });
    expect(others.list.filter((line) => line.startsWith("lost"))).toEqual([
      "lost 8 pagination.0.request.before: pages go forward: pass it with each call to go back",
    ]);
  });
});

describe("names", () => {
  it.each([
    ["typescript.2025-10-10", "pets.listIDs"],
    ["typescript.2025-01-01", "pets.listIds"],
  ])("of more than one id in %s are %s", async (edition, name) => {
    const { text } = await importFrom({
      "stainless.yml": `targets: { typescript: { edition: ${edition} } }
resources: { pets: { methods: { list_ids: get /pets } } }
`,
      "openapi.yml": shop,
    });
    expect(text("sdkwright.config.ts")).toContain(`"${name}"`);
  });
});

describe("the repository", () => {
  it.each([
    [
      "targets: { node: { production_repo: shop/sdk } }",
      "https://github.com/shop/sdk",
    ],
    [
      "targets: { node: { production_repo: https://git.shop.example/sdk } }",
      "https://git.shop.example/sdk",
    ],
    [
      "package: { node: { repo: sdk } }\norganization: { github_org: shop }",
      "https://github.com/shop/sdk",
    ],
  ])("of %s is %s", async (config, url) => {
    const { text } = await importFrom({
      "stainless.yml": `${config}\nresources: { pets: { methods: { list: get /pets } } }\n`,
      "openapi.yml": shop,
    });
    expect(text("sdkwright.config.ts")).toContain(`repository: "${url}"`);
  });

  it("is lost without its owner", async () => {
    const { list, text } = await importFrom({
      "stainless.yml":
        "package: { node: { repo: sdk } }\nresources: { pets: { methods: { list: get /pets } } }\n",
      "openapi.yml": shop,
    });
    expect(list).toContain(
      "lost 1 package.node.repo: whose repository it is: write it as `package.repository`",
    );
    expect(text("sdkwright.config.ts")).not.toContain("github.com");
  });
});
