/** Servers of a document: which are the same, what they are called, and how relative ones are shown. */
import { expect, it } from "vitest";
import { emitted, sdkOf } from "../../support/pipeline.js";

const get = {
  get: { operationId: "getA", responses: { 204: { description: "" } } },
};
const document = (servers: readonly object[]) => ({
  servers,
  paths: { "/a": get },
});
const urlsOf = async (servers: readonly object[]) =>
  (await sdkOf(document(servers))).client.servers?.urls.map(({ name, url }) => [
    name,
    url,
  ]);

it("two with one template and other defaults stay two", async () => {
  const server = (value: string) => ({
    url: "https://{region}.example.com",
    variables: { region: { default: value } },
  });
  expect(await urlsOf([server("eu"), server("us"), server("eu")])).toEqual([
    ["https://eu.example.com", "https://{region}.example.com"],
    ["https://us.example.com", "https://{region=us}.example.com"],
  ]);
});

it("those of one URL are one, with https before http", async () => {
  expect(
    await urlsOf([
      { url: "http://a.example.com/" },
      { url: "https://a.example.com" },
      { url: "https://b.example.com" },
    ]),
  ).toEqual([
    ["https://a.example.com", "https://a.example.com"],
    ["https://b.example.com", "https://b.example.com"],
  ]);
});

it.each([
  ["/api/v1", "https://api.example.com/api/v1"],
  ["v2/", "https://api.example.com/v2"],
  ["/", "https://api.example.com"],
  ["//other.example.com/x", "https://api.example.com"],
])("a relative one, %s, is shown as %s", async (url, shown) => {
  for (const path of ["README.md", "docs/a.md"]) {
    const text = await emitted(document([{ url }]), path);
    expect(
      [...text.matchAll(/baseURL: "(.*?)"/g)].map(([, one]) => one),
    ).toEqual(path === "README.md" ? [shown, shown, shown] : [shown]);
  }
});

it("the README says which path the base URL has", async () => {
  const text = await emitted(document([{ url: "/api/v1" }]), "README.md");
  expect(text).toContain(
    "The API's document names the server `/api/v1`: `baseURL` is the origin together with it, such as `https://api.example.com/api/v1`.",
  );
});
