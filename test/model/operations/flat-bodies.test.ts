/**
 * The option `bodies: "flat"`: fields of a body stand in params wherever it has some.
 */
import { describe, expect, it } from "vitest";
import { declarationIn } from "../../support/declarations.js";
import { emitted } from "../../support/pipeline.js";
import { ran } from "../../support/ran.js";

const withContent = (content: string, required = true): string => `
servers: [{ url: "https://api.example" }]
paths:
  /things:
    post:
      operationId: makeThing
      tags: [Things]
      requestBody: { required: ${required}, content: { ${content} } }
      responses: { "204": { description: Done. } }
components:
  schemas:
    Thing: { type: object, required: [name], properties: { name: { type: string } } }
    Large: { allOf: [{ $ref: "#/components/schemas/Thing" }, { type: object, properties: { size: { type: integer } } }] }
    Note: { type: object, required: [text], properties: { id: { type: string, readOnly: true }, text: { type: string }, name: { type: string } } }
    Either: { oneOf: [{ $ref: "#/components/schemas/Thing" }, { $ref: "#/components/schemas/Note" }, { type: "null" }] }
`;
const json = (schema: string): string =>
  `application/json: { schema: ${schema} }`;
const ref = (name: string): string =>
  `{ $ref: "#/components/schemas/${name}" }`;

const paramsOf = async (content: string, required = true): Promise<string> =>
  declarationIn(
    await emitted(withContent(content, required), "src/resources/things.ts", {
      bodies: "flat",
    }),
    "MakeThingParams",
  );

describe("bodies: flat", () => {
  it("sends the first media type that has fields, in the order of the document", async () => {
    const form = `multipart/form-data: { schema: { type: object, required: [file], properties: { file: { type: string, format: binary } } } }`;
    expect(await paramsOf(`text/plain: {}, ${form}, ${json(ref("Thing"))}`))
      .toBe(`interface MakeThingParams {
  file: Uploadable;
}`);
    expect(await paramsOf(`${json(ref("Thing"))}, ${form}`))
      .toBe(`interface MakeThingParams {
  name: string;
}`);
  });

  it("sends a file that JSON lists too in a form, required or not", async () => {
    const either =
      "{ type: object, properties: { id: { type: string }, file: { type: string, format: binary } } }";
    const other =
      "{ type: object, properties: { file: { type: string, format: binary } } }";
    const form = `multipart/form-data: { schema: ${either} }`;
    expect(await paramsOf(`${json(either)}, ${form}`))
      .toBe(`interface MakeThingParams {
  id?: string | undefined;
  file?: Uploadable | undefined;
}`);
    const named = "{ type: object, properties: { id: { type: string } } }";
    expect(
      await paramsOf(
        `${json(named)}, multipart/form-data: { schema: ${other} }`,
      ),
    ).toBe(`interface MakeThingParams {
  id?: string | undefined;
}`);
  });

  it("leaves the choice where none has fields", async () => {
    expect(await paramsOf("text/plain: {}, text/csv: {}")).toContain(
      `contentType?: "text/plain" | "text/csv" | undefined`,
    );
  });

  it("takes the fields of what another schema extends", async () => {
    expect(await paramsOf(json(ref("Thing")))).toBe(`interface MakeThingParams {
  name: string;
}`);
  });

  it("takes the fields of an object or null", async () => {
    expect(
      await paramsOf(json(`{ anyOf: [${ref("Note")}, { type: "null" }] }`)),
    ).toBe(`interface MakeThingParams {
  text: string;
  name?: string | undefined;
}`);
  });

  it("takes those of each of several objects", async () => {
    expect(await paramsOf(json(ref("Either")))).toBe(`type MakeThingParams =
  | {
      name: string;
    }
  | {
      text: string;
      name?: string | undefined;
    };`);
  });

  it("leaves what may be no object as it is", async () => {
    expect(
      await paramsOf(json(`{ oneOf: [${ref("Note")}, { type: string }] }`)),
    ).toBe(`interface MakeThingParams {
  body: Note | string;
}`);
  });

  it("sends the fields that are there", async () => {
    const { errors, requests } = await ran(
      withContent(json(ref("Either")), false),
      `import { Test } from "./src/index.js";
export const run = async (baseURL: string) => {
  const { things } = new Test({ baseURL });
  await things.make({ name: "a" });
  await things.make({ text: "b" });
  await things.make();
  // @ts-expect-error: neither of them
  void (() => things.make({ other: 1 }));
};
`,
      { bodies: "flat" },
    );
    expect(errors).toEqual([]);
    expect(requests).toEqual([
      'POST /things {"name":"a"}',
      'POST /things {"text":"b"}',
      "POST /things",
    ]);
  });
});
