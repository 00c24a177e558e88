/**
 * The questions of `init`: each with its flag, its finding, and what an answer may be.
 */
import type { SdkConfig } from "../config/config.js";
import { UsageError } from "../index.js";
import { isUrl } from "../diagnostics/paths.js";
import { findDocuments } from "./find-document.js";
import { findName } from "./find-package.js";
import {
  type Ci,
  findReleaseTool,
  releaseChoices,
  type ReleaseTool,
} from "./find-repository.js";
import { answer } from "./interview.js";
import { findPackageManager } from "./package-manager.js";
import {
  agreeing,
  askCi,
  askFolder,
  askLicense,
  type Circumstances,
  must,
  repositoryOf,
} from "./place-questions.js";
import type { DocumentFacts, Settings } from "./settings.js";

export const askDocument = (
  given: string | undefined,
  { surroundings, interview, config }: Circumstances,
): Promise<string> => {
  const found = findDocuments(surroundings);
  const ofConfig = config && documentOfConfig(config);
  return answer(
    {
      flag: "[SPEC]",
      message: "Which OpenAPI document?",
      given: agreeing("[SPEC]", given, ofConfig),
      found: ofConfig ?? found[0],
      certainty:
        ofConfig !== undefined || found.length === 1 ? "sure" : "doubtful",
      reason:
        found.length === 0
          ? "no OpenAPI document is here, or in api, spec, specs, docs or openapi; name its path or URL: `npx sdkwright init acme.yaml`"
          : `there are several: ${found.join(", ")}`,
      ...(given === undefined &&
        found.length > 1 && { choices: found.map((value) => ({ value })) }),
    },
    interview,
  );
};

const documentOfConfig = ({ input }: SdkConfig): string => {
  const [only, ...others] = [input].flat();
  if (typeof only !== "string" || others.length > 0)
    throw new UsageError(
      "the config has several documents, or one that is made by code; init sets up an SDK of one file or URL",
    );
  return only;
};

const nameForm = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/** As the config's rule says it. */
const classForm = /^[\p{L}$_][\p{L}\p{N}$_]*$/u;

/** @param document the path or URL that the config is to have */
export const askSettings = async (
  document: string,
  facts: DocumentFacts,
  circumstances: Circumstances,
): Promise<Omit<Settings, "version" | "documentURL">> => {
  const { surroundings, interview, flags, config } = circumstances;
  const folder = await askFolder(document, circumstances);
  const repository = repositoryOf(circumstances);
  const { name: ofConfig, license: licenseOfConfig } = config?.package ?? {};
  const name = await answer(
    {
      flag: "--name",
      message: "Package name",
      given: agreeing("--name", flags.name, ofConfig),
      found: ofConfig ?? findName(surroundings, repository, facts.packageName),
      certainty: ofConfig === undefined ? "likely" : "sure",
      check: must(nameForm, "a name of npm, such as @acme/sdk"),
    },
    interview,
  );
  const clientName = await answer(
    {
      flag: "--client-name",
      message: "Client class",
      given: agreeing("--client-name", flags.clientName, config?.clientName),
      found: config?.clientName ?? facts.clientName,
      certainty: "sure",
      check: must(classForm, "the name of a class, such as Acme"),
    },
    interview,
  );
  const license = await askLicense(facts, licenseOfConfig, circumstances);
  const ci = await askCi(repository, circumstances);
  const releases = (await answer(
    {
      flag: "--release",
      message: "Releases",
      given: flags.release,
      found: findReleaseTool(surroundings, ci),
      certainty: ci === "github" ? "likely" : "sure",
      choices: releaseChoices.map((value) => ({
        value,
        hint: releaseHints[value],
      })),
    },
    interview,
  )) as ReleaseTool;
  return {
    document,
    folder,
    name,
    clientName,
    license,
    ...(repository && { repository }),
    prefix: surroundings.git?.prefix ?? "",
    branch: surroundings.git?.branch ?? "main",
    ci,
    releases,
    title: facts.title,
    packageManager: findPackageManager(surroundings),
    ...(facts.contact !== undefined && { contact: facts.contact }),
  };
};

const releaseHints = {
  "release-please":
    "a pull request with the next version; npm trusted publishing",
  changesets: "by files that contributors write",
  "semantic-release": "at every merge",
  none: "by hand, published by a tag",
} as const satisfies Record<ReleaseTool, string>;

/** The URL that a workflow fetches a document of the repository from; an empty answer is none. */
export const askDocumentURL = async (
  document: string,
  ci: Ci,
  { flags, interview }: Circumstances,
): Promise<string | undefined> => {
  if (ci !== "github" && flags.documentUrl === undefined) return undefined;
  if (isUrl(document)) return undefined;
  const url = await answer(
    {
      flag: "--document-url",
      message: `Where is ${document} published? A workflow fetches it there (empty: it is kept here)`,
      given: flags.documentUrl,
      found: "",
      certainty: "likely",
      check: (value) =>
        value === "" || isPublicURL(value)
          ? undefined
          : "It is a URL that begins with https://, without user and password.",
    },
    interview,
  );
  return url === "" ? undefined : url;
};

/** Workflows are public, and take https alone. */
export const isPublicURL = (text: string): boolean => {
  if (!URL.canParse(text) || /\s/.test(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === "https:" && username === "" && password === "";
};
