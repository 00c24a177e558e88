/** A list in pages whose response has another media type, which gives no pages. */
import { expect, it } from "vitest";
import { built } from "../../support/built.js";

const list = (name: string) => ({
  schema: {
    type: "array",
    items: {
      type: "object",
      required: [name],
      properties: { [name]: { type: "string" } },
    },
  },
});

const operation = (operationId: string, headers: object) => ({
  get: {
    operationId,
    parameters: [{ name: "page", in: "query", schema: { type: "integer" } }],
    responses: {
      200: {
        description: "OK.",
        ...headers,
        content: {
          "application/json": list("id"),
          "application/vnd.star+json": list("star"),
        },
      },
    },
  },
});

const source = {
  info: { title: "Acme", version: "1.0.0" },
  servers: [{ url: "https://api.example.com" }],
  paths: {
    "/plain": operation("listPlain", {}),
    "/linked": operation("listLinked", {
      headers: { Link: { schema: { type: "string" } } },
    }),
  },
};

it.each([[undefined], ["stainless" as const]])(
  "has pages of one and the whole of the other (compatibility: %s)",
  async (compatibility) => {
    const { errors } = await built(
      source,
      `
import { type AcmeCore, listLinked, listPlain } from "./src/index.js";
export const used = async (client: AcmeCore): Promise<string[]> => {
  const found: string[] = [];
  for await (const { id } of listPlain(client)) found.push(id);
  for await (const { id } of listLinked(client, { page: 1 })) found.push(id);
  const accept = "application/vnd.star+json";
  for (const { star } of await listPlain(client, {}, { accept })) found.push(star);
  for (const { star } of await listLinked(client, {}, { accept })) found.push(star);
  return found;
};
`,
      compatibility ? { compatibility } : {},
    );
    expect(errors).toEqual([]);
  },
);
