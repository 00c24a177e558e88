import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import { load } from "../../../generator/load/load.js";
import { head, loadFiles, withFiles } from "../loading.js";

const pet = "type: object\nproperties: { name: { type: string } }\n";

/** A document whose only schema refers to `ref`. */
const referring = (ref: string): string =>
  `${head()}components:\n  schemas:\n    Here:\n      items: { $ref: ${JSON.stringify(ref)} }\n`;

describe("a security scheme by its URI", () => {
  it("gets a name, and comes from its file", async () => {
    const { document, problems } = await loadFiles({
      "openapi.yaml": `openapi: 3.2.0
info: { title: T, version: "1" }
security: [{ "schemes.yaml#/key": [read] }, { "#/components/securitySchemes/own": [] }, { own: [] }]
paths: {}
components: { securitySchemes: { own: { type: http, scheme: basic } } }
`,
      "schemes.yaml":
        "key: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://a.example/t', scopes: { read: r } } } }\n",
    });
    expect(problems).toEqual([]);
    expect(document?.root.security).toEqual([
      { key: ["read"] },
      { own: [] },
      { own: [] },
    ]);
    expect(
      Object.keys(document?.root.components?.securitySchemes ?? {}),
    ).toEqual(["own", "key"]);
  });
});

describe("what other files hold", () => {
  it("comes under components, by the name of its file or its place", async () => {
    const { document, problems } = await loadFiles({
      "openapi.yaml": `${head()}paths:
  /pets:
    get:
      parameters:
        - $ref: parameters.json#/limit
      responses:
        200:
          description: ok
          content:
            application/json:
              schema: { $ref: ./schemas/Pet.yaml }
        default: { $ref: responses/Error.yml }
`,
      "schemas/Pet.yaml": `${pet}  # more\nrequired: [name]\nx-owner: { $ref: not/looked/at }\nallOf: [{ $ref: "Base.yaml#/definitions/Base" }]\n`,
      "schemas/Base.yaml": `definitions: { Base: { type: object } }\n`,
      "parameters.json": `{"limit": {"name": "limit", "in": "query", "schema": {"type": "integer"}}}`,
      "responses/Error.yml": `description: no\ncontent: { text/plain: { schema: { $ref: ../schemas/Pet.yaml } } }\n`,
    });
    expect(problems).toEqual([]);
    expect(document?.root).toEqual({
      openapi: "3.1.1",
      info: { title: "T", version: "1" },
      paths: {
        "/pets": {
          get: {
            parameters: [{ $ref: "#/components/parameters/limit" }],
            responses: {
              "200": {
                description: "ok",
                content: {
                  "application/json": {
                    schema: { $ref: "#/components/schemas/Pet" },
                  },
                },
              },
              default: { $ref: "#/components/responses/Error" },
            },
          },
        },
      },
      components: {
        parameters: {
          limit: { name: "limit", in: "query", schema: { type: "integer" } },
        },
        responses: {
          Error: {
            description: "no",
            content: {
              "text/plain": { schema: { $ref: "#/components/schemas/Pet" } },
            },
          },
        },
        schemas: {
          Base: { type: "object" },
          Pet: {
            type: "object",
            properties: { name: { type: "string" } },
            required: ["name"],
            "x-owner": { $ref: "not/looked/at" },
            allOf: [{ $ref: "#/components/schemas/Base" }],
          },
        },
      },
    });
  });

  it("takes the place of path items, operations and whole maps", async () => {
    const { document, problems } = await loadFiles({
      "openapi.yaml": `${head()}paths:
  $ref: paths/_all.yaml
components:
  schemas:
    $ref: ./schemas.yaml
`,
      "paths/_all.yaml": `/a: { $ref: "a.yaml" }\n/b: { $ref: "a.yaml", summary: Mine }\n`,
      "paths/a.yaml": `summary: Theirs\nget: { $ref: "get.yaml" }\n`,
      "paths/get.yaml": `responses: { 200: { description: ok, content: { a/b: { schema: { $ref: ../openapi.yaml#/components/schemas/Pet } } } } }\n`,
      "schemas.yaml": `Pet: { properties: { friend: { $ref: "#/Pet" }, tag: { $ref: "#/Tag" } } }\nTag: { type: string }\n`,
    });
    expect(problems).toEqual([]);
    const get = {
      responses: {
        "200": {
          description: "ok",
          content: { "a/b": { schema: { $ref: "#/components/schemas/Pet" } } },
        },
      },
    };
    expect(document?.root.paths).toEqual({
      "/a": { summary: "Theirs", get },
      "/b": { summary: "Mine", get },
    });
    expect(document?.root.components?.schemas).toEqual({
      Pet: {
        properties: {
          friend: { $ref: "#/components/schemas/Pet" },
          tag: { $ref: "#/components/schemas/Tag" },
        },
      },
      Tag: { type: "string" },
    });
  });

  it("keeps the name that the root gives it", async () => {
    const { document, problems } = await loadFiles({
      "openapi.yaml": `${head()}components:
  schemas:
    Animal: { $ref: pet.yaml }
    Zoo: { items: { $ref: pet.yaml } }
    Alias: { $ref: pet.yaml }
    Own: { $ref: "#/components/schemas/Animal" }
`,
      "pet.yaml": pet,
    });
    expect(problems).toEqual([]);
    expect(document?.root.components?.schemas).toEqual({
      Animal: { $ref: "#/components/schemas/Alias" },
      Zoo: { items: { $ref: "#/components/schemas/Alias" } },
      Alias: { type: "object", properties: { name: { type: "string" } } },
      Own: { $ref: "#/components/schemas/Animal" },
    });
  });

  it("may refer to itself, to the root, and through files that only refer on", async () => {
    const { document, problems } = await loadFiles({
      "openapi.yaml": `${head()}components:
  schemas:
    Root: { type: string }
    Here: { items: { $ref: node.json } }
    There: { items: { $ref: "index.yaml#/Node/properties/root" } }
`,
      "node.json": `{"properties": {"next": {"$ref": "#"}, "root": {"$ref": "openapi.yaml#/components/schemas/Root"}, "list": {"type": "array"}}}`,
      "index.yaml": `Node: { $ref: node.json }\n`,
    });
    expect(problems).toEqual([]);
    expect(document?.root.components?.schemas).toEqual({
      Root: { type: "string" },
      Here: { items: { $ref: "#/components/schemas/node" } },
      There: { items: { $ref: "#/components/schemas/Root" } },
      node: {
        properties: {
          next: { $ref: "#/components/schemas/node" },
          root: { $ref: "#/components/schemas/Root" },
          list: { type: "array" },
        },
      },
    });
  });

  it("is told apart by folders, whatever the order", async () => {
    const files = {
      "a/user.yaml": "type: string\n",
      "b/user.yaml": "type: integer\n",
      "c/d/user.yaml": "type: boolean\n",
      "e/d/user.yaml": "type: number\n",
      "Taken.yaml": "type: array\n",
    };
    const names = async (order: readonly string[]): Promise<unknown> => {
      const { document, problems } = await loadFiles({
        "openapi.yaml": `${head()}components:\n  schemas:\n    Taken: { type: object }\n    Here: { oneOf: [${order.map((ref) => `{ $ref: ${ref} }`).join(", ")}] }\n`,
        ...files,
      });
      expect(problems).toEqual([]);
      const { Here, ...rest } = document?.root.components?.schemas ?? {};
      expect(Here).toBeDefined();
      return rest;
    };
    const order = Object.keys(files);
    const want = await names(order);
    expect(want).toEqual({
      Taken: { type: "object" },
      a_user: { type: "string" },
      b_user: { type: "integer" },
      c_d_user: { type: "boolean" },
      e_d_user: { type: "number" },
      Taken_: { type: "array" },
    });
    expect(await names(order.reverse())).toEqual(want);
  });

  it("is read for discriminators too", async () => {
    const { document, problems } = await loadFiles({
      "openapi.yaml": `${head()}components:
  schemas:
    Pet:
      oneOf: [{ $ref: Dog.yaml }, { $ref: "#/components/schemas/Cat" }]
      discriminator:
        propertyName: kind
        mapping: { dog: Dog.yaml, hound: ./Dog.yaml, cat: Cat, none: Fish }
    Cat: { type: object }
`,
      "Dog.yaml": "type: object\n",
    });
    expect(problems).toEqual([
      "9:64 warning discriminator-mapping: Fish, for the value none, is not a schema of the document and is ignored",
    ]);
    expect(document?.root.components?.schemas).toMatchObject({
      Pet: {
        discriminator: {
          mapping: {
            dog: "#/components/schemas/Dog",
            hound: "#/components/schemas/Dog",
            cat: "#/components/schemas/Cat",
          },
        },
      },
    });
  });
});

describe("identifiers", () => {
  it("name schemas inside the files that were read", async () => {
    const { document, problems } = await loadFiles({
      "openapi.yaml": `openapi: 3.2.0
$self: https://example.com/api
info: { title: T, version: "1" }
components:
  schemas:
    Pet: { $anchor: pet, $id: "https://example.com/pet", properties: { tag: { type: string } } }
    A: { items: { $ref: "#pet" } }
    B: { items: { $ref: "https://example.com/pet" } }
    C: { items: { $ref: "https://example.com/pet#/properties/tag" } }
    D: { items: { $ref: "https://example.com/api#/components/schemas/Pet" } }
    E: { items: { $ref: "other.yaml#thing" } }
`,
      "other.yaml": "things: [{ $anchor: thing, type: string }]\n",
    });
    expect(problems).toEqual([]);
    expect(document?.root.components?.schemas).toMatchObject({
      A: { items: { $ref: "#/components/schemas/Pet" } },
      B: { items: { $ref: "#/components/schemas/Pet" } },
      C: { items: { $ref: "#/components/schemas/Pet/properties/tag" } },
      D: { items: { $ref: "#/components/schemas/Pet" } },
      E: { items: { $ref: "#/components/schemas/0" } },
      "0": { $anchor: "thing", type: "string" },
    });
  });
});

describe("messages about other files", () => {
  it("name the file and the place in it", async () => {
    const { problems } = await loadFiles({
      "api/openapi.yaml": `${head()}paths:
  /a: { $ref: paths/a.yaml }
  /b: { $ref: paths/a.yaml }
components: { schemas: { $ref: schemas.json } }
`,
      "api/paths/a.yaml": `get:\n  tags: [1]\n  responses: { 99: { $ref: "#/nothing" } }\n`,
      "api/schemas.json": `{"A": {"items": {"$ref": "#/B"}},\n "B": {"minimum": "1"},\n "C": {"$ref": "gone.json"}}`,
    });
    expect(problems).toEqual([
      "api/paths/a.yaml:2:10 warning text-expected: tags[0] must be a string, it is a number",
      "api/paths/a.yaml:3:16 error status-unknown: 99 is not an HTTP status",
      "api/paths/a.yaml:3:22 warning ref-not-found: #/nothing does not exist; its content is unknown",
      "api/schemas.json:2:8 warning form-read: minimum must be a number, it is a string; it is read as 1",
      "api/schemas.json:3:8 error ref-file-unreadable: cannot read gone.json: there is no such file",
    ]);
  });

  it("suggest a file of nearly the name", async () => {
    await withFiles(
      {
        "openapi.yaml": referring("schemas/pets.yml#/A"),
        "schemas/pets.yaml": "A: {}",
      },
      async (folder) => {
        const diagnostics = new Diagnostics();
        await load("openapi.yaml", { cwd: folder }, diagnostics);
        expect(diagnostics.all().map(({ help }) => help)).toEqual([
          "Did you mean schemas/pets.yaml?",
        ]);
        expect([...diagnostics.sources.visited].sort()).toEqual([
          join(folder, "openapi.yaml"),
          join(folder, "schemas/pets.yml"),
        ]);
      },
    );
  });

  it("hold for files that cannot be parsed", async () => {
    const { problems } = await loadFiles({
      "openapi.yaml": referring("x/bad.yaml#/A"),
      "x/bad.yaml": "A: 'b\n",
    });
    expect(problems).toEqual([
      "x/bad.yaml:2:1 error yaml-syntax: not valid YAML: Missing closing 'quote",
    ]);
  });

  it("find circles of files", async () => {
    const { problems } = await loadFiles({
      "openapi.yaml": `${head()}paths:\n  /a: { $ref: a.yaml }\n`,
      "a.yaml": `$ref: b.yaml\n`,
      "b.yaml": `$ref: a.yaml\n`,
    });
    expect(problems.join("\n")).toMatch(/ref-(cycle|not-found)/);
  });

  it("locate what was brought in after loading", async () => {
    await withFiles(
      {
        "openapi.yaml": `${head()}components:\n  schemas:\n    Here: { $ref: pet.yaml }\n`,
        "pet.yaml": pet,
      },
      async (cwd) => {
        const document = await load("openapi.yaml", { cwd }, new Diagnostics());
        const at = ["components", "schemas", "Here", "properties", "name"];
        expect(document?.locate(at)).toEqual({
          file: "pet.yaml",
          line: 2,
          column: 15,
        });
      },
    );
  });
});

describe("references that are refused", () => {
  it.each([
    ["http://169.254.169.254/latest/meta-data/", "ref-remote"],
    ["https://example.invalid/x.json", "ref-remote"],
    ["//example.invalid/x.json", "ref-remote"],
    ["HTTPS://example.invalid/x.json#/a", "ref-remote"],
    ["file:///etc/passwd", "ref-outside"],
    ["ftp://example.invalid/x.yaml", "ref-outside"],
    ["data:application/json,{}", "ref-outside"],
    ["/etc/passwd", "ref-outside"],
    ["C:\\Windows\\win.yaml", "ref-outside"],
    ["\\\\host\\share\\x.yaml", "ref-outside"],
    ["../secret.yaml", "ref-outside"],
    ["..%2fsecret.yaml", "ref-outside"],
    ["%2e%2e/secret.yaml", "ref-outside"],
    ["..\\secret.yaml", "ref-outside"],
    ["a/../../secret.yaml", "ref-outside"],
    ["./.env", "ref-file-type"],
    [".npmrc#/x", "ref-file-type"],
    ["secret", "ref-file-type"],
  ])("%s: %s", async (ref, code) => {
    const { document, problems } = await loadFiles({
      "spec/openapi.yaml": referring(ref),
      "secret.yaml": "type: string\n",
      "spec/.env": "SECRET=1\n",
      "spec/secret": "type: string\n",
    });
    expect(document).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`6:16 error ${code}: `);
    expect(problems[0]).not.toContain("SECRET");
  });

  it("never repeat credentials", async () => {
    const { problems } = await loadFiles({
      "openapi.yaml": referring("https://me:secret@example.invalid/x"),
    });
    expect(problems).toEqual([
      "6:16 error ref-remote: https://…@example.invalid/x is on another host and is not fetched",
    ]);
  });

  it("lead out through a link", async () => {
    await withFiles(
      { "spec/openapi.yaml": referring("link.yaml"), "out.yaml": pet },
      async (folder) => {
        symlinkSync(join(folder, "out.yaml"), join(folder, "spec/link.yaml"));
        const diagnostics = new Diagnostics();
        await load("spec/openapi.yaml", { cwd: folder }, diagnostics);
        expect(diagnostics.all().map(({ code }) => code)).toEqual([
          "ref-outside",
        ]);
      },
    );
  });

  it("may go back up in a folder that was reached by a link", async () => {
    await withFiles(
      {
        "real/openapi.yaml": referring("models/pet.yaml"),
        "real/models/pet.yaml": "items: { $ref: ../name.yaml }\n",
        "real/name.yaml": "type: string\n",
      },
      async (folder) => {
        symlinkSync(join(folder, "real"), join(folder, "linked"));
        const diagnostics = new Diagnostics();
        await load("linked/openapi.yaml", { cwd: folder }, diagnostics);
        expect(diagnostics.all()).toEqual([]);
      },
    );
  });

  it("may lead as far up as the user allows", async () => {
    const files = {
      "spec/openapi.yaml": referring("../common/pet.yaml"),
      "common/pet.yaml": pet,
    };
    const refused = await loadFiles(files);
    expect(refused.document).toBeUndefined();
    const { document, problems } = await loadFiles(files, { refRoot: "." });
    expect(problems).toEqual([]);
    expect(Object.keys(document?.root.components?.schemas ?? {})).toEqual([
      "Here",
      "pet",
    ]);
  });

  it("grow without end", async () => {
    const doubling = Array.from({ length: 30 }, (_, index) => [
      `m${index}.yaml`,
      `a: { patternProperties: { $ref: m${index + 1}.yaml } }\nb: { patternProperties: { $ref: m${index + 1}.yaml } }\n`,
    ]);
    const started = performance.now();
    const { problems } = await loadFiles({
      "openapi.yaml": `${head()}components: { schemas: { $ref: m0.yaml } }\n`,
      ...(Object.fromEntries(doubling) as Record<string, string>),
      "m30.yaml": "{}\n",
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("ref-splice-limit");
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe("$self", () => {
  it("is the base of references by URL: they lead to files beside the document", async () => {
    const { document, problems } = await loadFiles({
      "api/openapi.yaml": `openapi: 3.2.0
$self: https://acme.example/api/openapi.yaml
info: { title: T, version: "1" }
components:
  schemas:
    A: { $ref: "https://acme.example/api/parts/a.yaml#/A" }
    B: { $ref: "https://acme.example/api/openapi.yaml#/components/schemas/C" }
    C: { type: boolean }
`,
      "api/parts/a.yaml": `A: { properties: { b: { $ref: "https://acme.example/api/parts/b.yaml" } } }\n`,
      "api/parts/b.yaml": "type: string\n",
    });
    expect(problems).toEqual([]);
    expect(document?.root.components?.schemas?.["A"]).toMatchObject({
      properties: { b: { $ref: "#/components/schemas/b" } },
    });
    expect(document?.root.components?.schemas?.["B"]).toEqual({
      $ref: "#/components/schemas/C",
    });
  });

  it("opens no way out: other hosts, and folders above, are refused", async () => {
    const { problems } = await loadFiles({
      "api/openapi.yaml": `openapi: 3.2.0
$self: https://acme.example/api/openapi.yaml
info: { title: T, version: "1" }
components:
  schemas:
    A: { $ref: "https://other.example/api/a.yaml" }
    B: { $ref: "https://acme.example/api/../b.yaml" }
`,
      "b.yaml": "type: string\n",
    });
    expect(problems).toEqual([
      "6:10 error ref-remote: https://other.example/api/a.yaml is on another host and is not fetched",
      "7:10 error ref-outside: ../b.yaml is outside the directory that references may read",
    ]);
  });
});
