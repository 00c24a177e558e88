/**
 * Small documents, each about one thing, and everything that they become. After a change that is
 * meant, `npx vitest run test/emit/features -u` writes the snapshots anew: read what changed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse } from "yaml";
import { beforeAll, describe, expect, it } from "vitest";
import { emit } from "../support/emit.js";
import { code, ident, join } from "../../generator/emit/encode/encode.js";
import { operationsOf } from "../../generator/emit/source/tree.js";
import { callCode } from "../../generator/emit/samples/calls.js";
import type { Sdk } from "../../generator/sdk/sdk.js";
import { formatFile } from "../../generator/write/format.js";
import { sdkOf } from "../support/pipeline.js";
import { printed } from "../support/printed.js";
import { typeErrors } from "../support/type-errors.js";

const folder = new URL("features/", import.meta.url);

const features = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => ({
    name: basename(name, ".yaml"),
    text: readFileSync(new URL(name, folder), "utf8"),
  }));

/** The files that say what a document becomes; the others are the same for all. */
const isTelling = (path: string): boolean =>
  path === "src/client.ts" ||
  path === "src/models.ts" ||
  path.startsWith("src/resources/");

/** Every sample call of the docs, as code that a reader would paste. */
function samplesOf(sdk: Sdk): string {
  const { client } = sdk;
  const calls = [...operationsOf(sdk)].map(
    ({ operation, path }) => code`{\n${callCode(operation, path, sdk)}\n}`,
  );
  return code`import { ${ident(client.className)} } from "./src/index.js";
const ${ident(client.variable)} = new ${ident(client.className)}();
${join(calls, "\n")}`;
}

describe.each(features)("$name", ({ name, text }) => {
  let sdk: Sdk;
  beforeAll(async () => {
    sdk = await sdkOf(text);
  });

  it("becomes these files", async () => {
    const files = emit(sdk).files.filter(({ path }) => isTelling(path));
    const printed: string[] = [];
    for (const file of files)
      printed.push(`// ${file.path}\n\n${await formatFile(file)}`);
    await expect(printed.join("\n")).toMatchFileSnapshot(
      `features/${name}.txt`,
    );
  });

  it("gives the same bytes each time", async () => {
    const again = emit(await sdkOf(text));
    expect(again).toEqual(emit(sdk));
  });

  it("gives the same names in any order", async () => {
    const reversed = await sdkOf(reverse(parse(text)) as never);
    const files = ({ files: all }: ReturnType<typeof emit>): string[] =>
      all.map(({ path }) => path);
    expect(new Map([...reversed.names].sort())).toEqual(
      new Map([...sdk.names].sort()),
    );
    expect(publicNames(reversed)).toEqual(publicNames(sdk));
    expect(files(emit(reversed))).toEqual(files(emit(sdk)));
  });
});

it("all of them compile, samples included", async () => {
  const files: Record<string, string> = {};
  for (const { name, text } of features) {
    const sdk = await sdkOf(text);
    for (const file of emit(sdk).files)
      if (file.path.endsWith(".ts"))
        files[`${name}/${file.path}`] = printed(file);
    files[`${name}/samples.ts`] = samplesOf(sdk);
  }
  expect(typeErrors(files)).toEqual([]);
});

/** The same document with the members of all objects in the opposite order. */
const reverse = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reverse)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([name, member]) => [name, reverse(member)]),
        )
      : value;

/** What a caller can write, whatever its order. */
const publicNames = (sdk: Sdk): string[] =>
  [
    ...sdk.models.map(({ name }) => name),
    ...sdk.client.schemes.map(({ option }) => option),
    ...[...operationsOf(sdk)].map(({ operation, path }) =>
      [
        ...path,
        operation.methodName,
        operation.functionName,
        operation.positional[0]?.name,
        operation.params?.fields
          .map(({ name }) => name)
          .sort()
          .join(),
      ].join("."),
    ),
  ].sort();
