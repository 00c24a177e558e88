/**
 * The data of an operation that the runtime reads, where it is not the document's own.
 */
import { expect, it } from "vitest";
import { emitted } from "../../support/pipeline.js";

const descriptorOf = async (path: string): Promise<string | undefined> => {
  const text = await emitted(
    `paths:
  ${JSON.stringify(path)}:
    post:
      operationId: act
      tags: [Things]
      parameters: [{ name: since, in: query, schema: { type: string } }]
      responses: { "204": { description: Done. } }`,
    "src/resources/things.ts",
  );
  return /path: (.*),/.exec(text)?.[1];
};

it("a path is sent as it is", async () => {
  expect(await descriptorOf("/things/all")).toBe('"/things/all"');
});

it("the fragment of a path is not a part of it", async () => {
  expect(await descriptorOf("/#Action=Act")).toBe('"/"');
  expect(await descriptorOf("/things#a#b")).toBe('"/things"');
});
