import { describe, expect, it } from "vitest";
import { printShape } from "../../generator/surface/print-shape.js";
import { surfaceOf } from "../../generator/surface/surface-of.js";
import { sdkOf } from "../support/pipeline.js";

/** The models of a document with these schemas, as text. */
const modelsOf = async (schemas: string): Promise<Record<string, string>> => {
  const sdk = await sdkOf(`components:\n  schemas:\n${schemas}`);
  return Object.fromEntries(
    [...surfaceOf(sdk).models].map(([name, { type }]) => [
      name,
      printShape(type),
    ]),
  );
};

describe("the surface of a package", () => {
  it.each([
    [
      "the properties of a base are the model's own",
      `
    Being: { type: object, required: [id], properties: { id: { type: string } } }
    Pet: { allOf: [{ $ref: "#/components/schemas/Being" }, { type: object, properties: { name: { type: string } } }] }
`,
      { Being: "{ id: string }", Pet: "{ id: string; name?: string }" },
    ],
    [
      "alternatives are flat and sorted",
      `
    Value: { anyOf: [{ type: string }, { anyOf: [{ type: boolean }, { type: number }] }, { type: "null" }] }
`,
      { Value: "boolean | null | number | string" },
    ],
    [
      "what is required beside a reference is the model's property",
      `
    Base: { type: object, properties: { id: { type: string } } }
    Pet: { allOf: [{ $ref: "#/components/schemas/Base" }], required: [id] }
`,
      { Base: "{ id?: string }", Pet: "{ id: string }" },
    ],
    [
      "other models stay names",
      `
    Pet: { type: object, properties: { parent: { $ref: "#/components/schemas/Pet" } } }
`,
      { Pet: "{ parent?: Pet }" },
    ],
  ])("%s", async (_, schemas, expected) => {
    expect(await modelsOf(schemas)).toEqual(expected);
  });

  it("says of a body that has a model only which one it is", async () => {
    const { operations } = surfaceOf(
      await sdkOf(`
paths:
  /pets:
    post:
      operationId: createPet
      parameters: [{ name: dry, in: query, schema: { type: boolean } }]
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/NewPet" } } } }
      responses: { "201": { description: Created. } }
components:
  schemas:
    NewPet: { type: object, required: [name], properties: { name: { type: string } } }
`),
    );
    const operation = operations.get("createPet");
    expect([...(operation?.params?.fields.keys() ?? [])]).toEqual(["dry"]);
    expect([...(operation?.body?.types ?? [])]).toEqual([
      ["application/json", { kind: "model", name: "NewPet" }],
    ]);
    expect(operation?.body?.passedAs).toEqual({
      kind: "fields",
      keys: new Map(),
    });
  });
});
