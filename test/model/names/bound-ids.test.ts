/**
 * What people may call a thing of the package when they want it to be named anew.
 */
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import { withoutDropped } from "../../../generator/model/names/dropped-names.js";

const bound = new Map([
  ["client class", "Roomly"],
  ["client file", "roomly"],
  ["client prefix", "ROOMLY"],
  ["package name", "roomly-sdk"],
  ["class room", "Rooms"],
  ["class room / bed", "RoomsBeds"],
  ["resource room", "rooms"],
  ["resource room / bed", "beds"],
  ["place GET /rooms", '{"group":["Rooms"]}'],
  ["method GET /rooms", "list"],
  ["operation GET /rooms", "listRooms"],
  ["collision operation GET /rooms", "list"],
  ["params GET /rooms", "ListRoomsParams"],
  ["errors GET /rooms", "ListRoomsError"],
  ["place GET /beds", '{"group":["Rooms","beds"]}'],
  ["method GET /beds", "list"],
  ["operation GET /beds", "listBeds"],
  ["schema Booking", "Booking"],
  ['member Color "red"', "Red"],
  ["schema Color", "Colour"],
]);

const drop = (wanted: true | readonly string[]) => {
  const diagnostics = new Diagnostics();
  const left = withoutDropped(
    { wanted, bound, current: () => bound, output: "sdk" },
    diagnostics,
  );
  return {
    dropped: [...bound.keys()].filter((id) => !left.has(id)),
    said: diagnostics.all().map(({ message, help }) => `${message}. ${help}`),
  };
};

const operation = [
  ...["place GET /rooms", "method GET /rooms", "operation GET /rooms"],
  ...[
    "collision operation GET /rooms",
    "params GET /rooms",
    "errors GET /rooms",
  ],
];
const resource = [
  ...["class room", "resource room", "place GET /rooms", "place GET /beds"],
];
const client = [
  ...["client class", "client file", "client prefix", "package name"],
];

describe("a name that is dropped", () => {
  it.each([
    ["rooms.list", operation],
    ["client.rooms.list", operation],
    ["listRooms", operation],
    ["ListRoomsParams", operation],
    ["GET /rooms", operation],
    ["rooms", resource],
    ["client.rooms", resource],
    ["Rooms", resource],
    [
      "rooms.beds",
      ["class room / bed", "resource room / bed", "place GET /beds"],
    ],
    ["Roomly", client],
    ["RoomlyError", client],
    ["ROOMLY", ["client prefix"]],
    ["roomly-sdk", ["package name"]],
    ["Booking", ["schema Booking"]],
    ["Colour.Red", ['member Color "red"']],
  ])("%s", (name, ids) => {
    expect(drop([name])).toEqual({ dropped: ids, said: [] });
  });

  it("may be one of several, or all", () => {
    expect(drop(["Booking", "Colour"]).dropped).toEqual([
      "schema Booking",
      "schema Color",
    ]);
    expect(drop([]).dropped).toEqual([]);
    expect(drop(true).dropped).toEqual([...bound.keys()]);
  });

  it("has to be there", () => {
    expect(drop(["rooms.lists", "somethingElseEntirely"]).said).toEqual([
      "sdk has nothing that is called rooms.lists. Did you mean rooms.list? `sdkwright names` prints every name.",
      "sdk has nothing that is called somethingElseEntirely. Give a name as `sdkwright names` prints it, or an operation such as `GET /pets`.",
    ]);
  });

  it("is one that people write, not that of a place in the lock file", () => {
    expect(drop(["list"]).said).toHaveLength(1);
    expect(drop(["roomly"]).dropped).toEqual([]);
  });
});
