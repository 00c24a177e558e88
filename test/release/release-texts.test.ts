/** The owner's changelog and the notes on migration, with what a release adds to them. */
import { expect, it } from "vitest";
import {
  withMigration,
  withUnreleased,
} from "../../generator/release/release-texts.js";

const list = "### Added\n\n- `client.pets.archive` is new.";
const block = `<!-- sdkwright -->\n\n${list}\n\n<!-- /sdkwright -->`;

it.each([
  [
    "a changelog with its title alone",
    "# Changelog\n",
    `# Changelog\n\n## [Unreleased]\n\n${block}\n`,
  ],
  [
    "below the heading, beside what the owner wrote",
    "# Changelog\n\n## [Unreleased]\n\n- Mine.\n\n## 1.0.0\n",
    `# Changelog\n\n## [Unreleased]\n\n${block}\n\n- Mine.\n\n## 1.0.0\n`,
  ],
  [
    "in place of an earlier list",
    "## Unreleased\n\n<!-- sdkwright -->\nold\n<!-- /sdkwright -->\n- Mine.\n",
    `## Unreleased\n\n${block}\n- Mine.\n`,
  ],
])("the list: %s", (_, before, after) => {
  expect(withUnreleased(before, list)).toBe(after);
});

it("nothing where nothing changes for callers, and no earlier list stays", () => {
  expect(withUnreleased("# Changelog\n", "")).toBeUndefined();
  expect(
    withUnreleased("a\n<!-- sdkwright -->\nold\n<!-- /sdkwright -->\nb\n", ""),
  ).toBe("a\n\nb\n");
});

it("the newest migration first, and those of a pending version replaced", () => {
  const two = "## From 1.x to 2.0\n\n### Pass\n- `store`.";
  const one = withMigration("# Migration\n", two);
  expect(one).toBe(`# Migration\n\n${two}\n`);
  const three = "## From 2.x to 3.0\n\n### Pass\n- `kind`.";
  expect(withMigration(one ?? "", three)).toBe(
    `# Migration\n\n${three}\n\n${two}\n`,
  );
  const again = two.replace("store", "shop");
  expect(withMigration(one ?? "", again)).toBe(`# Migration\n\n${again}\n`);
  expect(withMigration("# Migration\n", "")).toBeUndefined();
});
