/**
 * What changes for callers since the last release is said by every run, also by one that has nothing else
 * to do.
 */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder, writeFiles } from "../write/support.js";
import { runCli } from "./run.js";

const documentOf = (kinds: string): string => `openapi: 3.1.0
info: { title: Demo, version: 1.0.0, license: { name: MIT } }
servers: [{ url: "https://api.acme.example" }]
paths:
  /pet:
    get:
      operationId: getPet
      responses:
        "200":
          description: Done.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
components:
  schemas:
    Pet: { type: object, required: [kind], properties: { kind: { type: string, enum: [${kinds}] } } }
`;

interface Approved {
  readonly until: string;
}

const configOf = (approve: readonly Approved[] = []): string =>
  JSON.stringify({
    ...{ input: "openapi.yaml", output: "sdk" },
    package: { version: "1.0.0", repository: "https://github.com/acme/sdk" },
    change: {
      approve: approve.map((one) => ({
        ...{ kind: "enum-value-added", where: "Pet.kind", reason: "Fish." },
        ...one,
      })),
    },
  });

/** A package of 1.0.0 that has been generated again since then, by a run that knew `approve`. */
const changed = async (approve: readonly Approved[] = []): Promise<string> => {
  const cwd = makeFolder({
    "openapi.yaml": documentOf("cat, dog"),
    "sdkwright.config.json": configOf(),
  });
  await runCli(["generate"], { cwd });
  writeFiles(cwd, {
    "openapi.yaml": documentOf("cat, dog, fish"),
    "sdkwright.config.json": configOf(approve),
  });
  await runCli(["generate"], { cwd });
  return cwd;
};

const broken = expect.stringMatching(
  /^BREAKING \(1\)\n {2}Pet\.kind {2}may now be "fish"[^]*1 breaking, 0 features, 0 fixes: 1\.0\.0 -> 2\.0\.0 \(major\)\nsdk: /,
) as string;

interface Json {
  readonly sdks: readonly [
    { readonly upToDate: boolean; readonly change?: unknown },
  ];
}

describe("a run that has nothing to do", () => {
  it("says what is pending", async () => {
    const cwd = await changed();
    for (const args of [["generate"], ["generate", "--dry-run"], ["check"]]) {
      const { code, out } = await runCli(args, { cwd });
      expect({ code, out }).toEqual({ code: 0, out: broken });
    }
  });

  it("does not fail because an earlier one was to", async () => {
    const cwd = await changed();
    const strict = ["check", "--fail-on", "breaking"];
    for (const [args, expected] of [
      [strict, 1],
      [["check"], 0],
      [strict, 1],
      [["release"], 0],
    ] as const) {
      const { code } = await runCli(args, { cwd });
      expect(code).toBe(expected);
    }
  });

  it("reports the same as one that does everything", async () => {
    const cwd = await changed();
    const { out } = await runCli(["generate", "--json"], { cwd });
    rmSync(join(cwd, "sdk/.sdkwright-cache"), { recursive: true });
    const again = await runCli(["generate", "--json"], { cwd });
    const [first, second] = [out, again.out].map(
      (text) => (JSON.parse(text) as Json).sdks[0],
    );
    expect([first?.upToDate, second?.upToDate]).toEqual([true, false]);
    expect(first?.change).toMatchObject({ class: "breaking" });
    expect(first?.change).toEqual(second?.change);
  });

  it("says nothing once it is released", async () => {
    const cwd = await changed();
    await runCli(["release"], { cwd });
    writeFileSync(join(cwd, "sdk/CHANGELOG.md"), "# Changes\n");
    for (const args of [["generate"], ["generate"], ["check"]]) {
      const { out } = await runCli(args, { cwd });
      expect(out).toMatch(/^sdk: .*\n$/);
    }
  });

  it("knows an approval that came since then", async () => {
    const cwd = await changed();
    writeFiles(cwd, {
      "sdkwright.config.json": configOf([{ until: "2.0.0" }]),
    });
    for (const args of [["generate"], ["generate"], ["check"]]) {
      const { out } = await runCli(args, { cwd });
      expect(out).toContain("approved until 2.0.0: Fish.");
    }
  });

  it("knows an approval that has ended since then", async () => {
    const cwd = await changed([{ until: "2026-01-31" }]);
    const on = (day: string) => runCli(["check", "--now", day], { cwd });
    for (const run of [await on("2026-01-31"), await on("2026-01-31")])
      expect(run.out).toContain("approved until 2026-01-31: Fish.");
    for (const run of [await on("2026-02-01"), await on("2026-02-01")])
      expect(run).toMatchObject({
        code: 1,
        err: expect.stringContaining("approval-expired") as string,
      });
  });
});
