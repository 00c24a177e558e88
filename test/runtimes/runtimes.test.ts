/**
 * Generated packages, installed from their tarballs, in every runtime that they are for: the same
 * checks everywhere. A runtime that cannot be had on this machine fails; `-t Deno` runs one alone.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { remove, temporaryFolder } from "../packages/support/run.js";
import { checks } from "./fixtures/checks.mjs";
import { inRuntime } from "./support/launch.js";
import { makeProject } from "./support/project.js";
import type { Project } from "./support/project.js";
import { runtimes } from "./support/runtimes.js";

const folder = temporaryFolder();
let project: Project;

beforeAll(async () => {
  project = await makeProject(join(folder, "packages"));
});
afterAll(() => {
  remove(folder);
});

describe.each(runtimes)("$name", (runtime) => {
  let report: Readonly<Record<string, string>>;

  beforeAll(async () => {
    const own = join(folder, runtime.name);
    mkdirSync(own);
    report = await inRuntime(runtime, project, own);
  });

  it.each(Object.keys(checks))("%s", (name) => {
    expect(report[name]).toBe("ok");
  });
});
