/** Query parameters: style, explode and allowReserved. */
import {
  parameter,
  type Fragment,
  type Row,
  type Table,
} from "../support/table.js";

const styles = "OpenAPI 3.1.1, 4.8.12.4 Style Examples";

const string = { type: "string" };
const array = { type: "array", items: string };
const object = {
  type: "object",
  properties: {
    R: { type: "integer" },
    G: { type: "integer" },
    B: { type: "integer" },
  },
};

/** The three values of the specification's table. */
const colors = `["blue", "black", "brown"]`;
const rgb = `{ R: 100, G: 200, B: 150 }`;

const row = (
  rule: string,
  fields: Fragment,
  value: string,
  target: string,
  spec = styles,
): Row => ({
  rule,
  spec,
  operation: parameter({ name: "color", in: "query", ...fields }),
  args: `{ color: ${value} }`,
  sends: target,
});

export const queryStyles: Table = {
  title: "query parameters",
  rows: [
    row(
      "form, empty string",
      { style: "form", explode: false, schema: string },
      `""`,
      "?color=",
    ),
    row(
      "form, string",
      { style: "form", explode: false, schema: string },
      `"blue"`,
      "?color=blue",
    ),
    row(
      "form, array",
      { style: "form", explode: false, schema: array },
      colors,
      "?color=blue,black,brown",
    ),
    row(
      "form, object",
      { style: "form", explode: false, schema: object },
      rgb,
      "?color=R,100,G,200,B,150",
    ),
    row(
      "form exploded, empty string",
      { style: "form", explode: true, schema: string },
      `""`,
      "?color=",
    ),
    row(
      "form exploded, string",
      { style: "form", explode: true, schema: string },
      `"blue"`,
      "?color=blue",
    ),
    row(
      "form exploded, array",
      { style: "form", explode: true, schema: array },
      colors,
      "?color=blue&color=black&color=brown",
    ),
    row(
      "form exploded, object",
      { style: "form", explode: true, schema: object },
      rgb,
      "?R=100&G=200&B=150",
    ),
    row(
      "spaceDelimited, array",
      { style: "spaceDelimited", explode: false, schema: array },
      colors,
      "?color=blue%20black%20brown",
    ),
    row(
      "spaceDelimited, object",
      { style: "spaceDelimited", explode: false, schema: object },
      rgb,
      "?color=R%20100%20G%20200%20B%20150",
    ),
    row(
      "pipeDelimited, array",
      { style: "pipeDelimited", explode: false, schema: array },
      colors,
      "?color=blue%7Cblack%7Cbrown",
    ),
    row(
      "pipeDelimited, object",
      { style: "pipeDelimited", explode: false, schema: object },
      rgb,
      "?color=R%7C100%7CG%7C200%7CB%7C150",
    ),
    row(
      "deepObject, object",
      { style: "deepObject", explode: true, schema: object },
      rgb,
      "?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
    ),
    row(
      "the default is form, exploded",
      { schema: array },
      colors,
      "?color=blue&color=black&color=brown",
      "OpenAPI 3.1.1, 4.8.12.2.2 style, explode",
    ),
    row(
      "what is not unreserved is encoded",
      { schema: string },
      `"a/b?c=d&e#f+g h~i"`,
      "?color=a%2Fb%3Fc%3Dd%26e%23f%2Bg%20h~i",
      "RFC 6570, 3.2.8 Form-Style Query Expansion",
    ),
    row(
      "values are UTF-8",
      { schema: string },
      `"über"`,
      "?color=%C3%BCber",
      "RFC 6570, 1.6 Limitations",
    ),
    row(
      "the delimiter inside a value is encoded",
      { style: "form", explode: false, schema: array },
      `["a,b", "c"]`,
      "?color=a%2Cb,c",
      "RFC 6570, 3.2.1 Variable Expansion",
    ),
    row(
      "allowReserved keeps reserved characters",
      { allowReserved: true, schema: string },
      `"/a/b:c,d;e=f%20"`,
      "?color=/a/b:c,d;e=f%20",
      "OpenAPI 3.1.1, 4.8.12.2.2 allowReserved",
    ),
    row(
      "allowReserved encodes what would end the value",
      { allowReserved: true, schema: string },
      `"a&b#c[d]+"`,
      "?color=a%26b%23c%5Bd%5D%2B",
      "OpenAPI 3.1.1, 4.8.12.2.2 allowReserved",
    ),
    row(
      "allowReserved with commas between values",
      { style: "form", explode: false, allowReserved: true, schema: array },
      `["a/b", "c"]`,
      "?color=a/b,c",
      "OpenAPI 3.1.1, 4.8.12.2.2 allowReserved",
    ),
    {
      rule: "undefined and null are not sent",
      spec: "RFC 6570, 3.2.1 Variable Expansion",
      operation: parameter({
        name: "color",
        in: "query",
        schema: {
          type: ["array", "null"],
          items: { type: ["string", "null"] },
        },
      }),
      args: `{ color: ["blue", null] }`,
      sends: "?color=blue",
    },
    row(
      "an empty array is not sent",
      { schema: array },
      "[]",
      "",
      "RFC 6570, 3.2.1 Variable Expansion",
    ),
    row(
      "an empty array without explode is not sent",
      { style: "form", explode: false, schema: array },
      "[]",
      "",
      "RFC 6570, 3.2.1 Variable Expansion",
    ),
    row(
      "an empty object is not sent",
      {
        style: "deepObject",
        explode: true,
        schema: { type: "object", additionalProperties: string },
      },
      "{}",
      "",
      "RFC 6570, 3.2.1 Variable Expansion",
    ),
    row(
      "undefined is not sent",
      { schema: string },
      "undefined",
      "",
      "RFC 6570, 3.2.1 Variable Expansion",
    ),
    row(
      "a boolean is its name",
      { schema: { type: "boolean" } },
      "false",
      "?color=false",
      "OpenAPI 3.1.1, 4.8.12.4 Style Examples",
    ),
    row(
      "a date is RFC 3339",
      { schema: { type: "string", format: "date-time" } },
      `new Date(0)`,
      "?color=1970-01-01T00%3A00%3A00.000Z",
      "JSON Schema Validation, 7.3.1",
    ),
    row(
      "content: JSON",
      { content: { "application/json": { schema: object } } },
      `{ R: 1, G: 2 }`,
      "?color=%7B%22R%22%3A1%2C%22G%22%3A2%7D",
      "OpenAPI 3.1.1, 4.8.12.2.3 content",
    ),
    {
      rule: "brackets in a name are encoded",
      spec: "RFC 3986, 2.4 When to Encode or Decode",
      operation: parameter({ name: "a[]", in: "query", schema: array }),
      args: `{ "a[]": ["x", "y"] }`,
      sends: "?a%5B%5D=x&a%5B%5D=y",
    },
  ],
};
