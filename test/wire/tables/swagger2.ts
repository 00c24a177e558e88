/** Swagger 2.0: collection formats, form fields and files. */
import type { Fragment, Row, Table } from "../support/table.js";

const formats = "Swagger 2.0, Parameter Object, collectionFormat";

const list = (fields: Fragment): Fragment => ({
  parameters: [
    { name: "color", type: "array", items: { type: "string" }, ...fields },
  ],
});

const query = (collectionFormat: string | undefined, target: string): Row => ({
  rule: `query: ${collectionFormat ?? "the default is csv"}`,
  spec: formats,
  operation: list({
    in: "query",
    ...(collectionFormat !== undefined && { collectionFormat }),
  }),
  args: `{ color: ["blue", "black"] }`,
  sends: target,
});

const path = (collectionFormat: string, target: string): Row => ({
  rule: `path: ${collectionFormat}`,
  spec: formats,
  path: "/{color}",
  operation: list({ in: "path", required: true, collectionFormat }),
  args: `["blue", "black"]`,
  sends: target,
});

const header = (collectionFormat: string, sent: string): Row => ({
  rule: `header: ${collectionFormat}`,
  spec: formats,
  operation: list({ name: "X-Color", in: "header", collectionFormat }),
  args: `{ "X-Color": ["blue", "black"] }`,
  sends: { headers: { "x-color": sent } },
});

const form = (collectionFormat: string, body: string): Row => ({
  rule: `form: ${collectionFormat}`,
  spec: formats,
  method: "post",
  operation: {
    consumes: ["application/x-www-form-urlencoded"],
    ...list({ in: "formData", collectionFormat }),
  },
  args: `{ color: ["blue", "black"] }`,
  sends: { body },
});

export const swagger2: Table = {
  title: "Swagger 2.0",
  document: { swagger: "2.0", host: "api.test", schemes: ["http"] },
  rows: [
    query(undefined, "?color=blue,black"),
    query("csv", "?color=blue,black"),
    query("ssv", "?color=blue%20black"),
    query("tsv", "?color=blue%09black"),
    query("pipes", "?color=blue%7Cblack"),
    query("multi", "?color=blue&color=black"),
    path("csv", "/blue,black"),
    path("ssv", "/blue%20black"),
    path("tsv", "/blue%09black"),
    path("pipes", "/blue%7Cblack"),
    header("csv", "blue,black"),
    header("ssv", "blue black"),
    header("pipes", "blue|black"),
    form("multi", "color=blue&color=black"),
    form("csv", "color=blue,black"),
    form("pipes", "color=blue%7Cblack"),
    ...(
      [
        ["csv", "blue,black"],
        ["ssv", "blue black"],
        ["tsv", "blue\tblack"],
        ["pipes", "blue|black"],
        ["multi", "blue", "black"],
      ] as const
    ).map(([collectionFormat, ...sent]): Row => ({
      rule: `multipart: ${collectionFormat}`,
      spec: formats,
      method: "post",
      operation: {
        consumes: ["multipart/form-data"],
        ...list({ in: "formData", collectionFormat }),
      },
      args: `{ color: ["blue", "black"] }`,
      sends: {
        body:
          sent
            .map(
              (text) =>
                `--BOUNDARY\r\nContent-Disposition: form-data; name="color"\r\n\r\n${text}\r\n`,
            )
            .join("") + "--BOUNDARY--\r\n",
      },
    })),
    {
      rule: "a body parameter is JSON",
      spec: "Swagger 2.0, Parameter Object, in: body",
      method: "post",
      operation: {
        parameters: [
          {
            name: "thing",
            in: "body",
            required: true,
            schema: { type: "object", properties: { a: { type: "integer" } } },
          },
        ],
      },
      args: `{ a: 1 }`,
      sends: {
        headers: { "content-type": "application/json" },
        body: `{"a":1}`,
      },
    },
    {
      rule: "the base path comes first",
      spec: "Swagger 2.0, Swagger Object, basePath",
      client: "",
      sends: { url: "http://api.test" },
    },
  ],
};
