/**
 * Types by the names that an earlier SDK had for them: those of one resource, those that mean something
 * else in the language or in the package, and those that no operation uses.
 */
import { expect, it } from "vitest";
import { built } from "../../support/built.js";
import { codesOf, emitted, type Options } from "../../support/pipeline.js";

const done = `responses: { "204": { description: Done. } }`;
const event = `responses: { "200": { description: OK., content: { application/json: { schema: { $ref: "#/components/schemas/Event" } } } } }`;
const inline = `responses: { "200": { description: OK., content: { application/json: { schema: { type: object, required: [id], properties: { id: { type: string } } } } } } }`;
const body = `requestBody: { content: { application/json: { schema: { type: object, properties: { role: { type: string } } } } } }`;

const document = `
info: { title: Acme, version: 1.0.0 }
servers: [{ url: "https://api.example" }]
paths:
  /roles: { post: { operationId: a, ${body}, ${done} } }
  /teams/roles: { post: { operationId: b, ${body}, ${inline} } }
  /events: { get: { operationId: c, ${event} } }
  /old: { get: { operationId: d, responses: { "200": { description: OK., content: { application/json: { schema: { $ref: "#/components/schemas/Unwanted" } } } } } } }
components:
  schemas:
    Event: { type: object, required: [name], properties: { name: { type: string }, error: { $ref: "#/components/schemas/Error" } } }
    Error: { type: object, properties: { code: { type: string } } }
    Acme: { type: object, properties: { own: { type: string } } }
    Extra: { type: object, properties: { part: { $ref: "#/components/schemas/Part" } } }
    Part: { type: object, properties: { no: { type: number } } }
    Unwanted: { type: object, properties: { no: { type: number } } }
`;

const options: Options = {
  compatibility: "stainless",
  typeNames: "resource",
  methods: {
    a: "roles.create",
    b: "teams.roles.create",
    c: "events.list",
    d: "old.list",
  },
  resourceModels: { events: ["Extra"], "teams.shapes": ["Part"] },
};

it("are in the namespaces beside the names that they have here", async () => {
  const text = await emitted(document, "src/acme.ts", options);
  expect(text.slice(text.indexOf("export declare namespace")))
    .toBe(`export declare namespace Acme {
  export {
    type AcmeModel as Acme,
    type AcmeModel,
    type ErrorModel as Error,
    type ErrorModel,
    type EventModel as Event,
    type EventModel,
    type Extra,
    type Part,
    type RoleCreateParams,
    type TeamRoleCreateParams,
    type TeamRoleCreateResponse,
    type Unwanted,
  };

  export type ClientOptions = AcmeOptions;

  export type RequestOptions = CompatibleRequestOptions;

  export namespace Events {
    export {
      type ErrorModel as Error,
      type ErrorModel,
      type EventModel as Event,
      type EventModel,
      type Extra,
      type Part,
    };
  }

  export namespace Old {
    export { type Unwanted };
  }

  export namespace Roles {
    export { type RoleCreateParams };
  }

  export namespace Teams {
    export {
      type TeamRoleCreateParams as RoleCreateParams,
      type TeamRoleCreateResponse as RoleCreateResponse,
      type TeamRoleCreateParams,
      type TeamRoleCreateResponse,
    };

    export namespace Roles {
      export {
        type TeamRoleCreateParams as RoleCreateParams,
        type TeamRoleCreateResponse as RoleCreateResponse,
        type TeamRoleCreateParams,
        type TeamRoleCreateResponse,
      };
    }

    export namespace Shapes {
      export { type Part };
    }
  }
}
`);
});

it("are found by callers in the client and in deep imports", async () => {
  const { errors } = await built(
    document,
    `import { Acme } from "./src/index.js";
import type { Event, Error as Problem, Acme as Model } from "./src/earlier-types.js";
import type { RoleCreateParams } from "./src/earlier/teams.js";
const event: Acme.Event = { name: "a" };
const same: Event = event;
const own: Acme.Events.Event = same;
const problem: Problem = { code: "a" };
const other: Acme.Error = problem;
const model: Acme.Acme = { own: "a" };
const extra: Acme.Events.Extra = { part: { no: 1 } };
const part: Acme.Teams.Shapes.Part = extra.part ?? {};
export const given = async (acme: Acme) => {
  const params: RoleCreateParams = { role: "a" };
  const again: Acme.Teams.Roles.RoleCreateParams = params;
  const created: Acme.Teams.Roles.RoleCreateResponse = await acme.teams.roles.create(again);
  const first: Acme.Roles.RoleCreateParams = { role: "b" };
  await acme.roles.create(first);
  return [own, other, model as Model, part, created.id];
};
`,
    options,
  );
  expect(errors).toEqual([]);
});

it("are placed by the schema, whatever it is called, and are those of bodies too", async () => {
  const text = await emitted(
    `
info: { title: Acme, version: 1.0.0 }
paths:
  /keys: { post: { operationId: a, requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/NewKey" } } } }, ${done} } }
components:
  schemas:
    NewKey: { type: object, properties: { id: { type: string } } }
    KeyEvent: { type: object, properties: { id: { type: string } } }
`,
    "src/acme.ts",
    {
      compatibility: "stainless",
      methods: { a: "keys.create" },
      models: { KeyEvent: "Event" },
      resourceModels: { keys: ["KeyEvent"] },
    },
  );
  expect(text.slice(text.indexOf("  export namespace Keys")))
    .toBe(`  export namespace Keys {
    export {
      type CreateKeyParams,
      type EventModel as Event,
      type EventModel,
      type NewKey,
    };
  }
}
`);
});

it("have initialisms in capitals, and names after each method", async () => {
  const apiKeys = `
info: { title: Acme, version: 1.0.0 }
servers: [{ url: "https://api.example" }]
paths:
  /keys: { post: { operationId: a, ${body}, ${done} } }
`;
  const { errors } = await built(
    apiKeys,
    `import { Acme } from "./src/index.js";
import { APIKeys, type APIKeyMakeParams } from "./src/earlier/api-keys.js";
const params: Acme.APIKeys.APIKeyCreateParams = { role: "a" };
const same: Acme.APIKeyCreateParams = params;
const made: APIKeyMakeParams = same;
const plain: Acme.APIKeys.ApiKeyCreateParams = made;
export const keys = (acme: Acme): APIKeys => { void plain; return acme.apiKeys; };
`,
    {
      ...options,
      methods: { a: ["apiKeys.create", "apiKeys.make"] },
      resourceModels: {},
    },
  );
  expect(errors).toEqual([]);
});

it("leave resources their spelling where types have another", async () => {
  const text = await emitted(document, "src/acme.ts", {
    ...{ ...options, casings: { events: "EVents" }, resourceModels: {} },
  });
  expect(text).toContain("readonly events: EVents");
  expect(text).toContain("export namespace EVents {");
});

it("are no reason to warn, since callers find them", async () => {
  const taken = { ...options, models: { Extra: "Event" }, resourceModels: {} };
  expect(await codesOf(document, taken)).toEqual([]);
  const { compatibility: _, ...others } = taken;
  expect(await codesOf(document, others)).toEqual(["override-taken"]);
  const unknown = { ...options, resourceModels: { events: ["Missing"] } };
  expect(await codesOf(document, unknown)).toEqual(["resource-model-unknown"]);
});
