/**
 * `src/core/`: the runtime, copied byte for byte from `templates/runtime/`, only the files that the
 * package's own files lead to.
 */
import { readFileSync } from "node:fs";
import type { TextFile } from "../../sdk/output.js";
import type { Sdk } from "../../sdk/sdk.js";
import { ownFile } from "../../own-files/own-file.js";
import { code, lit } from "../encode/encode.js";
import { Module } from "../module.js";
import { exportConstant } from "../structures.js";

const folder = ownFile("templates/runtime/");

/** Follows the imports of the given files; `brand` is written for each package. */
export function runtimeTexts(
  used: Iterable<string>,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const pending = [...used];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (texts.has(file) || file === "brand") continue;
    const text = readFileSync(new URL(`${file}.ts`, folder), "utf8");
    texts.set(file, text);
    for (const [, next] of text.matchAll(/\bfrom "\.\/([\w-]+)\.js"/g))
      if (next !== undefined) pending.push(next);
  }
  return new Map([...texts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const runtimeOutputFiles = (
  files: ReadonlyMap<string, string>,
): TextFile[] =>
  [...files].map(([file, text]) => ({
    path: `src/core/${file}.ts`,
    text,
    kind: "verbatim",
  }));

/** What differs between packages: by what their errors know each other, and how these print. */
export function packageIdentityModule(sdk: Sdk): Module {
  const module = new Module("src/core/brand.ts");
  module.add(
    {
      ...exportConstant({
        name: code`PACKAGE`,
        initializer: lit(sdk.package.name),
      }),
      leadingTrivia: code`/** The package's name: errors of all its copies know each other by it. */\n`,
    },
    {
      ...exportConstant({
        name: code`ERROR_NAME`,
        initializer: lit(sdk.client.errorName),
      }),
      leadingTrivia: code`\n/** The name of the class of all errors, as Node prints it. */\n`,
    },
    {
      ...exportConstant({
        name: code`VERSION`,
        type: code`string`,
        initializer: code`"0.0.0"`,
      }),
      leadingTrivia: code`\n/** The package's version: the build puts that of package.json here. */\n`,
    },
  );
  return module;
}
