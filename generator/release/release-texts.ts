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
}

interface TextToWrite {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

export const releaseTexts = (
  change: ChangeReport,
  { changelog, output, root }: Places,
): readonly TextToWrite[] => [
  ...(changelog === "unreleased"
    ? fileOf(join(output, "CHANGELOG.md"), (text = "# Changelog\n") =>
        withUnreleased(text, changelogSections(change)),
      )
    : []),
  ...(changelog === "changeset"
    ? changesetOf(change, join(root, ".changeset"))
    : []),
  ...fileOf(join(output, "docs/migration.md"), (text = "# Migration\n") =>
    withMigration(text, printMigration(change)),
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
 */
export const withUnreleased = (
  text: string,
  list: string,
): string | undefined => {
  const block = list === "" ? "" : `${start}\n\n${list}\n\n${end}`;
  const ours = /<!-- sdkwright -->[\s\S]*?<!-- \/sdkwright -->/;
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

/** The newest first; notes for a version that is still to come are replaced. */
export const withMigration = (
  text: string,
  notes: string,
): string | undefined => {
  const [heading = ""] = notes.split("\n", 1);
  if (heading === "") return undefined;
  const sections = text.split(/^(?=## )/m);
  const [title = "", ...others] = sections;
  const older = others.filter((one) => one.split("\n", 1)[0] !== heading);
  return [
    title.trimEnd(),
    notes.trimEnd(),
    ...older.map((one) => one.trimEnd()),
  ]
    .join("\n\n")
    .concat("\n");
};

/** One file for each package, which the next run replaces while it is pending. */
const changesetOf = (
  change: ChangeReport,
  folder: string,
): readonly TextToWrite[] => {
  const text = printChangeset(change);
  if (text === "") return [];
  const id = createHash("sha256")
    .update(change.package ?? "")
    .digest("hex")
    .slice(0, 8);
  return [{ path: join(folder, `sdkwright-${id}.md`), text }];
};
