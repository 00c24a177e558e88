/**
 * Responses: what a call resolves to, and what it throws.
 */
import { describe, expect, it } from "vitest";
import { declarationIn } from "../../support/declarations.js";
import { codesOf, emitted, onlyOperation } from "../../support/pipeline.js";

const withResponses = (responses: string): string => `
paths:
  /things:
    post:
      operationId: makeThing
      tags: [Things]
      responses:
${responses.replace(/^(?=.)/gm, "        ")}
components:
  schemas:
    Thing: { type: object, properties: { name: { type: string } } }
    Problem: { type: object, properties: { title: { type: string } } }
    Other: { type: object, properties: { code: { type: integer } } }`;

const json = (name: string): string =>
  `{ description: It., content: { application/json: { schema: { $ref: "#/components/schemas/${name}" } } } }`;

const resource = async (responses: string): Promise<string> =>
  emitted(withResponses(responses), "src/resources/things.ts");

const resultOf = async (responses: string): Promise<string> => {
  const head = /\): (\w+<[^{]*>) =>/.exec(await resource(responses));
  return (head?.[1] ?? "").replace(/\s+/g, " ");
};

const errorsOf = async (responses: string): Promise<string> =>
  declarationIn(await resource(responses), "MakeThingError");

describe("what a call resolves to", () => {
  it.each([
    ["JSON", `"200": ${json("Thing")}`, "Thing"],
    ["nothing", '"204": { description: Done. }', "void"],
    [
      "text",
      '"200": { description: It., content: { text/plain: { schema: { type: string } } } }',
      "string",
    ],
    [
      "bytes",
      '"200": { description: It., content: { application/pdf: { schema: { type: string, format: binary } } } }',
      "Blob",
    ],
    [
      "a list",
      '"200": { description: It., content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Thing" } } } } }',
      "Thing[]",
    ],
    ["the URL of a redirect", '"302": { description: It is there. }', "string"],
    [
      "the URL of a redirect, and not what stands for other errors",
      `"307": { description: It is there. }\ndefault: ${json("Problem")}`,
      "string",
    ],
    [
      "the URL of any redirect",
      '"3XX": { description: It is there. }',
      "string",
    ],
    [
      "whatever comes, where only 304 is declared",
      '"304": { description: As it was. }',
      "unknown",
    ],
    [
      "whatever comes, without content",
      '"201": { description: It. }\n"204": { description: Done. }',
      "unknown",
    ],
    [
      "nothing, where every success is empty",
      '"204": { description: Done. }\n"205": { description: Done. }',
      "void",
    ],
    [
      "JSON, where a redirect is declared too",
      `"200": ${json("Thing")}\n"302": { description: It is there. }`,
      "Thing",
    ],
    [
      "JSON without a schema",
      '"200": { description: It., content: { application/json: {} } }',
      "unknown",
    ],
    [
      "several successes",
      `"200": ${json("Thing")}\n"201": ${json("Other")}`,
      "Thing | Other",
    ],
    [
      "the same twice",
      `"200": ${json("Thing")}\n"201": ${json("Thing")}`,
      "Thing",
    ],
    [
      "JSON or nothing",
      `"200": ${json("Thing")}\n"204": { description: Done. }`,
      "Thing | undefined",
    ],
    ["any success", `"2XX": ${json("Thing")}`, "Thing"],
    ["only a default", `default: ${json("Thing")}`, "Thing"],
    [
      "a default beside a success is an error",
      `"200": ${json("Thing")}\ndefault: ${json("Problem")}`,
      "Thing",
    ],
  ])("%s", async (_, responses, type) => {
    expect(await resultOf(responses)).toBe(
      `APIPromise<${type}, MakeThingError>`,
    );
  });

  it.each([
    [
      "whole events",
      "{ oneOf: [{ type: object, properties: { event: { const: add }, data: { type: object, properties: { a: { type: string } } } } }, { type: object, properties: { event: { enum: [note, hint] }, data: { type: string } } }] }",
      'ServerSentEvent<MakeThingResponse, "add"> | ServerSentEvent<string, "note" | "hint">',
    ],
    [
      "events of text",
      "{ type: object, properties: { event: { type: string }, data: { type: string } } }",
      "ServerSentEvent",
    ],
    [
      "data that contains itself",
      '{ $ref: "#/components/schemas/Loop" }',
      "Loop",
    ],
  ])("a stream of %s", async (_, schema, type) => {
    const document = `${withResponses(
      `"200": { description: It., content: { text/event-stream: { schema: ${schema} } } }`,
    )}
    Loop: { type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind }, oneOf: [{ $ref: "#/components/schemas/Kid" }] }
    Kid: { allOf: [{ $ref: "#/components/schemas/Loop" }, { $ref: "#/components/schemas/Other" }] }`;
    const text = await emitted(document, "src/resources/things.ts");
    const [, found = ""] = /Stream<([^]*?)>,\s+MakeThingError/.exec(text) ?? [];
    expect(found.trim().replace(/\s+/g, " ").replace(/^\| /, "")).toBe(type);
  });

  it("JSON before other types, which can be asked for", async () => {
    const { result } = await onlyOperation(
      withResponses(
        '"200": { description: It., content: { text/csv: {}, application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }',
      ),
    );
    expect(result).toEqual({
      kind: "json",
      status: 200,
      sample: {},
      type: { kind: "model", name: "Thing" },
      mediaType: "application/json",
      doc: { description: "It." },
      alternatives: [
        {
          kind: "text",
          type: { kind: "keyword", keyword: "string" },
          mediaType: "text/csv",
        },
      ],
    });
  });

  it("an object without a name gets one", async () => {
    const responses = `"200": { description: It., content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { type: object, properties: { id: { type: string } } } } } } } } }`;
    expect(await resultOf(responses)).toBe(
      "APIPromise<MakeThingResponse, MakeThingError>",
    );
    expect(
      declarationIn(
        await emitted(withResponses(responses), "src/models.ts"),
        "MakeThingResponse",
      ),
    ).toBe(`interface MakeThingResponse {
  data?: {
    id?: string;
  }[];
}`);
  });

  it("a document that names no success is told so", async () => {
    expect(await codesOf(withResponses(`"404": ${json("Problem")}`))).toEqual([
      "response-no-success",
    ]);
  });
});

describe("what a call throws", () => {
  const ok = `"204": { description: Done. }\n`;

  it("anything, when nothing is declared", async () => {
    expect(await errorsOf(ok)).toBe(
      "type MakeThingError = UnexpectedAPIError | TransportError;",
    );
  });

  it("a class for each status, with the body of the document", async () => {
    expect(
      await errorsOf(
        `${ok}"400": ${json("Problem")}\n"404": { description: Gone. }\n"409": ${json("Other")}`,
      ),
    ).toBe(`type MakeThingError =
  | BadRequestError<Problem>
  | NotFoundError<unknown>
  | ConflictError<Other>
  | UnexpectedAPIError<400 | 404 | 409>
  | TransportError;`);
  });

  it("statuses without a class of their own, together where the body is the same", async () => {
    expect(
      await errorsOf(
        `${ok}"402": ${json("Problem")}\n"418": ${json("Problem")}\n"500": ${json("Problem")}\n"503": ${json("Problem")}\n"504": ${json("Other")}`,
      ),
    ).toBe(`type MakeThingError =
  | APIError<402 | 418, Problem>
  | InternalServerError<Problem, 500 | 503>
  | InternalServerError<Other, 504>
  | UnexpectedAPIError<402 | 418 | 500 | 503 | 504>
  | TransportError;`);
  });

  it("ranges leave out what is declared by itself", async () => {
    expect(
      await errorsOf(
        `${ok}"404": ${json("Other")}\n"4XX": ${json("Problem")}\n"5XX": ${json("Problem")}`,
      ),
    ).toBe(`type MakeThingError =
  | NotFoundError<Other>
  | APIError<Exclude<ClientErrorStatus, 404>, Problem>
  | InternalServerError<Problem, ServerErrorStatus>
  | TransportError;`);
  });

  it("a default is every other status", async () => {
    expect(
      await errorsOf(
        `${ok}"404": ${json("Other")}\ndefault: ${json("Problem")}`,
      ),
    ).toBe(`type MakeThingError =
  | NotFoundError<Other>
  | APIError<Exclude<ErrorStatus, 404>, Problem>
  | TransportError;`);
  });

  it("a body that is no JSON is not typed", async () => {
    const { errors } = await onlyOperation(
      withResponses(
        `${ok}"400": { description: No., content: { text/html: { schema: { type: string } } } }`,
      ),
    );
    expect(errors.responses.map(({ body }) => body)).toEqual([
      { kind: "keyword", keyword: "unknown" },
    ]);
  });

  it("bodies without a name get one", async () => {
    expect(
      await errorsOf(
        `${ok}"422": { description: No., content: { application/json: { schema: { type: object, properties: { field: { type: string } } } } } }`,
      ),
    ).toContain("UnprocessableEntityError<MakeThing422Body>");
  });
});
