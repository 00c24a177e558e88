import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import { withFrames } from "../../generator/diagnostics/printer.js";
import type { SdkReport } from "../../generator/index.js";
import { printBug, printReport } from "../../generator/cli/report-text.js";
import type { ReportTextOptions } from "../../generator/cli/report-text.js";

const done: SdkReport = {
  ok: true,
  input: "openapi.yaml",
  output: "sdk",
  diagnostics: [],
  upToDate: false,
  operations: { total: 3, generated: 3 },
  warnings: 0,
  written: ["a", "b"],
  removed: [],
  unchanged: 5,
  drift: [],
  released: true,
  changes: [],
  edits: [],
  remarks: [],
};

const print = (
  sdk: Partial<SdkReport>,
  options: Partial<ReportTextOptions> = {},
) =>
  printReport(
    { ok: true, diagnostics: [], sdks: [{ ...done, ...sdk }] },
    {
      mode: "write",
      strict: false,
      colors: { out: false, err: false },
      ...options,
    },
  );

/** Diagnostics with this many of a warning and of an error. */
const problems = (warnings: number, errors: number) => {
  const diagnostics = new Diagnostics();
  for (let index = 0; index < warnings; index += 1) {
    diagnostics.report("output-kept", { path: `w${index}` });
  }
  for (let index = 0; index < errors; index += 1) {
    diagnostics.report("output-essential", { path: `e${index}` });
  }
  return withFrames(diagnostics);
};

describe("names that are given anew", () => {
  it("are listed before the summary", () => {
    expect(
      print({ renamed: [{ before: "rooms.list", now: "rooms.search" }] }).out,
    ).toBe(
      "rooms.list -> rooms.search\nsdk: 3 of 3 operations, 2 files written, 5 unchanged",
    );
    expect(print({ renamed: [] }).out).toMatch(/^no name changes\n/);
  });

  it("are listed once, with the names that are new", () => {
    const of = "GET /rooms";
    const { out } = print({
      renamed: [{ before: "rooms.list", now: "rooms.search" }],
      changes: [
        {
          ...{ change: "renamed", kind: "operation", of },
          ...{ before: "rooms.list", name: "rooms.search" },
        },
        {
          ...{ change: "added", kind: "operation", of: "GET /beds" },
          name: "beds.list",
        },
      ],
    });
    expect(out).toBe(
      "rooms.list -> rooms.search\n+ beds.list  GET /beds\nsdk: 3 of 3 operations, 2 files written, 5 unchanged",
    );
  });
});

describe("the summary of generate", () => {
  it("says until when names are provisional, where something was written", () => {
    const summary = "sdk: 3 of 3 operations, 2 files written, 5 unchanged";
    expect(print({ released: false }).out).toBe(
      `${summary}; names are provisional until 0.1.0`,
    );
    for (const [sdk, mode] of [
      [{ written: [] }, "write"],
      [{}, "dryRun"],
      [{}, "check"],
    ] as const)
      expect(print({ released: false, ...sdk }, { mode }).out).not.toContain(
        "provisional",
      );
  });

  it.each<[string, Partial<SdkReport>, Partial<ReportTextOptions>, string]>([
    [
      "files written",
      {},
      {},
      "sdk: 3 of 3 operations, 2 files written, 5 unchanged",
    ],
    [
      "one of each, and removals",
      {
        operations: { total: 1, generated: 1 },
        written: ["a"],
        removed: ["b"],
        unchanged: 1,
      },
      {},
      "sdk: 1 of 1 operation, 1 file written, 1 removed, 1 unchanged",
    ],
    [
      "webhooks",
      { operations: { total: 1, generated: 1, webhooks: 2 } },
      {},
      "sdk: 1 of 1 operation, 2 webhooks, 2 files written, 5 unchanged",
    ],
    [
      "a dry run",
      { removed: ["c"] },
      { mode: "dryRun" },
      `write  sdk/a
write  sdk/b
remove sdk/c
sdk: 3 of 3 operations, 2 files to be written, 1 to be removed, 5 unchanged`,
    ],
    [
      "nothing to do, with warnings of the last run",
      { upToDate: true, written: [], warnings: 2, unchanged: 7 },
      {},
      "sdk: 3 of 3 operations, 0 files written, 7 unchanged, 2 warnings (`sdkwright check --strict` shows them)",
    ],
    [
      "a match with warnings",
      { written: [], unchanged: 7, warnings: 1 },
      { mode: "check" },
      "sdk: matches openapi.yaml: 3 of 3 operations, 7 files, 1 warning (`sdkwright check --strict` shows them)",
    ],
    [
      "the names that changed",
      {
        changes: [
          {
            change: "added",
            kind: "operation",
            of: "GET /rates",
            name: "rates.list",
          },
          {
            change: "removed",
            kind: "operation",
            of: "GET /old",
            name: "old.list",
          },
          {
            change: "renamed",
            kind: "model",
            of: "pet_v2",
            name: "Pet",
            before: "PetV2",
          },
        ],
      },
      {},
      `+ rates.list  GET /rates
- old.list  GET /old
~ PetV2 -> Pet  schema pet_v2
sdk: 3 of 3 operations, 2 files written, 5 unchanged`,
    ],
    [
      "a new package",
      { isNew: true },
      {},
      `sdk: 3 of 3 operations, 2 files written, 5 unchanged
next: cd sdk && npm install && npm test, then commit it; \`npx sdkwright init\` makes a config, and workflows that keep it so`,
    ],
    [
      "a new package of a config",
      { isNew: true, config: "sdkwright.config.ts" },
      {},
      `sdk: 3 of 3 operations, 2 files written, 5 unchanged
next: cd sdk && npm install && npm test, then commit it`,
    ],
    [
      "a match",
      { written: [], unchanged: 7 },
      { mode: "check" },
      "sdk: matches openapi.yaml: 3 of 3 operations, 7 files",
    ],
    [
      "a match with lines of the owner's",
      {
        ...{ written: [], unchanged: 7 },
        edits: [
          { path: "a", lines: 40 },
          { path: "b", lines: 1 },
        ],
      },
      { mode: "check" },
      "sdk: matches openapi.yaml: 3 of 3 operations, 7 files; your changes: 2 files, 41 lines",
    ],
    [
      "what is said once",
      {
        remarks: [
          { path: "a.ts", message: "your change kept (2 lines)" },
          { path: "", message: "1 file was in conflict\nmore\u001b" },
        ],
      },
      {},
      "sdk/a.ts: your change kept (2 lines)\nsdk: 1 file was in conflict\nmore\\u{001b}\nsdk: 3 of 3 operations, 2 files written, 5 unchanged",
    ],
  ])("%s", (_, sdk, options, want) => {
    expect(print(sdk, options)).toEqual({ out: want, err: "" });
  });

  it("goes where errors go when nothing was written", () => {
    const { out, err } = print({
      ok: false,
      diagnostics: problems(1, 2),
      warnings: 1,
    });
    expect(out).toBe("");
    expect(err.split("\n").at(-1)).toBe(
      "sdk: nothing written: 2 errors, 1 warning",
    );
  });

  it("counts what it shows once as one", () => {
    const position = { file: "a.yaml", line: 1, column: 1 };
    const [one] = problems(0, 1);
    const repeated = [1, 2, 3].map((line) => ({
      ...one,
      position: { ...position, line },
    })) as ReturnType<typeof problems>;
    expect(
      print({ ok: false, diagnostics: repeated, warnings: 0 })
        .err.split("\n")
        .at(-1),
    ).toBe("sdk: nothing written: 1 error");
  });

  it("says that warnings were enough", () => {
    const sdk = { ok: false, diagnostics: problems(1, 0), warnings: 1 };
    expect(print(sdk, { strict: true }).err.split("\n").at(-1)).toBe(
      "sdk: nothing written: 1 warning (--strict)",
    );
  });
});

describe("the report of check", () => {
  const drift = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      path: `src/${index}.ts`,
      kind: "outdated" as const,
      message: "is out of date",
    }));

  it("names every file and the cause", () => {
    expect(print({ ok: false, drift: drift(1) }, { mode: "check" })).toEqual({
      out: "",
      err: "sdk/src/0.ts is out of date\nsdk: 1 of 6 files differs from what openapi.yaml gives; run `sdkwright generate`: it keeps your changes, and says which files need `merge` or `reset`",
    });
  });

  it("says what the names became, and what differs", () => {
    const sdk = {
      ok: false,
      config: "../sdkwright.config.ts",
      changes: [
        {
          change: "added",
          kind: "operation",
          of: "GET /x",
          name: "x.list",
        } as const,
      ],
      drift: [
        {
          ...{ path: "a.ts", file: "../sdk/a.ts", kind: "outdated" as const },
          message: "is out of date",
          diff: "--- ../sdk/a.ts\n+++ ../sdk/a.ts\n@@ -1 +1 @@\n-a\n+b",
        },
      ],
    };
    expect(print(sdk, { mode: "check" }).err).toBe(
      `config: ../sdkwright.config.ts
../sdk/a.ts is out of date
--- ../sdk/a.ts
+++ ../sdk/a.ts
@@ -1 +1 @@
-a
+b
+ x.list  GET /x
sdk: 1 of 6 files differs from what openapi.yaml gives; run \`sdkwright generate\`: it keeps your changes, and says which files need \`merge\` or \`reset\``,
    );
    expect(
      print(sdk, { mode: "check", isConfigNamed: true }).err,
    ).not.toContain("config:");
  });

  it("does not fill the screen", () => {
    const { err } = print({ ok: false, drift: drift(30) }, { mode: "check" });
    expect(err.split("\n").slice(19)).toEqual([
      "sdk/src/19.ts is out of date",
      "… and 10 files more (--json lists all)",
      "sdk: 30 of 35 files differ from what openapi.yaml gives; run `sdkwright generate`: it keeps your changes, and says which files need `merge` or `reset`",
    ]);
  });
});

describe("many problems", () => {
  it("are all shown when they are errors, ten of a kind when they are warnings", () => {
    const { err } = print({
      ok: false,
      diagnostics: problems(13, 12),
      warnings: 13,
    });
    expect(err.match(/^error /gm)).toHaveLength(12);
    expect(err.match(/^warning /gm)).toHaveLength(10);
    expect(err).toContain(
      "\n… and 3 warnings of the same kinds (--json lists all)\n",
    );
  });
});

describe("a bug of ours", () => {
  const bug = new Error("no such kind\u001b[31m\nmore");

  it("is one line, and says whose fault it is", () => {
    expect(printBug(bug, false).split("\n")).toEqual([
      "sdkwright failed: no such kind\\u{001b}[31m",
      "  This is a bug of sdkwright. Please report it, with the document if you can.",
      "  To see where it happened, run it again with --debug.",
    ]);
  });

  it("has its stack on request", () => {
    expect(printBug(bug, true)).toContain("report-text.test.ts");
    expect(printBug("text", true)).toContain("sdkwright failed: text");
  });
});
