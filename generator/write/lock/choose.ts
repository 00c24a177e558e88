/**
 * Which of two values counts where branches met in a lock file: the one that the files on disk have,
 * if that decides it, else the smaller, so that every machine takes the same.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { OutputDirectory } from "../directory.js";
import { findNode, readTree } from "../manifest/json-tree.js";
import { keyPath } from "../manifest/key-path.js";
import type { Facts } from "./facts.js";

interface Place {
  readonly directory: OutputDirectory;
  readonly file: string;
  readonly diagnostics: Diagnostics;
}

export const chooseNames = (
  { names, files }: Pick<Facts, "names" | "files">,
  { directory, file, diagnostics }: Place,
): ReadonlyMap<string, string> => {
  let words: ReadonlySet<string> | undefined;
  const chosen = new Map<string, string>();
  for (const [key, values] of names) {
    const sorted = [...values].sort();
    const [first = "", second] = sorted;
    if (second === undefined) {
      chosen.set(key, first);
      continue;
    }
    words ??= wordsOf(files, directory);
    const used = sorted.filter((name) => words?.has(name));
    const [name = ""] = used.length === 1 ? used : sorted;
    chosen.set(key, name);
    const others = sorted.filter((other) => other !== name).join(", ");
    diagnostics.report("lock-name", { file, key, name, others });
  }
  return chosen;
};

/** Every word of the package's sources. */
const wordsOf = (
  files: ReadonlySet<string>,
  directory: OutputDirectory,
): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const path of files) {
    if (!/^src\/.*\.ts$/.test(path) || path.startsWith("src/core/")) continue;
    const text = directory.read(path) ?? "";
    for (const [word] of text.matchAll(/[\p{ID_Continue}$]+/gu))
      words.add(word);
  }
  return words;
};

/** What `package.json` has is what was set last. */
export const chooseValues = (
  values: Facts["manifest"],
  directory: OutputDirectory,
): ReadonlyMap<string, string> => {
  const chosen = new Map<string, string>();
  for (const [key, candidates] of values) {
    const sorted = [...candidates].sort();
    const onDisk = sorted.length > 1 ? valueOnDisk(key, directory) : undefined;
    const [first = ""] = sorted;
    chosen.set(key, sorted.find((json) => json === onDisk) ?? first);
  }
  return chosen;
};

const valueOnDisk = (
  key: string,
  directory: OutputDirectory,
): string | undefined => {
  const path = "package.json";
  const steps = keyPath(key);
  const text = directory.read(path);
  if (text === undefined || !steps) return undefined;
  const tree = readTree(text);
  const node = tree.root && findNode(tree.root, steps);
  return node && JSON.stringify(node.value);
};
