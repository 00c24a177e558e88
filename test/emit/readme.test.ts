/** Sections of a README that only some APIs have. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { emitted } from "../support/pipeline.js";

const sectionsOf = async (feature: string): Promise<readonly string[]> => {
  const url = new URL(`features/${feature}.yaml`, import.meta.url);
  const readme = await emitted(readFileSync(url, "utf8"), "README.md");
  return [...readme.matchAll(/^## (.*)$/gm)].map(([, title = ""]) => title);
};

const some = ["Pages", "Files", "Streams"];

it.each([
  ["files", ["Files", "Streams"]],
  ["paging", ["Pages"]],
  ["no-server", []],
])("of %s: %j", async (feature, wanted) => {
  const sections = await sectionsOf(feature);
  expect(sections.filter((title) => some.includes(title))).toEqual(wanted);
  expect(sections).toContain("Timeouts");
});
