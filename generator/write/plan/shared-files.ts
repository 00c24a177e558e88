/**
 * What becomes of the files that their owner shares with us: `package.json` key by key, the README
 * region by region.
 */
import type { ManifestFile, RegionsFile } from "../../sdk/output.js";
import { displayPath } from "../../diagnostics/paths.js";
import { hasMarkers, withLF, withLineEndsOf } from "../edits/merge-text.js";
import { hashText } from "../hash.js";
import {
  flatten,
  intersection,
  toBase,
  unflatten,
  type BaseNode,
} from "../manifest/base.js";
import { editText } from "../manifest/edit-text.js";
import { readTree } from "../manifest/json-tree.js";
import { mergeManifest } from "../manifest/merge.js";
import { mergeRegions, newPage } from "../regions/merge.js";
import type { FileContext } from "./context.js";
import type { FilePlan, SharedFileProblem } from "./planned-file.js";

export interface ManifestPlan extends FilePlan {
  readonly manifest: ReadonlyMap<string, string>;
}

export const planManifest = async (
  file: ManifestFile,
  context: FileContext,
): Promise<ManifestPlan> => {
  const { path, fields } = file;
  const { directory, lock, known, requests, stage } = context;
  const manifest = flatten(fields);
  const state = directory.state(path);
  if (state.kind === "blocked") return { file: state, manifest };
  const write = (kind: "missing" | "outdated", text: string): ManifestPlan => {
    stage(path, text);
    const cached = sameHash(text);
    const pending = { path, hash: cached.onDisk, manifest };
    return { file: { kind, path }, manifest, cached, pending };
  };
  if (state.kind === "absent")
    return write("missing", await context.formatter.format(file));
  const onDisk = directory.read(path);
  // That it could not be read is an error, which ends the run.
  if (onDisk === undefined)
    return { file: { kind: "unchanged", path }, manifest };
  const { root, problem = 0 } = readTree(onDisk);
  if (!root?.members) {
    const reason = hasMarkers(onDisk)
      ? "it has conflict markers"
      : "it is not a JSON object";
    const line = hasMarkers(onDisk)
      ? lineOfMarker(onDisk)
      : onDisk.slice(0, problem).split("\n").length;
    const broken = { code: "manifest-broken", path, line } as const;
    return {
      file: { kind: "unchanged", path },
      manifest,
      problems: [{ ...broken, details: { reason } }],
    };
  }
  let base: BaseNode | undefined;
  if (requests.reset.has(path)) base = intersection(root.value, fields);
  else if (known.isOfFirstLock(path, state.hash)) base = toBase(root.value);
  else {
    // Set by a run that was killed before it could write the lock.
    const pending = context.isComparison
      ? undefined
      : known.pendingOf(path, state.hash)?.manifest;
    const set = pending ?? lock?.manifest ?? new Map();
    if (set.size > 0) base = unflatten(set);
  }
  const merged = mergeManifest(root, base, fields);
  const text = editText(onDisk, merged.edits);
  const plan: ManifestPlan =
    text === onDisk
      ? {
          file: { kind: "unchanged", path },
          manifest,
          cached: sameHash(text),
        }
      : write("outdated", text);
  const remarks = merged.remarks.map((message) => ({ path, message }));
  return { ...plan, remarks };
};

export interface RegionsPlan extends FilePlan {
  /** As the lock has them: `README.md#install`. */
  readonly regions: readonly string[];
  readonly ownRegions: readonly string[];
}

export const planRegions = async (
  file: RegionsFile,
  context: FileContext,
): Promise<RegionsPlan> => {
  const { directory, lock, known, requests, stage } = context;
  // The owner may have called it `readme.md`: it is the same page, and the lock names it as ever.
  const { path: name } = file;
  const path = directory.spelled(name);
  const state = directory.state(path);
  const generated = await context.formatter.format(file);
  const page = newPage(generated);
  const inLock = (names: readonly string[]) =>
    names.map((region) => `${name}#${region}`);
  const regions = inLock(page.regions);
  const whole = (kind: "missing" | "outdated"): RegionsPlan => {
    stage(path, page.text);
    const cached = sameHash(page.text);
    return { file: { kind, path }, regions, ownRegions: [], cached };
  };
  if (state.kind === "blocked") return { file: state, regions, ownRegions: [] };
  if (state.kind === "absent") return whole("missing");
  const onDisk = directory.read(path);
  // That it could not be read is an error, which ends the run.
  if (onDisk === undefined)
    return { file: { kind: "unchanged", path }, regions, ownRegions: [] };
  if (requests.reset.has(name) || known.isOfFirstLock(path, state.hash))
    return whole("outdated");
  const merged = mergeRegions(
    {
      generated,
      onDisk: withLF(onDisk),
      known: namesOf(lock?.regions, name),
      told: namesOf(lock?.ownRegions, name),
      reset: namesOf(requests.reset, name),
    },
    displayPath(directory.resolve(name)),
  );
  const text = withLineEndsOf(merged.text, onDisk);
  if (text !== onDisk) stage(path, text);
  return {
    file: { kind: text === onDisk ? "unchanged" : "outdated", path },
    regions,
    ownRegions: inLock(merged.yours),
    cached: sameHash(text),
    remarks: merged.remarks.map((message) => ({ path, message })),
    problems: [
      ...(hasMarkers(text) ? [unsolved(path, text)] : []),
      ...merged.broken.map(([line, region]) => ({
        ...({ code: "region-broken", path, line } as const),
        details: { region },
      })),
    ],
  };
};

const unsolved = (path: string, text: string): SharedFileProblem => ({
  code: "page-unsolved",
  path,
  line: lineOfMarker(text),
  details: {},
});

/** The line of the first marker that a merge has left. */
const lineOfMarker = (text: string): number =>
  text.slice(0, text.search(/^<{7}/m)).split("\n").length;

/** `install` of `README.md#install`. */
const namesOf = (
  regions: ReadonlySet<string> = new Set(),
  path: string,
): ReadonlySet<string> =>
  new Set(
    [...regions]
      .filter((region) => region.startsWith(`${path}#`))
      .map((region) => region.slice(path.length + 1)),
  );

/** What is on disk counts: the owner has a say in it. */
const sameHash = (text: string) => {
  const hash = hashText(text);
  return { unformatted: hash, generated: hash, onDisk: hash };
};
