/**
 * Documents with what is rare in them, where they are there: a package that is read from its
 * declarations is the same to callers as the package with its surface.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { standardPolicy } from "../../../generator/change/change.js";
import { compareSurfaces } from "../../../generator/change/compare-surfaces.js";
import { readDeclarations } from "../../../generator/declarations/read-declarations.js";
import { surfaceOf } from "../../../generator/surface/surface-of.js";
import { sdkOf, type Source } from "../../support/pipeline.js";
import { publishedFiles } from "../../support/published.js";

const folder = join(import.meta.dirname, "../../../../shared/specs/edge");
const documents = existsSync(folder)
  ? readdirSync(folder).filter((name) => /\.(?:ya?ml|json)$/.test(name))
  : [];

describe.skipIf(documents.length === 0)("no change is made up", () => {
  it.each(documents)("%s", async (name) => {
    const source = parse(readFileSync(join(folder, name), "utf8")) as Source;
    const sdk = await sdkOf(source).catch(() => undefined);
    // Some are there to be refused.
    if (!sdk) return;
    const files = publishedFiles(sdk);
    const read = readDeclarations((path) => files.get(path));
    if (read.kind === "unreadable") throw new Error(read.reason);
    const surface = surfaceOf(sdk);
    const compared = (from = surface, to = surface) =>
      compareSurfaces(from, to, standardPolicy);
    expect(compared(read.surface, surface)).toEqual([]);
    expect(compared(surface, read.surface)).toEqual([]);
    expect(compared(read.surface, read.surface)).toEqual([]);
  });
});
