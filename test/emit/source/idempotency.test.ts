/** Keys of a package that is to replace an earlier SDK's, which took one with every call. */
import { expect, it } from "vitest";
import { ran } from "../../support/ran.js";

const done = `responses: { "204": { description: Done. } }`;
const document = `
info: { title: Acme, version: 1.0.0 }
paths:
  /pets:
${["get", "post", "put", "patch", "delete"]
  .map(
    (verb) =>
      `    ${verb}: { operationId: ${verb}Pets, tags: [pets], ${done} }`,
  )
  .join("\n")}
`;
const methods = Object.fromEntries(
  ["get", "post", "put", "patch", "delete"].map((verb) => [
    `${verb}Pets`,
    `pets.${verb}`,
  ]),
);

it("keys are taken by every call, and sent by all but GET", async () => {
  const { errors, received } = await ran(
    document,
    `import { Acme, getPets } from "./src/index.js";
export const run = async (baseURL: string) => {
  const client = new Acme({ baseURL });
  const { pets } = client;
  await pets.get({ idempotencyKey: "k" });
  await getPets(client, { idempotencyKey: "k" });
  await pets.post({ idempotencyKey: "k" });
  await pets.put({ idempotencyKey: "k" });
  await pets.patch({ idempotencyKey: "k" });
  await pets.delete({ idempotencyKey: "k" });
  await pets.patch();
};
`,
    { methods, idempotency: "X-Key", compatibility: "stainless" },
  );
  expect(errors).toEqual([]);
  expect(
    received.map(({ method, headers }) => [method, headers["x-key"]]),
  ).toEqual([
    ["GET", undefined],
    ["GET", undefined],
    ...["POST", "PUT", "PATCH", "DELETE"].map((method) => [method, "k"]),
    ["PATCH", expect.stringMatching(/^[\da-f-]{36}$/)],
  ]);
});

it("keys are taken, and sent nowhere, where the config names no header", async () => {
  const { errors, received } = await ran(
    document,
    `import { Acme } from "./src/index.js";
export const run = (baseURL: string) =>
  new Acme({ baseURL }).pets.post({ idempotencyKey: "k" });
`,
    { methods, compatibility: "stainless" },
  );
  expect(errors).toEqual([]);
  expect(JSON.stringify(received)).not.toContain('"k"');
});
