import { describe, expect, it } from "vitest";
import { makeFolder, readFolder } from "../write/support.js";
import { museum } from "./museum.js";
import { runCli } from "./run.js";

describe("filters", () => {
  it("leave operations out, and say how many", async () => {
    const cwd = makeFolder({ "openapi.yaml": museum });
    const args = ["generate", "openapi.yaml", "-o", "sdk"];
    const filtered = [...args, "--exclude", "path:/works/**"];
    const first = await runCli([...filtered, "--include", "tag:Works"], {
      cwd,
    });
    expect({ code: first.code, out: first.out }).toEqual({ code: 1, out: "" });
    expect(first.err).toContain(
      "error filter-empty: include and exclude leave none of the 2 operations",
    );

    const some = [...args, "--exclude", "operation:getWork"];
    const second = await runCli(some, { cwd });
    expect(second.out).toMatch(
      /^sdk: 1 of 1 operation \(1 left out by filters\), \d+ files written, 0 unchanged\n$/,
    );
    const models = readFolder(cwd)["sdk/src/models.ts"];
    expect(models).toContain("interface Work ");
    expect(models).not.toContain("Problem");

    const again = await runCli(some, { cwd });
    expect(again.out).toMatch(
      /^sdk: 1 of 1 operation \(1 left out by filters\), 0 files written, \d+ unchanged\n$/,
    );
    const checked = await runCli(["check", ...args.slice(1)], { cwd });
    expect(checked.code).toBe(1);
    expect(checked.err).toContain("the options changed");
  });

  it("refuse what is no filter", async () => {
    const cwd = makeFolder();
    expect(await runCli(["generate", "--include", "Pets"], { cwd })).toEqual({
      code: 2,
      out: "",
      err: "error: option '--include <what>' argument 'Pets' is invalid. It is tag:NAME, path:/pets/**, operation:ID or deprecated.\n",
    });
  });
});
