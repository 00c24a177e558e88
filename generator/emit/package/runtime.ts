/**
 * `src/core/`: the runtime, copied byte for byte from `templates/runtime/`, only the files that the
 * package's own files lead to; but the base of its errors has the name that users know.
 */
import { readFileSync } from "node:fs";
import type { TextFile } from "../../sdk/output.js";
import type { Sdk } from "../../sdk/sdk.js";
import { code, ident, lit } from "../encode/encode.js";
import { Module } from "../module.js";
import { exportConstant } from "../structures.js";

const folder = new URL("../../../templates/runtime/", import.meta.url);

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
  { client }: Sdk,
): TextFile[] =>
  [...files].map(([file, text]) => {
    const path = `src/core/${file}.ts`;
    return file === "errors"
      ? {
          path,
          text: withErrorName(text, ident(client.errorName)),
          kind: "source",
        }
      : { path, text, kind: "verbatim" };
  });

/** Node prints an error with the name of its class; in a bundle the name costs nothing. */
const withErrorName = (text: string, name: string): string =>
  new RegExp(`\\b${name}\\b`, "u").test(text)
    ? text
    : `${text
        .replace("export class SDKError ", "class SDKError ")
        .replace(
          /\bSDKError\b/g,
          () => name,
        )}\nexport { ${name} as SDKError };\n`;

/** What differs between packages: the name by which errors of all its copies know each other. */
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
        name: code`VERSION`,
        type: code`string`,
        initializer: code`"0.0.0"`,
      }),
      leadingTrivia: code`\n/** The package's version: the build puts that of package.json here. */\n`,
    },
  );
  return module;
}
