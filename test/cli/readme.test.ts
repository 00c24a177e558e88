/** The README's commands, configs and outputs, as they are printed there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { blockWith, readme } from "../support/readme.js";
import { makeFolder, readFolder, writeFiles } from "../write/support.js";
import { licensed as museum } from "./museum.js";
import { runCli } from "./run.js";

/** What follows `npx sdkwright` in a text. */
const argumentsOf = (text: string): readonly string[] => {
  const [, args = ""] = /npx (?:--no-install )?sdkwright (.*)/.exec(text) ?? [];
  return args.split(" ");
};

/** As many lines before the schema as put the reference at the README's line. */
const withProblem = `openapi: 3.1.0
info:
  title: Problems
  version: 1.0.0
  license: { name: MIT }
paths:
  /a:
    get:
      operationId: getA
      responses:
        "204": { description: Done. }
${"#\n".repeat(36)}        default:
          description: What went wrong.
          content:
            # As RFC 9457 has it.
            application/problem+json:
              # By reference.
              schema:
                $ref: "#/components/schemas/Probelm"
components:
  schemas:
    Problem: { type: object }
`;

const paged = (path: string, id: string, query: string, fields: string) => `
  ${path}:
    get:
      operationId: ${id}
      parameters: [{ name: ${query}, in: query, schema: { type: string } }]
      responses:
        "200":
          description: Done.
          content:
            application/json:
              schema: ${fields}
`;

const rows =
  "type: array, items: { type: object, required: [id], properties: { id: { type: string } } }";

describe("the README", () => {
  it("generates as its first command does", async () => {
    const cwd = makeFolder({ "openapi.yaml": museum });
    const args = argumentsOf(blockWith("generate openapi.yaml", "sh"));
    expect(args).toEqual(["generate", "openapi.yaml", "-o", "sdk"]);
    expect(await runCli(args, { cwd })).toMatchObject({ code: 0, err: "" });
    const files = Object.keys(readFolder(cwd));
    for (const [, path = ""] of blockWith("sdkwright.lock").matchAll(
      /^ {2}(?! )(\S+)/gm,
    ))
      if (path !== "src/")
        expect(
          files.some((file) => file.startsWith(`sdk/${path}`)),
          path,
        ).toBe(path !== "LICENSE");
  });

  it("has a config that works", async () => {
    const cwd = makeFolder({
      "openapi.yaml": museum,
      "sdkwright.config.ts": blockWith("defineConfig(", "ts"),
    });
    expect(await runCli(["generate"], { cwd })).toMatchObject({
      code: 0,
      err: "",
    });
    const manifest = readFolder(cwd)["sdk/package.json"] ?? "";
    expect(JSON.parse(manifest)).toMatchObject({ name: "@acme/sdk" });
  });

  it("has pages that work", async () => {
    const pagination = blockWith("pagination: {", "ts");
    const cwd = makeFolder({
      "openapi.yaml": museum.replace(
        "paths:\n",
        `paths:${paged("/rooms", "listRooms", "from", `{ type: object, properties: { data: { type: object, properties: { rows: { ${rows} } } }, meta: { type: object, properties: { next: { type: string } } } } }`)}${paged("/events", "listEvents", "since", `{ type: object, properties: { data: { ${rows} }, has_more: { type: boolean } } }`)}${paged("/zones", "listZones", "page", `{ ${rows} }`)}`,
      ),
      "sdkwright.config.mjs": `export default { input: "openapi.yaml", output: "sdk",\n${pagination}};\n`,
    });
    expect(await runCli(["generate"], { cwd })).toMatchObject({
      code: 0,
      err: "",
    });
    const files = Object.values(readFolder(cwd)).join("\n");
    for (const [name, isPaged] of [
      ["listRooms", true],
      ["listEvents", true],
      ["listZones", false],
    ] as const)
      expect(
        new RegExp(`const ${name} = \\([^]*?\\): (\\w+)<`).exec(files)?.[1],
        name,
      ).toBe(isPaged ? "PagePromise" : "APIPromise");
  });

  it("shows a problem as it is printed", async () => {
    const cwd = makeFolder({ "openapi.yaml": withProblem });
    const args = argumentsOf(blockWith("generate openapi.yaml", "sh"));
    const { code, err } = await runCli(args, { cwd });
    expect(code).toBe(0);
    expect(err).toContain(blockWith("ref-not-found"));
  });

  it("shows what check says of changes by hand", async () => {
    const cwd = makeFolder({ "openapi.yaml": museum });
    const args = argumentsOf(blockWith("generate openapi.yaml", "sh"));
    await runCli(args, { cwd });
    const index = join(cwd, "sdk/src/index.ts");
    writeFiles(cwd, {
      "sdk/src/index.ts": `${readFileSync(index, "utf8")}// Mine.\n// And this.\n`,
    });
    await runCli(args, { cwd });
    const { out } = await runCli(["check", ...args.slice(1)], { cwd });
    const [, printed = ""] = /what is yours: `([^`]+)`/.exec(readme) ?? [];
    const shape = (text: string): string =>
      text.trim().replace(/\d+/g, "N").replace("N file,", "N files,");
    expect(shape(out)).toBe(shape(printed));
  });

  const usage = blockWith("sdkwright init").split(/\n(?=sdkwright)/);
  it.each(usage.map((text) => [text.split(/\s+/)[1] ?? "", text]))(
    "has options of %s that there are",
    async (command, text) => {
      const { out } = await runCli([command, "--help"], { cwd: makeFolder() });
      const printed = text.replace(/\n {2}of the document:[^]*/, "");
      for (const [option] of printed.matchAll(/--?[a-z][a-z-]*/g))
        expect(out).toMatch(new RegExp(`^ +(-\\w, )?${option}\\b`, "m"));
      for (const [, short, long = ""] of out.matchAll(
        /^ +(?:(-\w), )?(--[a-z][a-z-]*)/gm,
      ))
        if (command !== "init" && long !== "--help")
          expect(readme, long).toMatch(
            new RegExp(`[ \`[](${short ?? long}|${long})\\b`),
          );
    },
  );
});
