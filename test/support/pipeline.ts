/**
 * The stages one after the other, from a few lines of a document to what they make of it, so that a
 * test says nothing but what it is about.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SdkConfig } from "../../generator/config/config.js";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import type { Document } from "../../generator/openapi/document.js";
import { emit } from "./emit.js";
import { load } from "../../generator/load/load.js";
import { reservedNames } from "../../generator/emit/reserved-names.js";
import { buildModel } from "../../generator/model/build.js";
import type { Operation, Resource, Sdk } from "../../generator/sdk/sdk.js";
import { formatFile } from "../../generator/write/format.js";

/** YAML, or the value itself. What a document must have is added where it is left out. */
export type Source = string | Readonly<Record<string, unknown>>;

export type Options = Partial<Omit<SdkConfig, "names">> & {
  /** Names of an earlier run. */
  readonly names?: ReadonlyMap<string, string>;
  /** True where names stay although the document asks for others. */
  readonly isKeeping?: boolean;
};

/** Reads a document as a user's would be read. */
async function document(
  source: Source,
  diagnostics = new Diagnostics(),
  {
    streaming = {},
    compatibility,
  }: Pick<Options, "streaming" | "compatibility"> = {},
): Promise<Document> {
  const folder = mkdtempSync(join(tmpdir(), "sdkwright-"));
  try {
    const [file, text] =
      typeof source === "string"
        ? (["openapi.yaml", completeYaml(source)] as const)
        : ([
            "openapi.json",
            JSON.stringify({ ...usual(source), ...source }),
          ] as const);
    writeFileSync(join(folder, file), text);
    const loaded = await load(
      join(folder, file),
      { streaming, takesEarlierTypes: compatibility !== undefined },
      diagnostics,
    );
    // Positions are read from the file, so they have to be asked for while it is there.
    const problems = diagnostics.all();
    if (loaded === undefined || diagnostics.hasErrors)
      throw new Error(problems.map(({ message }) => message).join("\n"));
    return loaded;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const usual = (source: object): object => ({
  ...(!("swagger" in source) && { openapi: "3.1.0" }),
  info: { title: "Test", version: "1.0.0" },
  paths: {},
});

const completeYaml = (text: string): string =>
  [
    ...(/^openapi:/m.test(text) ? [] : ["openapi: 3.1.0\n"]),
    ...(/^info:/m.test(text)
      ? []
      : ["info: { title: Test, version: 1.0.0 }\n"]),
    ...(/^paths:/m.test(text) ? [] : ["paths: {}\n"]),
    text,
  ].join("");

export async function sdkOf(
  source: Source,
  { names = new Map(), isKeeping = false, ...options }: Options = {},
  diagnostics = new Diagnostics(),
): Promise<Sdk> {
  const config = { ...options, ...(isKeeping && { names: "keep" as const }) };
  return buildModel(
    await document(source, diagnostics, config),
    { config, names, reserved: reservedNames },
    diagnostics,
  );
}

/** The codes of everything that is reported on the way to the SDK, in order. */
export async function codesOf(
  source: Source,
  options: Options = {},
): Promise<string[]> {
  const diagnostics = new Diagnostics();
  await sdkOf(source, options, diagnostics);
  return diagnostics.all().map(({ code }) => code);
}

/** One file of the package, as it would be written. */
export async function emitted(
  source: Source,
  path: string,
  options: Options = {},
): Promise<string> {
  const { files } = emit(await sdkOf(source, options));
  const file = files.find((one) => one.path === path);
  if (!file) throw new Error(`there is no ${path}`);
  return formatFile(file);
}

/** `src/models.ts`. */
export const declarations = async (
  source: Source,
  options: Options = {},
): Promise<string> => emitted(source, "src/models.ts", options);

/** Every operation by the key of its claim in the lock file: `GET /pets`. */
export function operationsOf(
  sdk: Sdk,
): ReadonlyMap<
  string,
  { readonly operation: Operation; readonly call: string }
> {
  const found = new Map<string, { operation: Operation; call: string }>();
  const visit = (resources: readonly Resource[], path: string): void => {
    for (const { property, operations, children } of resources) {
      for (const operation of operations)
        found.set(`${operation.method} ${operation.path}`, {
          operation,
          call: `${path}.${property}.${operation.methodName}`,
        });
      visit(children, `${path}.${property}`);
    }
  };
  for (const operation of sdk.operations)
    found.set(`${operation.method} ${operation.path}`, {
      operation,
      call: `client.${operation.methodName}`,
    });
  visit(sdk.resources, "client");
  return found;
}

/** The operation of a document that has only one. */
export async function onlyOperation(
  source: Source,
  options: Options = {},
): Promise<Operation> {
  const [found, ...more] = operationsOf(await sdkOf(source, options)).values();
  if (!found || more.length > 0) throw new Error("not one operation");
  return found.operation;
}
