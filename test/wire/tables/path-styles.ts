/** Path parameters: every style, and what a segment never holds. */
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

const row = (
  rule: string,
  fields: Fragment,
  value: string,
  target: string,
  spec = styles,
): Row => ({
  rule,
  spec,
  path: "/{color}",
  operation: parameter({ name: "color", in: "path", ...fields }),
  args: value,
  sends: `/${target}`,
});

const refused = (rule: string, value: string, path = "/{color}"): Row => ({
  rule,
  spec: "RFC 3986, 6.2.2.3 Path Segment Normalization",
  path,
  operation: parameter({ name: "color", in: "path", schema: string }),
  args: value,
  fails: { name: "ConfigError" },
});

export const pathStyles: Table = {
  title: "path parameters",
  rows: [
    row(
      "simple, string",
      { style: "simple", schema: string },
      `"blue"`,
      "blue",
    ),
    row(
      "simple, array",
      { style: "simple", schema: array },
      colors,
      "blue,black,brown",
    ),
    row(
      "simple, object",
      { style: "simple", schema: object },
      rgb,
      "R,100,G,200,B,150",
    ),
    row(
      "simple exploded, array",
      { style: "simple", explode: true, schema: array },
      colors,
      "blue,black,brown",
    ),
    row(
      "simple exploded, object",
      { style: "simple", explode: true, schema: object },
      rgb,
      "R=100,G=200,B=150",
    ),
    {
      rule: "label, empty string: the dot alone would be dropped",
      spec: "RFC 3986, 5.2.4 Remove Dot Segments",
      path: "/{color}",
      operation: parameter({
        name: "color",
        in: "path",
        style: "label",
        schema: string,
      }),
      args: `""`,
      fails: { name: "ConfigError" },
    },
    row(
      "label, object",
      { style: "label", schema: object },
      rgb,
      ".R,100,G,200,B,150",
    ),
    row(
      "label exploded, array",
      { style: "label", explode: true, schema: array },
      colors,
      ".blue.black.brown",
    ),
    row(
      "label exploded, object",
      { style: "label", explode: true, schema: object },
      rgb,
      ".R=100.G=200.B=150",
    ),
    row(
      "matrix, empty string",
      { style: "matrix", schema: string },
      `""`,
      ";color",
    ),
    row(
      "matrix, string",
      { style: "matrix", schema: string },
      `"blue"`,
      ";color=blue",
    ),
    row(
      "matrix, array",
      { style: "matrix", schema: array },
      colors,
      ";color=blue,black,brown",
    ),
    row(
      "matrix, object",
      { style: "matrix", schema: object },
      rgb,
      ";color=R,100,G,200,B,150",
    ),
    row(
      "matrix exploded, array",
      { style: "matrix", explode: true, schema: array },
      colors,
      ";color=blue;color=black;color=brown",
    ),
    row(
      "matrix exploded, object",
      { style: "matrix", explode: true, schema: object },
      rgb,
      ";R=100;G=200;B=150",
    ),
    row(
      "the default is simple",
      { schema: array },
      colors,
      "blue,black,brown",
      "OpenAPI 3.1.1, 4.8.12.2.2 style, explode",
    ),
    row(
      "a slash is not a separator",
      { schema: string },
      `"a/b"`,
      "a%2Fb",
      "RFC 6570, 3.2.2 Simple String Expansion",
    ),
    row(
      "nothing ends the path",
      { schema: string },
      `"a?b#c\\\\d e"`,
      "a%3Fb%23c%5Cd%20e",
      "RFC 6570, 3.2.2 Simple String Expansion",
    ),
    row(
      "percent signs are encoded",
      { schema: string },
      `"100%"`,
      "100%25",
      "RFC 6570, 3.2.2 Simple String Expansion",
    ),
    row(
      "an integer",
      { schema: { type: "integer" } },
      "12",
      "12",
      "RFC 6570, 2.4",
    ),
    row(
      "a date",
      { schema: { type: "string", format: "date-time" } },
      "new Date(0)",
      "1970-01-01T00%3A00%3A00.000Z",
      "JSON Schema Validation, 7.3.1",
    ),
    row(
      "content: JSON",
      { content: { "application/json": { schema: object } } },
      "{ R: 1 }",
      "%7B%22R%22%3A1%7D",
      "OpenAPI 3.1.1, 4.8.12.2.3 content",
    ),
    row(
      "allowReserved keeps slashes",
      { allowReserved: true, schema: string },
      `"a/b;c"`,
      "a/b;c",
      "OpenAPI 3.2.0, 4.12.2.2 allowReserved",
    ),
    refused("one dot would be dropped", `"."`),
    refused("two dots would climb", `".."`),
    refused("encoded dots would climb", `"%2e%2e"`),
    refused("dots beside a template", `"."`, "/.{color}"),
    refused("an empty value would change the path", `""`),
    {
      rule: "two parameters in a segment",
      spec: "OpenAPI 3.1.1, 4.8.2 Path Templating",
      path: "/{a}-{b}",
      operation: {
        parameters: [
          { name: "a", in: "path", required: true, schema: string },
          { name: "b", in: "path", required: true, schema: string },
        ],
      },
      args: `{ a: "x", b: "y" }`,
      sends: "/x-y",
    },
  ],
};
