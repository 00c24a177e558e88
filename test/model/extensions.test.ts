/**
 * What extensions of a document decide besides names and the pages of `x-speakeasy` and `x-fern`.
 */
import { describe, expect, it } from "vitest";
import { declarationIn } from "../support/declarations.js";
import { pagingText } from "../support/paging.js";
import {
  emitted,
  onlyOperation,
  operationsOf,
  sdkOf,
} from "../support/pipeline.js";

const json = (schema: string): string =>
  `{ "200": { description: Done., content: { application/json: { schema: ${schema} } } } }`;

const operation = (extensions: string, rest = ""): string => `
servers: [{ url: "https://api.example" }]
paths:
  /pets:
    post:
      operationId: addPet
      tags: [Pets]
${extensions}
${rest || `      responses: ${json("{ type: object }")}`}
`;

describe("x-stainless-method", () => {
  it.each([
    ["accounts.list", "client.accounts.list"],
    ["{ path: big_accounts.cats.get_all }", "client.bigAccounts.cats.getAll"],
    ["$client.me", "client.me"],
    ["{ other: 1 }", "client.pets.create"],
    ["3", "client.pets.create"],
  ])("%s is %s", async (value, want) => {
    const sdk = await sdkOf(operation(`      x-stainless-method: ${value}`));
    expect([...operationsOf(sdk).values()].map(({ call }) => call)).toEqual([
      want,
    ]);
  });
});

describe("a method of the client itself", () => {
  it("is named below $client by the config", async () => {
    const sdk = await sdkOf(operation(""), {
      methods: { "POST /pets": ["$client.addPet", "$client.add", "pets.add"] },
    });
    expect(sdk.operations.map(({ methodName }) => methodName)).toEqual([
      "addPet",
    ]);
    expect(sdk.secondNames.map(({ name }) => name.join("."))).toEqual([
      "add",
      "pets.add",
    ]);
  });
});

describe("x-stainless-skip", () => {
  const document = `
paths:
  /a:
    get:
      operationId: a
      parameters:
        - { name: own, in: query, schema: { type: string } }
        - { name: others, in: query, x-stainless-skip: true, schema: { type: string } }
        - { name: gos, in: query, x-stainless-skip: [go], schema: { type: string } }
      responses: ${json('{ $ref: "#/components/schemas/A" }')}
    post: { operationId: b, x-stainless-skip: [go, typescript], responses: { "204": { description: None. } } }
  /c:
    get: { operationId: c, x-stainless-skip: true, responses: { "204": { description: None. } } }
    put: { operationId: d, x-stainless-skip: [python], responses: { "204": { description: None. } } }
components:
  schemas:
    A:
      type: object
      required: [id, hidden]
      properties:
        id: { type: string }
        hidden: { type: string, x-stainless-skip: true }
`;

  it("leaves out operations, parameters and properties", async () => {
    const sdk = await sdkOf(document);
    const operations = operationsOf(sdk);
    expect([...operations.keys()]).toEqual(["GET /a", "PUT /c"]);
    expect(
      operations
        .get("GET /a")
        ?.operation.params?.fields.map(({ name }) => name),
    ).toEqual(["own", "gos"]);
    const models = await emitted(document, "src/models.ts");
    expect(declarationIn(models, "A")).toBe("interface A {\n  id: string;\n}");
  });
});

describe("the name of a parameter", () => {
  it.each([
    "x-stainless-param: betas, schema: { type: string }",
    "x-stainless-param-name: betas, schema: { type: string }",
    "schema: { type: string, x-stainless-param: betas }",
  ])("is that of %s", async (rest) => {
    const { params, parameters } = await onlyOperation(
      operation(
        `      parameters: [{ name: OpenAI-Beta, in: header, ${rest} }]`,
      ),
    );
    expect(params?.fields.map(({ name }) => name)).toEqual(["betas"]);
    expect(parameters.map(({ name, key }) => [name, key])).toEqual([
      ["OpenAI-Beta", "betas"],
    ]);
  });

  it("gives way to a name that is taken", async () => {
    const { params } = await onlyOperation(
      operation(
        `      parameters:
        - { name: b, in: header, x-stainless-param: a, schema: { type: string } }
        - { name: a, in: query, schema: { type: string } }`,
      ),
    );
    expect(params?.fields.map(({ name }) => name)).toEqual(["a", "a_header"]);
  });
});

describe("x-stainless-deprecation-message", () => {
  it("says what to use instead", async () => {
    const source = operation(
      "      x-stainless-deprecation-message: Use `pets.make` */.",
    );
    const code = await emitted(source, "src/resources/pets.ts");
    expect(code).toContain(" * @deprecated Use `pets.make` *\\/.\n");
    expect(await emitted(source, "docs/pets.md")).toContain(
      "**Deprecated.** Use `pets.make` \\*/.",
    );
  });

  it("does so for parameters and properties", async () => {
    const source = operation(
      `      parameters: [{ name: a, in: query, schema: { type: string }, x-stainless-deprecation-message: Use b. }]`,
      `      responses: ${json('{ $ref: "#/components/schemas/A" }')}
components: { schemas: { A: { type: object, properties: { c: { type: string, deprecated: true, x-sdkwright-deprecation: Use d. } } } } }`,
    );
    expect(await emitted(source, "src/models.ts")).toContain(
      " * @deprecated Use d.\n",
    );
    expect(await emitted(source, "src/resources/pets.ts")).toContain(
      " * @deprecated Use b.\n",
    );
  });
});

describe("x-stainless-pagination-property", () => {
  const paged = (parameters: string, schema: string): string => `
paths:
  /things:
    get:
      operationId: things
      parameters: [${parameters}]
      responses: ${json(schema)}
`;
  const purpose = (name: string, more = ""): string =>
    `x-stainless-pagination-property: { purpose: ${name}${more} }`;
  const query = (name: string, about: string): string =>
    `{ name: ${name}, in: query, schema: { type: string, ${about} } }`;
  const items = (more = ""): string =>
    `{ type: array, items: { type: object, required: [key], properties: { key: { type: string, ${more} } } }, ${purpose("items")} }`;

  it.each([
    [
      query("from", purpose("next_cursor_param")),
      `{ type: object, properties: { rows: ${items("x-a: 1")}, links: { type: object, properties: { on: { type: string, ${purpose("next_cursor_field")} }, go: { type: boolean, ${purpose("has_next_page")} } } } } }`,
      "cursor from, items rows, next links.on, more links.go",
    ],
    [
      query("since", purpose("next_cursor_id_param")),
      `{ type: object, properties: { rows: ${items(purpose("cursor_item_id"))} } }`,
      "id since, items rows, id key",
    ],
    [
      query("since", purpose("next_cursor_id_param")),
      `{ type: array, items: { type: object, required: [id], properties: { id: { type: string } } }, ${purpose("items", ", is_top_level_array: true")} }`,
      "id since, items (all), id id",
    ],
    [
      query("other", "x-a: 1"),
      `{ type: object, properties: { rows: ${items("x-a: 1")}, following: { type: string, ${purpose("cursor_url_field")} } } }`,
      "url, items rows, next following",
    ],
    [
      `{ name: nr, in: query, schema: { type: integer }, ${purpose("page_number_param")} }`,
      `{ type: object, properties: { rows: ${items("x-a: 1")}, pages: { type: integer, ${purpose("total_page_count_field")} } } }`,
      "page nr, items rows, pages pages",
    ],
    [
      `${query("since", purpose("next_cursor_id_param"))}, ${query("until", purpose("previous_cursor_id_param"))}`,
      `{ type: object, properties: { rows: ${items(purpose("cursor_item_id"))} } }`,
      "id since, items rows, id key, previous until",
    ],
    [
      query("from", purpose("next_cursor_param")),
      `{ type: object, properties: { rows: ${items("x-a: 1")}, on: { type: string, ${purpose("next_cursor_field", ", from_header: X-On")} } } }`,
      "cursor from, items rows, next ~next, ~next is X-On",
    ],
  ])("%s of %s is %s", async (parameters, schema, want) => {
    const { paging } = await onlyOperation(paged(parameters, schema));
    expect(paging && pagingText(paging)).toBe(want);
  });

  it("is no page where what it names is not there", async () => {
    const { paging } = await onlyOperation(
      paged(
        query("from", purpose("next_cursor_param")),
        `{ type: object, properties: { rows: ${items("x-a: 1")} } }`,
      ),
    );
    expect(paging).toBeUndefined();
  });
});

describe("our own extensions", () => {
  it("x-sdkwright-resource of a tag says which resource it is about", async () => {
    const source = `
tags:
  - { name: pets, description: By name. }
  - { name: x, description: About pets., x-sdkwright-resource: cats.pets }
paths:
  /a: { get: { operationId: a, responses: { "204": { description: None. } } } }
  /b: { get: { operationId: b, responses: { "204": { description: None. } } } }
`;
    const sdk = await sdkOf(source, {
      methods: { a: "cats.pets.list", b: "dogs.pets.list" },
    });
    expect(
      sdk.resources.map(({ children: [child] }) => child?.doc.description),
    ).toEqual(["About pets.", "By name."]);
  });

  const body = `      requestBody:
        required: true
        content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string }, streamResponse: { type: boolean } } } } }`;

  it("x-sdkwright-body passes the body under a name", async () => {
    const found = await onlyOperation(
      operation(
        "      x-sdkwright-body: config",
        body + `\n      responses: ${json("{ type: object }")}`,
      ),
    );
    expect(found.params?.fields.map(({ name }) => name)).toEqual(["config"]);
    expect(found.body?.key).toBe("config");
    const flat = await onlyOperation(
      operation(
        "      x-sdkwright-body: config",
        body + `\n      responses: ${json("{ type: object }")}`,
      ),
      { bodies: "flat" },
    );
    expect(flat.params?.fields.map(({ name }) => name)).toEqual(["config"]);
  });

  it("x-sdkwright-stream names the parameter that asks for a stream", async () => {
    const source = operation(
      "      x-sdkwright-stream: streamResponse",
      `${body}
      responses:
        "200":
          description: Done.
          content:
            application/json: { schema: { type: object, properties: { id: { type: string } } } }
            text/event-stream: { schema: { type: object, properties: { delta: { type: string } } } }`,
    );
    const { result } = await onlyOperation(source);
    expect(result.streaming?.key).toBe("streamResponse");
    expect(result.alternatives).toBeUndefined();
  });
});
