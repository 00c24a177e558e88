/** What can be wrong with a config, an output directory or a lock file. */
import { error, note, warning } from "./entry.js";

export const outputProblems = {
  "config-missing": error("there is no config file {file}", "{hint}"),
  "config-ambiguous": error(
    "{first} and {second} are both config files of {directory}",
    "Keep one of them, or name one with --config.",
  ),
  "config-unreadable": error(
    "cannot load {file}: {reason}",
    "The file must export one config object, or an array of them.",
  ),
  "config-type": error(
    "{option} must be {expected}, not {found}",
    "The README lists every option.",
  ),
  "config-unknown-option": error("there is no option {option}", "{hint}"),
  "config-missing-option": error(
    "{option} is missing",
    "Every SDK needs an `input` (the document) and an `output` (a directory).",
  ),
  "config-shared-output": error(
    "{first} and {second} are written by two SDKs, one inside the other",
    "Give every SDK an output directory of its own.",
  ),
  "output-refused": error(
    "will not write into {directory}: it {reason}",
    "Give the package a directory of its own, such as `{suggestion}`{named}.",
  ),
  "output-symlink": error(
    "{path} is a symbolic link",
    "Nothing is written or removed through links. Put the file or directory itself there (`rm {path}`, then `sdkwright generate`), or give the place it leads to as `output`.",
  ),
  "output-not-a-file": error(
    "{path} is in the way: it is {obstacle}",
    "Move it, or choose another output directory.",
  ),
  "output-foreign": warning(
    "{path} exists and was not written by sdkwright: kept",
    "List it under `keep` in the config, or run `sdkwright reset {path}` to have ours instead.",
  ),
  "output-foreign-source": warning(
    "{path} exists and was not written by sdkwright: kept; the sources that are generated import it, and need ours",
    "Move yours into `src/lib/` and run `sdkwright generate`, or run `sdkwright reset {path}` to have ours instead.",
  ),
  "output-essential": error(
    "{path} exists and was not written by sdkwright, and the package does not work without ours",
    "Move yours into `src/lib/`, or remove it, then run the same again. Where there is a config, `sdkwright reset {path}` writes ours in its place.",
  ),
  "output-kept": warning(
    "{path} is no longer generated, but was changed by hand: kept",
    "Remove it when you no longer need it; what it had may be in another file now, where your change can go.",
  ),
  "edit-kept": warning(
    "{path} is not what was generated, and what was is not known: kept as it is",
    "Run `sdkwright merge {path}` to merge both line by line, or `sdkwright reset {path}` to drop your change.",
  ),
  "edit-conflict": warning(
    "{path}: your change and what is generated now are in the same lines: yours is kept",
    "Run `sdkwright merge {path}` to have both between conflict markers, or `sdkwright reset {path}` to drop your change.",
  ),
  "edit-unsolved": warning(
    "{path} has conflict markers",
    "Solve them and run `sdkwright generate`, or run `sdkwright reset {path}` to drop your change.",
  ),
  "page-unsolved": warning(
    "{path} has conflict markers",
    "Solve them, then run `sdkwright generate`: it fills the regions of the page.",
  ),
  "reset-unknown": error(
    "{path} is not generated",
    "Name a generated file, or a region of a page as `README.md#install`.",
  ),
  "reset-kept": error(
    "{path} is kept as it is by `keep` of the config",
    "Take it out of `keep`, then run `sdkwright reset {path}`.",
  ),
  "manifest-broken": error(
    "cannot read {path}: {reason}",
    "Correct it, then run `sdkwright generate`.",
  ),
  "repository-missing": note(
    "{path} names no repository: on npm, links of its README into the package lead nowhere",
    'Say where the package lives: package: { repository: "https://github.com/acme/sdk" } in the config.',
  ),
  "region-broken": warning(
    "{path}: the markers of region {region} do not fit together; it is left as it is",
    "A region has one line `<!-- sdkwright:start {region} -->` and one `<!-- sdkwright:end {region} -->` below; remove what is left of it, or add what is missing.",
  ),
  "output-unreadable": error(
    "cannot read {path}: {reason}",
    "Check permissions and the disk, then run it again: without this file it is not known what to write, so nothing was.",
  ),
  "output-unwritable": error(
    "cannot write {path}: {reason}",
    "Check permissions and free space, then run it again.",
  ),
  "output-half-written": error(
    "cannot write {path}: {reason}; nor could what was written before be taken back",
    "Some files are new and some old. Check permissions and free space, then run it again: it finishes.",
  ),
  "rename-unknown": error(
    "{output} has nothing that is called {name}",
    "{hint}",
  ),
  "lib-side-effects": warning(
    "{path} changes something when it is imported, and bundlers leave it out: package.json says `sideEffects: false`",
    "List the compiled module in `sideEffects`, such as `./dist/*/lib/patch.js`: in package.json, or as `package.sideEffects` of the config.",
  ),
  "lock-broken": error(
    "cannot read {file}: {reason}",
    "Restore it (`git checkout HEAD -- {file}`), or remove it and run `sdkwright generate`: names that only it has are lost.",
  ),
  "lock-restored": note(
    "{file} is missing: what it says is taken from the last commit",
    "Commit the one that `generate` writes. For names chosen anew, run `sdkwright generate --rename`.",
  ),
  "lock-newer": error(
    "{file} was written by sdkwright {version}, in a format that this version does not know",
    "Update sdkwright: `npm install --save-dev sdkwright@latest`.",
  ),
  "lock-line": warning(
    "{file} has a line that says nothing: {line}",
    "Run `sdkwright generate`: it writes the file without it.",
  ),
  "lock-name": warning(
    "{file} has several names for {key}: {name} stays, {others} goes",
    "Run `sdkwright generate`; to have another name, set it in the config.",
  ),
};
