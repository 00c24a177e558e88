/**
 * The files that tell of a release: the owner's changelog or a changeset, and notes on how callers move.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReleaseConfig } from "../config/change-options.js";
import { changelogSections } from "../diff/formats/changelog.js";
import { printChangeset } from "../diff/formats/commits.js";
import { printMigration } from "../diff/formats/migration.js";
import type { ChangeReport } from "../diff/report.js";

interface Places {
  readonly changelog: NonNullable<ReleaseConfig["changelog"]>;
  /** The package's directory, absolute. */
  readonly output: string;
  /** Where `.changeset/` is, absolute. */
  readonly root: string;
  /** True where an earlier release was named and not made: what was written of it is still to come. */
  readonly isPending: boolean;
}

interface TextToWrite {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

export const releaseTexts = (
  change: ChangeReport,
  { changelog, output, root, isPending }: Places,
): readonly TextToWrite[] => [
  ...(changelog === "unreleased"
    ? fileOf(join(output, "CHANGELOG.md"), (text = "# Changelog\n") =>
        withUnreleased(text, changelogSections(change), isPending),
      )
    : []),
  ...(changelog === "changeset"
    ? changesetOf(change, join(root, ".changeset"), isPending)
    : []),
  ...fileOf(join(output, "docs/migration.md"), (text = "# Migration\n") =>
    withMigration(text, printMigration(change), isPending),
  ),
];

/** The file as it is to be; nothing where it stays as it is. */
const fileOf = (
  path: string,
  change: (text: string | undefined) => string | undefined,
): readonly TextToWrite[] => {
  const before = textOf(path);
  const text = change(before);
  return text === undefined || text === before ? [] : [{ path, text }];
};

const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};

const start = "<!-- sdkwright -->";
const end = "<!-- /sdkwright -->";

/**
 * Our list below `## [Unreleased]`, between marks that make it ours; every other line stays. Without the
 * heading it comes after the title.
 *
 * @param list empty where nothing changes for callers
 * @param isPending true where what is there stays
 */
export const withUnreleased = (
  text: string,
  list: string,
  isPending = false,
): string | undefined => {
  const ours = /<!-- sdkwright -->([\s\S]*?)<!-- \/sdkwright -->/;
  const [, before = ""] = ours.exec(text) ?? [];
  const whole = isPending ? joinSections(before, list) : list;
  const block = whole === "" ? "" : `${start}\n\n${whole}\n\n${end}`;
  if (ours.test(text)) return text.replace(ours, () => block);
  if (block === "") return undefined;
  const heading = /^## \[?Unreleased\]?.*$/im;
  if (heading.test(text))
    return text.replace(heading, (line) => `${line}\n\n${block}`);
  const title = /^# .*$/m;
  const added = `## [Unreleased]\n\n${block}`;
  return title.test(text)
    ? text.replace(title, (line) => `${line}\n\n${added}`)
    : `${added}\n\n${text}`;
};

/**
 * The newest first; notes for a version that is still to come are replaced.
 *
 * @param isPending true where they are added to
 */
export const withMigration = (
  text: string,
  notes: string,
  isPending = false,
): string | undefined => {
  const [heading = ""] = notes.split("\n", 1);
  if (heading === "") return undefined;
  const sections = text.split(/^(?=## )/m);
  const [title = "", ...others] = sections;
  const isSame = (one: string): boolean => one.split("\n", 1)[0] === heading;
  const older = others.filter((one) => !isSame(one));
  const [same = ""] = isPending ? others.filter(isSame) : [];
  return [
    title.trimEnd(),
    [heading, joinSections(bodyOf(same), bodyOf(notes))].join("\n\n"),
    ...older.map((one) => one.trimEnd()),
  ]
    .join("\n\n")
    .concat("\n");
};

const bodyOf = (section: string): string => section.replace(/^.*\n*/, "");

/** The entries of both below their headings, each once. */
const joinSections = (before: string, added: string): string => {
  const entries = new Map<string, Set<string>>();
  for (const section of `${before}\n${added}`.split(/^(?=### )/m)) {
    const [heading = "", ...list] = section.trim().split(/\n+(?=- )/);
    if (heading === "") continue;
    const known = entries.get(heading) ?? new Set();
    entries.set(heading, new Set([...known, ...list]));
  }
  return [...entries]
    .map(([heading, list]) => [heading, ...list].join("\n"))
    .join("\n\n");
};

/**
 * One file for each package, which the next run replaces while it is pending; beside one for a release
 * that has not been made, another.
 */
const changesetOf = (
  change: ChangeReport,
  folder: string,
  isPending: boolean,
): readonly TextToWrite[] => {
  const text = printChangeset(change);
  if (text === "") return [];
  const id = createHash("sha256")
    .update(`${change.package ?? ""}${isPending ? text : ""}`)
    .digest("hex")
    .slice(0, 8);
  return [{ path: join(folder, `sdkwright-${id}.md`), text }];
};
