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

const decoderOf = async (
  responses: string,
  method = "get",
): Promise<string | undefined> => {
  const text = await emitted(
    `paths:
  /things:
    ${method}:
      operationId: act
      tags: [Things]
      responses: { ${responses} }`,
    "src/resources/things.ts",
  );
  return /response: ([\w()]+)/.exec(text)?.[1];
};

/** A string as JSON may come as text. */
const content = (type: string): string =>
  `{ description: It., content: { ${type}: { schema: { type: ${type === "application/json" ? "integer" : "string"} } } } }`;

it.each([
  ["a file", `"200": ${content("application/pdf")}`, "following(blob)"],
  ["JSON", `"200": ${content("application/json")}`, undefined],
  [
    "JSON, or a redirect",
    `"200": ${content("application/json")}, "302": { description: There. }`,
    "following(json)",
  ],
  [
    "text, or a redirect",
    `"200": ${content("text/plain")}, "307": { description: There. }`,
    "following(text)",
  ],
  [
    "events, or a redirect",
    `"200": ${content("text/event-stream")}, "302": { description: There. }`,
    "rawEvents",
  ],
  ["a redirect alone", '"302": { description: There. }', "redirectTarget"],
  [
    "JSON, or what has not changed",
    `"200": ${content("application/json")}, "304": { description: Same. }`,
    undefined,
  ],
])("the redirects of %s", async (_, responses, expected) => {
  expect(await decoderOf(responses)).toBe(expected);
});

it.each([
  ["nothing declared", '"200": { description: It. }', true],
  ["no success declared", '"404": { description: No. }', true],
  ["no body", '"204": { description: Done. }', false],
  ["JSON", `"200": ${content("application/json")}`, false],
])("asks for anything where it is read as it comes: %s", async (_, of, is) => {
  const text = await emitted(
    `paths: { /things: { get: { operationId: act, tags: [Things], responses: { ${of} } } } }`,
    "src/resources/things.ts",
  );
  expect(text.includes('accept: "application/json, */*;q=0.9"')).toBe(is);
});
