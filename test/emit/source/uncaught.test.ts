/** What Node prints of an error that nobody catches. */
import { spawnSync } from "node:child_process";
import ts from "typescript";
import { expect, it } from "vitest";
import { sourcesOf } from "../../support/sources.js";
import { makeFolder, writeFiles } from "../../write/support.js";

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
  const folder = makeFolder({
    "package.json": '{ "type": "module" }',
    "script.js": script,
  });
  for (const [path, text] of Object.entries(await sourcesOf(source(title))))
    writeFiles(folder, {
      [path.replace(/\.ts$/, ".js")]: ts.transpileModule(text, {
        compilerOptions: {
          target: ts.ScriptTarget.ES2022,
          module: ts.ModuleKind.ESNext,
        },
      }).outputText,
    });
  const { stdout, stderr } = spawnSync(process.execPath, ["script.js"], {
    cwd: folder,
    encoding: "utf8",
  });
  const line = `${name} [ConflictError]: 409 taken (GET /pets)`;
  expect(stdout.split("\n")[0]).toBe(line);
  // Above it, Node prints the line of the code that threw.
  expect(stderr.split("\n").find((text) => text.includes("409"))).toBe(line);
});
