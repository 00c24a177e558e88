/** From the document that a double serves to a package that is imported, and called as its users would. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { emit } from "../support/emit.js";
import { sdkOf } from "../support/pipeline.js";
import { printed } from "../support/printed.js";

/** What the file of calls of every framework exports. `Client` is its own class. */
export interface Calls<Client> {
  connect(
    baseURL: string,
    token?: string,
    fetch?: (url: string, init: RequestInit) => Promise<Response>,
  ): Client;
  login(client: Client, username: string, password: string): Promise<string>;
  create(client: Client, name: string, price: number): Promise<{ id: string }>;
  /** The names of all items. */
  list(client: Client): Promise<string[]>;
  /** The name of one, and its note. */
  get(client: Client, id: string): Promise<string>;
  update(client: Client, id: string, note: string): Promise<unknown>;
  remove(client: Client, id: string): Promise<unknown>;
  upload(client: Client, id: string, photo: Blob): Promise<unknown>;
  download(client: Client, id: string): Promise<Blob>;
  /** What the server answers as text, though not every document says so. */
  text?(client: Client): Promise<unknown>;
  /** The words about a field that is wrong, from the typed body of the error. */
  explain?(client: Client): Promise<string | undefined>;
}

export interface BuiltPackage {
  readonly name: string;
  readonly readme: string;
  /** The package and the calls, for the compiler. */
  readonly files: Readonly<Record<string, string>>;
}

/** @param calls the code of a user, which imports the package by its name */
export const packageOf = async (
  document: string,
  calls: URL,
): Promise<BuiltPackage> => {
  const sdk = await sdkOf(JSON.parse(document) as Record<string, unknown>);
  const { files: all } = emit(sdk);
  const files: Record<string, string> = {};
  for (const file of all)
    if (/^(?:src\/.*|README\.md|package\.json)$/.test(file.path))
      files[file.path] = printed(file);
  const {
    "README.md": readme = "",
    "package.json": manifest = "{}",
    ...rest
  } = files;
  const { name } = JSON.parse(manifest) as { readonly name: string };
  const code = await readFile(calls, "utf8");
  return {
    ...{ name, readme },
    files: { ...rest, "calls.ts": imported(code, name) },
  };
};

/** The import by name becomes one of the source, since the package is not installed. */
const imported = (code: string, name: string): string => {
  const from = `from "${name}";`;
  if (!code.includes(from)) throw new Error(`nothing is imported ${from}`);
  return code.replaceAll(from, 'from "./src/index.js";');
};

export interface Running {
  readonly calls: Calls<unknown>;
  /** The package's exports. */
  readonly sdk: Readonly<Record<string, unknown>>;
  /** Runs code that imports the package; it may wait at its top. */
  run(code: string): Promise<void>;
  remove(): void;
}

/** Bundles the package once, and imports it. */
export const start = async ({
  files,
  name,
}: BuiltPackage): Promise<Running> => {
  const folder = mkdtempSync(join(tmpdir(), "sdkwright-frameworks-"));
  const write = (path: string, text: string): string => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  const load = async (module: string, code: string): Promise<unknown> => {
    const outfile = join(folder, `${module}.mjs`);
    await build({
      ...{ entryPoints: [write(`${module}.ts`, code)], outfile },
      ...{ bundle: true, format: "esm", target: "node20", logLevel: "error" },
    });
    return import(pathToFileURL(outfile).href);
  };
  const both = `export * as calls from "./calls.js";\nexport * as sdk from "./src/index.js";\n`;
  const { calls, sdk } = (await load("both", both)) as Pick<
    Running,
    "calls" | "sdk"
  >;
  return {
    ...{ calls, sdk },
    run: async (code) => {
      // Where nothing is imported or exported, it would be no module.
      await load(
        "first",
        `${imported(code, name)}\nexport const isDone = true;\n`,
      );
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
};
