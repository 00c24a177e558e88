/**
 * A package that has something of everything: each change of its document is found in the declarations
 * of the old package as in its surface.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { standardPolicy } from "../../../generator/change/change.js";
import { compareSurfaces } from "../../../generator/change/compare-surfaces.js";
import { readDeclarations } from "../../../generator/declarations/read-declarations.js";
import type { Sdk } from "../../../generator/sdk/sdk.js";
import { surfaceOf } from "../../../generator/surface/surface-of.js";
import type { Surface } from "../../../generator/surface/surface.js";
import { sdkOf } from "../../support/pipeline.js";
import { publishedFiles } from "../../support/published.js";

const zoo = `openapi: 3.1.0
info: { title: Zoo, version: 1.0.0 }
servers: [{ url: https://zoo.example }]
security: [{ key: [] }]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      security: []
      parameters:
        - { name: cursor, in: query, schema: { type: string } }
        - { name: limit, in: query, schema: { type: integer } }
      responses:
        "200":
          description: Pets.
          headers: { X-Total: { schema: { type: integer } } }
          content:
            application/json:
              schema:
                type: object
                required: [data, next_cursor]
                properties:
                  data: { type: array, items: { $ref: "#/components/schemas/Pet" } }
                  next_cursor: { type: [string, "null"] }
    post:
      operationId: createPet
      tags: [pets]
      parameters:
        - { name: dry, in: query, schema: { type: boolean } }
        - { name: Idempotency-Key, in: header, schema: { type: string } }
      requestBody:
        required: true
        content:
          application/json: { schema: { $ref: "#/components/schemas/Pet" } }
      responses:
        "201":
          description: Made.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
        "404":
          description: None.
          content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } }
        4XX:
          description: Wrong.
          content: { application/json: { schema: { $ref: "#/components/schemas/Problem" } } }
  /pets/{petId}/photo:
    put:
      operationId: putPhoto
      tags: [pets]
      parameters:
        - { name: petId, in: path, required: true, schema: { type: string } }
      requestBody:
        content: { image/png: { schema: { type: string, format: binary } } }
      responses: { "204": { description: Done. } }
webhooks:
  petSold:
    post:
      requestBody:
        content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
      responses: { "204": { description: Done. } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
  schemas:
    Pet:
      type: object
      required: [id, kind]
      properties:
        id: { type: string, readOnly: true }
        kind: { type: string, enum: [cat, dog] }
        born: { type: string, format: date-time }
        tags: { type: array, items: { type: string } }
        owner: { anyOf: [{ $ref: "#/components/schemas/Owner" }, { type: "null" }] }
    Owner: { type: object, properties: { name: { type: string } } }
    Problem: { type: object, properties: { title: { type: string } } }
`;

let old: Sdk;
let declared: Surface;

beforeAll(async () => {
  old = await sdkOf(zoo);
  const files = publishedFiles(old);
  const read = readDeclarations((path) => files.get(path));
  if (read.kind === "unreadable") throw new Error(read.reason);
  declared = read.surface;
});

const changed = (from: string | RegExp, to: string): string => {
  const source = zoo.replace(from, to);
  expect(source).not.toBe(zoo);
  return source;
};

/** Notes are about what no caller can tell. */
const kinds = (from: Surface, to: Surface): readonly string[] =>
  compareSurfaces(from, to, standardPolicy)
    .filter(({ class: weight }) => weight !== "none")
    .map(({ kind, where, class: weight }) => `${weight} ${kind} ${where}`);

describe("a package that is read from its declarations", () => {
  it("has not changed", () => {
    expect(kinds(declared, surfaceOf(old))).toEqual([]);
    expect(kinds(surfaceOf(old), declared)).toEqual([]);
  });

  it.each([
    ["a parameter goes", /.*name: limit.*\n/, ""],
    [
      "a parameter is needed",
      "name: limit, in",
      "name: limit, required: true, in",
    ],
    [
      "a parameter has another type",
      "limit, in: query, schema: { type: integer",
      "limit, in: query, schema: { type: string",
    ],
    ["a parameter is called otherwise", "name: dry", "name: try"],
    [
      "a path argument has another type",
      "required: true, schema: { type: string }",
      "required: true, schema: { type: integer }",
    ],
    ["a property goes", /.* tags: \{ type.*\n/, ""],
    [
      "a property comes",
      "        born:",
      "        name: { type: string }\n        born:",
    ],
    ["a property is needed", "[id, kind]", "[id, kind, born]"],
    ["a property need not be there", "[id, kind]", "[id]"],
    [
      "a property has another type",
      "items: { type: string }",
      "items: { type: number }",
    ],
    ["a property is sent as well", ", readOnly: true", ""],
    ["a property is sent no more", "[cat, dog]", "[cat, dog], readOnly: true"],
    ["a value comes", "[cat, dog]", "[cat, dog, fish]"],
    ["a value goes", "[cat, dog]", "[cat]"],
    ["any text", ", enum: [cat, dog]", ""],
    ["no time any more", ", format: date-time", ""],
    ["never null", `, { type: "null" }`, ""],
    ["a body that may be left out", "        required: true\n", ""],
    [
      "another result",
      `"201":`,
      `"202": { description: Later. }\n        "201":`,
    ],
    ["pages without an end", "next_cursor: {", "after: {"],
    ["a header goes", /.*X-Total.*\n/, ""],
    ["an error goes", /        4XX:\n.*\n.*\n/, ""],
    ["an error is called otherwise", "s: { title:", "s: { detail:"],
    ["no idempotency key", /.*Idempotency-Key.*\n/, ""],
    [
      "a function is called otherwise",
      "operationId: putPhoto",
      "operationId: setPhoto",
    ],
    ["a model is called otherwise", /\bOwner\b/g, "Keeper"],
    ["a resource is called otherwise", /tags: \[pets\]/g, "tags: [animals]"],
    ["an operation goes", /  \/pets\/\{petId\}[^]*(?=webhooks)/, ""],
    ["a webhook goes", "  petSold:", "  petBought:"],
    ["no credential for anything", "security: [{ key: [] }]", "security: []"],
    ["a credential for everything", "      security: []\n", ""],
    [
      "another credential",
      "type: apiKey, in: header, name: X-Key",
      "type: http, scheme: basic",
    ],
    ["a header of another name", "name: X-Key", "name: X-Token"],
    ["no server", /^servers.*\n/m, ""],
  ])("%s", async (_, from, to) => {
    const source = changed(from, to);
    const now = surfaceOf(await sdkOf(source, { names: old.names }));
    const found = kinds(surfaceOf(old), now);
    expect(found).not.toEqual([]);
    expect(kinds(declared, now)).toEqual(found);
  });
});
