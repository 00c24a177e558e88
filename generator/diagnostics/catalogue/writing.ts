/** What can be wrong with a config, an output directory or a lock file. */
import type { CatalogueEntry } from "./entry.js";

export const writing = {
  "config-missing": {
    severity: "error",
    message: "there is no config file {file}",
    help: "Check the path given with --config.",
  },
  "config-ambiguous": {
    severity: "error",
    message: "{first} and {second} are both config files of {directory}",
    help: "Keep one of them, or name one with --config.",
  },
  "config-unreadable": {
    severity: "error",
    message: "cannot load {file}: {reason}",
    help: "The file must export one config object, or an array of them.",
  },
  "config-type": {
    severity: "error",
    message: "{option} must be {expected}, not {found}",
    help: "The README lists every option.",
  },
  "config-unknown-option": {
    severity: "error",
    message: "there is no option {option}",
    help: "{hint}",
  },
  "config-missing-option": {
    severity: "error",
    message: "{option} is missing",
    help: "Every SDK needs an `input` (the document) and an `output` (a directory).",
  },
  "config-shared-output": {
    severity: "error",
    message:
      "{first} and {second} are written by two SDKs, one inside the other",
    help: "Give every SDK an output directory of its own.",
  },
  "output-refused": {
    severity: "error",
    message: "will not write into {directory}: it {reason}",
    help: "Give the package a directory of its own, such as `{suggestion}`.",
  },
  "output-symlink": {
    severity: "error",
    message: "{path} is a symbolic link",
    help: "Nothing is written or removed through links. Remove the link, or choose another output directory.",
  },
  "output-not-a-file": {
    severity: "error",
    message: "{path} is in the way: it is {obstacle}",
    help: "Move it, or choose another output directory.",
  },
  "output-foreign": {
    severity: "error",
    message: "{path} exists and was not written by sdkwright",
    help: "Move it, choose another output directory, or overwrite it with --force.",
  },
  "output-edited": {
    severity: "error",
    message: "{path} was changed by hand",
    help: "Keep additions in `src/lib/`, or overwrite the change with --force.",
  },
  "output-kept": {
    severity: "warning",
    message: "{path} is no longer generated, but was changed by hand: kept",
    help: "Remove it when you no longer need it.",
  },
  "output-unwritable": {
    severity: "error",
    message: "cannot write {path}: {reason}",
    help: "Check permissions and free space, then run it again.",
  },
  "lock-broken": {
    severity: "error",
    message: "cannot read {file}: {reason}",
    help: "Restore it from version control, or regenerate it with --force (names that only it has are lost).",
  },
  "lock-newer": {
    severity: "error",
    message:
      "{file} was written by sdkwright {version}, in a format that this version does not know",
    help: "Use that version or a later one.",
  },
} as const satisfies Record<string, CatalogueEntry>;
