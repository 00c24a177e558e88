/**
 * Properties that become `readOnly` or `writeOnly`: each leaves the half of the type that is sent, or
 * that is received, whether the type has another half or not.
 */
import { describe, expect, it } from "vitest";
import { changesOf, shownChanges } from "./support.js";

const text = { type: "string" };
const readOnly = { ...text, readOnly: true };
const writeOnly = { ...text, writeOnly: true };
const pet = { $ref: "#/components/schemas/Pet" };

const objectOf = (properties: object, more: object = {}) => ({
  ...{ type: "object", required: ["name"] },
  properties: { name: text, ...properties },
  ...more,
});

const content = (schema: object) => ({
  content: { "application/json": { schema } },
});

const document = (
  { sent, received }: { sent?: object; received?: object },
  schemas: object = {},
) => ({
  paths: {
    "/pets": {
      ...(received && {
        get: {
          operationId: "getPet",
          responses: { "200": { description: "Done.", ...content(received) } },
        },
      }),
      ...(sent && {
        post: {
          operationId: "addPet",
          requestBody: { required: true, ...content(sent) },
          responses: { "204": { description: "Done." } },
        },
      }),
    },
  },
  components: { schemas },
});

const tag = (id: object) => ({
  tag: { type: "object", properties: { id, of: text } },
});

describe("a property", () => {
  it.each([
    [
      "of a model that is only received is only sent now",
      document({ received: pet }, { Pet: objectOf({ secret: text }) }),
      document({ received: pet }, { Pet: objectOf({ secret: writeOnly }) }),
      ["breaking property-write-only Pet.secret"],
    ],
    [
      "of a model that is only sent is only received now",
      document({ sent: pet }, { Pet: objectOf({ id: text }) }),
      document({ sent: pet }, { Pet: objectOf({ id: readOnly }) }),
      ["breaking property-read-only Pet.id"],
    ],
    [
      "of a model that is sent and received is only sent now",
      document(
        { sent: pet, received: pet },
        { Pet: objectOf({ secret: text }) },
      ),
      document(
        { sent: pet, received: pet },
        { Pet: objectOf({ secret: writeOnly }) },
      ),
      ["breaking property-write-only Pet.secret"],
    ],
    [
      "of a model that is sent and received is only received now",
      document({ sent: pet, received: pet }, { Pet: objectOf({ id: text }) }),
      document(
        { sent: pet, received: pet },
        { Pet: objectOf({ id: readOnly }) },
      ),
      ["breaking property-read-only Pet.id"],
    ],
    [
      "of a model that is only received is only received, and says it now",
      document({ received: pet }, { Pet: objectOf({ id: text }) }),
      document({ received: pet }, { Pet: objectOf({ id: readOnly }) }),
      [],
    ],
    [
      "of a result without a name is only sent now",
      document({ received: objectOf({ secret: text }) }),
      document({ received: objectOf({ secret: writeOnly }) }),
      ["breaking property-write-only GetPetResponse.secret"],
    ],
    [
      "of a body without a name is only received now",
      document({ sent: objectOf({ id: text }) }),
      document({ sent: objectOf({ id: readOnly }) }),
      ["breaking property-read-only addPet.params.id"],
    ],
    [
      "of an object inside is only received now",
      document({ sent: objectOf(tag(text)) }),
      document({ sent: objectOf(tag(readOnly)) }),
      ["breaking property-read-only addPet.params.tag.id"],
    ],
    [
      "of a model with a base is only sent now",
      document(
        { received: pet },
        {
          Base: objectOf({}),
          Pet: {
            allOf: [
              { $ref: "#/components/schemas/Base" },
              { properties: { kind: text, secret: text } },
            ],
          },
        },
      ),
      document(
        { received: pet },
        {
          Base: objectOf({}),
          Pet: {
            allOf: [
              { $ref: "#/components/schemas/Base" },
              { properties: { kind: text, secret: writeOnly } },
            ],
          },
        },
      ),
      ["breaking property-write-only Pet.secret"],
    ],
    [
      "of a base is only sent now",
      document(
        { received: pet },
        {
          Base: objectOf({ secret: text }),
          Pet: {
            allOf: [
              { $ref: "#/components/schemas/Base" },
              { properties: { kind: text } },
            ],
          },
        },
      ),
      document(
        { received: pet },
        {
          Base: objectOf({ secret: writeOnly }),
          Pet: {
            allOf: [
              { $ref: "#/components/schemas/Base" },
              { properties: { kind: text } },
            ],
          },
        },
      ),
      // What a base has is told of the models that callers get.
      ["breaking property-write-only Base.secret"],
    ],
    [
      "that may be passed under any key anyway is only received now",
      document(
        { sent: pet },
        { Pet: objectOf({ id: text }, { additionalProperties: text }) },
      ),
      document(
        { sent: pet },
        { Pet: objectOf({ id: readOnly }, { additionalProperties: text }) },
      ),
      [],
    ],
    [
      "is given back again",
      document({ received: pet }, { Pet: objectOf({ secret: writeOnly }) }),
      document({ received: pet }, { Pet: objectOf({ secret: text }) }),
      ["feature property-added Pet.secret"],
    ],
    [
      "that is only sent is gone",
      document(
        { sent: pet, received: pet },
        { Pet: objectOf({ secret: writeOnly }) },
      ),
      document({ sent: pet, received: pet }, { Pet: objectOf({}) }),
      // Both forms are one again.
      [
        "breaking property-removed Pet.secret",
        "breaking model-removed PetInput",
      ],
    ],
  ])("%s", async (_, old, now, expected) => {
    const found = await shownChanges(old, now);
    expect(found.filter((one) => !one.startsWith("none"))).toEqual(expected);
  });

  it("is told with what callers do about it", async () => {
    const [change] = await changesOf(
      document({ received: pet }, { Pet: objectOf({ secret: text }) }),
      document({ received: pet }, { Pet: objectOf({ secret: writeOnly }) }),
    );
    expect(change).toMatchObject({
      position: "output",
      phrase: "is no longer given back",
      migration: "Do without `secret` in results.",
    });
  });
});
