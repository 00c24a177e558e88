/**
 * References that depend on where they stand: the root of the file first, then the nearest schema with
 * an `$id`, then the nearest `$defs`.
 */
import { describe, expect, it } from "vitest";
import { loadFiles } from "../loading.js";

const load = (
  schemas: string,
): Promise<{ schemas: unknown; problems: readonly string[] }> =>
  loadFiles({
    "openapi.yaml": `openapi: 3.1.0
info: { title: T, version: "1" }
components:
  schemas:
${schemas.trim().replace(/^/gm, "    ")}
`,
  }).then(({ document, problems }) => ({
    schemas: document?.root.components?.schemas,
    problems,
  }));

describe("a schema with an $id", () => {
  it("has anchors of its own", async () => {
    expect(
      await load(`
A: { $id: "https://example.com/a", properties: { x: { $ref: "#it" } }, $defs: { It: { $anchor: it, type: string } } }
B: { $id: "https://example.com/b", properties: { x: { $ref: "#it" } }, $defs: { It: { $anchor: it, type: integer } } }
C: { properties: { b: { $ref: "https://example.com/b#it" } } }
D: { $id: "https://example.com/d", properties: { a: { $ref: "a#it" }, b: { $ref: "/b#/$defs/It" } } }`),
    ).toMatchObject({
      problems: [],
      schemas: {
        A: { properties: { x: { $ref: "#/components/schemas/A/$defs/It" } } },
        B: { properties: { x: { $ref: "#/components/schemas/B/$defs/It" } } },
        C: { properties: { b: { $ref: "#/components/schemas/B/$defs/It" } } },
        D: {
          properties: {
            a: { $ref: "#/components/schemas/A/$defs/It" },
            b: { $ref: "#/components/schemas/B/$defs/It" },
          },
        },
      },
    });
  });

  it("is where its pointers begin, unless the root has them", async () => {
    expect(
      await load(`
A: { $id: "https://example.com/a", properties: { x: { $ref: "#/$defs/It" }, y: { $ref: "#/components/schemas/B" } }, $defs: { It: { type: string } } }
B: { $id: "https://example.com/b", properties: { x: { type: object, $defs: { It: { type: string } }, items: { $ref: "#/$defs/It" } } }, $defs: { It: { type: integer } } }
C: { $id: "https://example.com/c", properties: { a: { $ref: "a#/$defs/It" }, b: { $ref: b } } }`),
    ).toMatchObject({
      problems: [],
      schemas: {
        A: {
          properties: {
            x: { $ref: "#/components/schemas/A/$defs/It" },
            y: { $ref: "#/components/schemas/B" },
          },
        },
        B: {
          properties: {
            x: { items: { $ref: "#/components/schemas/B/$defs/It" } },
          },
        },
        C: {
          properties: {
            a: { $ref: "#/components/schemas/A/$defs/It" },
            b: { $ref: "#/components/schemas/B" },
          },
        },
      },
    });
  });
});

describe("$defs without an $id", () => {
  it("are found in the nearest schema around the reference, which is said", async () => {
    expect(
      await load(`
A: { $defs: { It: { type: string } }, properties: { x: { $ref: "#/$defs/It" }, y: { items: { $ref: "#/$defs/It" } } } }
B: { definitions: { It: { type: integer } }, properties: { x: { $ref: "#/definitions/It" }} }`),
    ).toMatchObject({
      problems: [
        "5:62 warning ref-nearest: #/$defs/It does not exist; it is read as #/components/schemas/A/$defs/It, the nearest of that name",
        "6:69 warning ref-nearest: #/definitions/It does not exist; it is read as #/components/schemas/B/definitions/It, the nearest of that name",
      ],
      schemas: {
        A: {
          properties: {
            x: { $ref: "#/components/schemas/A/$defs/It" },
            y: { items: { $ref: "#/components/schemas/A/$defs/It" } },
          },
        },
        B: {
          properties: { x: { $ref: "#/components/schemas/B/definitions/It" } },
        },
      },
    });
  });

  it("are found in other files too", async () => {
    const { document, problems } = await loadFiles({
      "openapi.yaml": `openapi: 3.1.0
info: { title: T, version: "1" }
components: { schemas: { A: { $ref: "a.yaml#/A" } } }
`,
      "a.yaml": `A: { $defs: { It: { type: string } }, properties: { x: { $ref: "#/$defs/It" } } }\n`,
    });
    expect(problems).toEqual([
      "a.yaml:1:58 warning ref-nearest: #/$defs/It does not exist; it is read as #/A/$defs/It, the nearest of that name",
    ]);
    expect(document?.root.components?.schemas).toMatchObject({
      It: { type: "string" },
    });
  });
});

it("definitions at the root are read without a warning where references lead into them", async () => {
  const { problems } = await loadFiles({
    "openapi.yaml": `openapi: 3.1.0
info: { title: T, version: "1" }
definitions: { It: { type: string } }
models: { Other: { type: string } }
components:
  definitions: { It: { type: string } }
  schemas: { A: { properties: { x: { $ref: "#/definitions/It" }, y: { $ref: "#/components/definitions/It" } } } }
`,
  });
  expect(problems).toEqual([
    "4:1 warning field-unknown: models is not a field of the document and is ignored",
  ]);
});
