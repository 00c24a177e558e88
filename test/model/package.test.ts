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

describe("the license", () => {
  it.each<[object, string]>([
    [{ name: "MIT" }, "MIT"],
    [{ name: "MIT License" }, "MIT"],
    [{ name: "The MIT License" }, "MIT"],
    [{ name: "Apache 2.0" }, "Apache-2.0"],
    [{ name: "Apache License, Version 2.0" }, "Apache-2.0"],
    [{ name: "apache-2.0" }, "Apache-2.0"],
    [{ name: "BSD 3-Clause License" }, "BSD-3-Clause"],
    [{ name: "GNU General Public License v3.0" }, "GPL-3.0-only"],
    [{ name: "Mozilla Public License 2.0" }, "MPL-2.0"],
    [
      { name: "The API's", identifier: "Apache-2.0 OR MIT" },
      "Apache-2.0 OR MIT",
    ],
    [
      { name: "Ours", identifier: "GPL-2.0-only WITH Classpath-exception-2.0" },
      "GPL-2.0-only WITH Classpath-exception-2.0",
    ],
  ])("of %j is %s", async (license, expected) => {
    const source = { info: { title: "Test", version: "1", license } };
    const sdk = await sdkOf(source);
    expect(sdk.package.license).toBe(expected);
    expect(sdk.package.licenseFile).toBeUndefined();
    expect(sdk.package.unknownLicense).toBeUndefined();
  });

  it.each<[object | undefined, string]>([
    [undefined, ""],
    [{ name: "Proprietary" }, "Proprietary"],
    [{ name: "BSD" }, "BSD"],
    [{ name: "Apache" }, "Apache"],
    [{ name: "License" }, "License"],
    [{ name: "Ours", identifier: "(MIT" }, "(MIT"],
  ])("of %j grants nothing", async (license, unknown) => {
    const source = { info: { title: "Test", version: "1", license } };
    expect((await sdkOf(source)).package).toMatchObject({
      license: "UNLICENSED",
      unknownLicense: unknown,
    });
    const named = await sdkOf(source, { package: { license: "ISC" } });
    expect(named.package.license).toBe("ISC");
    expect(named.package.unknownLicense).toBeUndefined();
  });
});

it.each([
  ["Books rooms.\n\nAnd more.", "TypeScript SDK for the Test API"],
  [
    "# Rooms\n\nBooks rooms, and cancels them. Or not.",
    "Books rooms, and cancels them.",
  ],
  [
    "Rooms\n=====\nBooks rooms\nby the *day*: v1.5 does",
    "Books rooms by the day: v1.5 does",
  ],
  [
    "The **[Test](https://t.example) API** has `rooms`.",
    "The Test API has rooms.",
  ],
  ["- a list\n- of what it has", "TypeScript SDK for the Test API"],
  [`${"word ".repeat(60)}.`, "TypeScript SDK for the Test API"],
])("the description of %j", async (description, expected) => {
  const sdk = await sdkOf({
    info: { title: "Test", version: "1", description },
  });
  expect(sdk.package.description).toBe(expected);
  expect(sdk.package.headline).toBe("TypeScript SDK for the Test API");
});
