import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../generator/diagnostics/diagnostics.js";
import { StageTimer } from "../generator/diagnostics/timings.js";
import { buildSdk } from "../generator/build-sdk.js";
import { museum } from "./cli/museum.js";
import { makeFolder } from "./write/support.js";

const build = async (document: string, operations?: string[]) => {
  const directory = makeFolder({ "openapi.yaml": document });
  const input = join(directory, "openapi.yaml");
  const output = join(directory, "sdk");
  const config = {
    ...{ input, output },
    ...(operations && { include: { operations } }),
  };
  const diagnostics = new Diagnostics();
  const built = await buildSdk(
    {
      target: { config, inputs: [input], output, overlays: [] },
      names: new Map([["operation GET /works", "browse"]]),
    },
    { diagnostics, timer: new StageTimer() },
  );
  return { built, diagnostics };
};

describe("the first half of the pipeline", () => {
  it("makes the representation of a document, and writes nothing", async () => {
    const { built, diagnostics } = await build(museum);
    expect(built?.sdk.resources.map(({ property }) => property)).toEqual([
      "works",
    ]);
    expect(built?.operations).toEqual({ total: 2, generated: 2 });
    expect(diagnostics.hasErrors).toBe(false);
  });

  it("counts the operations that the config excludes", async () => {
    const { built } = await build(museum, ["getWork"]);
    expect(built?.operations).toEqual({ total: 1, generated: 1, excluded: 1 });
  });

  it("reports why a document is useless", async () => {
    const { built, diagnostics } = await build("openapi: 3.1.0\n");
    expect(built).toBeUndefined();
    expect(diagnostics.hasErrors).toBe(true);
  });
});
