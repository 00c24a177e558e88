import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type Annotation,
  annotationsOf,
} from "../../generator/cli/annotations/annotations.js";
import { printForGithub } from "../../generator/cli/annotations/github.js";
import { printForGitlab } from "../../generator/cli/annotations/gitlab.js";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import { withFrames } from "../../generator/diagnostics/printer.js";
import { makeFolder } from "../write/support.js";
import { museum } from "./museum.js";
import { runCli } from "./run.js";

const one = (
  level: Annotation["level"],
  more: Partial<Annotation> = {},
): Annotation => ({
  ...{ level, code: "ref-not-found", message: "it is gone" },
  ...{ file: "/repo/api/openapi.yaml", line: 3, column: 7 },
  ...more,
});

const many = (level: Annotation["level"], count: number) =>
  Array.from({ length: count }, () => one(level));

describe("annotations", () => {
  it("are the problems and the drift of a report, the most serious first", () => {
    const diagnostics = new Diagnostics();
    const place = { file: "api/openapi.yaml", line: 3, column: 7 };
    diagnostics.report("yaml-merge-key", {}, place);
    diagnostics.report(
      "document-empty",
      {},
      { ...place, file: "https://a.example/x.yaml" },
    );
    const report = {
      ok: false,
      diagnostics: [],
      sdks: [
        {
          ...{ ok: false, input: "api/openapi.yaml", output: "sdk" },
          ...{ upToDate: false, warnings: 1, unchanged: 1 },
          ...{
            written: [],
            removed: [],
            changes: [],
            released: true,
            edits: [],
            remarks: [],
          },
          diagnostics: withFrames(diagnostics),
          drift: [
            {
              ...{ path: "src/a.ts", file: "sdk/src/a.ts" },
              ...{ kind: "missing" as const, message: "is missing" },
            },
          ],
        },
      ],
    };
    expect(
      annotationsOf(report).map(({ level, code, file, line }) => [
        ...[level, code, file, line],
      ]),
    ).toEqual([
      ["error", "document-empty", undefined, 1],
      ["error", "drift-missing", resolve("sdk/src/a.ts"), 1],
      ["warning", "yaml-merge-key", resolve("api/openapi.yaml"), 3],
    ]);
  });
});

describe("annotations for GitHub", () => {
  it("are workflow commands, with paths from the root and nothing that ends them early", () => {
    expect(
      printForGithub(
        [
          one("error", {
            message: "100 %\r\n::error::x",
            file: "/repo/a,b:c%.yaml",
          }),
          one("warning", { file: "/elsewhere/a.yaml" }),
          one("notice", { code: "a:b,c" }),
        ],
        "/repo",
      ),
    ).toEqual([
      "::error file=a%2Cb%3Ac%25.yaml,line=3,col=7,title=ref-not-found::100 %25%0D%0A::error::x",
      "::warning title=ref-not-found::it is gone",
      "::notice file=api/openapi.yaml,line=3,col=7,title=a%3Ab%2Cc::it is gone",
    ]);
  });

  it("are ten of each level, and one that counts the rest", () => {
    const levelsOf = (annotations: readonly Annotation[]) =>
      printForGithub(annotations, "/repo").map((line) => line.split(" ", 1)[0]);
    expect(
      levelsOf([...many("error", 10), ...many("notice", 10)]),
    ).toHaveLength(20);
    const lines = printForGithub(
      [...many("error", 12), ...many("warning", 11), ...many("notice", 10)],
      "/repo",
    );
    const count = (level: string) =>
      lines.filter((line) => line.startsWith(`::${level} `)).length;
    expect(["error", "warning", "notice"].map(count)).toEqual([10, 10, 10]);
    expect(lines.at(-1)).toBe(
      "::notice title=sdkwright::and 2 errors, 1 warning, 1 notice more: the log of this step has all",
    );
  });
});

describe("annotations for GitLab", () => {
  it("are issues, each with a fingerprint that no line changes", () => {
    const issues = (annotations: readonly Annotation[]) =>
      JSON.parse(printForGitlab(annotations, "/repo")) as {
        readonly fingerprint: string;
      }[];
    const [first, second] = issues([one("error"), one("error", { line: 9 })]);
    expect(first).toEqual({
      description: "it is gone",
      check_name: "ref-not-found",
      fingerprint: expect.stringMatching(/^[\da-f]{64}$/),
      severity: "major",
      location: { path: "api/openapi.yaml", lines: { begin: 3 } },
    });
    expect(second?.fingerprint).not.toBe(first?.fingerprint);
    expect(issues([one("error", { line: 4 })])[0]?.fingerprint).toBe(
      first?.fingerprint,
    );
  });
});

describe("the command line", () => {
  it("annotates for GitHub when it runs there, differs, and lists what it reads", async () => {
    const cwd = makeFolder({
      "api/openapi.yaml": museum,
      "api/sdkwright.config.json":
        '{ "input": "openapi.yaml", "output": "sdk" }',
    });
    const at = join(cwd, "api");
    const env = { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: cwd };
    const { code, err, out } = await runCli(["check", "--diff"], {
      cwd: at,
      env,
    });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(
      "\n--- sdk/src/index.ts\n+++ sdk/src/index.ts\n@@ -0,0 +1,",
    );
    expect(
      err.match(
        /^::error file=api\/sdk\/\S*,line=1,col=1,title=drift-missing::sdk\/\S* is missing%0A/gm,
      ),
    ).toHaveLength(10);
    expect(err).toMatch(
      /\n::notice title=sdkwright::and \d+ errors more: [^\n]*\n$/,
    );

    const args = ["check", "--json", "--annotations", "gitlab=quality.json"];
    const { out: json } = await runCli(args, { cwd: at, env });
    expect(JSON.parse(json)).toMatchObject({
      ok: false,
      sdks: [
        {
          ...{
            reason: "drift",
            config: "sdkwright.config.json",
            upToDate: false,
          },
          drift: expect.arrayContaining([
            expect.objectContaining({
              file: "sdk/package.json",
              kind: "missing",
            }),
          ]),
        },
      ],
    });
    expect(readFileSync(join(at, "quality.json"), "utf8")).toContain(
      '"path": "api/sdk/package.json"'.replace("api/", ""),
    );
    const inputs = await runCli(["check", "--print-inputs"], { cwd: at });
    expect(inputs).toEqual({
      ...{ code: 0, err: "" },
      out: "openapi.yaml\nsdkwright.config.json\n",
    });
  });

  it("refuses another kind", async () => {
    const args = ["check", "--annotations", "jenkins"];
    expect(await runCli(args, { cwd: makeFolder() })).toEqual({
      ...{ code: 2, out: "" },
      err: "error: option '--annotations <kind>' argument 'jenkins' is invalid. It is github, gitlab=FILE or none.\n",
    });
  });
});
