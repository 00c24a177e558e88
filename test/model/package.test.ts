/**
 * What the package, its class and its main file are called.
 */
import { describe, expect, it } from "vitest";
import { sdkOf } from "../support/pipeline.js";

describe("the title becomes", () => {
  it.each([
    ["OpenAI API", "OpenAI", "openai", "openai-sdk"],
    ["WorkOS", "WorkOS", "workos", "workos-sdk"],
    ["GitHub v3 REST API", "GitHub", "gitHub", "github-sdk"],
    ["Swagger Petstore", "Petstore", "petstore", "petstore-sdk"],
    ["Acme's Payments", "AcmePayments", "acmePayments", "acme-payments-sdk"],
    ["my_api v2", "MyApi", "myApi", "my-api-sdk"],
    ["天气", "天气", "天气", "api-sdk"],
    ["API", "Api", "api", "api-sdk"],
  ])("%s: %s, %s, %s", async (title, className, variable, name) => {
    const sdk = await sdkOf({ info: { title, version: "1.0.0" } });
    expect([
      sdk.client.className,
      sdk.client.variable,
      sdk.package.name,
    ]).toEqual([className, variable, name]);
  });

  it("a name of the config is set apart where its words are", async () => {
    const { client } = await sdkOf({}, { clientName: "AcmeCloud" });
    expect([client.className, client.fileName]).toEqual([
      "AcmeCloud",
      "acme-cloud",
    ]);
  });
});
