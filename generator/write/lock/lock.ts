/**
 * `sdkwright.lock`: what sdkwright gave the package, one fact a line.
 *
 * It knows our files from others, the names that were once given, and what the owner took out of
 * `package.json` and the README. It is committed, and branches meet in it: so it holds nothing that
 * changes with every change of the document, no hash, no count and no date.
 */
import { byCodeUnit } from "../../diagnostics/code-units.js";
import { quoted } from "../../diagnostics/visible-json.js";
import { joinedKeys } from "./operation-names.js";
import { quote } from "./quote.js";

/** Raised when an older sdkwright could misread the file. */
export const lockVersion = 2;

export const lockHeader = "sdkwright-lock";

export interface Lock {
  /** The sdkwright that wrote the package. */
  readonly version: string;
  readonly files: ReadonlySet<string>;
  /** Scaffolded files, written once and the owner's since then, whether they still exist or not. */
  readonly once: ReadonlySet<string>;
  /** Public names by what they name. */
  readonly names: ReadonlyMap<string, string>;
  /** Old names that are still there: `function getPet` -> `readPet since 1.5.0`. */
  readonly aliases: ReadonlyMap<string, string>;
  /** What we set in `package.json`, as JSON by the path of its key: `engines.node`. */
  readonly manifest: ReadonlyMap<string, string>;
  /** Regions that were offered: `README.md#install`. One that is not in its file was taken out. */
  readonly regions: ReadonlySet<string>;
  /** Regions that the owner has edited, and was told about. */
  readonly ownRegions: ReadonlySet<string>;
}

export const printLock = (lock: Lock): string => {
  const { joined, said } = joinedKeys(lock.names);
  const lines = [
    ...[...lock.files].map((path) => `file ${quote(path)}`),
    ...[...lock.once].map((path) => `once ${quote(path)}`),
    ...[...lock.names]
      .filter(([key]) => !said.has(key))
      .map(
        ([key, name]) =>
          `${joined.has(key) ? "names" : "name"} ${quote(key)} = ${quote(name)}`,
      ),
    ...[...lock.aliases].map(
      ([key, alias]) => `alias ${quote(key)} = ${quote(alias)}`,
    ),
    ...[...lock.manifest].map(
      ([key, json]) => `package ${quote(key)} = ${quoted(json)}`,
    ),
    ...[...lock.regions].map((region) => `region ${quote(region)}`),
    ...[...lock.ownRegions].map((region) => `yours ${quote(region)}`),
  ].sort(byCodeUnit);
  return [
    `${lockHeader} ${lockVersion}`,
    `made-by ${quote(lock.version)}`,
    ...lines,
    "",
  ].join("\n");
};
