/**
 * Names that the config asks for: by name, by pattern, and by a function.
 */
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import type { NamedOperation } from "../../../generator/index.js";
import { operationsOf, sdkOf, type Options } from "../../support/pipeline.js";

/** `GET /pets listPets [Pets]` */
const documentOf = (
  operations: readonly string[],
  schemas: readonly string[] = [],
) => {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const [, method = "", path = "", id, tag] =
      /^([A-Z]+) (\S+)(?: ([^\s[]+))?(?: \[(.*)\])?$/.exec(operation) ?? [];
    (paths[path] ??= {})[method.toLowerCase()] = {
      ...(id !== undefined && { operationId: id }),
      ...(tag !== undefined && { tags: [tag] }),
      parameters: [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => ({
        ...{ name, in: "path", required: true, schema: { type: "string" } },
      })),
      responses: { 204: { description: "Done." } },
    };
  }
  return {
    paths,
    components: {
      schemas: Object.fromEntries(
        schemas.map((name) => [name, { type: "string" }]),
      ),
    },
  };
};

const callsOf = async (
  operations: readonly string[],
  options: Options,
): Promise<string[]> => {
  const found = operationsOf(await sdkOf(documentOf(operations), options));
  return operations.map((operation) => {
    const [key] = /^[A-Z]+ \S+/.exec(operation) ?? [""];
    return found.get(key)?.call ?? "lost";
  });
};

const typesOf = async (
  schemas: readonly string[],
  models: Options["models"],
): Promise<Record<string, string>> => {
  const sdk = await sdkOf(documentOf([], schemas), {
    ...(models && { models }),
  });
  return Object.fromEntries(
    sdk.models.map(({ name, wireName = "" }) => [wireName, name]),
  );
};

const messagesOf = async (
  source: ReturnType<typeof documentOf>,
  options: Options,
): Promise<string[]> => {
  const diagnostics = new Diagnostics();
  await sdkOf(source, options, diagnostics);
  return diagnostics.all().map(({ code, message }) => `${code}: ${message}`);
};

const pets = [
  "GET /pets PetsController_findAll [pets]",
  "POST /pets PetsController_addOne [pets]",
  "GET /cats/{id} CatsController_read_one [cats]",
];

describe("names by pattern", () => {
  it("have what the stars match, in order, in the case of names", async () => {
    const methods = { "*Controller_*": "*.*" };
    expect(await callsOf(pets, { methods })).toEqual([
      "client.pets.findAll",
      "client.pets.addOne",
      "client.cats.readOne",
    ]);
  });

  it("keep the resource where they name none", async () => {
    const operations = [
      "GET /orgs [Orgs]",
      "GET /orgs/{id}/members listThem [Orgs]",
      "POST /orgs/{id}/members [Orgs]",
    ];
    expect(await callsOf(operations, {})).toEqual([
      "client.orgs.list",
      "client.orgs.members.list",
      "client.orgs.members.create",
    ]);
    const methods = { listThem: "all", "POST *": "add" };
    expect(await callsOf(operations, { methods })).toEqual([
      "client.orgs.list",
      "client.orgs.members.all",
      "client.orgs.members.add",
    ]);
  });

  it("match the method and path, where the operation has no id or another", async () => {
    const methods = { "GET /pets*": "fetch", "GET /cats/*": "show*Now" };
    expect(await callsOf(pets, { methods })).toEqual([
      "client.pets.fetch",
      "client.pets.create",
      "client.cats.showIdNow",
    ]);
  });

  it("come after exact keys, the most specific first, whatever the order", async () => {
    const entries = [
      ["*", "any"],
      ["Pets*", "some"],
      ["PetsController_*", "most"],
      ["*Controller_addOne", "exactly"],
      ["CatsController_read_one", "one"],
      ["CatsController_read_*", "two"],
    ] as const;
    for (const list of [entries, entries.toReversed()]) {
      const methods = Object.fromEntries(list);
      expect(await callsOf(pets, { methods })).toEqual([
        "client.pets.most",
        "client.pets.exactly",
        "client.cats.one",
      ]);
    }
  });

  it("of two that are as specific, the first by its text counts", async () => {
    const methods = { "*ndAll": "second", "*ets*Al*": "first" };
    for (const list of [methods, { "*ets*Al*": "first", "*ndAll": "second" }])
      expect((await callsOf(pets, { methods: list }))[0]).toBe(
        "client.pets.first",
      );
  });

  it("give the first star as little as possible", async () => {
    const methods = { "*_*": "*.*" };
    expect(await callsOf(["GET /a pets_find_all [A]"], { methods })).toEqual([
      "client.pets.findAll",
    ]);
  });

  it("name types", async () => {
    expect(
      await typesOf(["pet_infoDto", "Api_cat_V1", "Api_dog_V2", "2faDto"], {
        "*Dto": "*",
        "Api_*_V1": "*",
        "Api_*_V*": "*Of*",
      }),
    ).toEqual({
      pet_infoDto: "PetInfo",
      Api_cat_V1: "Cat",
      Api_dog_V2: "DogOf2",
      "2faDto": "_2fa",
    });
  });

  it("name resources", async () => {
    const operations = [
      "GET /a listA [API Keys Controller]",
      "GET /b listB [Chat: Completions]",
    ];
    const resources = { "* Controller": "*", "*: *": "*.*" };
    expect(await callsOf(operations, { resources })).toEqual([
      "client.apiKeys.listA",
      "client.chat.completions.listB",
    ]);
  });

  it("are reported where they match nothing", async () => {
    expect(
      await messagesOf(documentOf(pets, ["Pet"]), {
        methods: { "GET /dogs/*": "x", "*Controller_*": "*.*" },
        resources: { "* things": "*" },
        models: { "*Dto": "*", "P*": "*P", Pet: "Pet" },
      }),
    ).toEqual([
      'override-unused: resources in the config has "* things", which the document does not have',
      'override-unused: methods in the config has "GET /dogs/*", which the document does not have',
      'override-unused: models in the config has "*Dto", which the document does not have',
    ]);
  });

  it("are errors where they give no name", async () => {
    expect(
      await messagesOf(documentOf(["GET /a ___x [A]"], ["Dto"]), {
        methods: { "*x": "*" },
        models: { "*Dto": "*" },
      }),
    ).toEqual([
      'override-invalid: methods in the config has "*x", which gives GET /a the name "", which is none',
      'override-invalid: models in the config has "*Dto", which gives Dto the name "", which is none',
    ]);
  });

  it("are reported where another has the name", async () => {
    expect(
      await messagesOf(documentOf(pets, ["PetDto", "PetVo", "Err"]), {
        methods: { "PetsController_*": "go" },
        models: { "Pet*": "Pet", Err: "Error" },
      }),
    ).toEqual([
      "override-taken: methods in the config asks for the name go for POST /pets, which is taken or reserved: it is go2",
      "override-taken: models in the config asks for the name Pet for PetVo, which is taken or reserved: it is Pet2",
      "override-taken: models in the config asks for the name Error for Err, which is taken or reserved: it is ErrorModel",
    ]);
  });

  it("are what an id of several operations needs", async () => {
    const operations = ["GET /a get [A]", "GET /b get [B]"];
    expect(
      await messagesOf(documentOf(operations), { methods: { get: "read" } }),
    ).toContainEqual(
      'override-shared: methods in the config has "get", which is the operationId of several operations',
    );
    expect(await callsOf(operations, { methods: { "get*": "read" } })).toEqual([
      "client.a.read",
      "client.b.read",
    ]);
  });
});

describe("names by a function", () => {
  it("are given what is known of an operation, and keep what is undefined", async () => {
    const given: NamedOperation[] = [];
    const methods = (operation: NamedOperation) => {
      given.push(operation);
      return operation.tag === "cats" ? `feline.${operation.name}` : undefined;
    };
    const operations = [...pets, "POST /ping"];
    expect(await callsOf(operations, { methods })).toEqual([
      "client.pets.list",
      "client.pets.create",
      "client.feline.get",
      "client.ping",
    ]);
    expect(given).toEqual([
      {
        operationId: "CatsController_read_one",
        ...{ method: "GET", path: "/cats/{id}", tag: "cats" },
        ...{ name: "get", resource: "cats" },
      },
      {
        operationId: "PetsController_findAll",
        ...{ method: "GET", path: "/pets", tag: "pets" },
        ...{ name: "list", resource: "pets" },
      },
      {
        operationId: "PetsController_addOne",
        ...{ method: "POST", path: "/pets", tag: "pets" },
        ...{ name: "create", resource: "pets" },
      },
      {
        operationId: undefined,
        ...{ method: "POST", path: "/ping", tag: undefined },
        ...{ name: "ping", resource: undefined },
      },
    ]);
  });

  it("name types and resources", async () => {
    expect(
      await typesOf(["pet_dto", "Cat"], ({ schema, name }) =>
        schema.endsWith("_dto") ? `${name}ForAll` : undefined,
      ),
    ).toEqual({ pet_dto: "PetDtoForAll", Cat: "Cat" });
    expect(
      await callsOf(pets, {
        resources: ({ tag, name }) =>
          tag === "pets" ? `animals.${name}` : undefined,
      }),
    ).toEqual([
      "client.animals.pets.list",
      "client.animals.pets.create",
      "client.cats.get",
    ]);
  });

  it("do not grow from run to run", async () => {
    const options: Options = {
      methods: ({ name }) => `${name}Now`,
      models: ({ name }) => `${name}Type`,
      resources: ({ name }) => `${name}Api`,
    };
    const source = documentOf(pets, ["Pet"]);
    const first = await sdkOf(source, options);
    const { names } = first;
    const second = await sdkOf(source, { ...options, names });
    expect([...second.names].sort()).toEqual([...names].sort());
    expect([...operationsOf(first).values()].map(({ call }) => call)).toEqual([
      "client.catsApi.getNow",
      "client.petsApi.listNow",
      "client.petsApi.addOneNow",
    ]);
    expect(first.models.map(({ name }) => name)).toEqual(["PetType"]);
  });

  it("are checked", async () => {
    const wrong = (value: unknown) => () => value as string;
    expect(
      await messagesOf(documentOf(["GET /a getA [A]"], ["Pet"]), {
        methods: wrong("a b"),
        models: wrong(null),
        resources: () => {
          throw new Error("no idea");
        },
      }),
    ).toEqual([
      "override-failed: the function resources of the config failed for A: no idea",
      'override-function: the function methods of the config must return the name of a method for GET /a, not "a b"',
      "override-function: the function models of the config must return the name of a type for Pet, not null",
    ]);
  });
});
