/**
 * The samples of the docs, run as someone would who copies them: the very text of the pages, with
 * nothing but the host replaced, by the programs that this machine has.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { apis } from "./support/apis.js";
import type { API } from "./support/apis.js";
import { readOperations } from "./support/document.js";
import { serveDocument } from "./support/mock.js";
import { remove, run, succeed, temporaryFolder } from "./support/run.js";

const folder = temporaryFolder();
afterAll(() => {
  remove(folder);
});

interface Language {
  readonly name: string;
  /** What its blocks are marked with. */
  readonly fence: string;
  /** A command that succeeds where the samples can be run. */
  readonly needs: readonly string[];
  /** Makes commands of samples. */
  readonly commands: (
    samples: readonly string[],
    folder: string,
  ) => Promise<readonly (readonly string[])[]>;
}

const each =
  (command: (sample: string) => readonly string[]): Language["commands"] =>
  (samples) =>
    Promise.resolve(samples.map(command));

/** One program of all, since linking takes longer than all the rest: each sample is a package in it. */
const goCommands: Language["commands"] = async (samples, folder) => {
  const names = samples.map((_, index) => `s${index}`);
  const files = {
    "go.mod": "module samples\n\ngo 1.19\n",
    "main.go": [
      "package main",
      ...['import "os"', ...names.map((name) => `import "samples/${name}"`)],
      "var all = map[string]func(){",
      ...names.map((name) => `"${name}": ${name}.Main,`),
      "}",
      "func main() { all[os.Args[1]]() }\n",
    ].join("\n"),
  };
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, name), text);
  for (const [index, sample] of samples.entries()) {
    const name = `s${index}`;
    mkdirSync(join(folder, name));
    writeFileSync(
      join(folder, name, "sample.go"),
      sample
        .replace("package main\n", `package ${name}\n`)
        .replace("func main() {", "func Main() {"),
    );
  }
  const env = { GOTOOLCHAIN: "local", GOPROXY: "off", GOFLAGS: "" };
  await succeed("go", ["build", "-o", "all"], folder, env);
  return names.map((name) => [join(folder, "all"), name]);
};

const languages: readonly Language[] = [
  {
    name: "curl",
    fence: "sh",
    needs: ["bash", "-c", "curl --version"],
    commands: each((sample) => ["bash", "-c", sample]),
  },
  {
    name: "JavaScript",
    fence: "js",
    needs: [process.execPath, "--version"],
    commands: each((sample) => [
      ...[process.execPath, "--input-type=module", "--eval", sample],
    ]),
  },
  {
    name: "Python",
    fence: "python",
    needs: ["python3", "-c", "import requests"],
    commands: each((sample) => ["python3", "-c", sample]),
  },
  {
    name: "Go",
    fence: "go",
    needs: ["go", "version"],
    commands: goCommands,
  },
];

/** `GET /keys` and the sample below it, for each operation of the docs. */
const samplesOf = (
  { generated }: API,
  fence: string,
): readonly (readonly [operation: string, sample: string])[] =>
  readdirSync(join(generated, "docs"))
    .filter((name) => name !== "models.md")
    .flatMap((name) =>
      readFileSync(join(generated, "docs", name), "utf8")
        .split(/^## /m)
        .slice(1),
    )
    .flatMap((section) => {
      const [, operation = ""] = /^`([A-Z]+ \/[^`]*)`/m.exec(section) ?? [];
      const blocks = section.split(`\n\`\`\`${fence}\n`).slice(1);
      return blocks.map((block): [string, string] => [
        operation,
        block.slice(0, block.indexOf("\n```\n") + 1),
      ]);
    });

const isThere = ([command = "", ...args]: readonly string[]): boolean =>
  spawnSync(command, args).status === 0;

describe.each(apis)("the samples of $packageName", (api) => {
  const operations = readOperations(api.document);

  describe.each(languages)("in $name", ({ name, fence, needs, commands }) => {
    it.skipIf(!isThere(needs))(
      "get the success of their operation",
      async () => {
        const { aim, env, answered } = await serveDocument(api);
        const own = join(folder, `${api.name}-${name}`);
        mkdirSync(own);
        const found = samplesOf(api, fence);
        const samples = found.map(([, sample]) => aim(sample));
        const ends: unknown[] = [];
        for (const [command = "", ...args] of await commands(samples, own)) {
          const { code, out, err } = await run(command, args, own, env);
          ends.push(code === 0 ? "" : out + err);
        }
        expect(ends).toEqual(samples.map(() => ""));
        const wanted = found.map(([operation]) => {
          const { id, success } =
            operations.find(
              ({ method, path }) => `${method} ${path}` === operation,
            ) ?? {};
          return `${id} ${success?.status}`;
        });
        expect(answered).toEqual(wanted);
        expect(new Set(wanted).size).toBe(operations.length);
      },
      180_000,
    );
  });
});
