/** What an intersection of objects is to callers. */
import { describe, expect, it } from "vitest";
import { printShape } from "../../generator/surface/print-shape.js";
import { surfaceOf } from "../../generator/surface/surface-of.js";
import { sdkOf } from "../support/pipeline.js";

const typeOf = async (schemas: string): Promise<string> => {
  const sdk = await sdkOf(`
paths:
  /things:
    get:
      operationId: getThing
      responses:
        "200":
          description: A thing.
          content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
components:
  schemas:
${schemas}`);
  const thing = surfaceOf(sdk).models.get("Thing");
  return thing ? printShape(thing.type) : "";
};

describe("properties that two members of an intersection declare", () => {
  it("have the narrower type, and are required where one of the two is", async () => {
    expect(
      await typeOf(`
    Kind: { type: object, required: [kind], properties: { kind: { type: string } } }
    Thing:
      allOf:
        - { $ref: "#/components/schemas/Kind" }
        - { type: object, properties: { kind: { type: string, enum: [a] } } }
        - { oneOf: [{ type: object, required: [x], properties: { x: { type: string } } }] }`),
    ).toBe('{ kind: "a"; x: string }');
  });

  it("join their items where both are lists", async () => {
    expect(
      await typeOf(`
    List: { type: object, properties: { data: { type: array, items: { type: object, additionalProperties: true } } } }
    Thing:
      allOf:
        - { $ref: "#/components/schemas/List" }
        - type: object
          properties:
            data: { type: array, items: { type: object, required: [id], properties: { id: { type: string } } } }`),
    ).toBe("{ data?: { id: string }[] }");
  });

  it("end where models are made of themselves", async () => {
    const text = await typeOf(`
    A: { type: object, properties: { next: { $ref: "#/components/schemas/A" } } }
    B: { type: object, properties: { next: { $ref: "#/components/schemas/B" } } }
    Thing: { allOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }] }`);
    expect(text).toBe("{ next?: A & B }");
  });
});
