import { spawn } from "node:child_process";
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { WatchSession } from "../../../generator/cli/watch/session.js";
import { outcomeOf } from "../../support/child.js";
import { makeFolder } from "../../write/support.js";

const document = (summary: string, more = ""): string => `openapi: 3.1.0
info: { title: T, version: "1", license: { name: MIT } }
paths:
  /rooms:
    get:
      operationId: listRooms
      tags: [rooms]
      summary: ${summary}
      responses: { "204": { description: Done } }
${more}`;

const rates = `  /rates:
    get:
      operationId: listRates
      tags: [rates]
      responses: { "204": { description: Done } }
`;

const open: WatchSession[] = [];
afterEach(async () => {
  for (const session of open.splice(0)) await session.close();
});

const config = (...sdks: object[]): string => JSON.stringify(sdks);
const one = { input: "openapi.yaml", output: "sdk" };

/** A session with what it says, in short: `openapi.yaml -> sdk: ok + rates.list`. */
const start = async (
  files: Readonly<Record<string, string>>,
  isPolling = false,
) => {
  const cwd = makeFolder(files);
  const said: string[] = [];
  const session = new WatchSession(
    { selection: { cwd }, strict: false, isPolling },
    {
      onStart: (reports, watched) => {
        said.push(
          ...reports.map(({ ok }) => `start ${ok}`),
          watched
            .map((file) => relative(cwd, file))
            .sort()
            .join(" "),
        );
      },
      onRun: ({ ok, output, changes, diagnostics }, { changed }) => {
        const names = changes.map(({ change, name }) => ` ${change} ${name}`);
        const codes = diagnostics.map(({ code }) => ` ${code}`);
        said.push(
          `${changed.map((file) => relative(cwd, file)).join(" ")} -> ${output.slice(output.lastIndexOf("/") + 1)}: ${ok}${names.join("")}${codes.join("")}`,
        );
      },
      onConfig: (problems) => {
        said.push(problems.map(({ code }) => code).join(" "));
      },
    },
  );
  open.push(session);
  await session.open();
  return {
    cwd,
    said,
    path: (name: string) => join(cwd, name),
    save: (name: string, text: string) => {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), text);
    },
    /** What is said next, once it is still. */
    next: async (): Promise<readonly string[]> => {
      const before = said.length;
      for (let wait = 0; said.length === before && wait < 200; wait += 1)
        await sleep(50);
      await sleep(400);
      return said.slice(before);
    },
    source: () => readFileSync(join(cwd, "sdk/src/resources/rooms.ts"), "utf8"),
  };
};

const sleep = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.each([[false], [true]])("watch, polling: %s", (isPolling) => {
  it("sees every kind of saving", async () => {
    const { said, path, save, next, source } = await start(
      {
        "sdkwright.config.json": config(one),
        "openapi.yaml": document("First."),
      },
      isPolling,
    );
    expect(said).toEqual(["start true", "openapi.yaml sdkwright.config.json"]);
    const file = path("openapi.yaml");
    const kinds: [string, (text: string) => unknown][] = [
      ["written", (text) => save("openapi.yaml", text)],
      [
        "renamed over",
        (text) => {
          save("openapi.yaml~", text);
          renameSync(path("openapi.yaml~"), file);
        },
      ],
      ["written after it", (text) => save("openapi.yaml", text)],
      [
        "removed and made",
        (text) => {
          rmSync(file);
          save("openapi.yaml", text);
        },
      ],
      ["written at last", (text) => save("openapi.yaml", text)],
    ];
    for (const [kind, write] of kinds) {
      // Systems that poll tell times apart by milliseconds.
      await sleep(20);
      write(document(kind));
      expect(await next(), kind).toEqual(["openapi.yaml -> sdk: true"]);
      expect(source()).toContain(kind);
    }
  });
});

describe("watch", () => {
  it("stays quiet about what changes nothing", async () => {
    const { said, save } = await start({
      "sdkwright.config.json": config(one),
      "openapi.yaml": document("First."),
    });
    save("openapi.yaml", document("First."));
    save("other.yaml", "x");
    await sleep(500);
    expect(said).toHaveLength(2);
  });

  it("says names, keeps the package while the document is broken, and tries what is half-written twice", async () => {
    const { said, path, save, next, source } = await start({
      "sdkwright.config.json": config(one),
      "openapi.yaml": document("First."),
    });
    save("openapi.yaml", document("Second.", rates));
    expect(await next()).toEqual([
      "openapi.yaml -> sdk: true added rates.list",
    ]);
    const good = source();

    save("openapi.yaml", "openapi: [");
    expect(await next()).toEqual(["openapi.yaml -> sdk: false yaml-syntax"]);
    expect(source()).toBe(good);

    const [head = "", tail = ""] = document("Third.").split("summary");
    writeFileSync(path("openapi.yaml"), `${head}summary: "`);
    await sleep(120);
    writeFileSync(path("openapi.yaml"), head);
    appendFileSync(path("openapi.yaml"), `summary${tail}`);
    const after = await next();
    expect(after.join("\n")).toContain(": true removed rates.list");
    expect(source()).toContain("Third.");
    expect(after.filter((line) => line.includes("false"))).toEqual([]);
    expect(said.length).toBeLessThanOrEqual(7);
  });

  it("follows references, also to a file that comes later", async () => {
    const { save, next } = await start({
      "sdkwright.config.json": config(one),
      "openapi.yaml": document("First."),
    });
    const referring = document(
      "First.",
      "components: { schemas: { Room: { $ref: schemas/room.yaml } } }\n",
    );
    save("openapi.yaml", referring);
    expect(await next()).toEqual([
      "openapi.yaml -> sdk: false ref-file-unreadable",
    ]);
    save("schemas/room.yaml", "type: object\n");
    expect(await next()).toEqual([
      expect.stringMatching(/schemas\/room\.yaml -> sdk: true/),
    ]);
    save("schemas/room.yaml", "type: string\n");
    expect(await next()).toEqual([
      expect.stringMatching(/^schemas\/room\.yaml -> sdk: true/),
    ]);
  });

  it("loads a config that changes again, with what it imports", async () => {
    const text = (output: string) =>
      `import { title } from "./shared.js";\nexport default { input: "openapi.yaml", output: "${output}", clientName: title };\n`;
    const { said, save, next, path } = await start({
      "sdkwright.config.ts": text("sdk"),
      "shared.ts": 'export const title = "One";\n',
      "openapi.yaml": document("First."),
    });
    expect(said[1]).toBe("openapi.yaml sdkwright.config.ts shared.ts");
    save("shared.ts", 'export const title = "Two";\n');
    expect(await next()).toEqual([
      expect.stringMatching(/^shared\.ts -> sdk: true/),
    ]);
    save("sdkwright.config.ts", "export default {");
    expect(await next()).toEqual(["config-unreadable"]);
    save("sdkwright.config.ts", text("other"));
    expect(await next()).toEqual(["sdkwright.config.ts -> other: true"]);
    expect(readFileSync(path("other/src/index.ts"), "utf8")).toContain("Two");
  });

  it("runs the SDKs whose files changed", async () => {
    const { save, next } = await start({
      "sdkwright.config.json": config(
        { input: "a/openapi.yaml", output: "sdk-a" },
        { input: "b/openapi.yaml", output: "sdk-b" },
      ),
      "a/openapi.yaml": document("First."),
      "b/openapi.yaml": document("First."),
    });
    save("b/openapi.yaml", document("Second."));
    expect(await next()).toEqual(["b/openapi.yaml -> sdk-b: true"]);
  });

  it("does not grow", async () => {
    const cwd = makeFolder({
      "sdkwright.config.json": config(one),
      "openapi.yaml": document("First."),
    });
    const script = fileURLToPath(
      new URL("./fixtures/heap.mjs", import.meta.url),
    );
    const child = spawn(process.execPath, ["--expose-gc", script, cwd], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const { code, out, err } = await outcomeOf(child);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const { before, after } = JSON.parse(out) as Record<string, number>;
    expect((after ?? 0) - (before ?? 0)).toBeLessThan(3_000_000);
  });
});
