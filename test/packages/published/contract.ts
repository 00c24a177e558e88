/** The tests that come with each package, run as its owner would, and what they find. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { apis } from "../support/apis.js";
import { readOperations } from "../support/document.js";
import { run } from "../support/run.js";
import { built } from "./setup.js";

const counted = (out: string, what: string): number =>
  Number(new RegExp(`^(?:#|ℹ) ${what} (\\d+)$`, "m").exec(out)?.[1]);

describe.each(apis)("npm test in $packageName", (api) => {
  it("passes, with a test for each success and each error of the document", async () => {
    const { code, out } = await run(
      "npm",
      ["test"],
      dirname(built(api).tarball),
    );
    const wanted = readOperations(api.document)
      .map(({ errors }) => 1 + errors.length)
      .reduce((a, b) => a + b);
    expect([counted(out, "pass"), counted(out, "fail")]).toEqual([wanted, 0]);
    expect(code).toBe(0);
  });

  it("fails when an answer, a path or a class is another", async () => {
    const folder = dirname(built(api).tarball);
    const test = join(folder, "broken");
    cpSync(join(folder, "test"), test, { recursive: true });
    const file = join(test, "operations.jsonl");
    const [client, ...operations] = readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const [first, second, third] = operations;
    first.method = "TRACE";
    second.path = "/elsewhere";
    third.errors[0][1] = "RateLimitError";
    const lines = [client, ...operations].map((one) => JSON.stringify(one));
    writeFileSync(file, lines.join("\n"));
    const { code, out } = await run(
      process.execPath,
      ["--test", join("broken", "contract.test.mjs")],
      folder,
    );
    expect(counted(out, "fail")).toBe(3);
    expect(code).toBe(1);
  });
});
