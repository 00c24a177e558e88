/**
 * What surrounds a run decides nothing of what it writes: time zone, language, a strange working
 * folder, frozen intrinsics, a ban on code from strings.
 */
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { museum } from "../cli/museum.js";
import { runCli, type CliOptions } from "../cli/run.js";
import { makeFolder, readFolder } from "../write/support.js";

const generated = async (
  options: Partial<CliOptions>,
  below = "",
): Promise<Record<string, string>> => {
  const cwd = join(
    makeFolder({ [join(below, "openapi.yaml")]: museum }),
    below,
  );
  const { code, err } = await runCli(
    ["generate", "openapi.yaml", "-o", "sdk"],
    { cwd, ...options },
  );
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return readFolder(join(cwd, "sdk"));
};

describe("the same bytes", () => {
  let want: Record<string, string>;
  beforeAll(async () => {
    want = await generated({});
  });

  it.each([
    [
      "in another time zone and language",
      { env: { TZ: "Asia/Kathmandu", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR" } },
    ],
    [
      "with frozen intrinsics",
      { env: { NODE_OPTIONS: "--frozen-intrinsics --no-warnings" } },
    ],
    [
      "without code from strings",
      { env: { NODE_OPTIONS: "--disallow-code-generation-from-strings" } },
    ],
  ])("%s", async (_, options) => {
    expect(await generated(options)).toEqual(want);
  });

  it("in a folder whose name means something elsewhere", async () => {
    expect(await generated({}, "a b#c%20d'é$(x)`y`;&")).toEqual(want);
  });
});
