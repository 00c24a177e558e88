/** From the rows of a table to a package that is generated, bundled and imported. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { Fragment, Row, Table } from "./table.js";
import { sourcesOf } from "../../support/sources.js";

/** Calls the operation of a row. */
export type Call = (context: {
  readonly origin: string;
  readonly fetch: unknown;
}) => Promise<unknown>;

export interface BuiltTable {
  /** The package and the calls, for the compiler. */
  readonly files: Readonly<Record<string, string>>;
  /** By the row's index; none for rows that must not compile. */
  readonly calls: ReadonlyMap<number, Call>;
}

export const prefixOf = (index: number): string => `/r${index}`;

export async function buildTable(table: Table): Promise<BuiltTable> {
  const files = {
    "calls.ts": callsOf(table.rows),
    ...(await sourcesOf(documentOf(table), { clientName: "Wire" })),
  };
  return { files, calls: await imported(files) };
}

/** One operation for each row, under a path that tells them apart. */
const documentOf = ({ document, rows }: Table): Fragment => ({
  ...(document?.swagger === undefined && { openapi: "3.1.0" }),
  info: { title: "Wire", version: "1.0.0" },
  ...(document?.swagger === undefined && {
    servers: [{ url: "http://api.test" }],
  }),
  ...document,
  paths: Object.fromEntries(
    rows.map(({ path = "", operation = {}, ...row }, index) => {
      const { method = operation.requestBody ? "post" : "get" } = row;
      return [
        prefixOf(index) + path,
        {
          ...row.pathItem,
          [method]: {
            operationId: `callR${index}`,
            // what the paths say is not what the functions are called after
            "x-sdkwright-group": "wire",
            responses: { 204: { description: "Done" } },
            ...operation,
          },
        },
      ];
    }),
  ),
});

/** A file of calls, as a user of the package would write them. */
const callsOf = (rows: readonly Row[]): string =>
  `import * as sdk from "./src/index.js";

interface Context {
  readonly origin: string;
  readonly fetch: NonNullable<sdk.ClientOptions["fetch"]>;
}

export const calls = {
${rows
  .map(({ args, client = "baseURL: context.origin", use, refused }, index) => {
    const given = args === undefined ? "" : `, ${args}`;
    const code = `sdk.callR${index}(sdk.createClient({ fetch: context.fetch, maxRetries: 0, ${client} })${given})`;
    return `${refused ? "  // @ts-expect-error: the row says so\n" : ""}  ${refused ? "refused" : "r"}${index}: (context: Context) => ${use === undefined ? code : `(${use})(${code})`},\n`;
  })
  .join("")}};
`;

async function imported(
  files: Readonly<Record<string, string>>,
): Promise<Map<number, Call>> {
  const folder = mkdtempSync(join(tmpdir(), "sdkwright-wire-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const outfile = join(folder, "calls.mjs");
    await build({
      entryPoints: [join(folder, "calls.ts")],
      outfile,
      bundle: true,
      format: "esm",
      target: "node20",
      logLevel: "error",
    });
    const { calls } = (await import(pathToFileURL(outfile).href)) as {
      calls: Record<string, Call>;
    };
    return new Map(
      Object.entries(calls).flatMap(([name, call]) =>
        name.startsWith("refused") ? [] : [[Number(name.slice(1)), call]],
      ),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
