/**
 * Which identifier each thing gets: unique, valid, the same in any order, kept by the lock file.
 */
import { isIdentifier } from "../../../generator/sdk/identifiers.js";
import { describe, expect, it } from "vitest";
import {
  asName,
  reservedExports,
  reservedMembers,
  Scope,
  type Claim,
} from "../../../generator/model/names/names.js";
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import type { Sdk } from "../../../generator/sdk/sdk.js";
import { generator } from "../../support/nasty-strings.js";
import { declarations, operationsOf, sdkOf } from "../../support/pipeline.js";
import { typeErrors } from "../../support/type-errors.js";

const claim = (
  wanted: string,
  spelling = wanted,
  otherwise?: string,
): Claim => ({
  id: `schema ${spelling}`,
  wanted,
  spelling,
  ...(otherwise !== undefined && { otherwise }),
});

const settle = (
  claims: readonly Claim[],
  scope = new Scope(reservedExports),
): Record<string, string> =>
  Object.fromEntries(
    [...scope.settle(claims)].sort(([a], [b]) => (a < b ? -1 : 1)),
  );

describe("Scope", () => {
  it("gives what is wanted", () => {
    expect(settle([claim("Pet"), claim("Cat")])).toEqual({
      "schema Cat": "Cat",
      "schema Pet": "Pet",
    });
  });

  it("the exact spelling comes first, then the alphabet", () => {
    const claims = ["foo_bar", "FooBar", "foo-bar", "fooBar", "FOO_BAR"].map(
      (spelling) => claim("FooBar", spelling),
    );
    expect(settle(claims)).toEqual({
      "schema FOO_BAR": "FooBar2",
      "schema FooBar": "FooBar",
      "schema foo-bar": "FooBar3",
      "schema fooBar": "FooBar4",
      "schema foo_bar": "FooBar5",
    });
  });

  it("a number after a digit is set off", () => {
    expect(settle([claim("Pet2", "pet2"), claim("Pet2", "pet_2")])).toEqual({
      "schema pet2": "Pet2",
      "schema pet_2": "Pet2_2",
    });
  });

  it("a number does not take a name that another claim spells", () => {
    expect(
      settle([claim("Pet", "pet"), claim("Pet", "PET"), claim("Pet2")]),
    ).toEqual({
      "schema PET": "Pet",
      "schema Pet2": "Pet2",
      "schema pet": "Pet3",
    });
  });

  it("reserved words and globals are never given", () => {
    expect(
      settle([
        claim("Promise", "Promise", "PromiseModel"),
        claim("Promise", "promise", "PromiseModel"),
        claim("delete"),
      ]),
    ).toEqual({
      "schema Promise": "PromiseModel",
      "schema delete": "delete_",
      "schema promise": "PromiseModel2",
    });
    expect(settle([claim("then")], new Scope(reservedMembers))).toEqual({
      "schema then": "then_",
    });
  });

  it("what an earlier group has is taken", () => {
    const scope = new Scope(reservedExports);
    settle([claim("Pet")], scope);
    expect(settle([claim("Pet", "pet", "PetModel")], scope)).toEqual({
      "schema pet": "PetModel",
    });
  });

  it("names of the lock file win", () => {
    const lock = new Map([["schema foo_bar", "FooBar"]]);
    const scope = new Scope(reservedExports, { earlier: lock });
    expect(
      settle([claim("FooBar"), claim("FooBar", "foo_bar")], scope),
    ).toEqual({ "schema FooBar": "FooBar2", "schema foo_bar": "FooBar" });
  });

  it("a name of the lock file that cannot be used is not", () => {
    const lock = new Map([
      ["schema a", "not an identifier"],
      ["schema b", "class"],
      ["schema c", "Same"],
      ["schema d", "Same"],
    ]);
    const claims = ["a", "b", "c", "d"].map((name) =>
      claim(name.toUpperCase(), name),
    );
    expect(
      settle(claims, new Scope(reservedExports, { earlier: lock })),
    ).toEqual({
      "schema a": "A",
      "schema b": "B",
      "schema c": "Same",
      "schema d": "D",
    });
  });

  it("notes what it gives, for the lock file", () => {
    const given = new Map<string, string>();
    new Scope(reservedExports, { given }).settle([
      claim("Pet", "pet"),
      claim("Pet", "PET"),
    ]);
    expect([...given]).toEqual([
      ["schema PET", "Pet"],
      // Why it has a number, so that it may lose it.
      ["collision schema pet", "pet"],
      ["schema pet", "Pet2"],
    ]);
  });

  it("depends on no order", () => {
    const next = generator(7);
    const wanted = ["A", "B", "A2", "A3", "class", "Map"];
    for (let round = 0; round < 200; round++) {
      const claims = Array.from({ length: 12 }, (_, index) =>
        claim(wanted[next(wanted.length)] ?? "A", `s${index}`),
      );
      const shuffled = [...claims].sort(() => next(3) - 1);
      const names = settle(claims);
      expect(settle(shuffled)).toEqual(names);
      expect(new Set(Object.values(names)).size).toBe(claims.length);
    }
  });
});

describe("identifiers", () => {
  it.each(["a", "_", "$", "a1", "ключ", "猫", "ａ"])("%s is one", (name) => {
    expect(isIdentifier(name)).toBe(true);
    expect(asName(name)).toBe(name);
  });

  it.each(["", "1", "a-b", "a b", "a\n", "😀", "a;"])("%j is none", (name) => {
    expect(isIdentifier(name)).toBe(false);
    expect(() => asName(name)).toThrow("not an identifier");
  });
});

describe("names in a document", () => {
  const schemas = (names: readonly string[]) => ({
    components: {
      schemas: Object.fromEntries(
        names.map((name) => [
          name,
          { type: "object", properties: { self: { const: name } } },
        ]),
      ),
    },
  });

  const modelsOf = async (names: readonly string[]): Promise<string[]> => {
    const { models } = await sdkOf(schemas(names));
    return models.map(({ name, wireName }) => `${wireName ?? "?"}: ${name}`);
  };

  it("models", async () => {
    expect(
      await modelsOf([
        ...["pet", "Pet", "pet_store", "List.Pet", "2fa", "猫"],
        ...["Promise", "Response", "any", "class", "Test", "APIError"],
        ...["__proto__", "constructor", "toString"],
      ]),
    ).toEqual([
      "pet: Pet2",
      "Pet: Pet",
      "pet_store: PetStore",
      "List.Pet: ListPet",
      "2fa: _2fa",
      "猫: 猫",
      "Promise: PromiseModel",
      "Response: ResponseModel",
      "any: Any",
      "class: Class",
      "Test: TestModel",
      "APIError: APIErrorModel",
      "__proto__: Proto",
      "constructor: Constructor",
      "toString: ToString",
    ]);
  });

  it("models in any order, and all of them compile", async () => {
    const names = [
      ...["foo_bar", "fooBar", "FooBar", "foo-bar", "FOO_BAR", "foo.bar"],
      ...["FooBar2", "Record", "Partial", "Date", "Blob", "never", "string"],
      ...["Error", "object", "Object", "undefined", "WithRequired", "TestCore"],
      ...["Operation", "RequestOptions", "isErrorOf", "default", "Model"],
      ...["ModelModel", "µ", "μ", "ﬁ", "e\u0301", "é", "+1", "-1", "..", "1"],
    ];
    const forward = await modelsOf(names);
    const backward = await modelsOf([...names].reverse());
    expect(new Set(backward)).toEqual(new Set(forward));
    expect(new Set(forward.map((pair) => pair.split(": ")[1])).size).toBe(
      names.length,
    );
    const text = await declarations(schemas(names));
    expect(typeErrors({ "models.ts": text })).toEqual([]);
  });

  it("a model named like the client, its options or a resource", async () => {
    const sdk = await sdkOf({
      info: { title: "Acme", version: "1.0.0" },
      paths: {
        "/pets": {
          get: {
            operationId: "pet",
            tags: ["Pet"],
            responses: { "204": { description: "Done." } },
          },
        },
      },
      ...schemas(["Acme", "AcmeOptions", "AcmeCore", "Pet", "PetParams"]),
    });
    expect(sdk.client.className).toBe("Acme");
    expect(sdk.models.map(({ name }) => name)).toEqual([
      "AcmeModel",
      "AcmeOptionsModel",
      "AcmeCoreModel",
      "Pet",
      "PetParams",
    ]);
    expect(sdk.resources.map(({ className }) => className)).toEqual([
      "PetResource",
    ]);
  });

  it("a function that `import()` would call is not exported", async () => {
    const sdk = await sdkOf(`
paths:
  /😀:
    get: { x-sdkwright-name: then, responses: { "204": { description: none } } }
`);
    expect(
      [...operationsOf(sdk).values()].map(
        ({ operation }) => operation.functionName,
      ),
    ).toEqual(["thenOperation"]);
  });

  it("functions and the types of operations", async () => {
    const operation = (operationId: string) => ({
      operationId,
      // a resource without a name of its own
      "x-sdkwright-group": "😀",
      parameters: [{ name: "q", in: "query", schema: { type: "string" } }],
      responses: { "204": { description: "Done." } },
    });
    const sdk = await sdkOf({
      paths: {
        "/a": { get: operation("get_pet") },
        "/b": { get: operation("getPet") },
        "/c": { get: operation("delete") },
        "/d": { get: operation("toFile") },
        "/e": { get: operation("createClient") },
        "/f": { get: operation("...rest") },
        "/g": { get: operation("f(){};globalThis.x=1;function g") },
        "/h": { get: operation("   ") },
        "/i": { get: { ...operation(""), operationId: undefined } },
      },
    });
    expect(
      [...operationsOf(sdk)].map(([key, { operation: one }]) =>
        [key, one.functionName, one.params?.name, one.errors.name].join(" "),
      ),
    ).toEqual([
      "GET /a getAPet GetAPetParams GetAPetError",
      "GET /b getBPet GetBPetParams GetBPetError",
      "GET /c deleteOperation DeleteOperationParams DeleteOperationError",
      "GET /d toFileOperation ToFileOperationParams ToFileOperationError",
      "GET /e createClientOperation CreateClientOperationParams CreateClientOperationError",
      "GET /f rest RestParams RestError",
      "GET /g fGlobalThisX1FunctionG FGlobalThisX1FunctionGParams FGlobalThisX1FunctionGError",
      "GET /h getH GetHParams GetHError",
      "GET /i getI GetIParams GetIError",
    ]);
  });
});

describe("the lock file", () => {
  const document = (ids: readonly string[], names: readonly string[]) => ({
    paths: Object.fromEntries(
      ids.map((id, index) => [
        `/r${index}`,
        {
          get: {
            operationId: id,
            tags: ["R"],
            responses: { "204": { description: "Done." } },
          },
        },
      ]),
    ),
    components: {
      schemas: Object.fromEntries(
        names.map((name) => [name, { type: "string" }]),
      ),
    },
  });
  const publicNames = ({ models, names }: Sdk): string[] => [
    ...models.map(({ name }) => name),
    ...names.values(),
  ];

  it.each(["__proto__", "a b", "", "1st", "x;y", "\u202e", "constructor"])(
    "does not make %j the name of anything",
    async (name) => {
      const { components, ...rest } = document(["getPet"], ["Pet"]);
      const secured = {
        ...rest,
        components: {
          ...components,
          securitySchemes: { token: { type: "http", scheme: "bearer" } },
        },
        security: [{ token: [] }],
      };
      const before = await sdkOf(secured);
      const names = new Map([...before.names.keys()].map((id) => [id, name]));
      const after = await sdkOf(secured, { names });
      const named = [...after.names].filter(([, given]) => given === name);
      // The name of a file and of a package may be any words.
      const words = new Set(["client file", "package name"]);
      expect(named.filter(([id]) => !words.has(id))).toEqual([]);
      if (!/^\w+$/.test(name) || name === "__proto__")
        expect(named).toEqual([]);
    },
  );

  it("keeps a name when a better claim to it comes", async () => {
    const before = await sdkOf(document(["get_pet"], ["pet"]));
    const after = await sdkOf(document(["get_pet", "getPet"], ["pet", "Pet"]), {
      names: before.names,
    });
    expect(publicNames(after)).toEqual(
      expect.arrayContaining(publicNames(before)),
    );
    expect(after.names.get("schema pet")).toBe("Pet");
    expect(after.names.get("schema Pet")).toBe("Pet2");
    expect(after.names.get("operation GET /r0")).toBe("getPet");
    expect(after.names.get("operation GET /r1")).toBe("getRR1Pet");
  });

  describe("when the document grows", () => {
    /** `GET /a/{id}`: the tag is the first segment. */
    const withOperations = (operations: readonly string[]) => {
      const paths: Record<string, Record<string, unknown>> = {};
      for (const operation of operations) {
        const [method = "", path = ""] = operation.split(" ");
        (paths[path] ??= {})[method.toLowerCase()] = {
          tags: [path.split("/")[1]],
          parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
            name,
            in: "path",
            required: true,
            schema: { type: "string" },
          })),
          responses: { "204": { description: "Done." } },
        };
      }
      return { paths };
    };

    const all = [
      "GET /orders",
      "GET /orders/{id}",
      "GET /orders/{id}/history",
      "POST /orders/{id}/history",
      "GET /orders/{id}/history/{entry}",
      "POST /orders/{id}/cancel",
      "POST /orders/{id}/notes/{note}/pin",
      "GET /orders/{id}/notes",
      "POST /orders/notes",
      "GET /old/orders",
      "GET /old/orders/{id}",
      "GET /settings",
      "GET /settings/{name}",
      "PUT /settings",
    ];

    const callsOf = (sdk: Sdk): ReadonlyMap<string, string> =>
      new Map(
        [...operationsOf(sdk)].map(([key, { operation, call }]) => [
          key,
          `${call}(${operation.positional[0]?.name ?? ""}) ${operation.functionName} ${operation.errors.name}`,
        ]),
      );

    it("no call moves, whatever comes last", async () => {
      for (const last of all) {
        const fewer = all.filter((operation) => operation !== last);
        const before = await sdkOf(withOperations(fewer));
        const after = await sdkOf(withOperations(all), { names: before.names });
        expect(Object.fromEntries(callsOf(after))).toMatchObject(
          Object.fromEntries(callsOf(before)),
        );
      }
    });

    it("no call moves, one operation after the other", async () => {
      let names: ReadonlyMap<string, string> = new Map();
      let calls: ReadonlyMap<string, string> = new Map();
      for (let count = 1; count <= all.length; count++) {
        const sdk = await sdkOf(withOperations(all.slice(0, count)), { names });
        expect(Object.fromEntries(callsOf(sdk))).toMatchObject(
          Object.fromEntries(calls),
        );
        ({ names } = sdk);
        calls = callsOf(sdk);
      }
      // without the lock file some would have moved
      expect(callsOf(await sdkOf(withOperations(all)))).not.toEqual(calls);
    });

    it("no name goes over to a schema that is called so", async () => {
      const pet = {
        type: "object",
        properties: { id: { type: "string", readOnly: true } },
      };
      const ref = { $ref: "#/components/schemas/Pet" };
      const json = (schema: object) => ({
        content: { "application/json": { schema } },
      });
      const withSchemas = (names: readonly string[]) => ({
        paths: {
          "/pets": {
            get: {
              operationId: "listPets",
              tags: ["Pets"],
              parameters: [{ name: "q", in: "query", schema: {} }],
              responses: {
                "200": {
                  description: "All.",
                  ...json({ type: "object", properties: { pets: ref } }),
                },
              },
            },
            post: {
              tags: ["Pets"],
              requestBody: json({ type: "array", items: ref }),
              responses: { "204": { description: "Done." } },
            },
          },
        },
        components: {
          schemas: {
            ...Object.fromEntries(
              names.map((name) => [name, { type: "boolean" }]),
            ),
            Pet: pet,
          },
        },
      });
      const before = await sdkOf(withSchemas([]));
      const taken = [...before.names.values()].filter(
        (name) => !name.startsWith("{"),
      );
      expect(taken).toEqual(
        expect.arrayContaining([
          ...["Pet", "PetInput", "Pets", "listPets", "ListPetsResponse"],
          ...["ListPetsParams", "ListPetsError"],
        ]),
      );
      const after = await sdkOf(
        withSchemas(taken.filter((name) => name !== "Pet")),
        { names: before.names },
      );
      expect(Object.fromEntries(after.names)).toMatchObject(
        Object.fromEntries(before.names),
      );
    });

    it("a place that is no place is not kept", async () => {
      for (const place of ["", "{", "[]", '{"group":1}', '{"group":[1]}']) {
        const names = new Map([["place GET /orders", place]]);
        const sdk = await sdkOf(withOperations(["GET /orders"]), { names });
        expect([...callsOf(sdk).values()]).toEqual([
          "client.orders.list() listOrders ListOrdersError",
        ]);
      }
    });
  });

  it("gives way to what a person asks for", async () => {
    const source = document(["list_all", "list_some"], []);
    const before = await sdkOf(source);
    const after = await sdkOf(source, {
      names: before.names,
      methods: { list_some: "listAll" },
      resources: { R: "things" },
    });
    expect([...operationsOf(before).values()].map(({ call }) => call)).toEqual([
      "client.r.list",
      "client.r.listSome",
    ]);
    expect([...operationsOf(after).values()].map(({ call }) => call)).toEqual([
      "client.things.list",
      "client.things.listAll",
    ]);
  });

  it("says which names changed", async () => {
    const source = document(["list_all"], ["pet"]);
    const { names } = await sdkOf(source);
    const diagnostics = new Diagnostics();
    await sdkOf(
      source,
      { names, methods: { list_all: "every" }, models: { pet: "Animal" } },
      diagnostics,
    );
    expect(
      diagnostics.all().map(({ pointer, message }) => [pointer, message]),
    ).toEqual([
      [
        "#/paths/~1r0/get",
        "r.list is called r.every now; the old name stays as a deprecated alias, unless something else has it",
      ],
      [
        "#/components/schemas/pet",
        "Pet is called Animal now; the old name stays as a deprecated alias, unless something else has it",
      ],
    ]);
  });

  it("changes nothing when nothing changed", async () => {
    const source = document(["get_pet", "getPet", "x"], ["pet", "Pet", "PET"]);
    const before = await sdkOf(source);
    const after = await sdkOf(source, { names: before.names });
    expect([...after.names].sort()).toEqual([...before.names].sort());
  });
});

describe("types are called", () => {
  const schemas = (text: string, options = {}) =>
    declarations(`components: { schemas: { ${text} } }`, options);

  it.each([
    ["x-sdkwright-name"],
    ["x-speakeasy-name-override"],
    ["x-fern-type-name"],
  ])("as %s says", async (extension) => {
    expect(
      await schemas(`pet_v2: { type: string, ${extension}: Animal }`),
    ).toBe("export type Animal = string;\n");
  });

  it("as the config says, before extensions and what is called so", async () => {
    const text = await schemas(
      "pet_v2: { type: string, x-sdkwright-name: Beast }, Animal: { type: number }",
      { models: { pet_v2: "Animal" } },
    );
    expect(text).toBe(
      "export type Animal = string;\n\nexport type Animal2 = number;\n",
    );
  });

  it("as the config says, where the document has it", async () => {
    const diagnostics = new Diagnostics();
    await sdkOf(
      {},
      {
        models: { Pet: "Animal" },
        methods: { getPet: "get" },
        resources: { Pets: "pets" },
      },
      diagnostics,
    );
    expect(diagnostics.all().map(({ message }) => message)).toEqual([
      'resources in the config has "Pets", which the document does not have',
      'methods in the config has "getPet", which the document does not have',
      'models in the config has "Pet", which the document does not have',
    ]);
  });
});
