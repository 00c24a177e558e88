/**
 * An option of a credential that has another name in the next state of a document: callers who pass the
 * old one, or have set its variable, are served until the next major version.
 */
import { describe, expect, it } from "vitest";
import { packageSources } from "../../generator/prove/package-sources.js";
import { standardPolicy } from "../../generator/change/change.js";
import { compareSurfaces } from "../../generator/change/compare-surfaces.js";
import { surfaceOf } from "../../generator/surface/surface-of.js";
import { answer, serve } from "../packages/support/loopback.js";
import { builtFrom } from "../support/built.js";
import { sdkOf } from "../support/pipeline.js";
import { linesOf, releasedThen } from "../support/released.js";

/** Two API keys, so that their options are called after them. */
const api = (name: string, header = "X-Partner"): string => `
openapi: 3.1.0
info: { title: Demo, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
security: [{ mainKey: [], ${name}: [] }]
paths:
  /pets:
    get: { operationId: listPets, responses: { "200": { description: OK., content: { application/json: { schema: { type: array, items: { type: string } } } } } } }
components:
  securitySchemes:
    mainKey: { type: apiKey, in: header, name: X-Main }
    ${name}: { type: apiKey, in: header, name: ${header} }
`;

const used = `
import { createClient, Demo, listPets } from "./src/index.js";
export const run = async (baseURL: string) => {
  await new Demo({ baseURL, mainKey: "m", partnerKey: "old" }).pets.list();
  await new Demo({ baseURL, mainKey: "m", partnerToken: "new" }).pets.list();
  await listPets(createClient({ baseURL, mainKey: "m", partnerKey: "core" }));
  await new Demo({ baseURL }).pets.list();
};
`;

describe("an option that is called otherwise", () => {
  it("is recognised by how it is sent", async () => {
    const [old, now] = [
      surfaceOf(await sdkOf(api("partnerKey"))),
      surfaceOf(await sdkOf(api("partnerToken"))),
    ];
    expect(
      compareSurfaces(old, now, standardPolicy).map((one) => [
        ...[one.class, one.kind, one.where, one.to, one.message],
      ]),
    ).toEqual([
      [
        ...["feature", "credential-renamed", "client.options.partnerKey"],
        "client.options.partnerToken",
        "`client.options.partnerKey` is called `partnerToken` now.",
      ],
    ]);
    const without = { ...standardPolicy, keepsAliases: false };
    expect(compareSurfaces(old, now, without).map((one) => one.class)).toEqual([
      "breaking",
    ]);
  });

  it("is another one where something else is sent", async () => {
    const [old, now] = [
      surfaceOf(await sdkOf(api("partnerKey"))),
      surfaceOf(await sdkOf(api("partnerToken", "X-Other"))),
    ];
    expect(
      compareSurfaces(old, now, standardPolicy).map((one) => one.kind),
    ).toEqual(["credential-removed", "credential-required"]);
  });

  it("is noted until the next major version", async () => {
    const source = api("partnerToken");
    const states = await releasedThen(api("partnerKey"), [
      { source, version: "1.0.0" },
      { source, version: "1.1.0" },
      { source: api("partnerCode"), version: "1.1.0" },
    ]);
    expect(states.map(linesOf)).toEqual([
      ["credential partnerKey = partnerToken since 1.1.0"],
      ["credential partnerKey = partnerToken since 1.1.0"],
      [
        "credential partnerKey = partnerCode since 1.1.0",
        "credential partnerToken = partnerCode since 1.2.0",
      ],
    ]);
  });

  it("is sent, whichever was passed or set", async () => {
    const [now] = await releasedThen(api("partnerKey"), [
      { source: api("partnerToken") },
    ]);
    if (!now) throw new Error("nothing was generated");
    const { exports, errors } = await builtFrom(
      Object.fromEntries(packageSources(now)),
      used,
    );
    expect(errors).toEqual([]);
    const server = await serve((_, response) => {
      answer(response, 200, []);
    });
    process.env["DEMO_MAIN_KEY"] = "main";
    process.env["DEMO_PARTNER_KEY"] = "variable";
    try {
      await (
        exports as { readonly run: (baseURL: string) => Promise<void> }
      ).run(server.url);
    } finally {
      delete process.env["DEMO_MAIN_KEY"];
      delete process.env["DEMO_PARTNER_KEY"];
    }
    expect(server.received.map(({ headers }) => headers["x-partner"])).toEqual([
      "old",
      "new",
      "core",
      "variable",
    ]);
  });
});
