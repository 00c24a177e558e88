import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { readSurroundings } from "../../generator/init/surroundings.js";
import { makeFolder } from "../write/support.js";

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync("git", args, { cwd, encoding: "utf8" });

describe("surroundings", () => {
  it("are files", () => {
    const { read, list, changedAt } = readSurroundings(
      makeFolder({ "a.yaml": "a", "spec/b.yaml": "b" }),
    );
    expect(list(".")).toEqual(["a.yaml", "spec/"]);
    expect(list("spec")).toEqual(["b.yaml"]);
    expect(list("none")).toEqual([]);
    expect(read("spec/b.yaml")).toBe("b");
    expect(read("spec")).toBeUndefined();
    expect(changedAt("a.yaml")).toBeGreaterThan(0);
    expect(changedAt("none")).toBe(0);
  });

  it("are what git says", () => {
    const cwd = makeFolder({ ".gitignore": "out/\n", "api/a": "" });
    git(cwd, "init", "--quiet", "--initial-branch", "trunk");
    git(cwd, "remote", "add", "origin", "git@github.com:acme/sdk.git");
    const { git: facts } = readSurroundings(cwd);
    expect(facts).toMatchObject({
      prefix: "",
      remote: "git@github.com:acme/sdk.git",
      branch: "trunk",
    });
    expect(facts?.isIgnored("out/openapi.yaml")).toBe(true);
    expect(facts?.isIgnored("openapi.yaml")).toBe(false);
    // A name that looks like an option is one.
    expect(facts?.isIgnored("--help")).toBe(false);
    expect(readSurroundings(`${cwd}/api`).git?.prefix).toBe("api");
  });

  it("know the branch that the remote shows first", () => {
    const cwd = makeFolder();
    git(cwd, "init", "--quiet", "--initial-branch", "work");
    git(
      cwd,
      "symbolic-ref",
      "refs/remotes/origin/HEAD",
      "refs/remotes/origin/next",
    );
    expect(readSurroundings(cwd).git).toEqual({
      prefix: "",
      branch: "next",
      isIgnored: expect.any(Function),
    });
  });

  it("may be without git", () => {
    expect(readSurroundings(makeFolder()).git).toBeUndefined();
  });
});
