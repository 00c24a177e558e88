/** What the API sends on its own, and what is given in a format that has to be asked for. */
import { describePredictions } from "./support/predicted.js";

const text = { type: "string" };
const object = (properties: object) => ({ type: "object", properties });
const content = (schema: object) => ({
  content: { "application/json": { schema } },
});
const done = { "204": { description: "Done." } };

const calling = (callbacks?: object) => ({
  paths: {
    "/pet": {
      post: {
        operationId: "addPet",
        requestBody: { required: true, ...content(object({ url: text })) },
        responses: done,
        ...(callbacks && { callbacks }),
      },
    },
  },
});

const callback = (properties: object) => ({
  added: {
    "{$request.body#/url}": {
      post: { requestBody: content(object(properties)), responses: done },
    },
  },
});

const giving = (formats: object) => ({
  paths: {
    "/pet": {
      get: {
        operationId: "getPet",
        responses: { "200": { description: "Done.", content: formats } },
      },
    },
  },
});

const json = { "application/json": { schema: object({ name: text }) } };
const events = { "text/event-stream": { schema: object({ age: text }) } };
const lines = { "application/jsonl": { schema: object({ age: text }) } };

describePredictions("the payload of a callback", [
  {
    name: "goes",
    old: calling(callback({ name: text })),
    now: calling(),
    changes: ["breaking webhook-removed callbacks.added"],
    back: ["feature webhook-added callbacks.added"],
  },
  {
    name: "no longer has a property",
    old: calling(callback({ name: text, age: text })),
    now: calling(callback({ name: text })),
    changes: ["breaking property-removed AddedPayload.age"],
    back: ["feature property-added AddedPayload.age"],
  },
]);

describePredictions("a format of a result", [
  {
    name: "comes with a type of its own",
    old: giving(json),
    now: giving({ ...json, ...events }),
    changes: ["feature stream-added getPet.options.accept"],
    back: ["breaking stream-removed getPet.options.accept"],
  },
  {
    name: "is lines in place of events, whose type goes",
    old: giving(events),
    now: giving(lines),
    changes: ["breaking export-removed ServerSentEvent"],
    back: [],
  },
]);

const succeeding = (more: object = {}) => ({
  paths: {
    "/pet": {
      get: {
        operationId: "getPet",
        responses: { "200": { description: "Done.", content: json }, ...more },
      },
    },
  },
});

describePredictions("a success without a body, beside one with", [
  {
    name: "comes",
    old: succeeding(),
    now: succeeding({ "202": { description: "Accepted." } }),
    changes: ["breaking result-widened getPet.result"],
    back: ["feature type-narrowed getPet.result"],
  },
]);
