/**
 * Reads the lock file, of this version or of an earlier one, also with the marks of a merge in it.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { OutputDirectory } from "../directory.js";
import { lockName } from "../package-path.js";
import { readFacts, type Facts } from "./facts.js";
import { lockHeader, lockVersion, type Lock } from "./lock.js";
import { chooseNames, chooseValues } from "./choose.js";
import { field, readFirstLock, type FirstLock } from "./version-1.js";

/** @param file the lock as shown in messages */
export const readLock = (
  directory: OutputDirectory,
  file: string,
  diagnostics: Diagnostics,
): Partial<FirstLock> => {
  // An obstacle in its place is reported when the lock is to be written.
  const text = directory.read(lockName);
  if (text === undefined) return {};
  if (/^\s*(?:<{7}[^\n]*\n)?\s*\{/.test(text))
    return readJson(text, file, diagnostics);
  const versions = [
    ...text.matchAll(new RegExp(`^${lockHeader} (\\d+)\\r?$`, "gm")),
  ].map(([, version]) => Number(version));
  if (versions.length === 0) {
    const reason = "it is not a lock file of sdkwright";
    diagnostics.report("lock-broken", { file, reason });
    return {};
  }
  if (Math.max(...versions) > lockVersion) {
    const [, version = "later"] = /^made-by (\S+)/m.exec(text) ?? [];
    diagnostics.report("lock-newer", { file, version });
    return {};
  }
  return { lock: toLock(readFacts(text), { directory, file, diagnostics }) };
};

/** The lock of a text that is known to be one, such as that of a commit. */
export const parseLock = (text: string): Lock | undefined => {
  const facts = readFacts(text);
  const [version] = facts.versions;
  if (version === undefined || facts.unknown.length > 0) return undefined;
  return {
    ...facts,
    version,
    names: firstValues(facts.names),
    aliases: firstValues(facts.aliases),
    manifest: firstValues(facts.manifest),
  };
};

const firstValues = (map: Facts["names"]): ReadonlyMap<string, string> =>
  new Map(
    [...map].map(([key, values]) => {
      const [value = ""] = [...values].sort();
      return [key, value];
    }),
  );

interface Context {
  readonly directory: OutputDirectory;
  readonly file: string;
  readonly diagnostics: Diagnostics;
}

const toLock = (facts: Facts, context: Context): Lock => {
  const { file, diagnostics } = context;
  for (const [line, text] of facts.unknown)
    diagnostics.report(
      "lock-line",
      { file, line: text },
      { file, line, column: 1 },
    );
  const { files, once, regions, ownRegions } = facts;
  return {
    files,
    once,
    regions,
    ownRegions,
    version: [...facts.versions].sort().at(-1) ?? "",
    names: chooseNames(facts, context),
    // Branches that renamed one thing twice: the next run follows the name that it has then.
    aliases: firstValues(facts.aliases),
    manifest: chooseValues(facts.manifest, context.directory),
  };
};

const readJson = (
  text: string,
  file: string,
  diagnostics: Diagnostics,
): Partial<FirstLock> => {
  const broken = (reason: string): Partial<FirstLock> => {
    diagnostics.report("lock-broken", { file, reason });
    return {};
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return broken(
      /^<{7}/m.test(text) ? "it has merge conflicts" : "it is not JSON",
    );
  }
  const version = field(value, "lockVersion");
  if (typeof version === "number" && version > 1) {
    const writer = String(field(value, "sdkwright"));
    diagnostics.report("lock-newer", { file, version: writer });
    return {};
  }
  return readFirstLock(value) ?? broken("it is not a lock file of sdkwright");
};
