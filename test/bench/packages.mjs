/** SDKs to measure: generated into a folder that ends with the process. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Diagnostics } from "../../.compiled/diagnostics/diagnostics.js";
import { emitFiles } from "../../.compiled/emit/emit.js";
import { load } from "../../.compiled/load/load.js";
import { reservedNames } from "../../.compiled/emit/reserved-names.js";
import { buildModel } from "../../.compiled/model/build.js";
import { formatFile } from "../../.compiled/write/format.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "sdkwright-bench-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

/**
 * GitHub's document is large and not part of the repository, and has no security schemes;
 * OpenRouter's is and has one.
 */
export const documents = [
  { name: "GitHub", file: join(root, "../shared/specs/big/github.json") },
  { name: "OpenRouter", file: join(root, "spec/openrouter/openapi.yaml") },
].filter(({ file }) => existsSync(file));

/** @returns the folder of the package, and all of its operations */
export async function makePackage({ name, file }) {
  const diagnostics = new Diagnostics();
  const document = await load(file, {}, diagnostics);
  const sdk = buildModel(
    document,
    { config: {}, reserved: reservedNames },
    diagnostics,
  );
  const folder = join(scratch, name);
  for (const file of emitFiles(sdk)) {
    const path = join(folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await formatFile(file));
  }
  const below = (list) =>
    list.flatMap(({ operations, children }) => [
      ...operations,
      ...below(children),
    ]);
  return {
    folder,
    sdk,
    operations: [...sdk.operations, ...below(sdk.resources)],
  };
}

/** What every API has: operations that answer with JSON and take nothing special. */
export const plain = (operations, method) =>
  operations.filter(
    (one) =>
      one.method === method &&
      one.result.kind === "json" &&
      !one.paging &&
      !one.idempotencyHeader &&
      one.parameters.every(({ in: place }) => /path|query/.test(place)),
  );

/** A call of an operation as a user would write it, in text. */
export function callOf({ functionName, positional, params }) {
  const values = Object.fromEntries(
    (params?.fields ?? [])
      .filter(({ optional }) => !optional)
      .map(({ name }) => [name, "x"]),
  );
  const args = [
    "client",
    ...positional.map(() => '"x"'),
    ...(params && !params.optional ? [JSON.stringify(values)] : []),
  ];
  return `${functionName}(${args.join(", ")})`;
}
