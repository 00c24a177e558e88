/** Which published packages are told that they name no repository. */
import { expect, it } from "vitest";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import { OutputDirectory } from "../../generator/write/directory.js";
import { reportRepository } from "../../generator/write/repository-report.js";
import { makeFolder } from "./support.js";

const told = (manifest: string | undefined) => {
  const files = manifest === undefined ? {} : { "package.json": manifest };
  const diagnostics = new Diagnostics();
  const directory = new OutputDirectory(makeFolder(files));
  reportRepository(directory, "sdk/package.json", diagnostics);
  return diagnostics.all();
};

it("a released package without one", () => {
  expect(told('{ "version": "1.2.0" }')).toEqual([
    {
      code: "repository-missing",
      severity: "note",
      message:
        "sdk/package.json names no repository: on npm, links of its README into the package lead nowhere",
      help: 'Say where the package lives: package: { repository: "https://github.com/acme/sdk" } in the config.',
    },
  ]);
});

it.each([
  ["no manifest", undefined],
  ["not released", '{ "version": "0.0.0" }'],
  ["private", '{ "version": "1.2.0", "private": true }'],
  ["an object", '{ "version": "1.2.0", "repository": { "url": "x" } }'],
  ["a shorthand", '{ "version": "1.2.0", "repository": "acme/sdk" }'],
  ["no JSON, which is said elsewhere", "{"],
  ["no object", "[]"],
])("not: %s", (_, manifest) => {
  expect(told(manifest)).toEqual([]);
});
