/**
 * Questions about the package's place: its folder, license and repository, and what runs its checks.
 */
import type { SdkConfig } from "../config/config.js";
import { UsageError } from "../index.js";
import { isRecord } from "../openapi/records.js";
import { printable } from "../diagnostics/printable.js";
import { findFolder, findLicense } from "./find-package.js";
import {
  type Ci,
  ciChoices,
  findCi,
  findRepository,
  parseRepository,
  type RemoteRepository,
} from "./find-repository.js";
import { answer, type Interview } from "./interview.js";
import type { DocumentFacts } from "./settings.js";
import type { Surroundings } from "./surroundings.js";

/** The flags of the command, as they were given. */
export interface Flags {
  readonly output?: string | undefined;
  readonly name?: string | undefined;
  readonly clientName?: string | undefined;
  readonly license?: string | undefined;
  readonly repository?: string | undefined;
  readonly ci?: string | undefined;
  readonly release?: string | undefined;
  readonly documentUrl?: string | undefined;
}

export interface Circumstances {
  readonly surroundings: Surroundings;
  readonly interview: Interview;
  readonly flags: Flags;
  /** Of a config that is there: what it says is not asked. */
  readonly config?: SdkConfig | undefined;
}

/** @throws UsageError where a flag says something else than the config */
export const agreeing = (
  flag: string,
  given: string | undefined,
  ofConfig: string | undefined,
): string | undefined => {
  if (given !== undefined && ofConfig !== undefined && given !== ofConfig)
    throw new UsageError(
      `${flag} ${printable(given)}: the config says ${printable(ofConfig)}; change it there`,
    );
  return given;
};

export const must =
  (form: RegExp, expected: string) =>
  (value: string): string | undefined =>
    form.test(value) ? undefined : `It is ${expected}.`;

/** A path below the working directory, of characters that no shell, glob or YAML reads. */
const folderForm = /^(?:\.|(?!\.)[\w@+][\w@+.-]*(?:\/[\w@+][\w@+.-]*)*)$/;

export const askFolder = (
  document: string,
  { surroundings, interview, flags, config }: Circumstances,
): Promise<string> => {
  const found = findFolder(surroundings, document);
  const given = flags.output?.replace(/^\.\/(?=.)/, "").replace(/\/+$/, "");
  const ofConfig = config?.output.replace(/^\.\/(?=.)/, "").replace(/\/+$/, "");
  return answer(
    {
      flag: "--output",
      message: "Folder of the package",
      given: agreeing("--output", given, ofConfig),
      found: ofConfig ?? found,
      // At the root or below it: a matter of taste that is hard to change later.
      certainty: ofConfig === undefined && found === "." ? "likely" : "sure",
      check: must(
        folderForm,
        "a path below this folder, of letters, digits and . _ - @ +, or `.`",
      ),
    },
    interview,
  );
};

export const repositoryOf = ({
  surroundings,
  flags,
  config,
}: Circumstances): RemoteRepository | undefined => {
  const { repository: given } = flags;
  if (given === undefined) {
    const ofConfig: unknown = config?.package?.repository;
    const url = isRecord(ofConfig) ? ofConfig["url"] : ofConfig;
    return typeof url === "string"
      ? (parseRepository(url) ?? findRepository(surroundings))
      : findRepository(surroundings);
  }
  const repository = parseRepository(given);
  if (!repository)
    throw new UsageError(
      `--repository ${printable(given)}: It is the URL of a repository, such as https://github.com/acme/sdk.`,
    );
  return repository;
};

export const askLicense = (
  facts: DocumentFacts,
  ofConfig: string | undefined,
  { surroundings, interview, flags }: Circumstances,
): Promise<string> => {
  const finding = findLicense(surroundings, facts.license);
  const said = facts.license?.name ?? facts.license?.identifier;
  const ofAPI =
    typeof said === "string" && said.trim() !== ""
      ? `the document says ${JSON.stringify(printable(said))}, which is the license of the API`
      : "there is no LICENSE file, and package.json and the document name none";
  return answer(
    {
      flag: "--license",
      message:
        finding && finding.isOfDocument !== true
          ? "License"
          : `License of the package (${ofAPI})`,
      given: agreeing("--license", flags.license, ofConfig),
      found: ofConfig ?? finding?.license ?? "UNLICENSED",
      certainty:
        ofConfig !== undefined || (finding && finding.isOfDocument !== true)
          ? "sure"
          : "doubtful",
      reason: ofAPI,
      check: must(/^[\w.+():/ -]+$/, "an SPDX license, such as MIT"),
    },
    interview,
  );
};

export const askCi = async (
  repository: RemoteRepository | undefined,
  { surroundings, interview, flags }: Circumstances,
): Promise<Ci> => {
  const ci = (await answer(
    {
      flag: "--ci",
      message: "Checks and releases run on",
      given: flags.ci,
      found: findCi(surroundings, repository),
      certainty: "sure",
      choices: ciChoices.map((value) => ({ value })),
    },
    interview,
  )) as Ci;
  const prefix = surroundings.git?.prefix ?? "";
  if (ci !== "none" && prefix !== "")
    throw new UsageError(
      `--ci ${ci}: workflows stand at the root of a repository, and this is ${prefix}; run init there, with --output`,
    );
  return ci;
};
