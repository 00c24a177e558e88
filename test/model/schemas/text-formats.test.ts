/** The options `int64` and `dates`: formats that are typed as text. */
import { expect, it } from "vitest";
import { emit } from "../../support/emit.js";
import { formatFile } from "../../../generator/write/format.js";
import { declarations, sdkOf } from "../../support/pipeline.js";
import { typeErrors } from "../../support/type-errors.js";

const schemas = `components:
  schemas:
    Event:
      type: object
      required: [id]
      properties:
        id: { type: integer, format: int64, example: 5 }
        size: { type: integer, format: int32 }
        rank: { type: integer, format: int64, enum: [1, 2] }
        next: { type: [integer, "null"], format: int64 }
        at: { type: string, format: date-time }
`;

const document = `openapi: 3.1.0
info: { title: Events, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
paths:
  /events:
    post:
      operationId: createEvent
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Event" } } } }
      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Event" } } } } }
${schemas}`;

const lines = (text: string): string[] =>
  [...text.matchAll(/^ {2}(\w+\??: .*);$/gm)].map(([, line]) => line ?? "");

it("are numbers and dates by default", async () => {
  expect(lines(await declarations(schemas))).toEqual([
    "id: number",
    "size?: number",
    "rank?: 1 | 2",
    "next?: number | null",
    "at?: string",
  ]);
});

it("are text on demand", async () => {
  const options = { int64: "string", dates: "string" } as const;
  expect(lines(await declarations(schemas, options))).toEqual([
    "id: string",
    "size?: number",
    "rank?: 1 | 2",
    "next?: string | null",
    "at?: string",
  ]);
  const { files } = emit(await sdkOf(document, options));
  const sources = await Promise.all(
    files
      .filter(({ path }) => path.endsWith(".ts"))
      .map(async (file) => [file.path, await formatFile(file)] as const),
  );
  const resource = sources.find(([path]) => path.startsWith("src/resources/"));
  expect(resource?.[1]).toContain("  id: string;");
  expect(resource?.[1]).toContain("  at?: string | undefined;");
  expect(typeErrors(Object.fromEntries(sources))).toEqual([]);
});
