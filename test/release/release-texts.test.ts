/** The owner's changelog and the notes on migration, with what a release adds to them. */
import { describe, expect, it } from "vitest";
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

describe("a release that was named and not made", () => {
  it("keeps its list, and gets what came since then", () => {
    const before = `# Changelog\n\n## [Unreleased]\n\n<!-- sdkwright -->\n\n### Changed\n- \`Pet.kind\`.\n### Added\n- \`Pet.age\`.\n\n<!-- /sdkwright -->\n`;
    expect(withUnreleased(before, "### Added\n- `Pet.size`.", true)).toBe(
      "# Changelog\n\n## [Unreleased]\n\n<!-- sdkwright -->\n\n### Changed\n- `Pet.kind`.\n\n### Added\n- `Pet.age`.\n- `Pet.size`.\n\n<!-- /sdkwright -->\n",
    );
    expect(withUnreleased(before, "", true)).toContain("- `Pet.kind`.");
  });

  it("keeps its notes on migration", () => {
    const first =
      "# Migration\n\n## From 1.x to 2.0\n\n### Pass\n- `store`.\n  Before: 1.\n\n## From 0.x to 1.0\n";
    const added =
      "## From 1.x to 2.0\n\n### Pass\n- `shop`.\n\n### Handle\n- `fish`.";
    expect(withMigration(first, added, true)).toBe(
      "# Migration\n\n## From 1.x to 2.0\n\n### Pass\n- `store`.\n  Before: 1.\n- `shop`.\n\n### Handle\n- `fish`.\n\n## From 0.x to 1.0\n",
    );
  });
});
