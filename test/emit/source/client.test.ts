/**
 * The client's file keeps clear of the files that lie beside it, whatever the API is called.
 */
import { expect, it } from "vitest";
import { emit } from "../../support/emit.js";
import { sdkOf } from "../../support/pipeline.js";

const document = (title: string) => ({
  openapi: "3.1.0",
  info: { title, version: "1.0.0" },
  servers: [{ url: "https://api.example.com" }],
  paths: {},
  webhooks: {
    changed: {
      post: {
        operationId: "changed",
        requestBody: {
          content: { "application/json": { schema: { type: "object" } } },
        },
        responses: { "200": { description: "" } },
      },
    },
  },
});

it.each(["Client", "Errors", "Index", "Models", "Webhooks"])(
  "of an API named %s",
  async (title) => {
    const { files } = emit(await sdkOf(document(title)));
    const paths = [...files].map(({ path }) => path);
    expect(paths).toContain(`src/${title.toLowerCase()}-client.ts`);
    expect(new Set(paths).size).toBe(paths.length);
  },
);
