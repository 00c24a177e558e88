import { symlinkSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, parse } from "node:path";
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import { checkOutputDirectory } from "../../generator/write/guard.js";
import { makeFolder } from "./support.js";

const refusal = (
  directory: string,
  inputs: readonly (readonly [string, string])[] = [],
): string | undefined => {
  const diagnostics = new Diagnostics();
  const location = { directory, displayPath: "out", inputs };
  const accepted = checkOutputDirectory(location, diagnostics);
  const [problem] = diagnostics.all();
  expect(accepted).toBe(problem === undefined);
  return problem?.message;
};

describe("an output directory", () => {
  it.each([
    ["the root", parse(process.cwd()).root, "is the root of the file system"],
    ["the home directory", homedir(), "is your home directory"],
    ["the home directory's parent", dirname(homedir()), undefined],
    ["the working directory", process.cwd(), undefined],
    ["its parent", dirname(process.cwd()), undefined],
  ])("is never %s", (_, folder, reason) => {
    expect(refusal(folder)).toMatch(
      reason === undefined
        ? /^will not write into out: it (is|contains) /
        : `will not write into out: it ${reason}`,
    );
  });

  it("is the working directory where the package is already", () => {
    const folder = makeFolder({ "sdk/sdkwright.lock": "", "sdk/src/a.ts": "" });
    const before = process.cwd();
    try {
      for (const inside of ["sdk", "sdk/src"]) {
        process.chdir(join(folder, inside));
        expect(refusal(join(folder, "sdk"))).toBeUndefined();
        expect(refusal(folder)).toMatch(/contains the working directory$/);
      }
    } finally {
      process.chdir(before);
    }
  });

  it("is not the root of a repository", () => {
    expect(refusal(makeFolder({ ".git/HEAD": "" }))).toBe(
      "will not write into out: it is the root of a repository",
    );
    expect(refusal(makeFolder({ ".git": "gitdir: elsewhere" }))).toBe(
      "will not write into out: it is the root of a repository",
    );
  });

  it("does not contain the document or the config file", () => {
    const folder = makeFolder({ "sdk/spec/openapi.yaml": "" });
    const sdk = join(folder, "sdk");
    const document = [join(sdk, "spec/openapi.yaml"), "the document"] as const;
    expect(refusal(sdk, [document])).toBe(
      "will not write into out: it contains the document",
    );
    expect(refusal(join(folder, "sdk2"), [document])).toBeUndefined();
    expect(refusal(join(sdk, "spec", "out"), [document])).toBeUndefined();
  });

  it("is compared by where links lead", () => {
    const folder = makeFolder({ "real/sdk/openapi.yaml": "" });
    symlinkSync(join(folder, "real"), join(folder, "link"));
    const document = [
      join(folder, "real/sdk/openapi.yaml"),
      "the document",
    ] as const;
    expect(refusal(join(folder, "link/sdk"), [document])).toBe(
      "will not write into out: it contains the document",
    );
    expect(refusal(join(folder, "link/other"), [document])).toBeUndefined();
  });

  it("is not a link", () => {
    const folder = makeFolder({ "real/": "" });
    symlinkSync(join(folder, "real"), join(folder, "link"));
    expect(refusal(join(folder, "link"))).toBe("out is a symbolic link");
  });

  it("may be new, and its parents too", () => {
    expect(refusal(join(makeFolder(), "a", "b"))).toBeUndefined();
  });
});
