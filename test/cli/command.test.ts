import { describe, expect, it } from "vitest";
import { defineCommand } from "../../generator/cli/command.js";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import { withFrames } from "../../generator/diagnostics/printer.js";

const colors = {
  ...{ out: false, err: true },
  print: () => undefined,
  onEnd: () => () => undefined,
};

describe("a command", () => {
  const command = defineCommand({
    name: "count",
    description: "Count the operations.",
    arguments: [],
    options: [],
    run: (options: { readonly json?: boolean; readonly most?: number }) =>
      Promise.resolve({ ok: options.most !== 3, count: 3 }),
    print: ({ count }, { most = 0 }, { err }) => ({
      out: `${count} operations, not more than ${most}`,
      err: err ? "in color" : "plain",
    }),
  });

  it("prints its result for people", async () => {
    expect(await command.call([], { most: 9 }).execute(colors)).toEqual({
      ok: true,
      files: [],
      out: "3 operations, not more than 9",
      err: "in color",
    });
  });

  it("prints its result as JSON, and fails where the result does", async () => {
    const call = command.call([], { json: true, most: 3 });
    const { ok, out, err } = await call.execute(colors);
    expect({ ok, err }).toEqual({ ok: false, err: "" });
    expect(JSON.parse(out)).toEqual({ ok: false, count: 3 });
  });

  it("shows the stack of a bug only on request", () => {
    expect(command.call([], {}).debug).toBe(false);
    expect(command.call([], { debug: true }).debug).toBe(true);
  });
});

describe("a report for programs", () => {
  it("is JSON without frames", async () => {
    const diagnostics = new Diagnostics();
    diagnostics.sources.add("a", "text");
    const place = { file: "a", line: 1, column: 2 };
    diagnostics.report("output-symlink", { path: "sdk" }, place);
    const framed = withFrames(diagnostics);
    expect(framed[0]?.frame).toBeDefined();
    const command = defineCommand({
      name: "report",
      description: "",
      arguments: [],
      options: [],
      run: (_: { readonly json?: boolean }) =>
        Promise.resolve({ ok: false, diagnostics: framed }),
      print: () => ({ out: "", err: "" }),
    });
    const { out } = await command.call([], { json: true }).execute(colors);
    expect(JSON.parse(out)).toEqual({
      ok: false,
      diagnostics: [
        {
          code: "output-symlink",
          severity: "error",
          message: "sdk is a symbolic link",
          help: expect.any(String),
          position: place,
        },
      ],
    });
  });
});
