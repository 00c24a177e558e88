/**
 * The argument of a function hides what its file imports under the same name.
 */
import { expect, it } from "vitest";
import { emitted } from "../../support/pipeline.js";

it("an import of the runtime yields to an argument of the same name", async () => {
  const text = await emitted(
    `paths:
  /things/{json}:
    put:
      operationId: replace
      tags: [Things]
      parameters: [{ name: json, in: path, required: true, schema: { type: string } }]
      requestBody: { content: { application/json: { schema: { type: string } } } }
      responses: { "204": { description: Done. } }`,
    "src/resources/things.ts",
  );
  expect(text).toContain('import { json as json$ } from "../core/body.js";');
  expect(text).toContain("body: json$,");
  expect(text).toMatch(/\n\s+json: string,\n/);
});
