import { describe, expect, it } from "vitest";
import { approveEntry } from "../../generator/diff/formats/approve-entry.js";
import { printChangelog } from "../../generator/diff/formats/changelog.js";
import {
  printChangeset,
  printConventional,
  printTitle,
} from "../../generator/diff/formats/commits.js";
import { printAnnotations } from "../../generator/diff/formats/github.js";
import { printMarkdown } from "../../generator/diff/formats/markdown.js";
import { printMigration } from "../../generator/diff/formats/migration.js";
import { reachText } from "../../generator/diff/formats/reach-text.js";
import { summaryLine } from "../../generator/diff/formats/summary.js";
import { printDiffReport } from "../../generator/cli/diff-text.js";
import type { ChangeReport, ReportedChange } from "../../generator/index.js";

const change = (given: Partial<ReportedChange>): ReportedChange => {
  const { subject = "Pet.kind", phrase = "is gone" } = given;
  return {
    ...{ id: "0123456789ab", kind: "property-removed", class: "breaking" },
    ...{ where: "Pet.kind", subject, phrase, affects: [], operations: [] },
    message: `\`${subject}\` ${phrase}.`,
    location: { old: null, new: null },
    ...{
      risk: false,
      undecided: false,
      announced: false,
      overridden: false,
      unstable: false,
    },
    ...{ alias: null, approval: null, cause: null },
    ...given,
  };
};

const at = (line: number, column: number) => ({
  ...{ file: "spec/openapi.yaml", line, column },
  pointer: "/x",
});

const get = { id: "getPet", method: "GET", path: "/pets/{petId}" };

const changes: readonly ReportedChange[] = [
  change({
    ...{ kind: "parameter-removed", where: "getPet.params.expand" },
    subject: "client.pets.get",
    phrase: "no longer takes `expand`",
    migration: 'Write `get("1")`.',
    operations: [{ ...get, call: "client.pets.get" }],
    location: { old: at(41, 11), new: at(30, 5) },
  }),
  change({
    ...{ kind: "enum-value-added", value: '"fish"', position: "output" },
    ...{ old: '"cat"', new: '"cat" | "fish"' },
    phrase: 'may now be `"fish"`',
    migration: "Handle it, or add a default branch.",
    help: '`enums: "open"` turns additions like this into features',
    affects: ["getPet.result"],
    operations: [{ ...get, call: "client.pets.get" }],
    location: { old: at(88, 15), new: at(88, 15) },
  }),
  change({
    ...{ kind: "operation-added", class: "feature", where: "archivePet" },
    subject: "client.pets.archive",
    phrase: "is new: `POST /pets/{petId}/archive`",
    operations: [{ ...get, id: "archivePet", call: "client.pets.archive" }],
  }),
  change({
    ...{ kind: "model-renamed", class: "feature", where: "Pet", to: "Animal" },
    subject: "Pet",
    phrase: "is called `Animal` now; the old name goes with 3.0.0",
    alias: { until: "3.0.0" },
  }),
  change({
    ...{ kind: "constraint-changed", class: "none", where: "listPets.params" },
    subject: "client.pets.list",
    phrase: "takes at most 50 (was 100)",
  }),
];

const report = (given: readonly ReportedChange[] = changes): ChangeReport => ({
  ...{ formatVersion: 1, ok: true, package: "@acme/sdk" },
  old: { source: "main:spec/openapi.yaml", version: "1.4.2" },
  new: { source: "spec/openapi.yaml" },
  generator: null,
  class: "breaking",
  bump: { level: "major", current: "1.4.2", next: "2.0.0" },
  counts: { breaking: 2, feature: 2, fix: 0, none: 1, approved: 0 },
  changes: given,
  diagnostics: [],
});

const printed = (given: ChangeReport): string =>
  printDiffReport(
    { ok: true, diagnostics: [], sdks: [given] },
    { isWhole: false, colors: { out: false, err: false } },
  ).out;

describe("the report of a comparison", () => {
  it("in a terminal", () => {
    expect(printed(report())).toBe(`BREAKING (2)
  pets.get      no longer takes expand                              [parameter-removed]
                spec/openapi.yaml:41:11
                Write \`get("1")\`.
  Pet.kind      may now be "fish"                                   [enum-value-added]
                spec/openapi.yaml:88:15 · in results of pets.get
                Handle it, or add a default branch.
                help: \`enums: "open"\` turns additions like this into features

FEATURES (2)
  pets.archive  is new: POST /pets/{petId}/archive                  [operation-added]
  Pet           is called Animal now; the old name goes with 3.0.0  [model-renamed]

NOTES (1)
  pets.list     takes at most 50 (was 100)                          [constraint-changed]

2 breaking, 2 features, 0 fixes: 1.4.2 -> 2.0.0 (major)`);
  });

  it("as Markdown", () => {
    expect(printMarkdown(report())).toBe(`<!-- sdkwright:change @acme/sdk -->
### \`@acme/sdk\`: major, 1.4.2 → 2.0.0
**2 breaking**, 2 features, 0 fixes

| | where | what changes for callers |
| --- | --- | --- |
| 💥 | \`client.pets.get\` | no longer takes \`expand\` (openapi.yaml:41) |
| 💥 | \`Pet.kind\` | may now be \`"fish"\` (openapi.yaml:88) |

<details><summary>2 features</summary>

| | where | what changes for callers |
| --- | --- | --- |
| ✨ | \`client.pets.archive\` | is new: \`POST /pets/{petId}/archive\` |
| ✨ | \`Pet\` | is called \`Animal\` now; the old name goes with 3.0.0 |

</details>

<details><summary>1 note</summary>

| | where | what changes for callers |
| --- | --- | --- |
| 📝 | \`client.pets.list\` | takes at most 50 (was 100) |

</details>

<details><summary>Intended? Approve in <code>sdkwright.config.ts</code></summary>

\`\`\`ts
{
  kind: "parameter-removed", where: "getPet.params.expand",
  reason: "…",
  until: "…",
},
\`\`\`
\`\`\`ts
{
  kind: "enum-value-added", where: "Pet.kind", to: "fish",
  reason: "…",
  until: "…",
},
\`\`\`

</details>`);
  });

  it("as annotations", () => {
    expect(printAnnotations(report()).split("\n")).toEqual([
      '::error file=spec/openapi.yaml,line=30,col=5,title=getPet.params.expand::`client.pets.get` no longer takes `expand`.%0AWrite `get("1")`.',
      '::error file=spec/openapi.yaml,line=88,col=15,title=Pet.kind::`Pet.kind` may now be `"fish"`.%0AHandle it, or add a default branch.',
      "::notice title=sdkwright::@acme/sdk: 2 breaking, 2 features, 0 fixes: 1.4.2 -> 2.0.0 (major)",
    ]);
  });

  it("as a changelog", () => {
    expect(printChangelog(report())).toBe(`## [Unreleased]

### Changed
- **Breaking:** \`client.pets.get()\` no longer takes \`expand\`. Write \`get("1")\`.
- **Breaking:** \`Pet.kind\` may now be \`"fish"\`. Handle it, or add a default branch.
### Added
- \`client.pets.archive()\` is new: \`POST /pets/{petId}/archive\`.
### Deprecated
- \`Pet\` is called \`Animal\` now; the old name goes with 3.0.0.`);
  });

  it("as a changeset", () => {
    expect(printChangeset(report(changes.slice(0, 1)))).toBe(`---
"@acme/sdk": major
---

### Changed
- **Breaking:** \`client.pets.get()\` no longer takes \`expand\`. Write \`get("1")\`.
`);
  });

  it("as a commit", () => {
    expect(printTitle(report())).toBe(
      "feat!: pets.get no longer takes expand and 1 more",
    );
    expect(printConventional(report()))
      .toBe(`feat!: pets.get no longer takes expand and 1 more

- pets.archive is new: POST /pets/{petId}/archive
- Pet is called Animal now; the old name goes with 3.0.0

BREAKING CHANGE: pets.get no longer takes expand. Write \`get("1")\`.
BREAKING CHANGE: Pet.kind may now be "fish". Handle it, or add a default branch.`);
  });

  it("as migration notes", () => {
    expect(printMigration(report())).toBe(`## From 1.x to 2.0

### Rename
- \`Pet\` is called \`Animal\` now; the old name goes with 3.0.0.

### Handle
- \`Pet.kind\` may now be \`"fish"\`. Handle it, or add a default branch.
  Before: \`"cat"\`. After: <code>"cat" &#124; "fish"</code>.

### Do without
- \`client.pets.get\` no longer takes \`expand\`. Write \`get("1")\`.`);
  });

  it("without changes", () => {
    const none: ChangeReport = {
      ...report([]),
      ...{ class: "none", bump: { level: "none" } },
      counts: { breaking: 0, feature: 0, fix: 0, none: 0, approved: 0 },
    };
    expect(summaryLine(none)).toBe("nothing changes for callers");
    expect(printChangeset(none)).toBe("");
    expect(printMigration(none)).toBe("");
    expect(printChangelog(none)).toBe("## [Unreleased]");
    expect(printTitle(none)).toBe("docs: what callers see stays the same");
  });
});

describe("names that a hostile document gives", () => {
  const hostile = change({
    ...{ where: "A|b`<img>@all", subject: "A|b`<img>@all\n# x" },
    phrase: "no longer takes `a|b`, @all <b>#1</b>",
    value: '"`]\u202e"',
    location: { old: at(1, 1), new: at(1, 1) },
  });

  it("are of a method alone where they are written as a call", () => {
    const text = [
      "client.pets.get",
      "client.pets.list({ ids[] })",
      "client.pets.get errors.404.code",
    ].map((subject) => {
      const operations = [{ ...get, call: "client.pets.get" }];
      const one = change({ class: "feature", subject, operations });
      return printChangelog(report([one]))
        .split("\n")
        .at(-1);
    });
    expect(text).toEqual([
      "- `client.pets.get()` is gone.",
      "- `client.pets.list({ ids[] })` is gone.",
      "- `client.pets.get errors.404.code` is gone.",
    ]);
  });

  it("stay whole in what a change reaches", () => {
    const affects = ["webhooks.order.paid", "getPet.result"];
    expect(reachText(change({ affects }))).toBe(
      "in payloads of order.paid; in results of getPet",
    );
  });

  it("stay text in Markdown", () => {
    const [, , , , , , row] = printMarkdown(report([hostile])).split("\n");
    expect(row).toBe(
      "| 💥 | <code>A&#124;b&#96;&#60;img&#62;&#64;all &#35; x</code> | no longer takes <code>a&#124;b</code>, &#64;all &#60;b&#62;&#35;1&#60;/b&#62; (openapi.yaml:1) |",
    );
  });

  it("stay in the properties of an annotation", () => {
    const [line] = printAnnotations(
      report([change({ where: "a,b:c\n::error::x%" })]),
    ).split("\n");
    expect(line).toBe(
      "::error title=a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ax%25::`Pet.kind` is gone.",
    );
  });

  it("stay in strings of an approval", () => {
    expect(approveEntry(hostile, { reason: 'so "it" is', until: "2.0.0" }))
      .toBe(`{
  kind: "property-removed", where: "A|b\`<img>@all", to: "\`]\\u202e",
  reason: "so \\"it\\" is",
  until: "2.0.0",
},`);
  });

  it("make a comment no longer than GitHub takes", () => {
    const many = Array.from({ length: 3000 }, () => hostile);
    const text = printMarkdown(report(many));
    expect(text.length).toBeLessThan(60_000);
    expect(text).toMatch(/\nand \d+ more: `sdkwright diff --all`$/);
  });
});
