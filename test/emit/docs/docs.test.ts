/**
 * Pages of the docs that only large APIs have.
 */
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

it("lists nested fields as long as the table remains readable", async () => {
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
  expect(page.match(/^\| `f\d+\.inner`/gm)).toHaveLength(25);
  expect(page.match(/^\| `f\d+`/gm)).toHaveLength(51);
});
