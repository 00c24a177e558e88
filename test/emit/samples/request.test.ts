/**
 * The request that samples in other languages print, for documents of one operation.
 */
import { describe, expect, it } from "vitest";
import { sampleRequest } from "../../../generator/emit/samples/request.js";
import { curlSnippet } from "../../../generator/emit/samples/snippets/curl.js";
import { goSnippet } from "../../../generator/emit/samples/snippets/go.js";
import { pythonSnippet } from "../../../generator/emit/samples/snippets/python.js";
import { operationsOf } from "../../../generator/emit/source/resources.js";
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
  const [first] = operationsOf(sdk.resources);
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
