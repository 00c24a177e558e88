/**
 * The pairs of documents with the change that each makes, where they are there: the class, the kinds,
 * the places and the versions are those that `expected.json` says.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { bumpOf } from "../../generator/change/bump.js";
import {
  heaviestClass,
  standardPolicy,
  type Change,
  type ChangePolicy,
  type Strictness,
} from "../../generator/change/change.js";
import { compareSurfaces } from "../../generator/change/compare-surfaces.js";
import type { SdkConfig } from "../../generator/config/config.js";
import { surfaceOf } from "../../generator/surface/surface-of.js";
import { sdkOf, type Source } from "../support/pipeline.js";

const folder = join(import.meta.dirname, "../../../shared/change-pairs");
const pairs = existsSync(folder) ? readdirSync(folder).sort() : [];

/** Callers who name no server do not notice a second one; who named it notices that it is gone. */
const unnoticed = "097-second-server-added";

interface Options extends Pick<SdkConfig, "names" | "enums"> {
  readonly strictness?: Strictness;
  readonly aliases?: boolean;
}

interface Expected {
  readonly class: string;
  readonly bump: Readonly<Record<"1.x" | "0.x", string>>;
  readonly changes: readonly {
    readonly kind: string;
    readonly where: string;
    readonly class: string;
    readonly to?: string;
  }[];
  readonly variants?: readonly (Pick<Expected, "class" | "bump"> & {
    readonly options: Options;
  })[];
}

const read = (pair: string, file: string): unknown =>
  parse(readFileSync(join(folder, pair, file), "utf8"));

const changesOf = async (
  documents: readonly [unknown, unknown],
  { strictness = "standard", aliases = true, names, ...config }: Options = {},
): Promise<readonly Change[]> => {
  const policy: ChangePolicy = {
    ...standardPolicy,
    ...{ strictness, keepsAliases: aliases },
  };
  const [old, now] = documents;
  const isKeeping = names === "keep";
  const before = await sdkOf(old as Source, { ...config, isKeeping });
  const after = await sdkOf(now as Source, {
    ...{ ...config, isKeeping, names: before.names },
  });
  return compareSurfaces(surfaceOf(before), surfaceOf(after), policy);
};

const bumps = (changes: readonly Change[]) => ({
  "1.x": bumpOf(heaviestClass(changes), "1.4.2"),
  "0.x": bumpOf(heaviestClass(changes), "0.4.2"),
});

const shown = ({ kind, where, class: weight, to }: Change) => ({
  ...{ kind, where, class: weight },
  ...(to !== undefined && { to }),
});

// Skipped where they are not, as a file without a test would fail.
it.skipIf(pairs.length === 0)("all pairs are there", () => {
  expect(pairs.length).toBeGreaterThanOrEqual(103);
});

describe.skipIf(pairs.length === 0).each(pairs)("%s", (pair) => {
  const expected = read(pair, "expected.json") as Expected;
  const documents = [read(pair, "old.yaml"), read(pair, "new.yaml")] as const;

  it("the changes, and nothing else", async () => {
    const changes = await changesOf(documents);
    const isNote = ({ class: weight }: Change) => weight === "none";
    expect(changes.filter((one) => !isNote(one)).map(shown)).toEqual(
      expect.arrayContaining(
        expected.changes.filter(({ class: weight }) => weight !== "none"),
      ),
    );
    expect(changes.filter((one) => !isNote(one))).toHaveLength(
      expected.changes.filter(({ class: weight }) => weight !== "none").length,
    );
    expect(changes.map(shown)).toEqual(
      expect.arrayContaining([...expected.changes]),
    );
    expect(bumps(changes)).toEqual(expected.bump);
  });

  it.each(expected.variants ?? [])(
    "with $options: $class",
    async ({ options, ...variant }) => {
      const changes = await changesOf(documents, options);
      expect(heaviestClass(changes)).toBe(variant.class);
      expect(bumps(changes)).toEqual(variant.bump);
    },
  );

  it("the other way round, something as well", async () => {
    const [old, now] = documents;
    const there = await changesOf(documents);
    const back = await changesOf([now, old]);
    // What is deprecated no longer is no change for anybody.
    const isTakenBack =
      pair !== unnoticed &&
      there.every(({ kind }) => kind.endsWith("-deprecated"));
    expect(back.length === 0).toBe(isTakenBack);
  });
});
