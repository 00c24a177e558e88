/** Documents whose names are those of what outputs write. */
import { expect, it } from "vitest";
import type { SdkConfig } from "../../generator/config/config.js";
import { packageOf } from "./support.js";

const titled = (title: string, tag: string): string => `openapi: 3.1.0
info: { title: ${title}, version: 1.0.0 }
paths:
  /a:
    get: { operationId: getA, tags: [${tag}], responses: { "204": { description: Done. } } }
`;

it.each<[string, Partial<SdkConfig>]>([
  ["mocks", { mocks: true }],
  ["otel", { otel: true }],
  ["schema", { schema: true }],
  ["swr", { queries: "swr" }],
])("%s keeps clear of the class of a client called so", async (name, on) => {
  const { files, report } = await packageOf(titled(name, "A"), on);
  expect(report.ok).toBe(true);
  expect(files[`src/${name}.ts`]).toContain("export class");
  expect(files["package.json"]).toContain(`"./dist/esm/${name}-entry.js"`);
  if (name === "mocks")
    expect(files["test/mocks.test.mjs"]).toContain(
      'from "../dist/esm/mocks-entry.js";',
    );
});

it("pages have names of any language", async () => {
  const { files, report } = await packageOf(titled("A", "日本"));
  expect(report.ok).toBe(true);
  expect(files["docs/日本.md"]).toContain("getA");
});
