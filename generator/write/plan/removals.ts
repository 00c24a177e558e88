/**
 * What the last run wrote and this one does not: removed where nobody changed it.
 */
import { readFileSync } from "node:fs";
import { withLF } from "../edits/merge-text.js";
import { basePath } from "../package-path.js";
import type { FileContext } from "./context.js";
import type { FilePlan } from "./planned-file.js";

/** @param generated every path that this run writes, scaffolds included */
export const planRemovals = async (
  generated: ReadonlySet<string>,
  context: FileContext,
): Promise<readonly FilePlan[]> => {
  const { lock, bases, isKept } = context;
  const plans: FilePlan[] = [];
  const paths = new Set([...(lock?.files ?? []), ...bases.paths]);
  for (const path of paths)
    if (!generated.has(path) && !isKept(path))
      plans.push(await planRemoval(path, context));
  return plans;
};

const planRemoval = async (
  path: string,
  context: FileContext,
): Promise<FilePlan> => {
  const { directory, bases, lock } = context;
  const base = bases.has(path)
    ? { base: { kind: "obsolete", path: basePath(path) } as const }
    : {};
  const state = directory.state(path);
  if (state.kind === "blocked") return { file: state };
  // A base without a line in the lock: the file is not ours.
  if (state.kind === "absent" || lock?.files.has(path) !== true)
    return { file: { kind: "unchanged", path }, ...base };
  const mine = withLF(readFileSync(directory.resolve(path), "utf8"));
  const reason = await whyOurs({ path, mine, hash: state.hash }, context);
  return {
    file: { kind: reason ? "obsolete" : "obsoleteEdited", path },
    ...base,
    ...(reason === "committed" && {
      remarks: [{ path, message: "removed; git has the old text" }],
    }),
  };
};

interface TextOnDisk {
  readonly path: string;
  readonly mine: string;
  readonly hash: string;
}

/** Undefined for a file that its owner has changed, as far as is known. */
const whyOurs = async (
  { path, mine, hash }: TextOnDisk,
  { bases, known, isComparison }: FileContext,
): Promise<"known" | "committed" | undefined> => {
  if (bases.has(path)) return bases.stored(path) === mine ? "known" : undefined;
  if (isComparison || known.isOurs(path, hash)) return "known";
  if (known.has(path)) return undefined;
  const past = await bases.past(path);
  if (past !== undefined) return past === mine ? "known" : undefined;
  return bases.isCommitted(path, mine) ? "committed" : undefined;
};
