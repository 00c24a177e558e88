/**
 * What a run depends on: where it reads, what it may read, and the hashes by which a later run knows
 * that nothing changed.
 */
import { dirname, relative, resolve, sep } from "node:path";
import type { Diagnostics } from "./diagnostics.js";
import { own } from "./own.js";
import type { Target } from "./targets.js";
import { hashDocument, hashJson } from "./write/hash.js";

/** The folder that is written, and what must not lie in it. */
export const guarded = ({ input, output, overlays, configFile }: Target) => ({
  folder: output,
  shown: seenFromHere(output),
  keepOut: [
    ...(isUrl(input) ? [] : [[input, "the document"] as const]),
    ...overlays.map((overlay) => [overlay, "an overlay"] as const),
    ...(configFile === undefined
      ? []
      : [[configFile, "the config file"] as const]),
  ],
});

/** Where files stand decides nothing of what is in them; in which order overlays come does. */
export const hashOptions = ({ config, input, overlays }: Target): string =>
  hashJson({
    ...config,
    input: undefined,
    output: undefined,
    refRoot: undefined,
    headers: undefined,
    allowRefOrigins: undefined,
    overlays:
      overlays.length === 0
        ? undefined
        : overlays.map((overlay) =>
            relative(dirname(input), overlay).replaceAll(sep, "/"),
          ),
  });

/** What was read, by paths from the document on: the same on every machine. */
export const hashSources = (
  input: string,
  sources: Diagnostics["sources"],
): ReadonlyMap<string, string> =>
  new Map(
    [...sources].map(([file, { text }]) => [
      isUrl(file)
        ? file
        : relative(dirname(input), resolve(file)).replaceAll(sep, "/"),
      hashDocument(text),
    ]),
  );

/** Where `load` may read, and what it leaves out. */
export const loadOptionsOf = ({ refRoot, overlays, config }: Target) => {
  const { include, exclude, headers, allowRefOrigins } = config;
  return own({
    ...(headers && { headers }),
    ...(allowRefOrigins && { allowRefOrigins }),
    overlays: overlays.map(seenFromHere),
    ...(refRoot !== undefined && { refRoot }),
    ...(include && { include }),
    ...(exclude && { exclude }),
  });
};

/** A path or URL as messages show it. A query may hold a key. */
export const seenFromHere = (path: string): string =>
  isUrl(path)
    ? path.replace(/[?#].*$/s, "").replace(/\/\/[^/@]*@/, "//…@")
    : relative(process.cwd(), path) || ".";

export const isUrl = (path: string): boolean => /^https?:\/\//i.test(path);
