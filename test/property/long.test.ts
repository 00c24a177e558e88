/**
 * Texts of any length: what reads them goes over them once. Reading one of these in quadratic time
 * takes minutes, which is longer than a test may take.
 */
import { describe, expect, it } from "vitest";
import { surfaceOf } from "../../generator/surface/surface-of.js";
import { sdkOf } from "../support/pipeline.js";
import { diagnosticFaults, pass } from "./pipeline.js";

const long = 300_000;

const withText = (place: string, text: string): unknown => ({
  openapi: "3.1.0",
  info: {
    title: place === "title" ? text : "Long",
    version: place === "version" ? text : "1.0.0",
    description: place === "description" ? text : "",
    license: { name: place === "license" ? text : "MIT" },
  },
  servers: [
    { url: `https://api.example.com/${place === "server" ? text : "v1"}` },
  ],
  tags: [{ name: place === "tag" ? text : "Things" }],
  paths: {
    [`/things/${place === "path" ? text : ""}`]: {
      get: {
        operationId: place === "operationId" ? text : "listThings",
        tags: [place === "tag" ? text : "Things"],
        summary: place === "summary" ? text : "",
        description: place === "description" ? text : "",
        parameters: [
          {
            name: place === "parameter" ? text : "after",
            in: "query",
            schema: {
              type: "string",
              pattern: place === "pattern" ? text : "^a$",
            },
          },
        ],
        responses: {
          "200": {
            description: "",
            content: {
              [place === "mediaType" ? text : "application/json"]: {
                schema: {
                  type: "object",
                  properties: {
                    [place === "property" ? text : "state"]: {
                      type: "string",
                      enum: ["a", place === "enum" ? text : "b"],
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Thing: { type: "string", enum: [place === "enum" ? text : "c"] },
    },
  },
});

const units = ["- ", "/", " #", "\n", "_a", "A", ":", "`", "{a", "("];

describe("a long text", () => {
  it.each([
    "title",
    "version",
    "license",
    "description",
    "server",
    "tag",
    "path",
    "operationId",
    "summary",
    "parameter",
    "pattern",
    "mediaType",
    "property",
    "enum",
  ])("as %s is read once", { timeout: 60_000 }, async (place) => {
    for (const unit of units) {
      const text = `a${unit.repeat(long / unit.length)}a`;
      const passage = await pass(withText(place, text));
      expect(diagnosticFaults(passage)).toEqual([]);
    }
  });

  it.each([
    ["headings", "# a" + " #".repeat(long / 2) + "a"],
    ["empty lines in a list", "- a\n" + "\n".repeat(long) + "a"],
    ["points apart", "- a\n\n".repeat(long / 5)],
    ["code of any length", [...Array(800).keys()].map((n) => "`".repeat(n))],
    ["open links", "[a](".repeat(long / 4)],
    ["open titles", '[a](b "'.repeat(long / 7)],
    ["open emphasis", "**a _a ".repeat(long / 7)],
    ["addresses", "https://".repeat(long / 8)],
    ["tags", "<code>".repeat(long / 6)],
    ["quotes in quotes", ">".repeat(long) + ">\t".repeat(long / 2)],
    ["quotes", "> [!NOTE]\n".repeat(long / 10)],
    ["HTML", "<p><ul><li>".repeat(long / 11)],
  ])("of %s is read once", { timeout: 60_000 }, async (_, text) => {
    const passage = await pass(
      withText("description", [text].flat().join(" ")),
    );
    expect(diagnosticFaults(passage)).toEqual([]);
  });
});

describe("X11: many parts", () => {
  const operation = (name: string, schema: unknown) => ({
    get: {
      operationId: name,
      tags: [name.slice(0, 4)],
      responses: {
        "200": { description: "", content: { "application/json": { schema } } },
      },
    },
  });
  const document = (paths: unknown, schemas: unknown) => ({
    ...{ openapi: "3.1.0", info: { title: "Many", version: "1.0.0" } },
    servers: [{ url: "https://api.example.com" }],
    ...{ paths, components: { schemas } },
  });

  it("of one circle are no stack", { timeout: 60_000 }, async () => {
    const count = 5000;
    const schemas = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `S${index}`,
        {
          type: "object",
          properties: {
            next: { $ref: `#/components/schemas/S${(index + 1) % count}` },
          },
        },
      ]),
    );
    const first = { $ref: "#/components/schemas/S0" };
    const { sdk } = await pass(
      document({ "/a": operation("get", first) }, schemas),
    );
    expect(sdk?.models).toHaveLength(count);
  });

  it("of one operation each are all there", { timeout: 60_000 }, async () => {
    const paths = Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [
        `/things${index}`,
        operation(`t${index}`, { type: "string" }),
      ]),
    );
    const { sdk } = await pass(document(paths, {}));
    expect(sdk?.operationCount).toBe(2000);
  });

  it.each(["oneOf", "anyOf", "allOf"])(
    "of parts of parts, by %s, are looked at once",
    { timeout: 60_000 },
    async (keyword) => {
      const levels = 22;
      const refer = (name: string) => ({
        $ref: `#/components/schemas/${name}`,
      });
      const schemas: Record<string, unknown> = {};
      for (const letter of "ABC") {
        for (let level = 0; level < levels; level++)
          schemas[`${letter}${level}`] = {
            [keyword]: [
              ...Array.from("ABC", (next) => refer(`${next}${level + 1}`)),
              { properties: { [`x${letter}${level}`]: { type: "string" } } },
            ],
          };
        schemas[`${letter}${levels}`] = {
          type: "object",
          properties: { [`z${letter}`]: { type: "string" } },
        };
      }
      const { get } = operation("send", refer("A0"));
      const body = { content: get.responses["200"].content };
      const parameters = [{ name: "of", in: "query", schema: refer("A0") }];
      const path = { post: { ...get, parameters, requestBody: body } };
      const source = document({ "/a": path }, schemas);
      const passage = await pass(source);
      expect(passage.sdk?.models).toHaveLength(3 * (levels + 1));
      const { models } = surfaceOf(await sdkOf(source));
      expect(models.size).toBe(3 * (levels + 1));
    },
  );
});
