/** A client class that has another name in the config: the old one stays exported, with its types. */
import { expect, it } from "vitest";
import { packageSources } from "../../generator/prove/package-sources.js";
import { keepOldNames } from "../../generator/aliases/keep-old-names.js";
import { findChanges } from "../../generator/change/compare-surfaces.js";
import { surfaceOf } from "../../generator/surface/surface-of.js";
import { builtFrom } from "../support/built.js";
import { sdkOf } from "../support/pipeline.js";
import { linesOf } from "../support/released.js";

const source = `
openapi: 3.1.0
info: { title: Demo, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
security: [{ a: [], b: [] }]
paths:
  /pets: { get: { operationId: listPets, responses: { "204": { description: OK. } } } }
components:
  securitySchemes:
    a: { type: apiKey, in: header, name: A }
    b: { type: apiKey, in: header, name: B }
`;

it("is what it was to those who import it", async () => {
  const old = await sdkOf(source);
  const now = await sdkOf(source, { names: old.names, clientName: "Zoo" });
  const kept = await keepOldNames(
    now,
    { config: {} },
    {
      ...{ names: old.names, noted: new Map(), version: "1.0.0" },
      found: findChanges(surfaceOf(old), surfaceOf(now)),
    },
  );
  expect(linesOf(kept)).toEqual(["client Demo = Zoo since 2.0.0"]);
  const { exports, errors } = await builtFrom(
    Object.fromEntries(packageSources(kept)),
    `
import { Demo, DemoCore, DemoError, Zoo, ZooCore, ZooError } from "./src/index.js";
import type { DemoCoreOptions, DemoCredentials, DemoOptions } from "./src/index.js";
export const options: DemoOptions & DemoCredentials = { a: "a", b: "b" };
export const coreOptions: DemoCoreOptions = {};
export const client: Demo = new Demo(options);
export const isSame = Demo === Zoo && DemoCore === ZooCore && DemoError === ZooError;
`,
  );
  expect(errors).toEqual([]);
  expect(exports).toMatchObject({ isSame: true });
});
