/**
 * What the comment of a type or property says: the document's words, then what a type cannot hold.
 */
import { describe, expect, it } from "vitest";
import { declarations, emitted } from "../../support/pipeline.js";

/** The comment of one property, without its marks. */
async function commentOf(schema: string): Promise<string> {
  const text = await declarations(
    `components: { schemas: { A: { type: object, properties: { it: ${schema} } } } }`,
  );
  const [, line] = /^ {2}\/\*\* (.*) \*\/$/m.exec(text) ?? [];
  if (line !== undefined) return line;
  return text
    .split("\n")
    .filter((line) => /^ {3}\*(?!\/)/.test(line))
    .map((line) => line.replace(/^ {3}\* ?/, ""))
    .join("\n");
}

describe("comments", () => {
  it.each([
    ["{ type: string }", ""],
    ["{ type: string, description: Words. }", "Words."],
    ["{ type: string, title: A title }", "A title"],
    ["{ type: string, title: It }", ""],
    ["{ type: string, title: ' i-T ' }", ""],
    ["{ type: string, title: It, minLength: 1 }", "At least 1 character."],
    ["{ type: string, title: It is }", "It is"],
    ["{ type: string, title: A title, description: Words. }", "Words."],
    ['{ type: string, description: "One.\\n\\nTwo." }', "One.\n\nTwo."],
    ["{ type: string, deprecated: true }", "@deprecated"],
    ["{ type: string, default: a }", '@default "a"'],
    ["{ type: string, example: a }", '@example "a"'],
    ["{ type: string, examples: [a, b] }", '@example "a"'],
    ["{ type: string, minLength: 1, maxLength: 9 }", "1 to 9 characters."],
    ["{ type: string, minLength: 3, maxLength: 3 }", "3 characters."],
    ["{ type: string, maxLength: 1 }", "At most 1 character."],
    ["{ type: string, pattern: '^a$' }", "Pattern: ^a$"],
    ["{ type: string, format: uuid }", "Format: uuid."],
    ["{ type: integer, minimum: 1, maximum: 5 }", "1 to 5."],
    ["{ type: integer, minimum: -1 }", "At least -1."],
    ["{ type: number, exclusiveMinimum: 0 }", "More than 0."],
    ["{ type: number, multipleOf: 0.5 }", "A multiple of 0.5."],
    ["{ type: integer, format: int64 }", "Format: int64; inexact beyond 2^53."],
    [
      "{ type: [number, 'null'], format: uint64 }",
      "Format: uint64; inexact beyond 2^53.",
    ],
    [
      "{ type: integer, format: int64, maximum: 9007199254740991 }",
      "Format: int64; at most 9007199254740991.",
    ],
    [
      "{ type: integer, format: int64, exclusiveMaximum: 10 }",
      "Format: int64; less than 10.",
    ],
    [
      "{ type: integer, format: int64, maximum: 9223372036854775807 }",
      "Format: int64; inexact beyond 2^53.",
    ],
    ["{ type: string, format: int64 }", "Format: int64."],
    ["{ type: integer, format: int64, enum: [1, 2] }", "Format: int64."],
    ["{ type: integer, format: int32 }", "Format: int32."],
    [
      "{ type: array, items: { type: integer, format: int64 } }",
      "Inexact beyond 2^53.",
    ],
    [
      "{ type: array, items: {}, minItems: 1, uniqueItems: true }",
      "At least 1 item; unique items.",
    ],
    [
      "{ type: string, description: Words., format: date, deprecated: true, default: '2026-01-31' }",
      'Words.\n\nFormat: date.\n\n@deprecated\n@default "2026-01-31"',
    ],
  ])("%s", async (schema, want) => {
    expect(await commentOf(schema)).toBe(want);
  });

  it("do not speak of numbers where integers are text", async () => {
    const text = await declarations(
      "components: { schemas: { A: { type: object, properties: { it: { type: integer, format: int64 } } } } }",
      { int64: "string" },
    );
    expect(text).toContain("Format: int64.");
  });

  it("leave long examples to the samples", async () => {
    expect(
      await commentOf(`{ type: string, example: ${"x".repeat(200)} }`),
    ).toBe("");
  });
});

it("a title that repeats the name of a model or a parameter says nothing", async () => {
  const source = `
paths:
  /x:
    get:
      operationId: getX
      parameters: [{ name: item_id, in: query, schema: { type: string, title: Item Id } }]
      responses: { "200": { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/HTTPValidationError" } } } } }
components:
  schemas:
    HTTPValidationError: { type: object, title: HTTPValidationError, properties: { item_id: { title: Item Id, type: string } } }`;
  expect(await declarations(source))
    .toBe(`export interface HTTPValidationError {
  item_id?: string;
}
`);
  expect(await emitted(source, "src/resources/x.ts")).not.toContain("Item Id");
});
