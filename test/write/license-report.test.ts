/** Who is told that a package has no license, and who has given it one. */
import { expect, it } from "vitest";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import { reportLicense } from "../../generator/write/license-report.js";
import { sdkOf } from "../support/pipeline.js";
import { makeFolder } from "./support.js";

const told = async (
  license: object | undefined,
  files: Readonly<Record<string, string>> = {},
  config = {},
): Promise<readonly string[]> => {
  const info = { title: "Test", version: "1", ...(license && { license }) };
  const sdk = await sdkOf({ info }, { package: config });
  const diagnostics = new Diagnostics();
  reportLicense(sdk.package, makeFolder(files), diagnostics);
  return diagnostics.all().map(({ code, severity }) => `${severity} ${code}`);
};

it("a document without a license, or with one that npm does not know", async () => {
  expect(await told(undefined)).toEqual(["warning license-missing"]);
  expect(await told({ name: "Proprietary" })).toEqual([
    "warning license-unknown",
  ]);
});

it("nobody where the document or the config names one", async () => {
  expect(await told({ name: "Apache 2.0" })).toEqual([]);
  expect(await told(undefined, {}, { license: "UNLICENSED" })).toEqual([]);
});

it.each([
  ['{ "license": "MIT" }', 0],
  ['\uFEFF{ "license": "MIT" }', 0],
  ['{ "license": "SEE LICENSE IN LICENSE.md" }', 0],
  ['{ "license": "UNLICENSED" }', 1],
  ["{}", 1],
  ["[]", 1],
  ["{", 1],
])("the owner, whose manifest is %s: %i", async (manifest, count) => {
  const found = await told(undefined, { "package.json": manifest });
  expect(found).toHaveLength(count);
});
