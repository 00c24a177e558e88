/** Changes of callbacks stand in the operation on whose account the API sends them. */
import { expect, it } from "vitest";
import { diff } from "../../generator/index.js";
import { makeFolder } from "../write/support.js";

const document = (...callbacks: readonly string[]): string => `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths:
  /orders:
    post:
      operationId: createOrder
      callbacks:
        ${callbacks.join("\n        ")}
      responses: { "204": { description: Done. } }
  /parcels:
    post:
      operationId: createParcel
      callbacks:
        shipped: { "{$request.query.url}": { post: { responses: { "200": { description: Done. } } } } }
      responses: { "204": { description: Done. } }
`;

const sent = (type: string): string =>
  `{ "{$request.query.url}": { post: { requestBody: { content: { application/json: { schema: { type: ${type} } } } }, responses: { "200": { description: Done. } } } } }`;

it.each([
  ["of its own name", "paid", "callbacks.paid", 9],
  [
    "of a name that others have too",
    "shipped",
    "callbacks.createOrder shipped",
    9,
  ],
])("a callback %s", async (_, name, where, line) => {
  const of = (type: string) =>
    document(
      `${name === "paid" ? "shipped" : "paid"}: ${sent("string")}`,
      `${name}: ${sent(type)}`,
    );
  const cwd = makeFolder({
    "old.yaml": of("string"),
    "new.yaml": of("number"),
  });
  const { sdks } = await diff({ cwd, old: "old.yaml", new: "new.yaml" });
  expect(sdks[0]?.changes).toMatchObject([
    { where, location: { new: { line }, old: { line } } },
  ]);
});
