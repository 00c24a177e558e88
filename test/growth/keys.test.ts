/** The keys of params from one package to the next, and what the lock notes of them. */
import { expect, it } from "vitest";
import { codesOf, onlyOperation, sdkOf } from "../support/pipeline.js";

const petsWith = (inputs: string, more = ""): string => `
paths:
  /pets:
    post:
      operationId: makePet
${inputs}
      responses: { "204": { description: Done. } }
components: { schemas: { Pet: { type: object, properties: { note: { type: string } }${more} } } }`;
const note = (place: string): string =>
  `{ name: note, in: ${place}, schema: { type: string } }`;
const parameters = (...places: string[]): string =>
  `      parameters: [${places.map(note).join(", ")}]`;
const body = `
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }`;

const keysOf = async (
  source: string,
  names: ReadonlyMap<string, string> = new Map(),
): Promise<unknown> => {
  const { params } = await onlyOperation(source, { names });
  return params?.fields.map(({ name, from }) => `${from} ${name}`);
};
const namesOf = async (
  source: string,
  names: ReadonlyMap<string, string> = new Map(),
): Promise<ReadonlyMap<string, string>> =>
  (await sdkOf(source, { names })).names;
const noted = (names: ReadonlyMap<string, string>): string[] =>
  [...names]
    .filter(([id]) => /^(argument|options|body) /.test(id))
    .map(([id, name]) => `${id} = ${name}`);

it("stand in the order path, query, header, cookie, body without a lock", async () => {
  const source = petsWith(parameters("cookie", "header", "query") + body);
  expect(await keysOf(source)).toEqual([
    "query note",
    "header note_header",
    "cookie note_cookie",
    "body note_body",
  ]);
});

it("stay with who came first, over several packages", async () => {
  const first = await namesOf(petsWith(body));
  expect(noted(first)).toEqual([
    "argument POST /pets body note = note",
    "body POST /pets = always",
  ]);
  const second = await namesOf(petsWith(parameters("header") + body), first);
  expect(noted(second)).toEqual([
    "argument POST /pets body note = note",
    "argument POST /pets header note = note_header",
    "body POST /pets = always",
  ]);
  const third = petsWith(parameters("header", "query") + body);
  expect(await keysOf(third, second)).toEqual([
    "query note_query",
    "header note_header",
    "body note",
  ]);
  // The key is not given away when another one is free again.
  const fourth = petsWith(parameters("header", "query"));
  expect(await keysOf(fourth, await namesOf(third, second))).toEqual([
    "query note_query",
    "header note_header",
  ]);
});

it("are noted for an operation that takes nothing but options", async () => {
  const first = await namesOf(petsWith(""));
  expect(noted(first)).toEqual(["options POST /pets = first"]);
  const second = petsWith(parameters("query"));
  expect(noted(await namesOf(second, first))).toEqual([
    "options POST /pets = first",
  ]);
  expect((await onlyOperation(second, { names: first })).params).toMatchObject({
    mayBeOptions: true,
  });
  expect((await onlyOperation(second)).params).not.toHaveProperty(
    "mayBeOptions",
  );
});

it("are gone where the body becomes a base, which is said", async () => {
  const names = await namesOf(petsWith(body));
  const base = petsWith(body, ", discriminator: { propertyName: note }");
  expect(await keysOf(base, names)).toEqual(["body body"]);
  expect(await codesOf(base, { names })).toContain("body-whole");
  expect(await codesOf(base)).not.toContain("body-whole");
});
