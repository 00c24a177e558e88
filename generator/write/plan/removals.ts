/**
 * What the last run wrote and this one does not: removed where nobody changed it.
 */
import { withLF } from "../edits/merge-text.js";
import { basePath, isPackagePath } from "../package-path.js";
import type { FileContext } from "./context.js";
import type { FilePlan } from "./planned-file.js";

/** @param generated every path that this run writes, scaffolds included */
export const planRemovals = async (
  generated: ReadonlySet<string>,
  context: FileContext,
): Promise<readonly FilePlan[]> => {
  const { lock, bases, isKept } = context;
  const plans: FilePlan[] = [];
  const written = new Set([...(lock?.files ?? []), ...unlisted(context)]);
  const paths = new Set([...written, ...bases.paths]);
  for (const path of paths)
    if (!generated.has(path) && !isKept(path))
      plans.push(await planRemoval(path, written, context));
  return plans;
};

/** What a run wrote that was killed before it could write the lock. */
const unlisted = ({
  directory,
  known,
  isComparison,
}: FileContext): readonly string[] =>
  isComparison
    ? []
    : known.pending
        .filter(({ path, hash }) => {
          const state = isPackagePath(path) && directory.state(path);
          return state && state.kind === "file" && state.hash === hash;
        })
        .map(({ path }) => path);

/** @param written every path that is known to be of earlier runs */
const planRemoval = async (
  path: string,
  written: ReadonlySet<string>,
  context: FileContext,
): Promise<FilePlan> => {
  const { directory, bases } = context;
  const base = bases.has(path)
    ? { base: { kind: "obsolete", path: basePath(path) } as const }
    : {};
  const state = directory.state(path);
  if (state.kind === "blocked") return { file: state };
  // A base without a line in the lock: the file is not ours.
  if (state.kind === "absent" || !written.has(path))
    return { file: { kind: "unchanged", path }, ...base };
  const onDisk = directory.read(path);
  // That it could not be read is an error, which ends the run.
  if (onDisk === undefined) return { file: { kind: "unchanged", path } };
  const mine = withLF(onDisk);
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
  if (!isComparison && known.isOurs(path, hash)) return "known";
  if (bases.has(path)) return bases.stored(path) === mine ? "known" : undefined;
  if (isComparison) return "known";
  if (known.has(path)) return undefined;
  const past = await bases.past(path, mine);
  if (past !== undefined) return past === mine ? "known" : undefined;
  return bases.isCommitted(path, mine) ? "committed" : undefined;
};
