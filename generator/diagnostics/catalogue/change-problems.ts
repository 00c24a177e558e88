/** What can be wrong with a comparison of two states of a package. */
import { error, note, warning } from "./entry.js";

export const changeProblems = {
  "approval-unused": warning(
    "`change.approve` has an entry without effect: {entry}",
    "Remove it: there is no such change any more. Or correct `kind`, `where` and `to`: reports have them.",
  ),
  "approval-repeated": warning(
    "`change.approve` has an entry for a change that one before it approves: {entry}",
    "Remove one of the two: the first one counts.",
  ),
  "approval-expired": error(
    "`change.approve` has an entry that held until {until}: {entry}",
    "Take the change back, or decide anew and set a later `until`.",
  ),
  "version-too-small": warning(
    "`info.version` goes from {old} to {next}, a {step} step, but for callers the change is {level}",
    "The package's own version decides; raise `info.version` too where it is meant to say the same.",
  ),
  "side-missing": error(
    "{file} is not there at {revision}",
    "Name a revision that has it, or a path from the root of the repository.",
  ),
  "side-revision": error(
    "there is no revision {revision} here",
    "Fetch it first (`git fetch --tags`), or name another one.",
  ),
  "side-config": error(
    "what the config names cannot be read as it was at {revision}",
    "Only files of this repository can be read as they were, not URLs; name the document itself as REVISION:PATH.",
  ),
  "side-npm": error(
    "npm cannot get {package}: {reason}",
    "Check the name, the version and the registry: `npm view {package}` asks the same.",
  ),
  "proof-impossible": error(
    "{side} has no sources that a caller could be compiled against",
    "`--prove` needs a new side that is generated: a document, a revision, or none for what `generate` would write.",
  ),
  "proof-broken": error(
    "nothing is proved: the caller of the old side does not compile itself: {reason}",
    "This is a bug of sdkwright; please report it with both sides.",
  ),
  "baseline-broken": warning(
    "cannot read {file}: {reason}",
    "Restore it (`git checkout HEAD -- {file}`), or remove it and run `sdkwright generate`: until then nothing tells what changes for callers.",
  ),
  "lock-missing": warning(
    "{package} has no sdkwright.lock: its old names are read from its surface, and what only the lock has may show as changed",
    "Restore it from version control, and commit it: it belongs to the package.",
  ),
  "surface-missing": error(
    "{package} has no sdkwright.surface.json, which says what its callers can use, and its declarations cannot be read: {reason}",
    "Build it first, if it is not built; or compare with the document of that release, as REVISION:PATH.",
  ),
  "surface-version": error(
    "the sdkwright.surface.json in {package} is that of version {found}, not of {version}, and its declarations cannot be read: {reason}",
    "It was published without `sdkwright release`: compare with the document of that release, as REVISION:PATH.",
  ),
  "declarations-read": note(
    "{package} is read from its declarations (.d.ts): {why}",
    "Names, arguments and types are compared. What no declaration says is not: where and how values are sent, statuses, servers, limits, defaults.",
  ),
  "declarations-outside": warning(
    "in {package}, {import}, which is outside of the package",
    "Types that come from there are not compared.",
  ),
  "surface-broken": error(
    "cannot read {file}: {reason}",
    "Restore it from version control, or compare with the document of that release, as REVISION:PATH.",
  ),
  "baseline-missing": error(
    "{package} has no sdkwright.surface.json, which says what callers of its last release can use",
    "Name the old side: a document, a revision as `main:openapi.yaml`, or a version on npm.",
  ),
};
