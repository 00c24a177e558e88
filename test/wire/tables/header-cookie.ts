/** Header and cookie parameters. */
import {
  parameter,
  type Fragment,
  type Row,
  type Table,
} from "../support/table.js";
import {
  array,
  colors,
  object,
  rgb,
  string,
  styles,
} from "../support/style-examples.js";

const fields: Fragment = {
  type: "object",
  properties: {
    list: { type: "array", items: string },
    object: { type: "object", properties: { a: string } },
    text: string,
  },
};

const header = (
  rule: string,
  fields: Fragment,
  value: string,
  sent: string | null,
  spec = styles,
): Row => ({
  rule: `header: ${rule}`,
  spec,
  operation: parameter({ name: "X-Color", in: "header", ...fields }),
  args: `{ "X-Color": ${value} }`,
  sends: { headers: { "x-color": sent } },
});

const cookie = (
  rule: string,
  fields: Fragment,
  value: string,
  sent: string | null,
  spec = styles,
): Row => ({
  rule: `cookie: ${rule}`,
  spec,
  operation: parameter({ name: "color", in: "cookie", ...fields }),
  args: `{ color: ${value} }`,
  sends: { headers: { cookie: sent } },
});

export const headerCookie: Table = {
  title: "header and cookie parameters",
  document: { openapi: "3.2.0" },
  rows: [
    header("simple, string", { schema: string }, `"blue"`, "blue"),
    header("simple, array", { schema: array }, colors, "blue,black,brown"),
    header("simple, object", { schema: object }, rgb, "R,100,G,200,B,150"),
    header(
      "simple exploded, object",
      { explode: true, schema: object },
      rgb,
      "R=100,G=200,B=150",
    ),
    header(
      "nothing is percent-encoded",
      { schema: string },
      `"a b/c?d=e%f"`,
      "a b/c?d=e%f",
      "OpenAPI 3.2.0, 4.12.6 Style Values",
    ),
    header("a boolean", { schema: { type: "boolean" } }, "true", "true"),
    header(
      "content: JSON",
      { content: { "application/json": { schema: object } } },
      "{ R: 1 }",
      `{"R":1}`,
      "OpenAPI 3.1.1, 4.8.12.2.3 content",
    ),
    header("undefined is not sent", { schema: string }, "undefined", null),
    {
      rule: "header: a line break is refused",
      spec: "RFC 9110, 5.5 Field Values",
      operation: parameter({ name: "X-Color", in: "header", schema: string }),
      args: `{ "X-Color": "a\\r\\nb: c" }`,
      fails: { name: "ConfigError" },
    },
    {
      rule: "header: Accept, Content-Type and Authorization are no parameters",
      spec: "OpenAPI 3.1.1, 4.8.12.2.1",
      operation: {
        parameters: [
          { name: "Accept", in: "header", schema: string },
          { name: "Content-Type", in: "header", schema: string },
          { name: "Authorization", in: "header", schema: string },
        ],
      },
      sends: {
        headers: {
          accept: "application/json",
          "content-type": null,
          authorization: null,
        },
      },
    },
    cookie(
      "form, string",
      { explode: false, schema: string },
      `"blue"`,
      "color=blue",
    ),
    cookie(
      "form, array",
      { explode: false, schema: array },
      colors,
      "color=blue,black,brown",
    ),
    cookie(
      "form, object",
      { explode: false, schema: object },
      rgb,
      "color=R,100,G,200,B,150",
    ),
    cookie("form exploded, string", { schema: string }, `"blue"`, "color=blue"),
    cookie(
      "form exploded, array",
      { schema: array },
      colors,
      "color=blue; color=black; color=brown",
      "OpenAPI 3.2.0, 4.12.6 Style Values",
    ),
    cookie(
      "form exploded, object",
      { schema: object },
      rgb,
      "R=100; G=200; B=150",
      "OpenAPI 3.2.0, 4.12.6 Style Values",
    ),
    cookie(
      "form: what would end it is encoded",
      { schema: string },
      `"a; b"`,
      "color=a%3B%20b",
      "OpenAPI 3.2.0, 4.12.6 Style Values",
    ),
    cookie(
      "cookie, string",
      { style: "cookie", schema: string },
      `"a%20b"`,
      "color=a%20b",
      "OpenAPI 3.2.0, 4.12.6 Style Values",
    ),
    cookie(
      "cookie, array",
      { style: "cookie", schema: array },
      colors,
      "color=blue; color=black; color=brown",
      "OpenAPI 3.2.0, 4.12.7 Style Examples",
    ),
    cookie(
      "cookie, object",
      { style: "cookie", schema: object },
      rgb,
      "R=100; G=200; B=150",
      "OpenAPI 3.2.0, 4.12.7 Style Examples",
    ),
    {
      rule: "cookie: what would end it is refused",
      spec: "RFC 6265, 4.1.1 Syntax",
      operation: parameter({
        name: "color",
        in: "cookie",
        style: "cookie",
        schema: string,
      }),
      args: `{ color: "a; b" }`,
      fails: { name: "ConfigError" },
    },
    {
      rule: "cookie: several are one header",
      spec: "RFC 6265, 4.2.1 Syntax",
      operation: {
        parameters: [
          { name: "a", in: "cookie", schema: string },
          { name: "b", in: "cookie", schema: string },
        ],
      },
      args: `{ a: "1", b: "2" }`,
      sends: { headers: { cookie: "a=1; b=2" } },
    },
    {
      rule: "querystring: a form",
      spec: "OpenAPI 3.2.0, 4.12.1 Parameter Locations",
      operation: parameter({
        name: "q",
        in: "querystring",
        content: { "application/x-www-form-urlencoded": { schema: object } },
      }),
      args: `{ q: { R: 1, G: 2 } }`,
      sends: "?R=1&G=2",
    },
    {
      rule: "querystring: spaces and plus signs of a form",
      spec: "OpenAPI 3.2.0, 4.12.8 Parameter Object Examples",
      operation: parameter({
        name: "q",
        in: "querystring",
        content: {
          "application/x-www-form-urlencoded": {
            schema: {
              type: "object",
              properties: { foo: string, bar: { type: "boolean" } },
            },
          },
        },
      }),
      args: `{ q: { foo: "a + b", bar: true } }`,
      sends: "?foo=a+%2B+b&bar=true",
    },
    {
      rule: "querystring: lists and objects of a form",
      spec: "OpenAPI 3.2.0, 4.15.1 Common Fixed Fields, contentType",
      operation: parameter({
        name: "q",
        in: "querystring",
        content: { "application/x-www-form-urlencoded": { schema: fields } },
      }),
      args: `{ q: { list: ["x", "y"], object: { a: "b" } } }`,
      sends: "?list=x&list=y&object=%7B%22a%22%3A%22b%22%7D",
    },
    {
      rule: "querystring: a form with styles",
      spec: "OpenAPI 3.2.0, 4.15.2 RFC6570-style Serialization",
      operation: parameter({
        name: "q",
        in: "querystring",
        content: {
          "application/x-www-form-urlencoded": {
            schema: fields,
            encoding: {
              list: { style: "pipeDelimited", explode: false },
              object: { style: "deepObject" },
              text: { allowReserved: true },
            },
          },
        },
      }),
      args: `{ q: { list: ["x", "y"], object: { a: "b" }, text: "/?" } }`,
      sends: "?list=x%7Cy&object%5Ba%5D=b&text=/?",
    },
    {
      rule: "querystring: JSON",
      spec: "OpenAPI 3.2.0, 4.12.8 Parameter Object Examples",
      operation: parameter({
        name: "json",
        in: "querystring",
        content: {
          "application/json": {
            schema: {
              type: "object",
              properties: {
                numbers: { type: "array", items: { type: "integer" } },
                flag: { type: ["boolean", "null"] },
              },
            },
          },
        },
      }),
      args: `{ json: { numbers: [1, 2], flag: null } }`,
      sends: "?%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D",
    },
    {
      rule: "querystring: text",
      spec: "OpenAPI 3.2.0, 4.12.8 Parameter Object Examples",
      operation: parameter({
        name: "selector",
        in: "querystring",
        content: { "application/jsonpath": { schema: string } },
      }),
      args: `{ selector: "$.a.b[1:1]" }`,
      sends: "?%24.a.b%5B1%3A1%5D",
    },
  ],
};
