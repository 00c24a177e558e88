/**
 * `sdkwright diff --prove`: what a compiler says beside what the rules found.
 */
import { describe, expect, it } from "vitest";
import { printChangeReport } from "../../generator/cli/change-report-text.js";
import { standardPolicy } from "../../generator/change/change.js";
import { compareSurfaces } from "../../generator/change/compare-surfaces.js";
import { makeReport } from "../../generator/diff/make-report.js";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import { prove } from "../../generator/prove/prove.js";
import { packageSources } from "../../generator/prove/package-sources.js";
import { surfaceOf } from "../../generator/surface/surface-of.js";
import { sdkOf } from "../support/pipeline.js";
import { withoutExpand, zoo as old } from "../support/zoo.js";
import { makeFolder } from "../write/support.js";
import { runCli } from "./run.js";

const now = withoutExpand.replace("https://zoo.example", "https://zoo.test");

describe("sdkwright diff --prove", () => {
  it("tells how much of a caller fails, and what a compiler cannot see", async () => {
    const cwd = makeFolder({ "old.yaml": old, "new.yaml": now });
    const { code, out, err } = await runCli(
      ["diff", "old.yaml", "new.yaml", "--prove"],
      { cwd },
    );
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe(`BREAKING (2)
  baseURL   is https://zoo.test now (https://zoo.example before): credentials go to another host  [base-url-changed]
            new.yaml:3:11
            Allow \`https://zoo.test\` where hosts are listed, or pass \`baseURL\`.
  pets.get  no longer takes expand  [parameter-removed]
            old.yaml:11:11
            before  client.pets.get("1", { expand: "…" })
            after   client.pets.get("1")

COMPILED  8 uses of the old side: 2 no longer compile
  1 breaking change that a compiler cannot see:
    baseURL [base-url-changed]

2 breaking, 0 features, 0 fixes: major
`);
  });

  it("says so where all of it compiles", async () => {
    const cwd = makeFolder({ "old.yaml": old });
    const { out } = await runCli(["diff", "old.yaml", "old.yaml", "--prove"], {
      cwd,
    });
    expect(out).toBe(
      "COMPILED  8 uses of the old side: all still compile\n\nnothing changes for callers\n",
    );
  });

  it("has the same in its report", async () => {
    const cwd = makeFolder({ "old.yaml": old, "new.yaml": now });
    const { out } = await runCli(
      ["diff", "old.yaml", "new.yaml", "--prove", "--json"],
      { cwd },
    );
    const { proof, changes } = JSON.parse(out) as {
      readonly proof: unknown;
      readonly changes: readonly {
        readonly id: string;
        readonly kind: string;
      }[];
    };
    const [moved] = changes.filter(({ kind }) => kind === "base-url-changed");
    expect(proof).toEqual({
      ...{ uses: 8, failed: 2, unpredicted: [], compiling: [moved?.id] },
    });
  });

  it("needs a new side that is generated", async () => {
    const cwd = makeFolder({ "old.yaml": old });
    await runCli(["generate", "old.yaml", "-o", "sdk"], { cwd });
    const { code, err } = await runCli(["diff", "old.yaml", "sdk", "--prove"], {
      cwd,
    });
    expect(code).toBe(1);
    expect(err)
      .toBe(`error proof-impossible: sdk has no sources that a caller could be compiled against
  help: \`--prove\` needs a new side that is generated: a document, a revision, or none for what \`generate\` would write.
`);
  });

  it("fails where something breaks that no change tells of", async () => {
    const [before, after] = [await sdkOf(old), await sdkOf(now)];
    const surfaces = { old: surfaceOf(before), new: surfaceOf(after) };
    const [proof] = prove([
      {
        ...{ ...surfaces, sources: packageSources(after), changes: [] },
        renamedModels: new Map(),
      },
    ]);
    if (!proof) throw new Error("nothing was proved");
    expect(proof.unpredicted.map(({ use }) => use.where)).toEqual([
      // Options stand where the params were that are gone.
      ...["getPet.params", "getPet.options"],
    ]);
    const side = (surface: typeof surfaces.old) => ({
      ...{ surface, source: "a", wireNames: new Map<string, string>() },
      fileOf: (file: string) => file,
    });
    const report = makeReport(
      {
        changes: compareSurfaces(surfaces.old, surfaces.old, standardPolicy),
        ...{ old: side(surfaces.old), new: side(surfaces.new), proof },
        ...{ approvals: [], day: "2027-01-31" },
      },
      new Diagnostics(),
    );
    expect(report.ok).toBe(false);
    expect(printChangeReport(report, "usual", (_, text) => text).join("\n"))
      .toMatchInlineSnapshot(`
      "COMPILED  8 uses of the old side: 2 no longer compile
        2 that no breaking change above predicts:
          getPet.params: Object literal may only specify known properties, and '"expand"' does not exist in type 'RequestOptions'.
          getPet.options: Expected 2-3 arguments, but got 4.

      nothing changes for callers"
    `);
  });
});
