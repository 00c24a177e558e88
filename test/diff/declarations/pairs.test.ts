/**
 * The pairs of documents, where they are there, with the old package read from its declarations, as it
 * is without `sdkwright.surface.json`: what changes is what it is with that file, but for what no
 * declaration says.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  standardPolicy,
  type Change,
  type ChangeKind,
} from "../../../generator/change/change.js";
import { compareSurfaces } from "../../../generator/change/compare-surfaces.js";
import { readDeclarations } from "../../../generator/declarations/read-declarations.js";
import { surfaceOf } from "../../../generator/surface/surface-of.js";
import { sdkOf, type Source } from "../../support/pipeline.js";
import { publishedFiles } from "../../support/published.js";

const folder = join(import.meta.dirname, "../../../../shared/change-pairs");
const pairs = existsSync(folder) ? readdirSync(folder).sort() : [];

/** Kinds of which declarations know nothing, and why. */
const unseen: Readonly<Partial<Record<ChangeKind, string>>> = {
  "parameter-wire-changed":
    "a parameter of a path, a query or a header is a field of the same type",
  "request-encoding-changed":
    "a body has the same fields in whatever format it is sent",
  "status-changed": "the result has a type, not a status",
  "constraint-changed": "limits are in comments alone, and cost no version",
  "default-changed": "defaults are in comments alone, and cost no version",
  "base-url-changed": "the default server is a value in the code",
  "base-path-changed": "the default server is a value in the code",
};

/** Pairs in which declarations show something else, and why. */
const different: Readonly<
  Record<string, { readonly changes: readonly string[]; readonly why: string }>
> = {
  "069-result-dropped, back": {
    changes: ["feature type-narrowed getPet.result"],
    why: "`unknown` is the type of a body without a schema, and of an answer without a body that is declared",
  },
};

const read = (pair: string, file: string): Source =>
  parse(readFileSync(join(folder, pair, file), "utf8")) as Source;

const shown = ({ kind, where, class: weight, to }: Change): string =>
  `${weight} ${kind} ${where}${to === undefined ? "" : ` -> ${to}`}`;

/** What changes as it is seen with the surface of the old package, and without it. */
const changesOf = async (from: Source, to: Source) => {
  const old = await sdkOf(from);
  const now = surfaceOf(await sdkOf(to, { names: old.names }));
  const files = publishedFiles(old);
  const declared = readDeclarations((path) => files.get(path));
  if (declared.kind === "unreadable") throw new Error(declared.reason);
  return {
    seen: compareSurfaces(declared.surface, now, standardPolicy),
    all: compareSurfaces(surfaceOf(old), now, standardPolicy),
    unchanged: compareSurfaces(
      ...([declared.surface, surfaceOf(old), standardPolicy] as const),
    ),
  };
};

// Skipped where they are not, as a file without a test would fail.
it.skipIf(pairs.length === 0)("all pairs are there", () => {
  expect(pairs.length).toBeGreaterThanOrEqual(103);
});

describe.skipIf(pairs.length === 0).each(pairs)("%s", (pair) => {
  it.each(["there", "back"])("the same changes, %s", async (way) => {
    const both = [read(pair, "old.yaml"), read(pair, "new.yaml")] as const;
    const [from, to] = way === "there" ? both : [both[1], both[0]];
    const { seen, all, unchanged } = await changesOf(from, to);
    expect(seen.map(shown)).toEqual(
      different[`${pair}, ${way}`]?.changes ??
        all.filter(({ kind }) => unseen[kind] === undefined).map(shown),
    );
    expect(unchanged).toEqual([]);
  });
});
