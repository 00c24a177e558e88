/**
 * What holds when an operation of a document changes: a run that starts from the last one gives the
 * same package and the same report as one that makes everything anew.
 */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parse, stringify } from "yaml";
import { generate } from "../../dist/index.js";

const methods = ["get", "put", "post", "delete", "patch"];

/** Each changes an operation in place; `old` is what Swagger 2.0 writes. */
const changes = {
  describe: (operation) => {
    operation.description = "Another text.\n\nIn **two** paragraphs.";
  },
  ask: (operation, { old }) => {
    operation.parameters = [
      ...(operation.parameters ?? []),
      {
        name: "one_more",
        in: "query",
        ...(old ? { type: "string" } : { schema: { type: "string" } }),
      },
    ];
  },
  require: (operation, { old }) => {
    operation.parameters = [
      ...(operation.parameters ?? []),
      {
        name: "X-One-More",
        in: "header",
        required: true,
        ...(old
          ? { type: "integer" }
          : { schema: { type: "integer", example: 7 } }),
      },
    ];
  },
  forget: (operation) => {
    operation.parameters?.pop();
  },
  answer: (operation, { other }) => {
    if (other.responses) operation.responses = structuredClone(other.responses);
  },
  fail: (operation, { schema, old }) => {
    operation.responses = {
      ...operation.responses,
      418: {
        description: "A teapot.",
        ...(old ? { schema } : { content: { "application/json": { schema } } }),
      },
    };
  },
  retire: (operation) => {
    operation.deprecated = operation.deprecated !== true;
  },
};

/** Where the short way begins. */
const padding = ".".repeat(500_000);

/** @returns what is wrong, in words, and how often the short way was taken */
export async function checkChanges(input) {
  const text = readFileSync(input, "utf8").replace(/^\ufeff/, "");
  const document = /^\s*\{/.test(text)
    ? JSON.parse(text)
    : parse(text, { maxAliasCount: -1, merge: true });
  const places = operationsOf(document);
  // Each change of a large document takes its seconds.
  const count = text.length > 2_000_000 ? 2 : 6;
  const folder = mkdtempSync(join(tmpdir(), "sdkwright-changes-"));
  const problems = [];
  let tried = 0;
  let short = 0;
  try {
    const isJson = /^\s*\{/.test(text);
    const file = join(folder, isJson ? "document.json" : "document.yaml");
    const write = (value) => {
      const padded = { ...value, "x-padding": padding };
      const printed = isJson
        ? JSON.stringify(padded, undefined, 1)
        : stringify(padded, { aliasDuplicateObjects: false });
      writeFileSync(file, printed);
    };
    const run = async (output) => {
      const { sdks } = await generate({
        input: file,
        output: join(folder, output),
        timings: true,
      });
      const [{ timings, ...report }] = sdks;
      const isShort = !timings?.some(({ stage }) => stage === "load");
      return { isShort, report: JSON.stringify({ ...report, output: "" }) };
    };
    write(document);
    await run("last");
    // Of several files, or refused.
    if (!existsSync(join(folder, "last"))) return { problems, tried, short };
    const names = Object.keys(changes);
    for (const [index, [path, method]] of sampled(places, count).entries()) {
      const name = names[index % names.length];
      const changed = structuredClone(document);
      const [otherPath, otherMethod] = places[(index * 7) % places.length];
      changes[name](changed.paths[path][method], {
        old: document.swagger !== undefined,
        other: document.paths[otherPath][otherMethod],
        schema: schemaOf(document, index),
      });
      for (const output of ["short", "long"]) {
        rmSync(join(folder, output), { recursive: true, force: true });
        cpSync(join(folder, "last"), join(folder, output), { recursive: true });
      }
      rmSync(join(folder, "long", cache), { recursive: true, force: true });
      write(changed);
      const one = await run("short");
      const two = await run("long");
      tried++;
      if (one.isShort) short++;
      const at = `${name} ${method} ${path}`;
      if (one.report !== two.report) problems.push(`${at}: the reports differ`);
      for (const difference of differences(
        join(folder, "short"),
        join(folder, "long"),
      ))
        problems.push(`${at}: ${difference} differs`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { problems, tried, short };
}

const cache = ".sdkwright-cache";

const operationsOf = ({ paths = {} }) =>
  Object.entries(paths).flatMap(([path, item]) =>
    methods
      .filter((method) => typeof item?.[method] === "object")
      .map((method) => [path, method]),
  );

const schemaOf = ({ components, definitions }, index) => {
  const names = Object.keys(components?.schemas ?? definitions ?? {});
  const name = names[(index * 5) % names.length];
  const place = definitions ? "definitions" : "components/schemas";
  return name === undefined || /[~/%]/.test(name)
    ? { type: "string" }
    : { $ref: `#/${place}/${name}` };
};

const sampled = (list, count) =>
  list.filter((_, index) => index % Math.ceil(list.length / count) === 0);

function differences(one, two) {
  const [a, b] = [filesIn(one), filesIn(two)];
  return [...new Set([...a.keys(), ...b.keys()])].filter(
    (path) => a.get(path) !== b.get(path),
  );
}

const filesIn = (folder) =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes(cache))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file), readFileSync(file, "utf8")]),
  );
