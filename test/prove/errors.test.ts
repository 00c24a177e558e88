/** Errors of a status that another response declares as well: of its range, or of all others. */
import { describePredictions } from "./support/predicted.js";

const problem = (properties: object) => ({
  description: "Failed.",
  content: {
    "application/json": {
      schema: { type: "object", properties, required: Object.keys(properties) },
    },
  },
});

const text = { type: "string" };
const titled = problem({ title: text });
const detailed = problem({ title: text, detail: text });
const other = problem({ reason: text });

const api = (errors: object) => ({
  paths: {
    "/pet": {
      get: {
        operationId: "getPet",
        responses: { "204": { description: "Done." }, ...errors },
      },
    },
  },
});

describePredictions("the error of a status", [
  {
    name: "is that of all others now",
    old: api({ 404: titled }),
    now: api({ default: titled }),
    changes: [
      "feature model-renamed GetPet404Body -> GetPetDefaultBody",
      "feature error-added getPet.errors.default",
    ],
    back: [
      "breaking error-removed getPet.errors.default",
      "feature model-renamed GetPetDefaultBody -> GetPet404Body",
      "feature error-added getPet.errors.404",
    ],
  },
  {
    name: "has a body of its own, beside that of all others",
    old: api({ default: titled }),
    now: api({ default: titled, 404: other }),
    changes: [
      "breaking property-removed getPet.errors.404.title",
      "feature error-added getPet.errors.404",
    ],
    back: ["breaking error-removed getPet.errors.404"],
  },
  {
    name: "has a body of its own, beside that of its range",
    old: api({ "4XX": titled }),
    now: api({ "4XX": titled, 404: other }),
    changes: [
      "breaking property-removed getPet.errors.404.title",
      "feature error-added getPet.errors.404",
    ],
    back: ["breaking error-removed getPet.errors.404"],
  },
  {
    name: "has more in its body than those of its range",
    old: api({ "4XX": titled }),
    now: api({ "4XX": titled, 404: detailed }),
    changes: ["feature error-added getPet.errors.404"],
    back: ["breaking error-removed getPet.errors.404"],
  },
  {
    name: "is of a range, beside that of all others",
    old: api({ default: titled }),
    now: api({ default: titled, "5XX": other }),
    changes: [
      "breaking property-removed getPet.errors.5XX.title",
      "feature error-added getPet.errors.5XX",
    ],
    back: ["breaking error-removed getPet.errors.5XX"],
  },
]);
