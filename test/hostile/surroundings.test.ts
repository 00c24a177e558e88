/**
 * What surrounds a run decides nothing of what it writes: time zone, language, a strange working
 * folder, frozen intrinsics, a ban on code from strings.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { generate, UsageError } from "../../generator/index.js";
import { licensed as museum } from "../cli/museum.js";
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

describe("X10, X16: the same bytes", () => {
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
      "behind a proxy that does not answer",
      {
        env: {
          ...{ HTTP_PROXY: "http://127.0.0.1:1", NODE_USE_ENV_PROXY: "1" },
          HTTPS_PROXY: "http://127.0.0.1:1",
        },
      },
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

/** Every option that there is, with a value that would show. */
const options = {
  ...{ clientName: "Evil", environmentPrefix: "EVIL", enums: "const" },
  ...{ models: { Work: "Evil" }, methods: {}, resources: {}, int64: "string" },
  ...{ package: { name: "evil" }, clientParameters: ["room"], dates: "string" },
  // `include` is not among them: js-yaml, which openapi-typescript loads, fails on an inherited one.
  ...{ exclude: { paths: ["/**"] } },
  ...{ overlays: ["evil.yaml"], overlay: ["evil.yaml"], refRoot: "/" },
  ...{ dryRun: true, strict: true, json: true, debug: true },
  ...{ allowRefOrigins: ["*"], allowRefOrigin: ["*"], config: "evil.json" },
  ...{ cwd: "/evil", configFile: "/evil" },
};

describe("X16: members of Object.prototype", () => {
  const pollution = (isSeen: boolean): string => `
    for (const [name, value] of Object.entries(${JSON.stringify(options)}))
      Object.defineProperty(Object.prototype, name,
        { value, enumerable: ${isSeen}, configurable: true, writable: true });`;

  it("are no options, for the command line", async () => {
    const want = await generated({});
    expect(await generated({ preload: pollution(false) })).toEqual(want);
  });

  it("are no options in a config either", async () => {
    const cwd = makeFolder({
      "openapi.yaml": museum,
      "sdkwright.config.json": JSON.stringify({
        input: "openapi.yaml",
        output: "sdk",
        package: { license: "MIT" },
      }),
    });
    const run = async (preload?: string) => {
      rmSync(join(cwd, "sdk/.sdkwright-cache"), {
        ...{ recursive: true, force: true },
      });
      const { code, out, err } = await runCli(["generate"], {
        cwd,
        ...(preload !== undefined && { preload }),
      });
      expect({ code, err }).toEqual({ code: 0, err: "" });
      return [out, readFolder(join(cwd, "sdk"))];
    };
    await run();
    expect(await run(pollution(false))).toEqual(await run());
  });

  it("that turn up in every object are refused with the reason", async () => {
    const cwd = makeFolder({ "openapi.yaml": museum });
    const result = await runCli(["generate", "openapi.yaml", "-o", "sdk"], {
      cwd,
      preload: "Object.prototype.polluted = 1;",
    });
    expect(result).toEqual({
      code: 2,
      out: "",
      err: "error: every object here has a member `polluted`: something in this process added it to Object.prototype; start without that\n",
    });
    expect(Object.keys(readFolder(cwd))).toEqual(["openapi.yaml"]);
  });

  it("are refused by the library too, and are no options of it", async () => {
    const cwd = makeFolder({ "openapi.yaml": museum });
    const add = (isSeen: boolean): void => {
      Object.defineProperty(Object.prototype, "dryRun", {
        value: true,
        enumerable: isSeen,
        configurable: true,
        writable: true,
      });
    };
    const run = () => generate({ cwd, input: "openapi.yaml", output: "sdk" });
    try {
      add(true);
      await expect(run()).rejects.toThrow(UsageError);
      add(false);
      expect((await run()).sdks[0]?.written).not.toEqual([]);
    } finally {
      Reflect.deleteProperty(Object.prototype, "dryRun");
    }
    expect(Object.keys(readFolder(cwd)).length).toBeGreaterThan(10);
  });
});

describe("X09: what is printed", () => {
  const terminal = `
    for (const stream of [process.stdout, process.stderr])
      for (const [name, value] of Object.entries({ isTTY: true, columns: 20, rows: 5 }))
        Object.defineProperty(stream, name, { value });`;
  const broken = museum.replace(
    "#/components/schemas/Problem",
    "#components/schemas/Problem",
  );
  const run = (options: Partial<CliOptions>) =>
    runCli(["generate", "openapi.yaml", "-o", "sdk"], {
      cwd: makeFolder({ "openapi.yaml": broken }),
      ...options,
    });
  const color = /\u001b\[/;

  it("has colours on a terminal, however narrow", async () => {
    const env = { TERM: "xterm", NO_COLOR: "" };
    const { code, err } = await run({ preload: terminal, env });
    expect(code).toBe(1);
    expect(err).toMatch(color);
    expect(err.replace(/\u001b\[\d+m/g, "")).toBe((await run({})).err);
  });

  it.each([
    ["in a pipe", { env: { TERM: "xterm" } }],
    ["with NO_COLOR", { preload: terminal, env: { NO_COLOR: "1" } }],
    ["on a dumb terminal", { preload: terminal, env: { TERM: "dumb" } }],
  ])("has none %s", async (_, options) => {
    const { code, err } = await run(options);
    expect(code).toBe(1);
    expect(err).not.toMatch(color);
  });

  it.each([
    [museum, 0],
    [broken, 1],
  ])("may have no reader: the exit code stays", async (document, want) => {
    const cwd = makeFolder({ "openapi.yaml": document });
    const { code } = await run({ cwd, closed: true });
    expect(code).toBe(want);
  });
});
