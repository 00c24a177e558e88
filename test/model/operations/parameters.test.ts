/**
 * Parameters: what they are called in `params`, which stand before it, how they are written.
 */
import { describe, expect, it } from "vitest";
import { declarationIn, headOf } from "../../support/declarations.js";
import {
  codesOf,
  emitted,
  onlyOperation,
  type Options,
} from "../../support/pipeline.js";

/** A document with one operation at `/things/{id}`. */
const withParameters = (parameters: string, rest = ""): string => `
paths:
  /things/{id}:
    post:
      operationId: makeThing
      tags: [Things]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
${parameters.replace(/^(?=.)/gm, "        ")}
      responses: { "204": { description: Done. } }
${rest.replace(/^(?=.)/gm, "      ")}`;

async function paramsOf(
  parameters: string,
  rest = "",
  options: Options = {},
): Promise<string> {
  const text = await emitted(
    withParameters(parameters, rest),
    "src/resources/things.ts",
    options,
  );
  return (
    headOf(text, "makeThing") + "\n" + declarationIn(text, "MakeThingParams")
  );
}

describe("params", () => {
  it("hold every parameter but the positional one, under its name on the wire", async () => {
    expect(
      await paramsOf(`
- { name: page_size, in: query, schema: { type: integer } }
- { name: "filter[name]", in: query, required: true, schema: { type: string } }
- { name: X-Trace, in: header, schema: { type: string } }
- { name: session, in: cookie, schema: { type: string } }`),
    )
      .toBe(`makeThing(client: TestCore, id: string, params: MakeThingParams, options?: RequestOptions): APIPromise<void, MakeThingError>
interface MakeThingParams {
  page_size?: number | undefined;
  "filter[name]": string;
  "X-Trace"?: string | undefined;
  session?: string | undefined;
}`);
  });

  it("may be left out when none is required", async () => {
    expect(
      await paramsOf(
        `- { name: limit, in: query, schema: { type: integer, default: 10 } }`,
      ),
    )
      .toBe(`makeThing(client: TestCore, id: string, params?: MakeThingParams, options?: RequestOptions): APIPromise<void, MakeThingError>
interface MakeThingParams {
  /**
   * @default 10
   */
  limit?: number | undefined;
}`);
  });

  it("are not there when there is nothing to pass", async () => {
    const text = await emitted(withParameters(""), "src/resources/things.ts");
    expect(headOf(text, "makeThing")).toBe(
      "makeThing(client: TestCore, id: string, options?: RequestOptions): APIPromise<void, MakeThingError>",
    );
    expect(text).not.toContain("Params");
  });

  it("share names between places by rank: path, query, header, cookie", async () => {
    expect(
      await paramsOf(`
- { name: id, in: cookie, schema: { type: boolean } }
- { name: id, in: header, schema: { type: integer } }
- { name: id, in: query, schema: { type: string } }`),
    ).toContain(`interface MakeThingParams {
  id_query?: string | undefined;
  id_header?: number | undefined;
  id_cookie?: boolean | undefined;
}`);
  });

  it("a name that the document has is not given to another, in any order", async () => {
    const list = [
      "- { name: id, in: query, schema: { type: string } }",
      "- { name: id_query, in: query, schema: { type: integer } }",
    ];
    const forward = await onlyOperation(withParameters(list.join("\n")));
    const backward = await onlyOperation(
      withParameters([...list].reverse().join("\n")),
    );
    const keys = ({ parameters }: typeof forward) =>
      Object.fromEntries(parameters.map(({ name, key }) => [name, key]));
    expect(keys(forward)).toEqual({
      id: "id_query_query",
      id_query: "id_query",
    });
    expect(keys(backward)).toEqual(keys(forward));
  });

  it("the operation's own parameter takes the place of the path's", async () => {
    const { params } = await onlyOperation(`
paths:
  /things:
    parameters:
      - { name: a, in: query, schema: { type: string } }
      - { name: b, in: query, schema: { type: string } }
    get:
      parameters:
        - { name: b, in: query, required: true, schema: { type: integer } }
      responses: { "204": { description: Done. } }`);
    expect(
      params?.fields.map(({ name, optional, type }) => [name, optional, type]),
    ).toEqual([
      ["a", true, { kind: "keyword", keyword: "string" }],
      ["b", false, { kind: "keyword", keyword: "number" }],
    ]);
  });

  it("leave out the headers that the runtime sets", async () => {
    const { params } = await onlyOperation(
      withParameters(`
- { name: Authorization, in: header, schema: { type: string } }
- { name: content-type, in: header, schema: { type: string } }
- { name: Accept, in: header, schema: { type: string } }
- { name: Accept-Language, in: header, schema: { type: string } }`),
    );
    expect(params?.fields.map(({ name }) => name)).toEqual(["Accept-Language"]);
  });

  it("take a list that cannot be changed, and dates", async () => {
    expect(
      await paramsOf(`
- { name: tags, in: query, schema: { type: array, items: { type: string } } }
- { name: since, in: query, schema: { type: string, format: date-time } }`),
    ).toContain(`interface MakeThingParams {
  tags?: readonly string[] | undefined;
  /** Format: date-time. */
  since?: string | Date | undefined;
}`);
  });

  it("names that mean something to JavaScript stay as they are", async () => {
    const { params } = await onlyOperation(
      withParameters(`
- { name: __proto__, in: query, schema: { type: string } }
- { name: constructor, in: query, schema: { type: string } }
- { name: "", in: query, schema: { type: string } }`),
    );
    expect(params?.fields.map(({ name }) => name)).toEqual([
      "__proto__",
      "constructor",
      "",
    ]);
  });
});

describe("client parameters", () => {
  it("are optional and never positional", async () => {
    expect(await paramsOf("", "", { clientParameters: ["id"] }))
      .toBe(`makeThing(client: TestCore, params?: MakeThingParams, options?: RequestOptions): APIPromise<void, MakeThingError>
interface MakeThingParams {
  id?: string | undefined;
}`);
  });

  it("are reported when the document has no such parameter", async () => {
    expect(
      await codesOf(withParameters(""), { clientParameters: ["account_id"] }),
    ).toEqual(["client-parameter-unknown"]);
  });
});

describe("a header parameter that repeats an API key", () => {
  const document = (security: string) => `
security: ${security}
paths:
  /a:
    get:
      operationId: getA
      parameters:
        - { name: x-api-key, in: header, required: true, schema: { type: string } }
        - { name: X-Trace, in: header, schema: { type: string } }
      responses: { "204": { description: Done. } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-API-Key }`;
  const fieldsOf = async (security: string) =>
    (await onlyOperation(document(security))).params?.fields.map(
      ({ name }) => name,
    );

  it("is left to the client where the operation needs the key", async () => {
    expect(await fieldsOf("[{ key: [] }]")).toEqual(["X-Trace"]);
    expect(await fieldsOf("[]")).toEqual(["x-api-key", "X-Trace"]);
  });
});

describe("the idempotency key", () => {
  it("is an option of the call, whatever its case", async () => {
    const source = withParameters(
      "- { name: idempotency-key, in: header, schema: { type: string } }",
    );
    const operation = await onlyOperation(source);
    expect(operation.idempotencyHeader).toBe("idempotency-key");
    expect(operation.params).toBeUndefined();
    expect(
      headOf(await emitted(source, "src/resources/things.ts"), "makeThing"),
    ).toBe(
      "makeThing(client: TestCore, id: string, options?: IdempotentRequestOptions): APIPromise<void, MakeThingError>",
    );
  });

  it("in the query is a parameter like others", async () => {
    const operation = await onlyOperation(
      withParameters(
        "- { name: Idempotency-Key, in: query, schema: { type: string } }",
      ),
    );
    expect(operation.idempotencyHeader).toBeUndefined();
    expect(operation.params?.fields).toHaveLength(1);
  });
});

describe("how values are written", () => {
  const encodingOf = async (parameter: string) => {
    const { parameters } = await onlyOperation(
      withParameters(`- { name: it, ${parameter} }`),
    );
    return parameters.find(({ name }) => name === "it")?.encoding;
  };

  const list = "schema: { type: array, items: { type: string } }";

  it.each([
    ["in: query, schema: { type: string }", { kind: "default" }],
    [`in: query, ${list}`, { kind: "default" }],
    // one value is written the same way, exploded or not
    [
      "in: query, explode: false, schema: { type: string }",
      { kind: "default" },
    ],
    [
      `in: query, explode: false, ${list}`,
      { kind: "style", style: "form", explode: false, allowReserved: false },
    ],
    [
      `in: query, style: pipeDelimited, explode: false, ${list}`,
      {
        kind: "style",
        style: "pipeDelimited",
        explode: false,
        allowReserved: false,
      },
    ],
    [
      "in: query, style: deepObject, schema: { type: object }",
      {
        kind: "style",
        style: "deepObject",
        explode: false,
        allowReserved: false,
      },
    ],
    [
      "in: query, allowReserved: true, schema: { type: string }",
      { kind: "style", style: "form", explode: true, allowReserved: true },
    ],
    [`in: header, ${list}`, { kind: "default" }],
    [
      "in: query, content: { application/json: { schema: { type: object } } }",
      { kind: "json" },
    ],
  ])("%s", async (parameter, want) => {
    expect(await encodingOf(parameter)).toEqual(want);
  });
});

describe("positional arguments", () => {
  it("are the parameter of the last segment alone", async () => {
    const { positional, params } = await onlyOperation(`
paths:
  /orgs/{org}/repos/{repo}:
    get:
      parameters:
        - { name: repo, in: path, required: true, schema: { type: integer } }
        - { name: org, in: path, required: true, schema: { type: string } }
      responses: { "204": { description: Done. } }`);
    expect(positional).toEqual([
      {
        name: "repo",
        wireName: "repo",
        type: { kind: "keyword", keyword: "number" },
        doc: {},
      },
    ]);
    expect(
      params?.fields.map(({ name, optional }) => [name, optional]),
    ).toEqual([["org", false]]);
  });
});
