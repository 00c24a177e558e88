/** A call before and after, of each kind of change that is about how a call is written. */
import { describe, expect, it } from "vitest";
import { standardPolicy } from "../../generator/change/change.js";
import { compareSurfaces } from "../../generator/change/compare-surfaces.js";
import { changesOf, surfacesOf } from "./support.js";

type Json = Readonly<Record<string, unknown>>;

const ok = { "200": { description: "Done." } };
const text = { type: "string" };
const id = { ...{ name: "petId", in: "path", required: true }, schema: text };
const query = (name: string, more: Json = {}): Json => ({
  ...{ name, in: "query", schema: text },
  ...more,
});
const bodyOf = (schema: Json, required = true): Json => ({
  requestBody: { required, content: { "application/json": { schema } } },
});
const pet = { type: "object", required: ["name"], properties: { name: text } };

const documentOf = (operation: Json, more: Json = {}): Json => ({
  ...{ openapi: "3.1.0", info: { title: "Demo", version: "1.0.0" } },
  servers: [{ url: "https://a.example" }],
  paths: {
    "/pets/{petId}": {
      parameters: [id],
      post: {
        ...{ operationId: "getPet", tags: ["Pets"], responses: ok },
        ...operation,
      },
    },
  },
  ...more,
});

/** Of each change that has calls, `kind: before -> after`. */
const callsOf = async (old: Json, now: Json): Promise<string> =>
  (await changesOf(old, now))
    .flatMap(({ kind, calls }) =>
      calls ? [`${kind}: ${calls.before} -> ${calls.after}`] : [],
    )
    .join("\n");

describe("a call before and after", () => {
  it.each<[string, Json, Json, string]>([
    [
      "an argument that is gone",
      { parameters: [query("expand", { schema: { enum: ["owner"] } })] },
      {},
      'parameter-removed: client.pets.get("1", { expand: "owner" }) -> client.pets.get("1")',
    ],
    [
      "an argument that is asked for",
      { parameters: [query("limit", { schema: { type: "integer" } })] },
      {
        parameters: [
          query("limit", { schema: { type: "integer" }, required: true }),
        ],
      },
      'parameter-required: client.pets.get("1") -> client.pets.get("1", { limit: 1 })',
    ],
    [
      "a new argument whose name is no identifier",
      {},
      { parameters: [query("filter[kind]", { required: true })] },
      'parameter-added: client.pets.get("1") -> client.pets.get("1", { "filter[kind]": "…" })',
    ],
    [
      "a field of the body among others that are asked for",
      bodyOf(pet),
      bodyOf({
        ...{ type: "object", required: ["name", "owner"] },
        properties: { name: text, owner: pet },
      }),
      'parameter-added: client.pets.get("1", { name: "…" }) -> client.pets.get("1", { name: "…", owner })',
    ],
    [
      "many fields that are asked for",
      bodyOf({
        ...{ type: "object", required: ["a", "b", "c", "d", "e"] },
        properties: { a: text, b: text, c: text, d: text, e: text, f: text },
      }),
      bodyOf({
        ...{ type: "object", required: ["a", "b", "c", "d", "e"] },
        properties: { a: text, b: text, c: text, d: text, e: text },
      }),
      'parameter-removed: client.pets.get("1", { ...params, f: "…" }) -> client.pets.get("1", { ...params })',
    ],
    [
      "a body in another form",
      bodyOf(pet),
      bodyOf({ type: "array", items: pet }),
      'arguments-changed: client.pets.get("1", { name: "…" }) -> client.pets.get("1", { body })',
    ],
    [
      "a body that is asked for",
      bodyOf({ type: "array", items: text }, false),
      bodyOf({ type: "array", items: text }),
      'body-required: client.pets.get("1") -> client.pets.get("1", { body })',
    ],
    [
      "another name of the function and the method",
      {},
      { operationId: "readPet" },
      'method-renamed: client.pets.get("1") -> client.pets.read("1")\noperation-renamed: getPet(client, "1") -> readPet(client, "1")',
    ],
    [
      "another resource",
      { operationId: "getOne" },
      { operationId: "getOne", tags: ["Animals"] },
      'resource-renamed: client.pets.get("1") -> client.animals.get("1")',
    ],
    [
      "another type of an argument",
      { parameters: [query("born", { required: true })] },
      {
        parameters: [
          query("born", { required: true, schema: { type: "boolean" } }),
        ],
      },
      'type-changed: client.pets.get("1", { born: "…" }) -> client.pets.get("1", { born: true })',
    ],
    ["what may be left out", {}, { parameters: [query("expand")] }, ""],
  ])("shows %s", async (_, old, now, expected) => {
    expect(await callsOf(documentOf(old), documentOf(now))).toBe(expected);
  });

  it("shows how the client is made", async () => {
    const withScheme = (scheme: Json): Json => ({
      components: { securitySchemes: { login: scheme } },
      security: [{ login: [] }],
    });
    const basic = withScheme({ type: "http", scheme: "basic" });
    expect(await callsOf(documentOf({}), documentOf({}, basic))).toBe(
      'credential-required: new Demo() -> new Demo({ credentials: { username: "…", password: "…" } })',
    );
    const [old] = await surfacesOf(documentOf({}), documentOf({}));
    const zoo = { ...old, client: { ...old.client, className: "Zoo" } };
    expect(compareSurfaces(old, zoo, standardPolicy)).toMatchObject([
      { calls: { before: "new Demo()", after: "new Zoo()" } },
    ]);
    expect(await callsOf(documentOf({}), documentOf({}, { servers: [] }))).toBe(
      'base-url-required: new Demo() -> new Demo({ baseURL: "https://…" })',
    );
  });
});
