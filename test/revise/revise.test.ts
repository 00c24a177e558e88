/**
 * A changed operation of a large document: the short way gives what the long one gives, to the byte,
 * and is taken only where it can.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { runTarget, type RunOptions } from "../../generator/generate.js";
import type { SdkConfig } from "../../generator/config.js";
import { makeFolder, readFolder, writeFiles } from "../write/support.js";

type Json = Record<string, unknown>;

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ "application/json": { schema } });
const answer = (schema: object) => ({
  description: "OK",
  content: json(schema),
});

const names = [
  ...["apes", "bats", "cats", "dogs", "elks", "foxes", "gnus", "hens"],
  ...["ibises", "jays", "kiwis", "lynxes"],
];

/** Of each resource a list and a way to make one; the first of these is what the README shows. */
const documentWith = (change: (operations: Record<string, Json>) => void) => {
  const operations: Record<string, Json> = {};
  const paths: Record<string, Json> = {};
  for (const name of names) {
    const get = {
      operationId: `list_${name}`,
      tags: [name],
      summary: `Lists ${name}.`,
      parameters: [
        { name: "limit", in: "query", schema: { type: "integer" } },
      ] as object[],
      responses: {
        200: answer({ type: "array", items: ref("Animal") }),
        404: answer(ref("Problem")),
      } as Json,
    };
    const post = {
      operationId: `create_${name}`,
      tags: [name],
      parameters: [
        { name: "zone", in: "query", required: true, schema: {} },
        // A warning: the path has no such parameter.
        { name: "gone", in: "path", required: true, schema: {} },
      ] as object[],
      requestBody: { content: json(ref("Animal")) },
      responses: {
        201: answer({
          type: "object",
          properties: { animal: ref("Animal"), at: { type: "string" } },
        }),
        400: answer(ref("Problem")),
      } as Json,
    };
    paths[`/${name}`] = { get, post };
    operations[`get ${name}`] = get;
    operations[`post ${name}`] = post;
  }
  change(operations);
  return {
    openapi: "3.1.0",
    info: { title: "Zoo", version: "1" },
    servers: [{ url: "https://zoo.example" }],
    "x-padding": ".".repeat(500_000),
    paths,
    components: {
      schemas: {
        Animal: {
          type: "object",
          required: ["id"],
          properties: {
            id: { type: "string", readOnly: true },
            name: { type: "string" },
          },
        },
        Problem: { type: "object", properties: { title: { type: "string" } } },
        Unused: { type: "object", properties: { a: { type: "string" } } },
      },
    },
  };
};

interface Notation {
  readonly file: string;
  readonly print: (document: object) => string;
}

const inJson: Notation = {
  file: "zoo.json",
  print: (document) => JSON.stringify(document, undefined, 2),
};

const inYaml: Notation = {
  file: "zoo.yaml",
  print: (document) => stringify(document, { aliasDuplicateObjects: false }),
};

let notation = inJson;

const write = (cwd: string, document: object): void => {
  writeFiles(cwd, { [notation.file]: notation.print(document) });
};

const run = async (
  cwd: string,
  folder: string,
  options: Partial<RunOptions> = {},
  config: Partial<SdkConfig> = {},
) => {
  const input = join(cwd, notation.file);
  const output = join(cwd, folder);
  const { timings, ...report } = await runTarget(
    { config: { ...config, input, output }, input, output, overlays: [] },
    {
      ...{ command: "generate", dryRun: false, strict: false, force: false },
      ...options,
      timings: true,
    },
  );
  const stages = timings?.map(({ stage }) => stage) ?? [];
  return { stages, report: { ...report, output: "" } };
};

const cache = ".sdkwright-cache/last-run";

/** All that belongs to the package. */
const read = (folder: string) =>
  Object.entries(readFolder(folder)).filter(([path]) => path !== cache);

/**
 * What the second run over a document does that has changed, when it can start from the first and
 * when it cannot.
 */
const change = async (
  make: (operations: Record<string, Json>) => void,
  options: Partial<RunOptions> = {},
  config: Partial<SdkConfig> = {},
) => {
  const cwd = makeFolder();
  write(
    cwd,
    documentWith(() => undefined),
  );
  const first = await run(cwd, "short", {}, config);
  expect(first.report).toMatchObject({ ok: true });
  expect(first.stages).toEqual(["lock", "load", "model", "emit", "write"]);
  cpSync(join(cwd, "short"), join(cwd, "long"), { recursive: true });
  rmSync(join(cwd, "long", ".sdkwright-cache"), { recursive: true });
  write(cwd, documentWith(make));
  const short = await run(cwd, "short", options, config);
  const long = await run(cwd, "long", options, config);
  expect(short.report).toEqual(long.report);
  expect(read(join(cwd, "short"))).toEqual(read(join(cwd, "long")));
  return { cwd, ...short };
};

const shortWay = ["lock", "revise", "write"];
const longWay = ["lock", "revise", "load", "model", "emit", "write"];

const parametersOf = (operation: Json | undefined) =>
  operation?.["parameters"] as object[];

const responsesOf = (operation: Json | undefined) =>
  operation?.["responses"] as Json;

describe.each([
  ["JSON", inJson],
  ["YAML", inYaml],
])("in %s", (_, own) => {
  beforeAll(() => {
    notation = own;
  });

  describe("a change of an operation", () => {
    it.each<[string, (operations: Record<string, Json>) => void]>([
      [
        "its summary",
        ({ "get cats": get }) => Object.assign(get ?? {}, { summary: "Cats" }),
      ],
      [
        "a summary of several lines before others with warnings",
        ({ "get cats": get }) =>
          Object.assign(get ?? {}, { summary: "A\n\nB" }),
      ],
      [
        "a description with a field more",
        ({ "get dogs": get }) =>
          Object.assign(get ?? {}, { description: "Dogs" }),
      ],
      [
        "an optional parameter",
        ({ "get cats": get }) =>
          parametersOf(get).push({
            name: "one_more",
            in: "query",
            schema: { type: "string" },
          }),
      ],
      [
        "a parameter that calls must have",
        ({ "get cats": get }) =>
          parametersOf(get).push({
            name: "X-One",
            in: "header",
            required: true,
            schema: { type: "string", example: "1" },
          }),
      ],
      ["a parameter less", ({ "get cats": get }) => parametersOf(get).pop()],
      [
        "another answer",
        ({ "get cats": get }) =>
          (responsesOf(get)[200] = answer({
            type: "array",
            items: ref("Problem"),
          })),
      ],
      [
        "an error more",
        ({ "get cats": get }) =>
          (responsesOf(get)[409] = answer(ref("Problem"))),
      ],
      ["an error less", ({ "get cats": get }) => delete responsesOf(get)[404]],
      [
        "two operations",
        ({ "get cats": get, "post hens": post }) => {
          parametersOf(get).pop();
          Object.assign(post ?? {}, { deprecated: true });
        },
      ],
    ])("goes the short way: %s", async (_, make) => {
      const { stages } = await change(make);
      expect(stages).toEqual(shortWay);
    });

    it.each<[string, (operations: Record<string, Json>) => void]>([
      [
        "of one that the README shows",
        ({ "post apes": post }) =>
          Object.assign(post ?? {}, { summary: "Apes" }),
      ],
      [
        "that the README would rather show",
        ({ "post cats": post }) => parametersOf(post).shift(),
      ],
      [
        "that needs a model nothing else needs",
        ({ "get cats": get }) =>
          (responsesOf(get)[409] = answer(ref("Unused"))),
      ],
      [
        "that gives a name",
        ({ "get cats": get }) =>
          (responsesOf(get)[409] = answer({
            type: "object",
            properties: {
              deep: { type: "object", properties: { a: { type: "string" } } },
            },
          })),
      ],
      [
        "that moves it",
        ({ "get cats": get }) => Object.assign(get ?? {}, { tags: ["dogs"] }),
      ],
      [
        "that gives another warning",
        ({ "get cats": get }) =>
          parametersOf(get).push({
            name: "gone",
            in: "path",
            required: true,
            schema: {},
          }),
      ],
      [
        "with an error",
        ({ "get cats": get }) => parametersOf(get).push(ref("Nothing")),
      ],
      [
        "of most operations",
        (operations) => {
          for (const operation of Object.values(operations))
            Object.assign(operation, { description: "More" });
        },
      ],
    ])("goes the long way: %s", async (_, make) => {
      const { stages } = await change(make);
      expect(stages.slice(0, 3)).toEqual(longWay.slice(0, 3));
    });

    const describeCats = ({ "get cats": get }: Record<string, Json>) => {
      Object.assign(get ?? {}, { description: "Cats\n\nand more" });
    };

    it("can be told without writing", async () => {
      const { stages, report } = await change(describeCats, { dryRun: true });
      expect(stages).toEqual(shortWay);
      expect(report.written).toEqual([
        "docs/cats.md",
        "src/resources/cats.ts",
        "sdkwright.lock",
      ]);
    });

    it("can be checked", async () => {
      const { stages, report } = await change(describeCats, {
        command: "check",
      });
      expect(stages).toEqual(shortWay);
      expect(report.drift.map(({ path }) => path)).toEqual([
        "docs/cats.md",
        "src/resources/cats.ts",
        "sdkwright.lock",
      ]);
    });

    it("can be followed by another", async () => {
      const { cwd } = await change(describeCats);
      write(
        cwd,
        documentWith(() => undefined),
      );
      const { stages, report } = await run(cwd, "short");
      expect(stages).toEqual(shortWay);
      expect(report.written).toHaveLength(3);
      expect((await run(cwd, "short")).report.upToDate).toBe(true);
    });

    it("goes the long way with --force, and with --strict where there are warnings", async () => {
      const forced = await change(describeCats, { force: true });
      expect(forced.stages).not.toContain("revise");
      const strict = await change(describeCats, { strict: true });
      expect(strict.report.ok).toBe(false);
      expect(strict.stages).not.toContain("revise");
    });

    it("goes the long way where only some operations are wanted", async () => {
      const cwd = makeFolder();
      const config = { exclude: { operations: ["list_bats"] } };
      write(
        cwd,
        documentWith(() => undefined),
      );
      await run(cwd, "sdk", {}, config);
      expect(existsSync(join(cwd, "sdk", cache))).toBe(false);
    });
  });

  /** A small resource among many, and one of its neighbours: what is outside the excerpt. */
  const zoo = (own: Json, other: Json, rest: Json = {}) => {
    const document = documentWith(() => undefined) as Json & {
      paths: Json;
      components: { schemas: Json };
    };
    const { schemas, ...more } = rest as { schemas?: Json };
    Object.assign(document.paths, { "/zebras": own, "/yaks": other });
    Object.assign(document.components.schemas, schemas);
    return { ...document, ...more };
  };

  const operation = (tag: string, members: object) => ({
    tags: [tag],
    responses: { 204: { description: "Done" } },
    ...members,
  });

  const body = (schema: object) => ({ requestBody: { content: json(schema) } });

  describe("what other operations decide", () => {
    it.each<[string, Json, Json, Partial<SdkConfig>?]>([
      [
        "what a model is called in a body",
        ...((): [Json, Json] => {
          const schemas = {
            Mid: { type: "object", properties: { pet: ref("Animal") } },
            Owner: { type: "object", properties: { mid: ref("Mid") } },
          };
          const other = {
            get: operation("yaks", {
              responses: { 200: answer(ref("Animal")) },
            }),
          };
          const own = (schema: object) => ({
            post: operation("zebras", body(ref("Owner"))),
            put: operation("zebras", body(schema)),
          });
          return [
            zoo(own({ type: "string" }), other, { schemas }),
            zoo(own({ type: "array", items: ref("Animal") }), other, {
              schemas,
            }),
          ];
        })(),
      ],
      [
        "which names of the runtime are taken",
        ...((): [Json, Json] => {
          const schemas = {
            ClientErrorStatus: { type: "string", enum: ["a"] },
          };
          const other = {
            get: operation("yaks", {
              responses: { 200: answer(ref("ClientErrorStatus")) },
            }),
          };
          const own = (responses: object) => ({
            get: operation("zebras", {
              responses: { 200: answer({ type: "string" }), ...responses },
            }),
          });
          return [
            zoo(own({}), other, { schemas }),
            zoo(own({ "4XX": { description: "No" } }), other, { schemas }),
          ];
        })(),
      ],
      [
        "where a model is told",
        ...((): [Json, Json] => {
          const thing = {
            type: "object",
            properties: { a: { type: "string" } },
          };
          const schemas = {
            PET: thing,
            Pet: thing,
            Owner: { type: "object", properties: { pet: ref("Pet") } },
          };
          const other = {
            get: operation("yaks", { responses: { 200: answer(ref("PET")) } }),
          };
          const own = (schema: object) => ({
            get: operation("zebras", {
              responses: { 200: answer(ref("Owner")) },
            }),
            put: operation("zebras", { responses: { 200: answer(schema) } }),
          });
          return [
            zoo(own({ type: "string" }), other, { schemas }),
            zoo(own(ref("Pet")), other, { schemas }),
          ];
        })(),
      ],
    ])("is not taken from an excerpt: %s", async (_, first, second) => {
      const cwd = makeFolder();
      write(cwd, first);
      expect((await run(cwd, "short")).report.ok).toBe(true);
      cpSync(join(cwd, "short"), join(cwd, "long"), { recursive: true });
      rmSync(join(cwd, "long", ".sdkwright-cache"), { recursive: true });
      write(cwd, second);
      const short = await run(cwd, "short");
      const long = await run(cwd, "long");
      expect(read(join(cwd, "short"))).toEqual(read(join(cwd, "long")));
      expect(short.report).toEqual(long.report);
    });

    it("is not taken from a run with another config", async () => {
      const cwd = makeFolder();
      write(
        cwd,
        documentWith(() => undefined),
      );
      await run(cwd, "sdk");
      cpSync(join(cwd, "sdk"), join(cwd, "kept"), { recursive: true });
      await run(cwd, "sdk", {}, { models: { Nope: "X" } });
      // The package as it was committed, with what another branch left.
      cpSync(join(cwd, "sdk", cache), join(cwd, "kept", cache));
      write(
        cwd,
        documentWith(({ "get cats": get }) =>
          Object.assign(get ?? {}, { summary: "Cats" }),
        ),
      );
      const { stages, report } = await run(cwd, "kept");
      expect(stages).toContain("load");
      expect(report.diagnostics).toHaveLength(report.warnings);
    });
  });
});

describe("what the last run left", () => {
  beforeAll(() => {
    notation = inJson;
  });

  const changed = documentWith(({ "get cats": get }) =>
    Object.assign(get ?? {}, { description: "Cats" }),
  );

  const first = async () => {
    const cwd = makeFolder();
    write(
      cwd,
      documentWith(() => undefined),
    );
    await run(cwd, "sdk");
    return { cwd, file: join(cwd, "sdk", cache) };
  };

  it.each<[string, (file: string) => void]>([
    [
      "is missing",
      (file) => {
        rmSync(file);
      },
    ],
    [
      "is empty",
      (file) => {
        writeFileSync(file, "");
      },
    ],
    [
      "is cut",
      (file) => {
        writeFileSync(file, readFileSync(file).subarray(0, -9));
      },
    ],
    [
      "has no document",
      (file) => {
        writeFileSync(file, "{}\n");
      },
    ],
    [
      "says something else",
      (file) => {
        const bytes = readFileSync(file);
        bytes[bytes.indexOf('"shown":') + 3] = 110;
        writeFileSync(file, bytes);
      },
    ],
    [
      "is of another run",
      (file) => {
        const bytes = readFileSync(file);
        bytes[bytes.indexOf('"lock":"') + 8] = 63;
        writeFileSync(file, bytes);
      },
    ],
    [
      "is a folder",
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
    [
      "is a link",
      (file) => {
        rmSync(file);
        symlinkSync("../README.md", file);
      },
    ],
  ])("does not matter when it %s", async (_, spoil) => {
    const { cwd, file } = await first();
    spoil(file);
    write(cwd, changed);
    const { stages, report } = await run(cwd, "sdk");
    expect(stages).toContain("load");
    expect(report).toMatchObject({ ok: true, removed: [] });
    expect(report.written).toHaveLength(3);
  });

  it("does not matter when a file was changed by hand", async () => {
    const { cwd } = await first();
    writeFiles(cwd, { "sdk/src/resources/cats.ts": "export {};\n" });
    write(cwd, changed);
    const { stages, report } = await run(cwd, "sdk");
    expect(stages).toContain("load");
    expect(report.diagnostics.map(({ code }) => code)).toContain(
      "output-edited",
    );
  });

  it("is not written through a link", async () => {
    const { cwd, file } = await first();
    const elsewhere = makeFolder();
    rmSync(join(file, ".."), { recursive: true });
    symlinkSync(elsewhere, join(file, ".."));
    write(cwd, changed);
    expect((await run(cwd, "sdk")).report.ok).toBe(true);
    expect(readFolder(elsewhere)).toEqual({});
  });

  it("is not there for a small document, and goes when one has become small", async () => {
    const { cwd, file } = await first();
    expect(existsSync(file)).toBe(true);
    write(cwd, { ...changed, "x-padding": "" });
    expect((await run(cwd, "sdk")).report.ok).toBe(true);
    expect(existsSync(join(file, ".."))).toBe(false);
  });

  it("is not there for YAML that its lines do not show", async () => {
    const { cwd, file } = await first();
    const inBraces = JSON.stringify(changed).replace('"openapi":', "openapi: ");
    writeFiles(cwd, { "zoo.yaml": inBraces });
    notation = inYaml;
    const { report } = await run(cwd, "sdk");
    notation = inJson;
    expect(report.ok).toBe(true);
    expect(existsSync(file)).toBe(false);
  });

  it("is kept from Git", async () => {
    const { cwd } = await first();
    const ignored = readFileSync(join(cwd, "sdk", ".gitignore"), "utf8");
    expect(ignored.split("\n")).toContain(".sdkwright-cache/");
  });
});
