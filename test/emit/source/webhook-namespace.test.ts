/** Types of what methods that unwrap webhooks give, in the namespace of their resource. */
import { expect, it } from "vitest";
import { emitted } from "../../support/pipeline.js";
import { ran } from "../../support/ran.js";

const document = `
openapi: 3.1.0
info: { title: Acme, version: 1.0.0 }
servers: [{ url: "https://api.example" }]
paths:
  /events: { get: { operationId: listEvents, tags: [events], responses: { "204": { description: Done. } } } }
webhooks:
  pet.sold: { post: { requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/PetSold" } } } }, responses: { "204": { description: Done. } } } }
components:
  schemas:
    PetSold: { type: object, required: [pet], properties: { pet: { $ref: "#/components/schemas/Pet" } } }
    Pet: { type: object, required: [name], properties: { name: { type: string } } }
`;

it("has one where the resource has nothing else, and in that of the API's", async () => {
  const { errors } = await ran(
    document,
    `import { Acme } from "./src/index.js";
const pet: Acme.Webhooks.Pet = { name: "Tom" };
const sold: Acme.Webhooks.PetSold = { pet };
const event: Acme.Webhooks.UnwrapWebhookEvent = sold;
const other: Acme.Events.Inbox.UnsafeUnwrapWebhookEvent = event;
export const run = () => Promise.resolve(other.pet.name);
`,
    {
      compatibility: "stainless",
      webhooks: {
        ...{ verify: "webhooks.unwrap", parse: "events.inbox.unsafeUnwrap" },
      },
    },
  );
  expect(errors).toEqual([]);
  const text = await emitted(document, "src/acme.ts", {
    compatibility: "stainless",
    webhooks: { parse: "events.unwrap" },
  });
  expect(text).toContain(`  export namespace Events {
    export { type Pet, type PetSold };

    export type UnwrapWebhookEvent = WebhookPayloads[keyof WebhookPayloads];
  }
`);
});
