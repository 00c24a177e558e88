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
