/** The type of what has to be passed to a client, once nothing has to be: its name stays for a while. */
import { expect, it } from "vitest";
import { packageSources } from "../../generator/prove/package-sources.js";
import { builtFrom } from "../support/built.js";
import { linesOf, releasedThen } from "../support/released.js";

const api = (security: string, more = "") => `
openapi: 3.1.0
info: { title: Demo, version: 1.0.0 }
security: [${security}]
paths:
  /pets: { get: { operationId: listPets, responses: { "204": { description: OK. } } } }
${more}
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
`;

const needed = api("{ key: [] }");
const optional = api("{ key: [] }, {}");

it("stays exported until the next major version", async () => {
  const [kept] = await releasedThen(needed, [{ source: optional }]);
  if (!kept) throw new Error("nothing was generated");
  expect(linesOf(kept)).toEqual([
    "type DemoCredentials = DemoCoreOptions since 1.1.0",
  ]);
  const { errors } = await builtFrom(
    Object.fromEntries(packageSources(kept)),
    `
import { createClient, type DemoCoreOptions, type DemoCredentials } from "./src/index.js";
const credentials: DemoCredentials = { apiKey: "secret" };
export const headers: DemoCredentials = { headers: {} };
const options: DemoCoreOptions & DemoCredentials = {
  baseURL: "https://api.example.com",
  ...credentials,
};
export const client = createClient(options);
`,
  );
  expect(errors).toEqual([]);
});

it("is no old name where it is asked for again", async () => {
  const [, again] = await releasedThen(needed, [
    { source: optional, version: "1.0.0" },
    { source: needed, version: "1.1.0" },
  ]);
  expect(again && linesOf(again)).toEqual([]);
});
