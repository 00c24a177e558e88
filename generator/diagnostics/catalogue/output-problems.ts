/** What can be wrong with a config, an output directory or a lock file. */
import { error, warning } from "./entry.js";

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
    "Give the package a directory of its own, such as `{suggestion}`.",
  ),
  "output-symlink": error(
    "{path} is a symbolic link",
    "Nothing is written or removed through links. Remove the link, or choose another output directory.",
  ),
  "output-not-a-file": error(
    "{path} is in the way: it is {obstacle}",
    "Move it, or choose another output directory.",
  ),
  "output-foreign": error(
    "{path} exists and was not written by sdkwright",
    "Move it, choose another output directory, or overwrite it with --force.",
  ),
  "output-edited": error(
    "{path} was changed by hand",
    "Keep additions in `src/lib/`, or overwrite the change with --force.",
  ),
  "output-kept": warning(
    "{path} is no longer generated, but was changed by hand: kept",
    "Remove it when you no longer need it.",
  ),
  "output-unwritable": error(
    "cannot write {path}: {reason}",
    "Check permissions and free space, then run it again.",
  ),
  "rename-unknown": error(
    "{output} has nothing that is called {name}",
    "{hint}",
  ),
  "lock-broken": error(
    "cannot read {file}: {reason}",
    "Restore it from version control, or regenerate it with --force (names that only it has are lost).",
  ),
  "lock-newer": error(
    "{file} was written by sdkwright {version}, in a format that this version does not know",
    "Use that version or a later one.",
  ),
};
