/** `api.md`: every public signature, a line each. */
import { format } from "prettier";
import { expect, it } from "vitest";
import { emit } from "../../support/emit.js";
import { emitted, sdkOf } from "../../support/pipeline.js";

const json = (schema: object) => ({
  description: "It.",
  content: { "application/json": { schema } },
});
const room = { $ref: "#/components/schemas/Room" };
const components = {
  schemas: {
    Room: {
      type: "object",
      properties: { kind: { $ref: "#/components/schemas/Kind" } },
    },
    Kind: { type: "string", enum: ["a", "b"] },
  },
};

it("has operations and types by resource, sorted by name", async () => {
  const source = {
    components,
    paths: {
      "/rooms/{id}": {
        patch: {
          tags: ["rooms"],
          operationId: "updateRoom",
          parameters: [
            {
              name: "id",
              in: "path",
              required: true,
              schema: { type: "string" },
            },
          ],
          requestBody: {
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  properties: { kind: { type: "string" } },
                },
              },
            },
          },
          responses: { 200: json(room), 404: { description: "None." } },
        },
      },
      "/rooms": {
        get: {
          tags: ["rooms"],
          operationId: "listRooms",
          summary: `[All](https://a.test)  \`rooms\` | ${"x".repeat(100)}`,
          description: "Never here.",
          parameters: [
            { name: "region", in: "query", schema: { type: "string" } },
          ],
          responses: { 200: json({ type: "array", items: room }) },
        },
      },
    },
  };
  const page = await emitted(source, "api.md");
  expect(page.slice(page.indexOf("## `client.rooms`"))).toBe(
    `## \`client.rooms\`

- [\`client.rooms.list({ region? }) -> Room[]\`](docs/rooms.md#roomslist): All \\\`rooms\\\` \\| ${"x".repeat(85)}…; \`listRooms\`
- [\`client.rooms.update(id, { kind? }) -> Room\`](docs/rooms.md#roomsupdate); \`updateRoom\`; throws \`NotFoundError\`

Types:

- \`Kind\`
- \`Room\`
`,
  );
  expect(page).not.toContain("Never here.");
  expect(await format(page, { parser: "markdown" })).toBe(page);
});

it("has a page for each resource above two hundred operations", async () => {
  const paths = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [
        `/a${index}`,
        {
          get: {
            tags: [index < 2 ? "Ants" : "Bees"],
            responses: { 200: json(room) },
          },
        },
      ]),
    );
  const pagesOf = async (count: number) =>
    emit(await sdkOf({ components, paths: paths(count) }))
      .files.map(({ path }) => path)
      .filter((path) => /^api\b/.test(path));
  expect(await pagesOf(200)).toEqual(["api.md"]);
  expect(await pagesOf(201)).toEqual(["api.md", "api/ants.md", "api/bees.md"]);
  const page = await emitted({ components, paths: paths(201) }, "api.md");
  expect(page.slice(page.indexOf("## Resources"))).toBe(`## Resources

- [\`client.ants\`](api/ants.md): 2
- [\`client.bees\`](api/bees.md): 199

## Other types

- \`Kind\`
- \`Room\`
`);
});
