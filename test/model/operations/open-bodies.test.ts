/**
 * Bodies whose fields do not share `params`, because a value may have more of them: nothing that is
 * passed is dropped.
 */
import { describe, expect, it } from "vitest";
import { onlyOperation } from "../../support/pipeline.js";

const withBody = (schema: string, components: string): string => `
paths:
  /pets:
    post:
      operationId: addPet
      tags: [Pets]
      requestBody:
        required: true
        content: { application/json: { schema: ${schema} } }
      responses: { "204": { description: Done } }
components:
  schemas:
    Pet: { type: object, required: [name], properties: { name: { type: string } } }
${components.replace(/^(?=.)/gm, "    ")}`;

const ref = (name: string) => `{ $ref: "#/components/schemas/${name}" }`;
const dog = `Dog: { allOf: [${ref("Pet")}, { type: object, properties: { bark: { type: string } } }] }`;

const fieldsOf = async (schema: string, components: string) =>
  (await onlyOperation(withBody(schema, components))).params?.fields.map(
    ({ name, optional }) => (optional ? `${name}?` : name),
  );

describe("a body is passed as one", () => {
  it.each([
    ["a schema that another extends", ref("Pet"), dog],
    [
      "the same, of a reference with properties",
      ref("Pet"),
      `Dog: { $ref: "#/components/schemas/Pet", properties: { bark: { type: string } } }`,
    ],
    [
      "the same, under another name",
      ref("Alias"),
      `Alias: ${ref("Pet")}\n${dog}`,
    ],
    [
      "the same, described where it is used",
      `{ description: A pet, allOf: [${ref("Pet")}] }`,
      dog,
    ],
    [
      "a discriminator",
      ref("Base"),
      "Base: { type: object, required: [kind], discriminator: { propertyName: kind }, properties: { kind: { type: string } } }",
    ],
  ])("%s", async (_, schema, components) => {
    expect(await fieldsOf(schema, components)).toEqual(["body"]);
  });
});

describe("the fields of a body share params", () => {
  it.each([
    ["a schema that nothing extends", ref("Pet"), "", ["name"]],
    [
      "a schema that has another name",
      ref("Pet"),
      `Alias: ${ref("Pet")}`,
      ["name"],
    ],
    [
      "a schema that is described elsewhere",
      ref("Pet"),
      `Alias: { description: A pet, allOf: [${ref("Pet")}] }`,
      ["name"],
    ],
    ["a schema that extends another", ref("Dog"), dog, ["name", "bark?"]],
    [
      "a child of a discriminated base",
      ref("Dog"),
      `Base: { type: object, required: [kind], discriminator: { propertyName: kind }, properties: { kind: { type: string } } }\nDog: { allOf: [${ref("Base")}, { type: object, properties: { bark: { type: string } } }] }`,
      ["kind", "bark?"],
    ],
    [
      "what is only required",
      ref("Cat"),
      `Cat: { allOf: [${ref("Pet")}, { type: object, required: [claws], properties: { name: { type: string } } }], required: [tail] }`,
      ["name", "tail", "claws"],
    ],
  ])("%s", async (_, schema, components, expected) => {
    expect(await fieldsOf(schema, components)).toEqual(expected);
  });
});
