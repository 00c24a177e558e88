/** What is passed in a format that has to be asked for. */
import { describePredictions } from "./support/predicted.js";

const text = { type: "string" };

/** Sent as JSON, or as a form where that is asked for. */
const api = (form: object) => ({
  paths: {
    "/pet": {
      post: {
        operationId: "addPet",
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: { type: "object", properties: { name: text } },
            },
            "multipart/form-data": { schema: { type: "object", ...form } },
          },
        },
        responses: { "204": { description: "Done." } },
      },
    },
  },
});

describePredictions("a field of a format that has to be asked for", [
  {
    name: "comes",
    old: api({ properties: { name: text } }),
    now: api({ properties: { name: text, photo: text } }),
    changes: ["feature parameter-added addPet.params.photo"],
    back: ["breaking parameter-removed addPet.params.photo"],
  },
  {
    name: "is required now",
    old: api({ properties: { photo: text } }),
    now: api({ properties: { photo: text }, required: ["photo"] }),
    changes: ["breaking parameter-required addPet.params.photo"],
    back: ["feature parameter-optional addPet.params.photo"],
  },
  {
    name: "is a number now",
    old: api({ properties: { age: text } }),
    now: api({ properties: { age: { type: "number" } } }),
    changes: ["breaking type-changed addPet.params.age"],
    back: ["breaking type-changed addPet.params.age"],
  },
]);

const adding = (operation: object) => ({
  paths: {
    "/pet": {
      post: {
        operationId: "addPet",
        responses: { "204": { description: "Done." } },
        ...operation,
      },
    },
  },
});

const sent = (properties: object) => ({
  requestBody: {
    required: true,
    content: {
      "application/json": { schema: { type: "object", properties } },
    },
  },
});

const asked = { parameters: [{ name: "name", in: "query", schema: text }] };

describePredictions("a field of the body", [
  {
    name: "is a parameter now",
    old: adding(sent({ name: text })),
    now: adding(asked),
    changes: ["fix parameter-wire-changed addPet.params.name"],
    back: ["fix parameter-wire-changed addPet.params.name"],
  },
  {
    name: "is a parameter now, beside others",
    old: adding(sent({ name: text, age: text })),
    now: adding({ ...asked, ...sent({ age: text }) }),
    changes: ["fix parameter-wire-changed addPet.params.name"],
    back: ["fix parameter-wire-changed addPet.params.name"],
  },
]);
