/** What is a union of its children in the package has a base, whose changes stand in the document's schema. */
import { expect, it } from "vitest";
import { diff } from "../../generator/index.js";
import { makeFolder } from "../write/support.js";

const document = (properties: string): string => `openapi: 3.1.0
info: { title: Zoo, version: 1.0.0 }
paths:
  /pets:
    get:
      operationId: getPet
      responses: { "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
components:
  schemas:
    Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { properties: { lives: { type: integer } } }] }
    Pet:
      type: object
      required: [kind]
      discriminator: { propertyName: kind, mapping: { cat: "#/components/schemas/Cat" } }
      properties:
        kind: { type: string }
${properties}`;

it("a property of a base stands where the schema has it", async () => {
  const cwd = makeFolder({
    "old.yaml": document(""),
    "new.yaml": document("        age: { type: integer }\n"),
  });
  const { sdks } = await diff({ cwd, old: "old.yaml", new: "new.yaml" });
  expect(sdks[0]?.changes).toMatchObject([
    { where: "PetBase.age", location: { new: { line: 17 } } },
  ]);
});
