/** What Node prints of an error that nobody catches. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";
import { expect, it, onTestFinished } from "vitest";
import { emit } from "../../../generator/emit/emit.js";
import { sdkOf } from "../../support/pipeline.js";
import { printed } from "../../support/printed.js";

const source = (title: string) => ({
  info: { title, version: "1.0.0" },
  servers: [{ url: "https://api.example.com" }],
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        responses: { 204: { description: "Done." } },
      },
    },
  },
});

const script = `import * as sdk from "./src/index.js";
const fetch = async () => new Response('{"message":"taken"}', { status: 409 });
const client = sdk.createClient({ fetch });
const error = await sdk.listPets(client).catch((error) => error);
console.log(error);
await sdk.listPets(client);
`;

it.each([
  ["Acme", "AcmeError"],
  ["Straße", "StraßeError"],
  ["SDK", "ApiError"],
])("of %s, it has the package's own name", async (title, name) => {
  const folder = mkdtempSync(join(tmpdir(), "sdkwright-uncaught-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const files: Record<string, string> = {
    "package.json": '{ "type": "module" }',
    "script.js": script,
  };
  for (const file of emit(await sdkOf(source(title))).files)
    if (file.path.startsWith("src/"))
      files[file.path.replace(/\.ts$/, ".js")] = ts.transpileModule(
        printed(file),
        {
          compilerOptions: {
            target: ts.ScriptTarget.ES2022,
            module: ts.ModuleKind.ESNext,
          },
        },
      ).outputText;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { stdout, stderr } = spawnSync(process.execPath, ["script.js"], {
    cwd: folder,
    encoding: "utf8",
  });
  const line = `${name} [ConflictError]: 409 taken (GET /pets)`;
  expect(stdout.split("\n")[0]).toBe(line);
  // Above it, Node prints the line of the code that threw.
  expect(stderr.split("\n").find((text) => text.includes("409"))).toBe(line);
});
