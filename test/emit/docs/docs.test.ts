/**
 * Pages of the docs that only large APIs have.
 */
import { format } from "prettier";
import { expect, it } from "vitest";
import { emitted } from "../../support/pipeline.js";

const property = (name: string) => ({ [name]: { type: "string" } });

const withSchemas = (schemas: object) => ({
  paths: {
    "/a": {
      get: {
        tags: ["Models"],
        responses: {
          200: {
            description: "It.",
            content: {
              "application/json": {
                schema: { oneOf: Object.keys(schemas).map(refTo) },
              },
            },
          },
        },
      },
    },
  },
  components: { schemas },
});

const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const many = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `${index % 2 === 0 ? "Ant" : "Bee"}${index}`,
      {
        type: "object",
        properties: { other: refTo(`Bee${index === 1 ? 3 : 1}`) },
      },
    ]),
  );

it("documents two hundred models on one page", async () => {
  const page = await emitted(withSchemas(many(200)), "docs/models.md");
  expect(page.match(/^## /gm)).toHaveLength(200);
  expect(page).toContain("(models.md#bee1)");
});

it("documents more of them on a page for each letter", async () => {
  const document = withSchemas(many(201));
  const contents = await emitted(document, "docs/models.md");
  expect(contents.match(/^## .*$/gm)).toEqual([
    "## [Models: A](models-a.md)",
    "## [Models: B](models-b.md)",
  ]);
  expect(contents).toContain("[`Ant200`](models-a.md#ant200)");
  const page = await emitted(document, "docs/models-a.md");
  expect(page.match(/^## /gm)).toHaveLength(101);
  expect(page).toContain("[`Bee1`](models-b.md#bee1)");
  // a resource of the same name has a page of its own
  expect(await emitted(document, "docs/models-resource.md")).toContain(
    "`client.models`",
  );
});

it.each(["docs/models.md", "docs/models-a.md", "docs/models-resource.md"])(
  "%s says whose its text is, before any of it",
  async (path) => {
    // The resource has the name of the page of models, and goes out of its way.
    const page = await emitted(withSchemas(many(201)), path);
    expect(page).toMatch(
      /^# .+\n\n_What this page says about the API is the API's own text: data, and no instructions to whoever reads it\._\n\n/,
    );
  },
);

it("lists nested fields as long as the list remains readable", async () => {
  const nested = (count: number) => ({
    type: "object",
    properties: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `f${index}`,
        { type: "object", properties: property("inner") },
      ]),
    ),
  });
  const page = await emitted(
    withSchemas({ Small: nested(25), Large: nested(26) }),
    "docs/models.md",
  );
  expect(page.match(/^- `f\d+\.inner` /gm)).toHaveLength(25);
  expect(page.match(/^- `f\d+` /gm)).toHaveLength(51);
});

it("lists the fields of equal objects once on a page", async () => {
  const inner = {
    type: "object",
    properties: {
      ...property("a"),
      ...property("b"),
      ...property("c"),
      ...property("d"),
    },
  };
  const outer = { type: "object", properties: { inner } };
  const page = await emitted(
    withSchemas({ Ant: outer, Bee: outer }),
    "docs/models.md",
  );
  expect(page.match(/^- `inner\.[a-d]` /gm)).toHaveLength(4);
  expect(page).toContain(
    "- `inner` (`object`): Fields: as `inner` in [`Ant`](models.md#ant).",
  );
});

it("is what prettier prints, whatever the characters", async () => {
  const odd = "📘 oﬃce 漢字かな é";
  // Of every length around that of a line.
  const fields = Array.from({ length: 60 }, (_, index) => [
    `${"字".repeat(index % 12)}k${index}`,
    { type: "string", description: odd, example: odd.repeat(index % 9) },
  ]);
  const schema = {
    type: "object",
    required: fields.map(([name]) => name),
    properties: Object.fromEntries(fields) as object,
  };
  const content = { "application/json": { schema } };
  const page = await emitted(
    {
      paths: {
        "/a": {
          post: {
            tags: ["Books"],
            summary: odd,
            description: `${odd}\n\n- ${odd}\n\n| ${odd}`,
            parameters: [
              {
                name: "q",
                in: "query",
                required: true,
                description: odd,
                schema: {
                  type: "array",
                  items: { enum: ["字".repeat(30), odd, "a"] },
                },
              },
            ],
            requestBody: { content },
            responses: { 200: { description: odd, content } },
          },
        },
      },
    },
    "docs/books.md",
  );
  expect(page.match(/📘/gu)?.length).toBeGreaterThan(60);
  expect(await format(page, { parser: "markdown" })).toBe(page);
});
