/**
 * The options of `init`: each question has one.
 */
import { Option } from "commander";
import { isatty } from "node:tty";
import type { Flags, InitReport, UpdateReport } from "../init/init.js";
import type { CommonOptions } from "./command.js";
import { version } from "./version.js";

export interface InitFlags extends CommonOptions, Flags {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly update?: boolean;
  /** `--no-install` */
  readonly install?: boolean;
}

export const initOptions: readonly Option[] = [
  new Option("-o, --output <dir>", "the package's folder; default: sdk"),
  new Option("--name <name>", "the package's name on npm"),
  new Option("--client-name <name>", "name of the client class"),
  new Option("--license <spdx>", "license of the package"),
  new Option("--repository <url>", "default: git's remote origin"),
  new Option("--ci <host>", "github, gitlab or none"),
  new Option(
    "--release <tool>",
    "release-please, changesets, semantic-release or none",
  ),
  new Option(
    "--document-url <url>",
    "where a workflow fetches the document from",
  ),
  new Option("-y, --yes", "take what was found, and ask nothing"),
  new Option("--dry-run", "print what would be written"),
  new Option("--no-install", "leave npm install to you"),
  new Option("--update", "only put newer actions into the workflows"),
];

export const runInit = async (
  options: InitFlags,
  spec: string | undefined,
): Promise<InitReport | UpdateReport> => {
  const {
    yes = false,
    dryRun = false,
    update = false,
    install = true,
    json = false,
  } = options;
  const { init, openDialog, updateWorkflows } = await import("../init/init.js");
  if (update) return updateWorkflows(process.cwd(), dryRun);
  const canAsk = isatty(0) && isatty(1) && !process.env["CI"] && !json;
  return init({
    spec,
    yes,
    dryRun,
    flags: options,
    mayInstall: install,
    version: version(),
    ...(canAsk && { openDialog }),
  });
};
