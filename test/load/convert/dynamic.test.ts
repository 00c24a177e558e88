import { describe, expect, it } from "vitest";
import { head, loadYaml } from "../loading.js";

const schemas = async (text: string) => {
  const { document, problems } = await loadYaml(
    `${head()}components:\n  schemas:\n${text}`,
  );
  return { schemas: document?.root.components?.schemas, problems };
};

describe("$dynamicRef", () => {
  it("leads to the anchor where nobody fills it: a tree", async () => {
    const { schemas: found, problems } = await schemas(`    Tree:
      $dynamicAnchor: node
      properties: { children: { items: { $dynamicRef: "#node" } } }
`);
    expect(problems).toEqual([]);
    expect(found?.Tree).toEqual({
      $dynamicAnchor: "node",
      properties: {
        children: { items: { $ref: "#/components/schemas/Tree" } },
      },
    });
  });

  it("leads to what a schema puts into a generic one", async () => {
    const { schemas: found, problems } = await schemas(`    Page:
      $id: page
      required: [items]
      properties: { items: { type: array, items: { $dynamicRef: "#item" } } }
      $defs: { any: { $dynamicAnchor: item, not: {} } }
    Pet: { type: object }
    PetPage:
      $ref: "#/components/schemas/Page"
      $defs: { pet: { $dynamicAnchor: item, $ref: "#/components/schemas/Pet" } }
    NamePage:
      description: Names.
      properties: { more: { type: boolean } }
      $ref: "#/components/schemas/Page"
      $defs: { name: { $dynamicAnchor: item, type: string } }
`);
    expect(problems).toEqual([]);
    expect(found?.PetPage).toEqual({
      $defs: {
        pet: { $dynamicAnchor: "item", $ref: "#/components/schemas/Pet" },
      },
      required: ["items"],
      properties: {
        items: {
          type: "array",
          items: { $ref: "#/components/schemas/PetPage/$defs/pet" },
        },
      },
    });
    expect(found?.NamePage).toMatchObject({
      description: "Names.",
      properties: { more: { type: "boolean" } },
      allOf: [
        {
          properties: {
            items: {
              items: { $ref: "#/components/schemas/NamePage/$defs/name" },
            },
          },
        },
      ],
    });
    expect(found?.Page).toMatchObject({
      properties: {
        items: { items: { $ref: "#/components/schemas/Page/$defs/any" } },
      },
    });
  });

  it("leads to the schema itself that extends a recursive one", async () => {
    const { schemas: found } = await schemas(`    Tree:
      $dynamicAnchor: node
      properties: { children: { items: { $dynamicRef: "#node" } } }
    Strict:
      $dynamicAnchor: node
      $ref: "#/components/schemas/Tree"
      unevaluatedProperties: false
`);
    expect(found?.Strict).toEqual({
      $dynamicAnchor: "node",
      unevaluatedProperties: false,
      properties: {
        children: { items: { $ref: "#/components/schemas/Strict" } },
      },
    });
  });

  it("is $ref where it is no anchor, and any value where nothing is", async () => {
    const { problems, schemas: found } =
      await schemas(`    A: { $dynamicRef: "#/components/schemas/B" }
    B: { type: string }
`);
    expect(problems).toEqual([]);
    expect(found?.A).toEqual({ $ref: "#/components/schemas/B" });
    const nowhere = await schemas(`    A: { $dynamicRef: "#gone" }\n`);
    expect(nowhere.problems).toEqual([
      "5:10 warning ref-not-found: #gone does not exist; any value is allowed",
    ]);
    expect(nowhere.schemas).toEqual({ A: {} });
  });
});
