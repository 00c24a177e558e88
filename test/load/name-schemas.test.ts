/**
 * Schemas that the config names by JSON Pointer.
 */
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import {
  nameSchemas,
  type SchemaNames,
} from "../../generator/load/name-schemas.js";
import { SourceLocations } from "../../generator/load/read/source-locations.js";

const read = (names: SchemaNames, taken = {}) => {
  const root = {
    paths: {
      "/a": {
        get: {
          content: {
            "*/*": {
              schema: {
                type: "array",
                items: { properties: { b: { enum: [1] } } },
              },
            },
          },
        },
      },
    },
    components: { schemas: taken },
  };
  const diagnostics = new Diagnostics();
  const locations = new SourceLocations({} as SourceLocations);
  nameSchemas(root, names, locations, diagnostics);
  return { root, problems: diagnostics.all().map(({ code }) => code) };
};

const schema = "#/paths/~1a/get/content/*~1*/schema";

describe("a schema with a name of its own", () => {
  it("becomes a component, those inside it too", () => {
    const { root, problems } = read({
      [schema]: "List",
      [`${schema}/items`]: "Item",
      [`${schema}/items/properties/b`]: "B",
    });
    expect(problems).toEqual([]);
    expect(root.paths["/a"].get.content["*/*"].schema).toEqual({
      $ref: "#/components/schemas/List",
    });
    expect(root.components.schemas).toEqual({
      List: { type: "array", items: { $ref: "#/components/schemas/Item" } },
      Item: { properties: { b: { $ref: "#/components/schemas/B" } } },
      B: { enum: [1] },
    });
  });

  it("is reported where there is none, and where the name is taken", () => {
    expect(read({ "#/paths/~1b": "B" }).problems).toEqual([
      "model-pointer-unknown",
    ]);
    expect(read({ [schema]: "List" }, { List: {} }).problems).toEqual([
      "model-pointer-taken",
    ]);
  });
});
