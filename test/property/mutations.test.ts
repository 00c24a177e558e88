/**
 * Real documents, broken at random: errors with a place, or a package; never an exception.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { generator, nastyStrings } from "../support/nasty-strings.js";
import { diagnosticFaults, pass, passText } from "./pipeline.js";
import { all, corpus, runs, timeout } from "./runs.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

function documentsBelow(folder: string, largest: number): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => [".yaml", ".yml", ".json"].includes(extname(file)))
    .filter((file) => statSync(file).size < largest)
    .sort();
}

const files = [
  ...documentsBelow(join(root, "test/emit/features"), 30_000),
  ...documentsBelow(join(root, "spec"), 100_000),
  ...(corpus === undefined ? [] : documentsBelow(corpus, 200_000)),
];

const texts = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));

function read(file: string): unknown {
  const text = texts.get(file) ?? "";
  try {
    return file.endsWith(".json") ? JSON.parse(text) : parse(text);
  } catch {
    return undefined;
  }
}

/** One change of a document; the numbers choose where and what. */
interface Mutation {
  readonly kind: "drop" | "copy" | "retype" | "refer" | "rename" | "spoil";
  readonly at: number;
  readonly from: number;
  readonly value: unknown;
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(
    ...(["drop", "copy", "retype", "refer", "rename", "spoil"] as const),
  ),
  at: fc.nat(),
  from: fc.nat(),
  value: fc.oneof(
    fc.constantFrom<unknown>(null, true, 0, -1, 1e308, "", [], {}, [[]], "x"),
    fc.constantFrom(...nastyStrings),
    fc.jsonValue({ maxDepth: 2 }),
  ),
});

type Container = Record<string, unknown>;

/** Every member of every object and list: the container and the key. */
function placesOf(value: unknown, found: [Container, string][] = []) {
  if (typeof value === "object" && value !== null)
    for (const key of Object.keys(value)) {
      found.push([value as Container, key]);
      placesOf((value as Container)[key], found);
    }
  return found;
}

const define = (into: Container, key: string, value: unknown): void => {
  Object.defineProperty(into, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
};

function mutate(document: unknown, { kind, at, from, value }: Mutation): void {
  const places = placesOf(document);
  const place = places[at % places.length];
  const other = places[from % places.length];
  if (!place || !other) return;
  const [container, key] = place;
  const [source, name] = other;
  switch (kind) {
    case "drop":
      if (Array.isArray(container)) container.splice(Number(key), 1);
      else Reflect.deleteProperty(container, key);
      return;
    case "copy":
      define(container, key, structuredClone(source[name]));
      return;
    case "retype":
      define(container, key, value);
      return;
    case "refer": {
      const references = places.filter(([, one]) => one === "$ref");
      const [owner, ref] = references[from % references.length] ?? other;
      define(container, key, { $ref: structuredClone(owner[ref]) });
      return;
    }
    case "rename": {
      const kept = container[key];
      if (Array.isArray(container)) return;
      Reflect.deleteProperty(container, key);
      define(container, typeof value === "string" ? value : name, kept);
      return;
    }
    case "spoil":
      if (typeof container[key] === "string")
        define(container, key, `${container[key]}${String(value)}`);
  }
}

const few = fc.array(mutation, { minLength: 1, maxLength: 4 });

describe("a broken document", () => {
  it(
    "of data gives errors with a place, or a package",
    { timeout },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...files),
          few,
          async (file, mutations) => {
            const document = read(file);
            for (const one of mutations) mutate(document, one);
            expect(diagnosticFaults(await pass(document ?? null))).toEqual([]);
          },
        ),
      );
    },
  );

  it(
    "of empty values gives errors with a place, or a package",
    async () => {
      const everything = join(root, "test/property/everything.yaml");
      const whole = () => parse(readFileSync(everything, "utf8")) as unknown;
      const cases = placesOf(whole()).flatMap((_, at) =>
        [null, [], {}, "", 0, false].map((value) => ({ at, value })),
      );
      const next = generator(1);
      const chosen = all
        ? cases
        : cases.filter(() => next(cases.length) < Math.max(runs, 300));
      const problems: string[] = [];
      for (const { at, value } of chosen) {
        const document = whole();
        const [container, key] = placesOf(document)[at] ?? [];
        if (!container || key === undefined) continue;
        define(container, key, value);
        const say = (problem: unknown): unknown =>
          problems.push(
            `${key} = ${JSON.stringify(value)}: ${String(problem)}`,
          );
        await pass(document).then(
          (passage) => diagnosticFaults(passage).forEach(say),
          say,
        );
      }
      expect(problems).toEqual([]);
    },
    timeout,
  );

  it(
    "of text gives errors with a place, or a package",
    { timeout },
    async () => {
      const edit = fc.record({
        at: fc.nat(),
        length: fc.nat({ max: 60 }),
        text: fc.oneof(
          fc.constantFrom(
            ...["\n", "  ", "- ", ": ", "{", "]", '"', "&a ", "*a"],
          ),
          fc.constantFrom(
            ...["!!set ", "<<: *a", "? ", "|\n", "---\n", "\t", "#"],
          ),
          fc.constantFrom(...nastyStrings),
          fc.string({ unit: "binary", maxLength: 6 }),
        ),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...files),
          fc.array(edit, { minLength: 1, maxLength: 4 }),
          async (file, edits) => {
            const text = edits.reduce(
              (before, { at, length, text: added }) => {
                const start = at % (before.length + 1);
                return (
                  before.slice(0, start) + added + before.slice(start + length)
                );
              },
              texts.get(file) ?? "",
            );
            const name = file.endsWith(".json")
              ? "openapi.json"
              : "openapi.yaml";
            expect(diagnosticFaults(await passText(text, name))).toEqual([]);
          },
        ),
      );
    },
  );

  it("that is none gives errors with a place", { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value))),
        ),
        fc.constantFrom<("openapi.json" | "openapi.yaml")[]>(
          "openapi.json",
          "openapi.yaml",
        ),
        async (bytes, name) => {
          const passage = await passText(bytes, name);
          expect(passage.sdk).toBeUndefined();
          expect(diagnosticFaults(passage)).toEqual([]);
        },
      ),
    );
  });
});
