/**
 * The shell code of the workflows, taken out of the YAML and run as GitHub runs it, with stand-ins for
 * the programs that it calls.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkWorkflow } from "../../generator/init/workflows/check.js";
import { commentWorkflow } from "../../generator/init/workflows/comment.js";
import { gitlabPipeline } from "../../generator/init/workflows/gitlab.js";
import { regenerateWorkflow } from "../../generator/init/workflows/regenerate.js";
import { releaseWorkflow } from "../../generator/init/workflows/release.js";
import { makeFolder, writeFiles } from "../write/support.js";
import { settingsOf } from "./support.js";

type Programs = Readonly<Record<string, string>>;

/** Each call of a stand-in is a line of `calls`: its name and its arguments, as JSON. */
const standIn = (name: string, body: string): string => `#!/usr/bin/env bash
node -e 'require("fs").appendFileSync(process.env.CALLS, JSON.stringify(process.argv.slice(1)) + "\\n")' -- ${name} "$@"
${body}
`;

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly calls: readonly (readonly string[])[];
  /** What the step has set. */
  readonly outputs: string;
}

interface Machine {
  readonly cwd: string;
  readonly temp: string;
  readonly run: (code: string, env?: Readonly<Record<string, string>>) => Ran;
  readonly git: (...args: readonly string[]) => string;
}

const machineWith = (
  programs: Programs,
  files: Readonly<Record<string, string>>,
): Machine => {
  const cwd = makeFolder(files);
  const temp = makeFolder({ "bin/": "" });
  for (const [name, body] of Object.entries(programs)) {
    writeFiles(temp, { [`bin/${name}`]: standIn(name, body) });
    chmodSync(join(temp, "bin", name), 0o755);
  }
  const git = (...args: readonly string[]): string =>
    execFileSync(
      "git",
      ["-c", "user.name=a", "-c", "user.email=a@acme.example", ...args],
      { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    );
  git("init", "--quiet", "--initial-branch", "main");
  git("add", "--all");
  git("commit", "--quiet", "--allow-empty", "--message", "first");
  const run: Machine["run"] = (code, env = {}) => {
    const calls = join(temp, "calls");
    const outputs = join(temp, "outputs");
    writeFiles(temp, { calls: "", outputs: "" });
    const { status, stdout, stderr } = spawnSync(
      "bash",
      ["--noprofile", "--norc", "-eo", "pipefail", "-c", code],
      {
        cwd,
        encoding: "utf8",
        env: {
          ...process.env,
          PATH: `${join(temp, "bin")}${delimiter}${process.env["PATH"] ?? ""}`,
          RUNNER_TEMP: temp,
          GITHUB_OUTPUT: outputs,
          CALLS: calls,
          ...env,
        },
      },
    );
    return {
      code: status,
      out: stdout,
      err: stderr,
      calls: readFileSync(calls, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line)),
      outputs: readFileSync(outputs, "utf8"),
    };
  };
  return { cwd, temp, run, git };
};

const documentURL = "https://api.acme.example/openapi.yaml?a=1&b='$(id)'";

/** `curl` writes a new document, `npx` copies it into the package, or says what changed. */
const fetching: Programs = {
  curl: `while [ "$1" != --output ]; do shift; done; printf 'openapi: 3.1.1\\n' > "$2"`,
  npx: `if [ "$3" = diff ]; then echo "$*"; else cp -- "$DOCUMENT" sdk/generated; fi`,
};

/** What is asked of `diff` for the pull request. */
const comparing = (document: string) =>
  ["markdown", "title"].map((format) => [
    ...["npx", "--no-install", "sdkwright", "diff", "--format", format],
    ...["--", `HEAD:${document}`, document],
  ]);

describe("the job that generates", () => {
  const settings = settingsOf({ documentURL });
  const { run: code } = parse(regenerateWorkflow(settings)).jobs.generate
    .steps[3];

  it("fetches, generates, and hands on a patch with its title and its extent", () => {
    const machine = machineWith(fetching, {
      "openapi.yaml": "openapi: 3.1.0\n",
      "sdk/generated": "openapi: 3.1.0\n",
    });
    const { calls, outputs, ...ran } = machine.run(code, {
      ...{ DOCUMENT: "openapi.yaml", BEFORE: "HEAD" },
      DOCUMENT_URL: documentURL,
    });
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(calls).toEqual([
      [
        ...["curl", "--fail", "--silent", "--show-error", "--location"],
        ...["--proto", "=https", "--max-time", "60", "--retry", "3"],
        ...["--output", "openapi.yaml", "--", documentURL],
      ],
      ["npx", "--no-install", "sdkwright", "generate"],
      ...comparing("openapi.yaml"),
    ]);
    expect(outputs).toBe("changed=true\n");
    const handed = (name: string): string =>
      readFileSync(join(machine.temp, "out", name), "utf8");
    expect(handed("title")).toMatch(/^--no-install sdkwright diff .*title/);
    expect(handed("body.md")).toMatch(
      /^--no-install sdkwright diff .*markdown/,
    );
    expect(handed("change.patch")).toContain("+openapi: 3.1.1");
  });

  it("hands on nothing when nothing has changed", () => {
    const machine = machineWith(fetching, {
      "openapi.yaml": "openapi: 3.1.1\n",
      "sdk/generated": "openapi: 3.1.1\n",
    });
    const { code: status, outputs } = machine.run(code, {
      ...{ DOCUMENT: "openapi.yaml", BEFORE: "HEAD" },
      DOCUMENT_URL: documentURL,
    });
    expect({ status, outputs }).toEqual({
      status: 0,
      outputs: "changed=false\n",
    });
    expect(existsSync(join(machine.temp, "out"))).toBe(false);
  });

  it.each(["curl", "npx"])("fails with %s", (name) => {
    const machine = machineWith(
      { ...fetching, [name]: "exit 22" },
      { "openapi.yaml": "openapi: 3.1.0\n", "sdk/generated": "" },
    );
    const { code: status, outputs } = machine.run(code, {
      ...{ DOCUMENT: "openapi.yaml", BEFORE: "HEAD" },
      DOCUMENT_URL: documentURL,
    });
    expect({ status, outputs }).toEqual({ status: 22, outputs: "" });
  });

  it.each(["a b 'c' $(touch x).yaml", "-rf.yaml", "%s %n.yaml"])(
    "takes any name of a document: %s",
    (document) => {
      const machine = machineWith(fetching, {
        [document]: "openapi: 3.1.0\n",
        "sdk/generated": "",
      });
      const ran = machine.run(code, {
        ...{ DOCUMENT: document, BEFORE: "HEAD" },
        DOCUMENT_URL: documentURL,
      });
      expect(ran).toMatchObject({ code: 0, outputs: "changed=true\n" });
      expect(existsSync(join(machine.cwd, "x"))).toBe(false);
      expect(readFileSync(join(machine.temp, "out/title"), "utf8")).toBe(
        `--no-install sdkwright diff --format title -- HEAD:${document} ${document}\n`,
      );
    },
  );

  it("takes the document as it is where it is kept", () => {
    const kept = parse(regenerateWorkflow(settingsOf())).jobs.generate.steps[3];
    const machine = machineWith(fetching, {
      "openapi.yaml": "openapi: 3.1.0\n",
      "sdk/generated": "",
    });
    const { calls, outputs } = machine.run(kept.run, {
      ...{ DOCUMENT: "openapi.yaml", BEFORE: "HEAD" },
    });
    expect(calls).toEqual([
      ["npx", "--no-install", "sdkwright", "generate"],
      ...comparing("openapi.yaml"),
    ]);
    expect(outputs).toBe("changed=true\n");
  });

  it("hands on what changed of files where the document is new", () => {
    const machine = machineWith(fetching, { "sdk/generated": "" });
    const ran = machine.run(code, {
      ...{ DOCUMENT: "openapi.yaml", BEFORE: "HEAD" },
      DOCUMENT_URL: documentURL,
    });
    expect(ran.outputs).toBe("changed=true\n");
    const handed = (name: string): string =>
      readFileSync(join(machine.temp, "out", name), "utf8");
    expect(handed("title")).toBe("feat: regenerate from openapi.yaml\n");
    expect(handed("body.md")).toMatch(
      /^ openapi\.yaml {2}\| 1 \+\n sdk\/generated \| 1 \+\n 2 files changed/,
    );
  });
});

describe("the report of a pull request", () => {
  const { run: code } = parse(checkWorkflow(settingsOf())).jobs.check.steps[5];

  it("is what changes between its base and its head", () => {
    const machine = machineWith(fetching, {
      "openapi.yaml": "openapi: 3.1.0\n",
    });
    const summary = join(machine.temp, "summary");
    const { code: status, calls } = machine.run(code, {
      ...{ DOCUMENT: "openapi.yaml", BASE_SHA: "HEAD", PR_NUMBER: "7" },
      GITHUB_STEP_SUMMARY: summary,
    });
    expect(status).toBe(0);
    expect(calls).toEqual(comparing("openapi.yaml").slice(0, 1));
    expect(readFileSync(join(machine.temp, "report/number"), "utf8")).toBe("7");
    expect(readFileSync(summary, "utf8")).toBe(
      readFileSync(join(machine.temp, "report/body.md"), "utf8"),
    );
  });

  it("is none where the document is new", () => {
    const machine = machineWith(fetching, {});
    const { code: status } = machine.run(code, {
      ...{ DOCUMENT: "openapi.yaml", BASE_SHA: "HEAD", PR_NUMBER: "7" },
    });
    expect(status).toBe(0);
    expect(existsSync(join(machine.temp, "report"))).toBe(false);
  });
});

describe("the comment", () => {
  const step = parse(commentWorkflow()).jobs.comment.steps[1];
  const env = { GH_TOKEN: "t", REPO: "acme/sdk", HEAD_SHA: "abc" };

  const commented = (number: string, answers: string) => {
    const machine = machineWith(
      { gh: answers },
      { "report/number": number, "report/body.md": "what changes\n" },
    );
    return machine.run(step.run, env).calls.map((call) => call.slice(0, 5));
  };

  it("is made once, and then updated", () => {
    const head = `if [ "$2" = repos/acme/sdk/pulls/7 ]; then echo abc; fi`;
    expect(commented("7", head).at(-1)).toEqual([
      "gh",
      "api",
      "--method",
      "POST",
      "repos/acme/sdk/issues/7/comments",
    ]);
    const there = `${head}; if [ "$2" = --paginate ]; then echo 12; fi`;
    expect(commented("7", there).at(-1)).toEqual([
      "gh",
      "api",
      "--method",
      "PATCH",
      "repos/acme/sdk/issues/comments/12",
    ]);
  });

  it.each(["", "7; id", "../7"])(
    "believes no number that is none: %j",
    (number) => {
      expect(commented(number, "echo abc")).toEqual([]);
    },
  );

  it("believes no number of another commit", () => {
    expect(commented("7", "echo other")).toHaveLength(1);
  });
});

describe("the job that proposes", () => {
  const { run: code } = parse(regenerateWorkflow(settingsOf())).jobs.propose
    .steps[3];
  const env = { GH_TOKEN: "t", REPO: "acme/acme-typescript", BASE: "main" };

  /** A repository with a remote, and the patch of the other job. */
  const machineFor = (list: string): Machine & { readonly remote: string } => {
    const machine = machineWith(
      { gh: `if [ "$1 $2" = "pr list" ]; then printf '%s' '${list}'; fi` },
      { "openapi.yaml": "openapi: 3.1.0\n" },
    );
    const remote = makeFolder();
    execFileSync("git", ["init", "--quiet", "--bare", remote]);
    machine.git("remote", "add", "origin", remote);
    mkdirSync(join(machine.temp, "out"));
    writeFiles(machine.temp, {
      "out/title": `feat: regenerate from $(touch x)\`touch x\`.yaml\n`,
      "out/body.md": " openapi.yaml | 2 +-\n",
      "out/change.patch": `diff --git a/openapi.yaml b/openapi.yaml
--- a/openapi.yaml
+++ b/openapi.yaml
@@ -1 +1 @@
-openapi: 3.1.0
+openapi: 3.1.1
`,
    });
    return { ...machine, remote };
  };

  const title = "feat: regenerate from $(touch x)`touch x`.yaml";
  const head = "sdkwright/regenerate";

  it("opens a pull request", () => {
    const machine = machineFor("");
    const { code: status, calls } = machine.run(code, env);
    expect(status).toBe(0);
    expect(calls).toEqual([
      ["gh", "auth", "setup-git"],
      [
        ...["gh", "pr", "list", "--repo", env.REPO, "--head", head],
        ...["--json", "number", "--jq", ".[].number"],
      ],
      [
        ...["gh", "pr", "create", "--repo", env.REPO, "--base", "main"],
        ...["--head", head, "--title", title],
        ...["--body-file", join(machine.temp, "out/body.md")],
      ],
    ]);
    const pushed = (...args: readonly string[]): string =>
      execFileSync("git", ["--git-dir", machine.remote, ...args], {
        encoding: "utf8",
      });
    expect(pushed("log", "-1", "--format=%s", head)).toBe(`${title}\n`);
    expect(pushed("show", `${head}:openapi.yaml`)).toBe("openapi: 3.1.1\n");
    expect(existsSync(join(machine.cwd, "x"))).toBe(false);
  });

  it("updates the one that is open, over what was pushed before", () => {
    const machine = machineFor("7");
    machine.git("switch", "--quiet", "--orphan", "before");
    machine.git("commit", "--quiet", "--allow-empty", "--message", "before");
    machine.git("push", "--quiet", "origin", `HEAD:refs/heads/${head}`);
    machine.git("switch", "--quiet", "main");
    const { code: status, calls } = machine.run(code, env);
    expect(status).toBe(0);
    expect(calls.at(-1)).toEqual([
      ...["gh", "pr", "edit", head, "--repo", env.REPO, "--title", title],
      ...["--body-file", join(machine.temp, "out/body.md")],
    ]);
  });

  it("takes one line of 200 characters as the title", () => {
    const machine = machineFor("");
    writeFiles(machine.temp, { "out/title": `${"x".repeat(300)}\nmore` });
    const { calls } = machine.run(code, env);
    expect(calls.at(-1)?.[10]).toBe("x".repeat(200));
  });
});

describe("publishing", () => {
  const manifest = '{"name":"@acme/sdk","version":"0.1.0"}';

  const publishOf = (folder: string): string =>
    parse(releaseWorkflow(settingsOf({ folder }))).jobs.publish.steps.at(-1)
      .run;

  it.each([
    ["sdk", { "sdk/package.json": manifest }, ["--workspace=sdk"]],
    [
      "packages/sdk",
      { "packages/sdk/package.json": manifest },
      ["--workspace=packages/sdk"],
    ],
    [".", { "package.json": manifest }, []],
  ])("publishes %s when it is not there", (folder, files, more) => {
    const machine = machineWith(
      { npm: `if [ "$1" = view ]; then exit 1; fi` },
      files,
    );
    const { code, calls } = machine.run(publishOf(folder), { SDK: folder });
    expect(code).toBe(0);
    expect(calls).toEqual([
      ["npm", "view", "@acme/sdk@0.1.0", "version"],
      ["npm", "publish", ...more],
    ]);
  });

  it("publishes nothing when it is there", () => {
    const machine = machineWith({ npm: "" }, { "sdk/package.json": manifest });
    const { code, out, calls } = machine.run(publishOf("sdk"), { SDK: "sdk" });
    expect({ code, out }).toEqual({
      code: 0,
      out: "@acme/sdk@0.1.0 is published already\n",
    });
    expect(calls).toEqual([["npm", "view", "@acme/sdk@0.1.0", "version"]]);
  });

  it("fails when npm does", () => {
    const machine = machineWith(
      { npm: "exit 1" },
      { "sdk/package.json": manifest },
    );
    expect(machine.run(publishOf("sdk"), { SDK: "sdk" }).code).toBe(1);
  });

  it("is the same on GitLab", () => {
    const script = parse(gitlabPipeline(settingsOf()))["sdk-publish"].script;
    expect(script.at(-1)).toBe(publishOf("sdk"));
  });
});

describe("after changesets", () => {
  const tagging = parse(releaseWorkflow(settingsOf({ releases: "changesets" })))
    .jobs.tag.steps[1].run;
  const files = { "sdk/package.json": '{"name":"a","version":"0.2.0"}' };
  const env = { SDK: "sdk", REPO: "acme/sdk", SHA: "abc", GH_TOKEN: "t" };

  it("the version is tagged", () => {
    const machine = machineWith(
      { gh: `if [ "$2" = view ]; then exit 1; fi` },
      files,
    );
    const { code, calls } = machine.run(tagging, env);
    expect(code).toBe(0);
    expect(calls.at(-1)).toEqual([
      ...["gh", "release", "create", "v0.2.0", "--repo", "acme/sdk"],
      ...["--target", "abc", "--title", "v0.2.0"],
      ...["--notes", "See CHANGELOG.md."],
    ]);
  });

  it("or was", () => {
    const { code, calls } = machineWith({ gh: "" }, files).run(tagging, env);
    expect(code).toBe(0);
    expect(calls).toHaveLength(1);
  });
});

describe("semantic-release", () => {
  const { run: code } = parse(
    releaseWorkflow(settingsOf({ releases: "semantic-release" })),
  ).jobs.release.steps.at(-1);

  it("has released when it has committed", () => {
    const machine = machineWith(
      {
        npx: `git -c user.name=a -c user.email=a@b.example commit --quiet --allow-empty --message release`,
      },
      { a: "" },
    );
    const before = machine.git("rev-parse", "HEAD").trim();
    const { outputs } = machine.run(code, { GITHUB_SHA: before });
    const after = machine.git("rev-parse", "HEAD").trim();
    expect(outputs).toBe(`created=true\nsha=${after}\n`);
    expect(after).not.toBe(before);
  });

  it("has released nothing without one", () => {
    const machine = machineWith({ npx: "" }, { a: "" });
    const sha = machine.git("rev-parse", "HEAD").trim();
    expect(machine.run(code, { GITHUB_SHA: sha }).outputs).toBe(
      `created=false\nsha=${sha}\n`,
    );
  });
});
