/**
 * What a released package is called after its document was changed: which names stay, which go, and
 * what the run says about them.
 */
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import type { Sdk } from "../../../generator/sdk/sdk.js";
import { emitted, operationsOf, sdkOf } from "../../support/pipeline.js";
import type { Options, Source } from "../../support/pipeline.js";

/** `listRooms GET /rooms Rooms`: operationId, method, path and tag. */
const document = (
  operations: readonly string[],
  { title = "Roomly", schemas = [] as readonly string[] } = {},
) => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const [id = "", method = "", path = "", tag] = operation.split(" ");
    (paths[path] ??= {})[method.toLowerCase()] = {
      ...(id !== "-" && { operationId: id }),
      ...(tag !== undefined && { tags: [tag] }),
      responses: { "204": { description: "Done." } },
    };
  }
  return {
    info: { title, version: "1.0.0" },
    paths,
    components: {
      schemas: Object.fromEntries(
        schemas.map((name) => [name, { type: "string" }]),
      ),
    },
  };
};

const callsOf = (sdk: Sdk): readonly string[] =>
  [...operationsOf(sdk).values()].map(
    ({ call, operation }) => `${call} ${operation.functionName}`,
  );

/** Generates from one document, then from another, keeping the names of the first. */
const regenerate = async (
  first: Source,
  second: Source,
  options: Options = {},
) => {
  const before = await sdkOf(first);
  const diagnostics = new Diagnostics();
  const sdk = await sdkOf(
    second,
    { ...options, names: before.names },
    diagnostics,
  );
  return {
    ...{ before, sdk },
    said: diagnostics
      .all()
      .filter(({ code }) => code.startsWith("name-"))
      .map(({ code, pointer, message }) => `${code} ${pointer}: ${message}`),
  };
};

describe("an operationId that is renamed, where names are to stay", () => {
  const isKeeping = true;
  const first = document(["listRooms GET /rooms Rooms"]);
  const second = document(["searchRooms GET /rooms Rooms"]);

  it("leaves the function, the method and their types, and the run says so", async () => {
    const { before, sdk, said } = await regenerate(first, second, {
      isKeeping,
    });
    expect(callsOf(sdk)).toEqual(["client.rooms.list listRooms"]);
    expect(sdk.names).toEqual(before.names);
    expect(said).toEqual([
      "name-kept #/paths/~1rooms/get: rooms.list keeps its name, which callers have: the document now says rooms.search",
    ]);
  });

  it("has one name in every file", async () => {
    const { names } = await sdkOf(first);
    for (const path of [
      ...["src/errors.ts", "src/resources/rooms.ts", "src/roomly.ts"],
      ...["docs/rooms.md", "README.md", "test/operations.jsonl"],
    ])
      expect(await emitted(second, path, { names, isKeeping })).toBe(
        await emitted(first, path),
      );
    expect(
      await emitted(second, "src/errors.ts", { names, isKeeping }),
    ).toContain("listRooms: ListRoomsError");
    expect(
      await emitted(second, "src/resources/rooms.ts", { names, isKeeping }),
    ).not.toContain("searchRooms");
  });

  it("says how to follow the document", async () => {
    const diagnostics = new Diagnostics();
    const { names } = await sdkOf(first);
    await sdkOf(second, { names, isKeeping }, diagnostics);
    expect(
      diagnostics.all().map(({ severity, help }) => [severity, help]),
    ).toEqual([
      [
        "note",
        "To follow the document, which breaks callers: sdkwright generate --rename rooms.list",
      ],
    ]);
  });
});

describe("a document that says other names", () => {
  it("with another tag leaves the resource where names are to stay, which is told once", async () => {
    const { sdk, said } = await regenerate(
      document(["- GET /a/{id} Rooms", "- POST /a Rooms"]),
      document(["- GET /a/{id} Suites", "- POST /a Suites"]),
      { isKeeping: true },
    );
    expect(callsOf(sdk).map((call) => call.split(" ")[0])).toEqual([
      "client.rooms.get",
      "client.rooms.create",
    ]);
    expect(said).toEqual([
      "name-kept #/paths/~1a~1{id}/get: rooms keeps its name, which callers have: the document now says suites",
    ]);
  });

  it("by growing alone is told nothing about", async () => {
    const { sdk, said } = await regenerate(
      document(["- GET /rooms Rooms", "- GET /rooms/{id} Rooms"]),
      document([
        ...["- GET /rooms Rooms", "- GET /rooms/{id} Rooms"],
        ...["- GET /old/rooms Rooms", "- GET /hotels/{hotel}/rooms Rooms"],
      ]),
    );
    expect(callsOf(sdk).slice(0, 2)).toEqual([
      "client.rooms.list listRooms",
      "client.rooms.get getRoom",
    ]);
    expect(said).toEqual([]);
  });

  it("with another title leaves the class, its file, the environment and the package", async () => {
    const { sdk, said } = await regenerate(
      document([], { title: "Roomly Booking" }),
      document([], { title: "Acme Stay" }),
    );
    const { className, errorName, variable, fileName } = sdk.client;
    expect([className, errorName, variable, fileName]).toEqual([
      "RoomlyBooking",
      "RoomlyBookingError",
      "roomlyBooking",
      "roomly-booking",
    ]);
    expect(sdk.client.environmentPrefix).toBe("ROOMLYBOOKING");
    expect(sdk.package.name).toBe("roomly-booking-sdk");
    expect(sdk.package.title).toBe("Acme Stay");
    expect(said).toEqual([
      "name-kept #/info/title: RoomlyBooking keeps its name, which callers have: the document now says AcmeStay",
    ]);
  });

  it("with another title changes nothing of the code", async () => {
    const first = document(["listRooms GET /rooms Rooms"]);
    const second = document(["listRooms GET /rooms Rooms"], {
      title: "WorkOS",
    });
    const { names } = await sdkOf(first);
    for (const path of ["src/roomly.ts", "src/client.ts", "src/index.ts"])
      expect(
        (await emitted(second, path, { names })).replace(
          "of WorkOS",
          "of Roomly",
        ),
      ).toBe(await emitted(first, path));
  });
});

describe("a name of the config", () => {
  const source = document(["listRooms GET /rooms Rooms"]);

  it("comes before that of the lock file, which breaks callers", async () => {
    const { sdk, said } = await regenerate(source, source, {
      methods: { listRooms: "search" },
    });
    expect(callsOf(sdk)).toEqual(["client.rooms.search listRooms"]);
    expect(said).toEqual([
      "name-followed #/paths/~1rooms/get: rooms.list is called rooms.search now; the old name stays as a deprecated alias, unless something else has it",
    ]);
  });

  it("renames the client with everything that is called after it", async () => {
    const { sdk, said } = await regenerate(source, source, {
      clientName: "Acme",
    });
    expect(sdk.client).toMatchObject({
      ...{ className: "Acme", fileName: "acme", environmentPrefix: "ACME" },
    });
    expect(sdk.package.name).toBe("acme-sdk");
    expect(said).toEqual([
      "name-changed undefined: breaks callers: ROOMLY is now ACME",
      "name-changed undefined: breaks callers: roomly-sdk is now acme-sdk",
      "name-changed #/info/title: breaks callers: Roomly is now Acme",
    ]);
  });

  it("that the config had before keeps what is called after it, whatever the title", async () => {
    const before = await sdkOf(source, { clientName: "Acme" });
    const after = await sdkOf(document([], { title: "Stay" }), {
      ...{ clientName: "Acme", names: before.names },
    });
    expect(after.client.fileName).toBe("acme");
    expect(after.package.name).toBe("acme-sdk");
  });

  it("for a resource moves its methods", async () => {
    const two = document(["- GET /rooms Rooms", "- POST /rooms Rooms"]);
    const { sdk, said } = await regenerate(two, two, {
      resources: { Rooms: "suites" },
    });
    expect(callsOf(sdk).map((call) => call.split(" ")[0])).toEqual([
      "client.suites.list",
      "client.suites.create",
    ]);
    expect(said).toEqual([
      "name-followed #/paths/~1rooms/get: rooms.list is called suites.list now; the old name stays as a deprecated alias, unless something else has it",
      "name-followed #/paths/~1rooms/post: rooms.create is called suites.create now; the old name stays as a deprecated alias, unless something else has it",
    ]);
  });
});

describe("a fault of the document that is mended", () => {
  it("takes the names with it that it gave: a shared operationId", async () => {
    const { before, sdk, said } = await regenerate(
      document(["list GET /b/rooms Rooms", "list GET /a/rooms Rooms"]),
      document(["search GET /b/rooms Rooms", "list GET /a/rooms Rooms"]),
    );
    const fresh = await sdkOf(
      document(["search GET /b/rooms Rooms", "list GET /a/rooms Rooms"]),
    );
    expect(callsOf(before)).not.toEqual(callsOf(fresh));
    expect(callsOf(sdk)).toEqual(callsOf(fresh));
    expect(sdk.names).toEqual(fresh.names);
    expect(said).toEqual([
      "name-followed #/paths/~1b~1rooms/get: rooms.listForB is called rooms.search now; the old name stays as a deprecated alias, unless something else has it",
      "name-followed #/paths/~1b~1rooms/get: listBRooms is called searchRooms now; the old name stays as a deprecated alias, unless something else has it",
      "name-followed #/paths/~1a~1rooms/get: rooms.listForA is called rooms.list now; the old name stays as a deprecated alias, unless something else has it",
      "name-followed #/paths/~1a~1rooms/get: listARooms is called listRooms now; the old name stays as a deprecated alias, unless something else has it",
    ]);
  });

  it("keeps names that are older than the fault", async () => {
    const first = await sdkOf(document(["listRooms GET /rooms Rooms"]));
    const faulty = await sdkOf(
      document(["find GET /rooms Rooms", "find GET /beds Beds"]),
      { names: first.names },
    );
    const mended = await sdkOf(
      document(["find GET /rooms Rooms", "findBeds GET /beds Beds"]),
      { names: faulty.names },
    );
    expect(callsOf(mended)).toContain("client.rooms.list listRooms");
  });

  it("gives a type its plain name", async () => {
    const { before, sdk, said } = await regenerate(
      document([], { schemas: ["Pet", "pet", "pet_"] }),
      document([], { schemas: ["pet", "pet_"] }),
    );
    expect(before.names.get("schema pet")).toBe("Pet2");
    expect(before.names.get("schema pet_")).toBe("Pet3");
    expect(sdk.names.get("schema pet")).toBe("Pet");
    expect(sdk.names.get("schema pet_")).toBe("Pet3");
    expect(said).toEqual([
      "name-followed #/components/schemas/pet: Pet2 is called Pet now; the old name stays as a deprecated alias, unless something else has it",
    ]);
  });

  it("takes the number with it when its own operationId was mended", async () => {
    const faulty = await sdkOf(document(["list_rooms GET /rooms Rooms"]));
    const names = new Map([
      ...faulty.names,
      ["method GET /rooms", "list2"],
      ["collision method GET /rooms", "list_rooms"],
    ]);
    const callAs = async (id: string) =>
      callsOf(await sdkOf(document([`${id} GET /rooms Rooms`]), { names }));
    expect(await callAs("list_rooms")).toEqual([
      "client.rooms.list2 listRooms",
    ]);
    expect(await callAs("search_rooms")).toEqual([
      "client.rooms.search searchRooms",
    ]);
  });
});

describe("an operation with the same operationId at another place of the API", () => {
  it.each([
    [
      "another method",
      "replaceRoom PUT /rooms/{id} Rooms",
      "replaceRoom PATCH /rooms/{id} Rooms",
      "client.rooms.update replaceRoom",
    ],
    [
      "another path",
      "listRooms GET /rooms",
      "listRooms GET /v2/hotel-rooms",
      "client.rooms.list listRooms",
    ],
    [
      "parameters of the path in another order",
      "getBed GET /rooms/{room}/beds/{bed} Beds",
      "getBed GET /beds/{bed}/rooms/{room} Beds",
      "client.beds.get getBed",
    ],
  ])("keeps its names: %s", async (_, first, second, call) => {
    const { before, sdk } = await regenerate(
      document([first]),
      document([second]),
    );
    expect(callsOf(before)).toEqual([call]);
    expect(callsOf(sdk)).toEqual([call]);
    const [old, now] = [before, sdk].map((one) =>
      [...operationsOf(one).values()].map(({ operation }) =>
        operation.positional.map(({ wireName }) => wireName),
      ),
    );
    expect(now).toEqual(old);
  });

  it("takes what the new path has", async () => {
    const { sdk } = await regenerate(
      document(["getRoom GET /rooms/{room} Rooms"]),
      document(["getRoom GET /hotels/{hotel} Rooms"]),
    );
    const [only] = operationsOf(sdk).values();
    expect(only?.call).toBe("client.rooms.get");
    expect(only?.operation.positional).toMatchObject([{ wireName: "hotel" }]);
  });

  it("is not found where several have it", async () => {
    const { before, sdk } = await regenerate(
      document(["do PUT /rooms Rooms", "do PUT /beds Beds"]),
      document(["do PATCH /rooms Rooms", "do PATCH /beds Beds"]),
    );
    expect(callsOf(before)).toEqual(callsOf(sdk));
    expect(callsOf(sdk)).toEqual([
      "client.beds.update updateBeds",
      "client.rooms.update updateRooms",
    ]);
  });
});
