import { cpSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { makeFolder, writeFiles } from "../write/support.js";
import { runCli } from "./run.js";

const root = resolve(fileURLToPath(import.meta.url), "../../..");

describe("the packages in generated/", () => {
  it("are what the documents in spec/ give", async () => {
    const { code, out, err } = await runCli(["check"], { cwd: root });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out.match(/^generated\/\w+: matches spec\//gm)).toHaveLength(3);
  });

  // The lock file lets `check` end early, so here it says that something changed.
  it.each(["ahasend", "feldera", "openrouter"])(
    "are so byte for byte: %s",
    async (name) => {
      const folder = makeFolder();
      cpSync(join(root, "generated", name), folder, { recursive: true });
      const lock = readFileSync(join(folder, "sdkwright.lock"), "utf8");
      const other = lock.replace(/"generator": "\w+"/, '"generator": "other"');
      writeFiles(folder, { "sdkwright.lock": other });
      const args = [
        ...["check", `spec/${name}/openapi.yaml`, "-o", folder],
        ...["-c", "sdkwright.config.ts", "--json"],
      ];
      const { code, out } = await runCli(args, { cwd: root });
      expect(code).toBe(1);
      expect(JSON.parse(out)).toMatchObject({
        sdks: [
          {
            drift: [
              {
                path: "sdkwright.lock",
                message: "is out of date: the generator changed",
              },
            ],
          },
        ],
      });
    },
  );
});
