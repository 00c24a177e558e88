/**
 * Five SDKs, each in a package of a workspace, with the task runners that the README has settings for:
 * what did not change is not checked again, and what did is. Each step goes on where the one before it
 * ended.
 */
import { mkdirSync } from "node:fs";
import { dirname, join, matchesGlob } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { remove, succeed, temporaryFolder } from "../packages/support/run.js";
import { installed } from "../runtimes/support/install.js";
import { nxJson, turboJson } from "./support/readme.js";
import { names, Workspace } from "./support/workspace.js";

const scratch = temporaryFolder();
afterAll(() => {
  remove(scratch);
});

const git = {
  ...{ GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
  ...{ GIT_AUTHOR_NAME: "A", GIT_AUTHOR_EMAIL: "a@acme.example" },
  ...{ GIT_COMMITTER_NAME: "A", GIT_COMMITTER_EMAIL: "a@acme.example" },
};

const makeIn = async (
  name: string,
  env: Readonly<Record<string, string>>,
  settings: Readonly<Record<string, object>>,
): Promise<Workspace> => {
  const folder = join(scratch, name);
  mkdirSync(folder);
  const workspace = new Workspace(folder, { ...git, ...env });
  await workspace.make(settings);
  return workspace;
};

/** A new operation in one document. */
const growRooms = (workspace: Workspace): void => {
  const path = "apis/rooms/openapi.yaml";
  workspace.write(
    path,
    workspace
      .read(path)
      .replace(
        "\ncomponents:",
        '\n  /halls:\n    get:\n      operationId: halls\n      responses: { "204": { description: Nothing. } }\ncomponents:',
      ),
  );
};

const stale = "sdk/src/resources/halls.ts is missing";

it("matches each file that is read", async () => {
  const workspace = await makeIn("inputs", {}, {});
  const { code, out } = await workspace.run(
    "node",
    ...["node_modules/.bin/sdkwright", "check", "--print-inputs"],
    ...["-c", "apis/rooms/sdkwright.config.json"],
  );
  expect(code).toBe(0);
  const files = out.trimEnd().split("\n");
  expect(files).toEqual([
    "apis/rooms/openapi.yaml",
    "apis/rooms/sdkwright.config.json",
  ]);
  const globs = {
    turbo: turboJson.tasks.check.inputs.map((glob) => `apis/rooms/${glob}`),
    nx: nxJson.targetDefaults.check.inputs.map((glob) =>
      glob.replace("{projectRoot}", "apis/rooms"),
    ),
  };
  for (const list of Object.values(globs))
    expect(
      files.filter((file) => !list.some((glob) => matchesGlob(file, glob))),
    ).toEqual([]);
});

describe("Turborepo", () => {
  let turbo: string;
  let workspace: Workspace;
  beforeAll(async () => {
    turbo = await installed(
      "turbo@2.11.11",
      ["@turbo"],
      /^[^/\\]+[/\\]bin[/\\]turbo(?:\.exe)?$/,
    );
    const env = {
      ...{ CI: "", TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" },
      TURBO_CACHE_DIR: join(scratch, "turbo-cache"),
    };
    workspace = await makeIn("turbo", env, { "turbo.json": turboJson });
  });

  const runIn = async (where: Workspace, ...args: readonly string[]) => {
    const { code, out, err } = await where.run(turbo, "run", ...args);
    const [, cached, total] =
      /Cached:\s+(\d+) cached, (\d+) total/.exec(out) ?? [];
    return {
      code,
      cached: Number(cached),
      total: Number(total),
      text: out + err,
    };
  };
  const task = (...args: readonly string[]) => runIn(workspace, ...args);

  it("generates, and never from the cache", async () => {
    expect(await task("generate")).toMatchObject({
      code: 0,
      cached: 0,
      total: 5,
    });
    expect(await task("generate")).toMatchObject({
      code: 0,
      cached: 0,
      total: 5,
    });
    await workspace.commit("SDKs");
  });

  it("checks once what does not change", async () => {
    expect(await task("check")).toMatchObject({ code: 0, cached: 0, total: 5 });
    expect(await task("check")).toMatchObject({ code: 0, cached: 5, total: 5 });
  });

  it("checks the one whose document changed, and names its files", async () => {
    growRooms(workspace);
    const { code, cached, text } = await task("check", "--continue");
    expect({ code, cached }).toEqual({ code: 1, cached: 4 });
    expect(text).toContain(stale);
    expect(text).toContain("@apis/rooms:check");
    expect(text).toContain("run `sdkwright generate`");
  });

  it("checks the one that was generated", async () => {
    expect(await task("generate")).toMatchObject({ code: 0, total: 5 });
    expect(await task("check")).toMatchObject({ code: 0, cached: 4, total: 5 });
    await workspace.commit("Halls");
  });

  it("checks nothing in a fresh clone that has the cache", async () => {
    const folder = join(scratch, "clone");
    await succeed(
      "git",
      ["clone", "--quiet", workspace.folder, folder],
      scratch,
      git,
    );
    const clone = new Workspace(folder, { ...workspace.env, CI: "true" });
    clone.linkSdkwright();
    expect(await runIn(clone, "check")).toMatchObject({
      code: 0,
      cached: 5,
      total: 5,
    });
    for (const name of names)
      expect(
        await clone.run("git", "-C", `apis/${name}`, "status", "--short"),
      ).toMatchObject({ out: "" });
  });
});

describe("Nx", () => {
  let nx: string;
  let workspace: Workspace;
  beforeAll(async () => {
    nx = await installed("nx@24.0.6", ["nx"], /^dist[/\\]bin[/\\]nx\.js$/);
    const env = { CI: "", NX_DAEMON: "false", NX_NO_CLOUD: "true" };
    workspace = await makeIn("nx", env, { "nx.json": nxJson });
    workspace.link(join(dirname(nx), "..", ".."), "nx");
  });

  const task = async (name: string) => {
    const { code, out, err } = await workspace.run(
      ...["node", nx, "run-many", "-t", name, "--outputStyle", "static"],
    );
    const text = out + err;
    const [, cached = 0] = /(\d+) out of \d+ tasks?/.exec(text) ?? [];
    return { code, cached: Number(cached), text };
  };

  it("checks once what does not change, and the one that did", async () => {
    expect((await task("generate")).code).toBe(0);
    await workspace.commit("SDKs");
    expect(await task("check")).toMatchObject({ code: 0, cached: 0 });
    expect(await task("check")).toMatchObject({ code: 0, cached: 5 });
    growRooms(workspace);
    const { code, text } = await task("check");
    expect(code).toBe(1);
    expect(text).toContain(stale);
    expect((await task("generate")).code).toBe(0);
    expect(await task("check")).toMatchObject({ code: 0, cached: 4 });
  });
});
