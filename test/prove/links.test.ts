/** The functions that links are: what they are called with, and what they give. */
import { describePredictions } from "./support/predicted.js";

const text = { type: "string" };

const ownerAt = (path: string) => ({
  owner: { operationId: "getOwner", parameters: { ownerId: path } },
});

const api = (links?: object) => ({
  paths: {
    "/pets/{petId}": {
      get: {
        operationId: "getPet",
        parameters: [
          { name: "petId", in: "path", required: true, schema: text },
        ],
        responses: {
          "200": {
            description: "Done.",
            content: {
              "application/json": {
                schema: { type: "object", properties: { owner: text } },
              },
            },
            ...(links && { links }),
          },
        },
      },
    },
    "/owners/{ownerId}": {
      get: {
        operationId: "getOwner",
        parameters: [
          { name: "ownerId", in: "path", required: true, schema: text },
          { name: "expand", in: "query", schema: text },
        ],
        responses: { "204": { description: "Done." } },
      },
    },
  },
});

const body = "$response.body#/owner";

describePredictions("a link", [
  {
    name: "comes",
    old: api(),
    now: api(ownerAt(body)),
    changes: ["feature export-added getPetOwnerLink"],
    back: ["breaking export-removed getPetOwnerLink"],
  },
  {
    name: "gives one argument more",
    old: api(ownerAt(body)),
    now: api({
      owner: {
        operationId: "getOwner",
        parameters: { ownerId: body, expand: "all" },
      },
    }),
    changes: [],
    back: ["breaking result-changed getPetOwnerLink"],
  },
  {
    name: "reads another part",
    old: api(ownerAt(body)),
    now: api(ownerAt("$response.header.X-Owner")),
    changes: ["breaking arguments-changed getPetOwnerLink"],
    back: ["breaking arguments-changed getPetOwnerLink"],
  },
  {
    name: "is made of the request",
    old: api(ownerAt(body)),
    now: api(ownerAt("$request.path.petId")),
    changes: ["breaking arguments-changed getPetOwnerLink"],
    back: ["breaking arguments-changed getPetOwnerLink"],
  },
]);
