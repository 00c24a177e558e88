/** That the judge judges: what is wrong is refused. And that lists end where it says they do. */
import { beforeAll, expect, it } from "vitest";
import { OpenRouter } from "../../generated/openrouter/src/index.js";
import { openrouter } from "../packages/support/apis.js";
import { startPrism } from "./support/prism.js";
import type { Prism } from "./support/prism.js";

let prism: Prism;
beforeAll(async () => {
  prism = await startPrism(openrouter.document);
  return prism.stop;
});

it.each([
  ["a field of another type", "POST", "/keys", '{"name":7}'],
  ["a field that is missing", "POST", "/keys", "{}"],
  ["a query parameter out of bounds", "GET", "/keys?offset=-1", undefined],
])("%s is refused", async (_, method, path, body) => {
  const response = await fetch(prism.url + path, {
    method,
    headers: { authorization: "Bearer k", "content-type": "application/json" },
    ...(body !== undefined && { body }),
  });
  expect(response.status).toBe(400);
  expect(response.headers.get("sl-violations")).toContain("Error");
});

it("a request without credentials is refused", async () => {
  const response = await fetch(`${prism.url}/key`);
  expect(response.status).toBe(401);
});

it("an empty page ends a walk", async () => {
  const client = new OpenRouter({ apiKey: "k", baseURL: prism.url });
  const headers = { prefer: "example=end" };
  const walked: unknown[] = [];
  for await (const key of client.apiKeys.list({}, { headers }))
    walked.push(key);
  expect(walked).toEqual([]);
});
