/**
 * `sdkwright diff`, from documents, revisions of Git, directories and npm to reports and exit codes.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { surfaceOf } from "../../generator/surface/surface-of.js";
import { printSurface } from "../../generator/surface/print-surface.js";
import { filesOfTarball } from "../../generator/diff/tarball.js";
import { sdkOf, type Source } from "../support/pipeline.js";
import { withoutExpand as now, zoo as old } from "../support/zoo.js";
import { parse } from "yaml";
import { makeFolder } from "../write/support.js";
import { runCli } from "./run.js";

const files = { "old.yaml": old, "new.yaml": now };

const diff = async (
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
) => runCli(["diff", ...args], { cwd, env });

const removed = `BREAKING (1)
  pets.get  no longer takes expand  [parameter-removed]
            old.yaml:11:11
            before  client.pets.get("1", { expand: "…" })
            after   client.pets.get("1")

1 breaking, 0 features, 0 fixes: major
`;

describe("sdkwright diff of documents", () => {
  it("tells what changes for callers", async () => {
    const cwd = makeFolder(files);
    expect(await diff(["old.yaml", "new.yaml"], cwd)).toEqual({
      ...{ code: 0, out: removed, err: "" },
    });
  });

  it("says so when nothing changes", async () => {
    const cwd = makeFolder(files);
    expect(await diff(["old.yaml", "old.yaml"], cwd)).toEqual({
      ...{ code: 0, out: "nothing changes for callers\n", err: "" },
    });
  });

  it("prints its report as one object", async () => {
    const cwd = makeFolder(files);
    const { out } = await diff(["old.yaml", "new.yaml", "--json"], cwd);
    expect(JSON.parse(out)).toMatchObject({
      formatVersion: 1,
      old: { source: "old.yaml" },
      new: { source: "new.yaml" },
      class: "breaking",
      bump: { level: "major" },
      counts: { breaking: 1, feature: 0, fix: 0, none: 0, approved: 0 },
      changes: [
        {
          kind: "parameter-removed",
          where: "getPet.params.expand",
          location: {
            old: {
              ...{ file: "old.yaml", line: 11, column: 11 },
              pointer: "/paths/~1pets~1{petId}/get/parameters/1",
            },
            new: {
              ...{ file: "new.yaml", line: 6, column: 5 },
              pointer: "/paths/~1pets~1{petId}/get",
            },
          },
          ...{ risk: false, alias: null, approval: null, cause: null },
        },
      ],
      diagnostics: [],
    });
  });

  it("fails where that was asked for", async () => {
    const cwd = makeFolder(files);
    const on = (order: readonly string[], level: string) =>
      diff([...order, "--fail-on", level], cwd);
    const forth = ["old.yaml", "new.yaml"];
    const back = ["new.yaml", "old.yaml"];
    expect((await on(forth, "breaking")).code).toBe(1);
    expect((await on(back, "breaking")).code).toBe(0);
    expect((await on(back, "feature")).code).toBe(1);
  });

  it("says which side cannot be read", async () => {
    const cwd = makeFolder({ ...files, "old.yaml": "openapi: 3.1.0\n" });
    const { code, out, err } = await diff(["old.yaml", "new.yaml"], cwd);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^old\.yaml:1:1 error paths-missing: old: /m);
  });

  it("warns of a version that says less", async () => {
    const raised = now.replace("1.0.0", "1.0.1");
    const cwd = makeFolder({ ...files, "new.yaml": raised });
    const { code, err } = await diff(["old.yaml", "new.yaml"], cwd);
    expect(code).toBe(0);
    expect(err).toContain(
      "`info.version` goes from 1.0.0 to 1.0.1, a patch step, but for callers the change is major",
    );
  });

  it.each([
    [["nowhere.yaml", "new.yaml"], "there is no nowhere.yaml: a side is"],
    [["old.yaml", "new.yaml", "--approve", "0123456789ab"], "needs `--reason`"],
    [["old.yaml", "new.yaml", "--fail-on", "none"], "Allowed choices are"],
    [["old.yaml", "new.yaml", "--now", "today"], "It is like 2027-01-31."],
  ])("%s is wrong usage", async (args, message) => {
    const { code, err } = await diff(args, makeFolder(files));
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe("approvals", () => {
  const config = (until: string) =>
    JSON.stringify({
      ...{ input: "new.yaml", output: "sdk" },
      change: {
        approve: [
          {
            ...{ kind: "parameter-removed", where: "getPet.params.expand" },
            ...{ reason: "It never worked.", until },
          },
        ],
      },
    });
  const check = async (until: string) => {
    const cwd = makeFolder({
      ...files,
      "sdkwright.config.json": config(until),
    });
    const failing = ["--fail-on", "breaking", "--now", "2027-01-31"];
    return diff(["old.yaml", "new.yaml", ...failing], cwd);
  };

  it("let a break pass, and stay in the report", async () => {
    const { code, out } = await check("2027-01-31");
    expect(code).toBe(0);
    expect(out).toContain("approved until 2027-01-31: It never worked.");
    expect(out).toContain("1 breaking, 0 features, 0 fixes, 1 approved: major");
  });

  it("expire", async () => {
    const { code, err } = await check("2027-01-30");
    expect(code).toBe(1);
    expect(err).toContain(
      "`change.approve` has an entry that held until 2027-01-30: parameter-removed getPet.params.expand",
    );
  });

  it("are printed to be pasted", async () => {
    const cwd = makeFolder(files);
    const sides = ["old.yaml", "new.yaml"];
    const { out } = await diff([...sides, "--json"], cwd);
    const [{ id }] = (JSON.parse(out) as { changes: [{ id: string }] }).changes;
    const entry = ["--approve", id, "--reason", "Gone.", "--until", "2.0.0"];
    expect((await diff([...sides, ...entry], cwd)).out).toBe(`{
  kind: "parameter-removed", where: "getPet.params.expand",
  reason: "Gone.",
  until: "2.0.0",
},
`);
  });

  it("have to be well formed", async () => {
    const wrong = config("soon").replace(
      "parameter-removed",
      "paramter-removed",
    );
    const cwd = makeFolder({ ...files, "sdkwright.config.json": wrong });
    const { code, err } = await diff(["old.yaml", "new.yaml"], cwd);
    expect(code).toBe(1);
    expect(err).toContain("(did you mean `parameter-removed`?)");
    expect(err).toContain("a version, such as `2.0.0`, or a day");
  });
});

const git = (cwd: string, ...args: readonly string[]): void => {
  execFileSync("git", args, {
    ...{ cwd, stdio: "ignore" },
    env: {
      ...process.env,
      ...{ GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
      ...{ GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a@example.com" },
      ...{ GIT_COMMITTER_NAME: "a", GIT_COMMITTER_EMAIL: "a@example.com" },
    },
  });
};

describe("sdkwright diff of revisions", () => {
  const repository = (): string => {
    const cwd = makeFolder({
      "spec/openapi.yaml": old,
      "sdkwright.config.json": '{"input":"spec/openapi.yaml","output":"sdk"}',
      "sdk/package.json": '{"name":"zoo-sdk","version":"1.4.2"}',
    });
    git(cwd, "init", "-q", "-b", "main");
    git(cwd, "add", "-A");
    git(cwd, "commit", "-q", "-m", "first");
    git(cwd, "tag", "v1.4.2");
    writeFileSync(join(cwd, "spec/openapi.yaml"), now);
    return cwd;
  };

  it.each([["main:spec/openapi.yaml", "spec/openapi.yaml"], ["v1.4.2"]])(
    "%s",
    async (...sides) => {
      const { code, out, err } = await diff(sides, repository());
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toBe(
        removed
          .replace("old.yaml:", "spec/openapi.yaml:")
          .replace(": major", ": 1.4.2 -> 2.0.0 (major)"),
      );
    },
  );

  it("says what a revision does not have", async () => {
    const cwd = repository();
    const none = await diff(["main:api.yaml", "spec/openapi.yaml"], cwd);
    expect(none.code).toBe(1);
    expect(none.err).toContain("old: api.yaml is not there at main");
    const unknown = await diff(["v9:spec/openapi.yaml"], cwd);
    expect(unknown.code).toBe(1);
    expect(unknown.err).toContain("old: there is no revision v9 here");
  });
});

const surface = async (): Promise<string> =>
  printSurface(surfaceOf(await sdkOf(parse(old) as Source)), "1.4.2");

describe("sdkwright diff of packages", () => {
  it("reads the surface of a directory", async () => {
    const cwd = makeFolder({
      ...files,
      "sdk/package.json": '{"name":"zoo-sdk","version":"1.4.2"}',
      "sdk/sdkwright.surface.json": await surface(),
    });
    const { code, out, err } = await diff(["sdk", "new.yaml"], cwd);
    expect(code).toBe(0);
    expect(err).toContain("old: sdk has no sdkwright.lock");
    expect(out).toContain("1 breaking, 0 features, 0 fixes: 1.4.2 -> 2.0.0");
  });

  it("reads the surface of a version on npm, and trusts none of another version", async () => {
    const packed = async (version: string) => {
      const cwd = makeFolder({
        ...files,
        "zoo/package.json": `{"name":"zoo-sdk","version":"${version}"}`,
        "zoo/sdkwright.surface.json": await surface(),
      });
      const bin = join(cwd, "bin");
      mkdirSync(bin);
      execFileSync("npm", ["pack", "--pack-destination", cwd], {
        ...{ cwd: join(cwd, "zoo"), stdio: "ignore" },
      });
      writeFileSync(
        join(bin, "npm"),
        `#!/bin/sh\nfor arg; do case $arg in --pack-destination=*) cp "${cwd}"/zoo-sdk-*.tgz "\${arg#*=}";; esac; done\n`,
        { mode: 0o755 },
      );
      const PATH = `${bin}:${process.env["PATH"] ?? ""}`;
      return diff([`zoo-sdk@${version}`, "new.yaml"], cwd, { PATH });
    };
    const found = await packed("1.4.2");
    expect(found).toMatchObject({ code: 0, err: "" });
    expect(found.out).toContain("1.4.2 -> 2.0.0 (major)");
    const other = await packed("1.5.0");
    expect(other.code).toBe(1);
    expect(other.err).toContain(
      "old: the sdkwright.surface.json in zoo-sdk@1.5.0 is that of version 1.4.2, not of 1.5.0",
    );
  });
});

describe("sdkwright diff with the last release", () => {
  const config = '{"input":"new.yaml","output":"sdk"}';

  it("compares what generate would write now", async () => {
    const cwd = makeFolder({
      ...files,
      "sdkwright.config.json": config,
      "sdk/sdkwright.surface.json": await surface(),
    });
    for (const sides of [[], ["new.yaml"], ["sdk"]]) {
      const { code, out } = await diff(sides, cwd);
      expect(code).toBe(0);
      expect(out).toContain("1.4.2 -> 2.0.0 (major)");
    }
  });

  it("needs one", async () => {
    const cwd = makeFolder({ ...files, "sdkwright.config.json": config });
    const { code, err } = await diff([], cwd);
    expect(code).toBe(1);
    expect(err).toContain("old: sdk has no sdkwright.surface.json");
  });
});

describe("a tarball", () => {
  it("that is none is refused", () => {
    expect(() => filesOfTarball(new TextEncoder().encode("no"))).toThrow();
  });
});
