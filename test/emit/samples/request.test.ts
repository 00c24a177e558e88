/**
 * The request that samples in other languages print, for documents of one operation.
 */
import { describe, expect, it } from "vitest";
import { sampleRequest } from "../../../generator/emit/samples/request.js";
import { curlSnippet } from "../../../generator/emit/samples/snippets/curl.js";
import { goSnippet } from "../../../generator/emit/samples/snippets/go.js";
import { pythonSnippet } from "../../../generator/emit/samples/snippets/python.js";
import { operationsOf } from "../../../generator/emit/source/tree.js";
import { sdkOf } from "../../support/pipeline.js";

interface Given {
  /** Members of the document besides its only path. */
  readonly document?: object;
  readonly path?: string;
  readonly operation?: object;
}

async function requestOf({
  document,
  path = "/pets",
  operation,
}: Given): Promise<ReturnType<typeof sampleRequest>> {
  const responses = { 204: { description: "Done." } };
  const sdk = await sdkOf({
    info: { title: "Pets", version: "1.0.0" },
    servers: [{ url: "https://api.example.com" }],
    paths: {
      [path]: { post: { operationId: "send", responses, ...operation } },
    },
    ...document,
  });
  const [first] = operationsOf(sdk);
  return first && sampleRequest(first.operation, sdk);
}

const region = {
  url: "https://{region}.example.com",
  variables: { region: { default: "eu" } },
};

describe("the URL", () => {
  it.each([
    {
      name: "an operation's own server, with the defaults of its variables",
      given: { operation: { servers: [region] } },
      want: [{ kind: "text", text: "https://eu.example.com/pets" }],
    },
    {
      name: "the base URL of the client, for each operation, where only operations have servers",
      given: { document: { servers: [] }, operation: { servers: [region] } },
      want: [
        { kind: "environment", name: "PETS_BASE_URL" },
        { kind: "text", text: "/pets" },
      ],
    },
  ])("is $name", async ({ given, want }) => {
    expect((await requestOf(given))?.url).toEqual(want);
  });
});

it("is left out where the SDK refuses the document's example", async () => {
  const schema = { type: "string" };
  const parameters = [
    { name: "id", in: "path", required: true, schema, example: "" },
  ];
  expect(
    await requestOf({ path: "/pets/{id}", operation: { parameters } }),
  ).toBeUndefined();
});

describe("the content type of a file in a form", () => {
  const withEncoding = (encoding: object | undefined): Given => ({
    operation: {
      requestBody: {
        required: true,
        content: {
          "multipart/form-data": {
            schema: {
              type: "object",
              required: ["photo"],
              properties: { photo: { type: "string", format: "binary" } },
            },
            ...(encoding && { encoding: { photo: encoding } }),
          },
        },
      },
    },
  });
  const octets = "application/octet-stream";

  it.each([
    { given: undefined, want: "" },
    { given: { contentType: octets }, want: octets },
    { given: { contentType: "image/png" }, want: "image/png" },
    { given: { contentType: "image/png, image/jpeg" }, want: "" },
    { given: { contentType: "image/*" }, want: "" },
  ])("of $given.contentType is $want", async ({ given, want }) => {
    const request = await requestOf(withEncoding(given));
    expect(request).toBeDefined();
    if (!request) return;
    expect(curlSnippet(request)).toContain(
      want === "" ? "--form photo=@file" : `--form 'photo=@file;type=${want}'`,
    );
    expect(pythonSnippet(request)).toContain(
      `("photo", ("file", open("file", "rb")${want === "" ? "" : `, "${want}"`})),`,
    );
    expect(goSnippet(request)).toContain(
      'form.CreateFormFile("photo", "file")',
    );
  });
});

describe("a sequence of JSON values", () => {
  const items = (mediaType: string, media: object): Given => ({
    document: { openapi: "3.2.0" },
    operation: {
      requestBody: { required: true, content: { [mediaType]: media } },
    },
  });
  const itemSchema = {
    type: "object",
    required: ["a"],
    properties: { a: { type: "string" } },
  };
  const textOf = async (mediaType: string, media: object) => {
    const request = await requestOf(items(mediaType, media));
    return request?.body;
  };

  it.each([
    ["the document's list", { example: [{ a: "1" }, { a: "2" }] }],
    ["the document's item", { example: { a: "1" } }],
    ["one that is made", {}],
  ])("is sent as lines: %s", async (_, example) => {
    const want =
      "example" in example
        ? [example.example].flat().map(({ a }) => a)
        : ["string"];
    expect(
      await textOf("application/jsonl", { itemSchema, ...example }),
    ).toEqual({
      kind: "text",
      text: want.map((a) => `{"a":"${a}"}\n`).join(""),
    });
  });

  it("is sent with its separators, in every language", async () => {
    const request = await requestOf(
      items("application/json-seq", { itemSchema, example: [{ a: "'\\" }] }),
    );
    if (!request) throw new Error("there is no request");
    expect(curlSnippet(request)).toContain(
      String.raw`--data-raw $'\036{"a":"\'\\\\"}` + "\n'",
    );
    expect(pythonSnippet(request)).toContain(
      String.raw`data="\u001e{\"a\":\"'\\\\\"}\n".encode()`,
    );
    expect(goSnippet(request)).toContain(
      String.raw`strings.NewReader("\u001e{\"a\":\"'\\\\\"}\n")`,
    );
  });
});
