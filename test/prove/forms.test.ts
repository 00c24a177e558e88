/**
 * Models that are sent in another form than they are received: what the new form does not take, or takes
 * besides, is told of the model.
 */
import { describePredictions } from "./support/predicted.js";

const text = { type: "string" };
const readOnly = { ...text, readOnly: true };
const writeOnly = { ...text, writeOnly: true };
const dateTime = { ...text, format: "date-time" };

/** What has no property at all takes any. */
const part = (size: object) => object({ name: text, size });

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object) => ({ type: "object", properties });
const content = (schema: object) => ({
  content: { "application/json": { schema } },
});

/** `Pet` is sent and received. */
const zoo = (pet: object, schemas: object = {}) => ({
  paths: {
    "/pet": {
      get: {
        operationId: "getPet",
        responses: { "200": { description: "Done.", ...content(ref("Pet")) } },
      },
      put: {
        operationId: "setPet",
        requestBody: { required: true, ...content(ref("Pet")) },
        responses: { "204": { description: "Done." } },
      },
    },
  },
  components: { schemas: { Pet: pet, ...schemas } },
});

const variants = (size: object, key: "oneOf" | "anyOf" = "oneOf") => ({
  [key]: [
    { ...object({ kind: { const: "cat" }, size }), required: ["kind"] },
    { ...object({ kind: { const: "dog" } }), required: ["kind"] },
  ],
});

const extending = (base: string, properties: object) => ({
  allOf: [ref(base), object(properties)],
});

const entity = { Entity: object({ id: text }) };

describePredictions("a property of a model that is sent and received", [
  {
    name: "that comes from a base is only received now",
    old: zoo(extending("Entity", { name: text }), entity),
    now: zoo(
      extending("Entity", { name: text, id: { readOnly: true } }),
      entity,
    ),
    changes: ["breaking property-read-only Pet.id"],
    back: ["breaking model-removed PetInput", "feature property-added Pet.id"],
  },
  {
    name: "that comes from a base is only sent now",
    old: zoo(extending("Entity", { name: text }), entity),
    now: zoo(
      extending("Entity", { name: text, id: { writeOnly: true } }),
      entity,
    ),
    changes: ["breaking property-write-only Pet.id"],
    back: ["breaking model-removed PetInput", "feature property-added Pet.id"],
  },
  {
    name: "is only received now, in its base",
    old: zoo(extending("Entity", { name: text }), entity),
    now: zoo(extending("Entity", { name: text }), {
      Entity: object({ id: readOnly }),
    }),
    changes: ["breaking property-read-only Entity.id"],
    back: [
      "breaking model-removed EntityInput",
      "breaking model-removed PetInput",
      "feature property-added Entity.id",
    ],
  },
  {
    name: "is only received now, in a variant that has no name",
    old: zoo(variants(text)),
    now: zoo(variants(readOnly)),
    changes: ["breaking property-read-only Pet.size"],
    back: [
      "breaking model-removed PetInput",
      "feature property-added Pet.size",
    ],
  },
  {
    name: "is only sent now, in a variant that has no name",
    old: zoo(variants(text, "anyOf")),
    now: zoo(variants(writeOnly, "anyOf")),
    changes: ["breaking property-write-only Pet.size"],
    back: [
      "breaking model-removed PetInput",
      "feature property-added Pet.size",
    ],
  },
  {
    name: "is only received now, in the items of a list of variants",
    old: zoo(object({ parts: { type: "array", items: variants(text) } })),
    now: zoo(object({ parts: { type: "array", items: variants(readOnly) } })),
    changes: ["breaking property-read-only Pet.parts[].size"],
    back: [
      "breaking model-removed PetInput",
      "feature property-added Pet.parts[].size",
    ],
  },
  {
    name: "is only received now, in the values of a map",
    old: zoo(
      object({ parts: { type: "object", additionalProperties: part(text) } }),
    ),
    now: zoo(
      object({
        parts: { type: "object", additionalProperties: part(readOnly) },
      }),
    ),
    changes: ["breaking property-read-only Pet.parts{}.size"],
    back: [
      "breaking model-removed PetInput",
      "feature property-added Pet.parts{}.size",
    ],
  },
  {
    name: "is only received now, in an object inside",
    old: zoo(object({ part: object({ inner: part(text) }) })),
    now: zoo(object({ part: object({ inner: part(readOnly) }) })),
    changes: ["breaking property-read-only Pet.part.inner.size"],
    back: [
      "breaking model-removed PetInput",
      "feature property-added Pet.part.inner.size",
    ],
  },
  {
    name: "is a date now, which is sent as a `Date` too",
    old: zoo(object({ born: text })),
    now: zoo(object({ born: dateTime })),
    changes: ["feature type-widened Pet.born"],
    back: [
      "breaking type-narrowed Pet.born",
      "breaking model-removed PetInput",
    ],
  },
  {
    name: "is a date now, in a base",
    old: zoo(extending("Entity", { name: text }), entity),
    now: zoo(extending("Entity", { name: text }), {
      Entity: object({ id: dateTime }),
    }),
    changes: ["feature type-widened Entity.id"],
    back: [
      "breaking type-narrowed Entity.id",
      "breaking model-removed EntityInput",
      "breaking model-removed PetInput",
    ],
  },
  {
    name: "is only received now, in a model inside",
    old: zoo(object({ owner: ref("Owner") }), {
      Owner: object({ name: text, mail: text }),
    }),
    now: zoo(object({ owner: ref("Owner") }), {
      Owner: object({ name: text, mail: readOnly }),
    }),
    changes: ["breaking property-read-only Owner.mail"],
    back: [
      "breaking model-removed OwnerInput",
      "breaking model-removed PetInput",
      "feature property-added Owner.mail",
    ],
  },
  {
    name: "is an enum with a name now",
    old: zoo(object({ kind: { enum: ["cat", "dog"] } })),
    now: zoo(object({ kind: ref("Kind") }), { Kind: { enum: ["cat", "dog"] } }),
    changes: ["feature model-added Kind"],
    back: ["breaking model-removed Kind"],
  },
  {
    name: "comes, with a model of its own",
    old: zoo(object({ name: text })),
    now: zoo(object({ name: text, owner: ref("Owner") }), {
      Owner: object({ mail: text }),
    }),
    changes: ["feature property-added Pet.owner"],
    back: ["breaking property-removed Pet.owner"],
  },
]);

/** `Pet` is sent as JSON and in a form, and received. */
const uploading = (photo: object, more: object = {}) => {
  const api = zoo(object({ name: text, photo }));
  return { ...api, paths: { ...api.paths, ...more } };
};

const upload = {
  "/photo": {
    put: {
      operationId: "updatePhoto",
      requestBody: {
        required: true,
        content: { "multipart/form-data": { schema: ref("Pet") } },
      },
      responses: { "204": { description: "Done." } },
    },
  },
};

const file = { ...text, format: "binary" };

/** A union of its children, which a base without a schema of its own is made for. */
const animals = (id: object) =>
  zoo(
    {
      ...object({ kind: text, name: text, id }),
      required: ["kind"],
      discriminator: { propertyName: "kind" },
    },
    {
      Cat: { allOf: [ref("Pet"), object({ claws: text })] },
      Dog: { allOf: [ref("Pet"), object({ bark: text })] },
    },
  );

describePredictions("a form of a model", [
  {
    name: "comes with an operation that sends it",
    old: uploading(file),
    now: uploading(file, upload),
    changes: ["feature operation-added updatePhoto"],
    back: ["breaking operation-removed updatePhoto"],
  },
  {
    name: "is sent as a file where it was text",
    old: uploading(text, upload),
    now: uploading(file, upload),
    changes: ["breaking type-changed Pet.photo"],
    back: [
      "breaking type-changed Pet.photo",
      "breaking model-removed PetUpload",
    ],
  },
  {
    name: "is only received now, in a base without a schema of its own",
    old: animals(text),
    now: animals(readOnly),
    changes: ["breaking property-read-only PetBase.id"],
    back: [
      "breaking model-removed CatInput",
      "breaking model-removed DogInput",
      "breaking model-removed PetBaseInput",
      "breaking model-removed PetInput",
      "feature property-added PetBase.id",
    ],
  },
]);
