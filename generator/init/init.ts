/**
 * `sdkwright init`: from a document to a package that builds, with what its repository needs.
 *
 * Finds out, asks, and only then writes: the package first, since its directory may be refused.
 */
import { dirname, resolve } from "node:path";
import type { SdkConfig } from "../config/config.js";
import { findConfig, loadConfig } from "../config/file.js";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { displayPath, isUrl } from "../diagnostics/paths.js";
import { type FramedDiagnostic, withFrames } from "../diagnostics/printer.js";
import { generate, type Report, UsageError } from "../index.js";
import { type BuildOutcome, buildPackage } from "./build.js";
import { configOf } from "./config-file.js";
import { Cancelled, type Dialog } from "./dialog.js";
import { inspect, type InspectedDocument } from "./inspect.js";
import {
  aboutNames,
  doubtfulNames,
  nextSteps,
  type NextStep,
} from "./next-steps.js";
import {
  findPackageManager,
  type PackageManager,
  programOf,
} from "./package-manager.js";
import { planFiles, type PlanEntry } from "./plan.js";
import {
  askDocument,
  askDocumentURL,
  askSettings,
  isPublicURL,
} from "./questions.js";
import type { Circumstances, Flags } from "./place-questions.js";
import type { Settings } from "./settings.js";
import { readSurroundings } from "./surroundings.js";
import { removeFiles, writeFiles } from "./write-files.js";

export { openDialog } from "./dialog.js";
export { updateWorkflows } from "./update.js";
export type { UpdateReport } from "./update.js";
export type { Flags, PlanEntry };

export interface InitOptions {
  /** Default: the working directory. */
  readonly cwd?: string;
  readonly spec?: string | undefined;
  readonly flags: Flags;
  readonly yes: boolean;
  readonly dryRun: boolean;
  /** False: `npm install` is left to the owner. */
  readonly mayInstall: boolean;
  /** The version of sdkwright. */
  readonly version: string;
  /** Opens the dialog; absent without a terminal. */
  readonly openDialog?: (() => Promise<Dialog>) | undefined;
}

export interface InitReport {
  readonly ok: boolean;
  /** At a question: nothing was written. */
  readonly isCancelled?: true;
  /** Of the config, the document and files beside the package; those of the package are in `generated`. */
  readonly diagnostics: readonly FramedDiagnostic[];
  /** What was found, a line each. */
  readonly found: readonly string[];
  /** True when a dialog has shown `found`. */
  readonly isFoundShown: boolean;
  readonly settings?: Settings;
  readonly generated?: Report;
  readonly files: readonly PlanEntry[];
  readonly build?: BuildOutcome;
  readonly next: readonly NextStep[];
  /** A line about names that are worth a look. */
  readonly names?: string;
}

const nothing = {
  diagnostics: [],
  found: [],
  isFoundShown: false,
  files: [],
  next: [],
} as const;

/** @throws UsageError when an answer is missing, or cannot be */
export const init = async (options: InitOptions): Promise<InitReport> => {
  const dialog = options.yes ? undefined : await options.openDialog?.();
  try {
    return await initWith(options, dialog);
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    dialog?.cancel("Nothing was written.");
    return { ...nothing, ok: false, isCancelled: true };
  }
};

const initWith = async (
  options: InitOptions,
  dialog: Dialog | undefined,
): Promise<InitReport> => {
  const { flags, yes, spec } = options;
  const cwd = resolve(options.cwd ?? ".");
  const surroundings = readSurroundings(cwd);
  const problems = new Diagnostics();
  const config = await configHere(cwd, problems);
  if (problems.hasErrors)
    return { ...nothing, ok: false, diagnostics: withFrames(problems) };
  const circumstances: Circumstances = {
    surroundings,
    flags,
    config,
    interview: { dialog, yes },
  };
  const wanted = await askDocument(spec, circumstances);
  const { document, diagnostics } = await inspect(
    cwd,
    config ?? { input: wanted, output: "sdk" },
  );
  if (!document) return { ...nothing, ok: false, diagnostics };
  const manager = findPackageManager(surroundings);
  const found = [
    `${isUrl(wanted) ? displayPath(wanted) : wanted}: ${document.summary}`,
    ...(surroundings.git ? [] : ["no git repository"]),
    ...(manager === "npm" ? [] : [aboutManager(manager)]),
  ];
  for (const line of found) dialog?.tell(line);
  const place = config ? { document: wanted } : placeOf(wanted, document);
  if (
    place.text !== undefined &&
    surroundings.read(place.document) !== undefined
  )
    throw new UsageError(
      `${place.document} is here already: name it as SPEC, and the URL with --document-url`,
    );
  const answers = await askSettings(
    place.document,
    document.facts,
    circumstances,
  );
  const documentURL =
    place.url ??
    (await askDocumentURL(place.document, answers.ci, circumstances));
  const settings: Settings = {
    ...answers,
    ...(documentURL !== undefined && { documentURL }),
    version: options.version,
  };
  const told = { found, isFoundShown: dialog !== undefined, settings };
  const result = await write(
    { ...options, cwd },
    { settings, config, text: place.text },
    dialog,
  );
  const names = aboutNames(doubtfulNames(document.names));
  return {
    ...nothing,
    ...told,
    ...result,
    ...(result.ok && {
      next: nextSteps(settings, surroundings.git !== undefined),
      ...(names !== undefined && { names }),
    }),
  };
};

const aboutManager = (manager: PackageManager): string =>
  `this repository uses ${programOf(manager)}${manager === "bun" ? "; the workflows are for npm" : ""}`;

/** The SDK of the config that is here. */
const configHere = async (
  cwd: string,
  diagnostics: Diagnostics,
): Promise<SdkConfig | undefined> => {
  const file = findConfig(cwd, diagnostics);
  // One of a directory above is about another SDK.
  if (file === undefined || dirname(file) !== cwd) return undefined;
  const loaded = await loadConfig(file, { cwd }, diagnostics);
  if (!loaded) return undefined;
  const [only, ...others] = loaded.sdks;
  if (only && others.length === 0) return only;
  throw new UsageError(
    `${displayPath(file)} has several SDKs, and init sets up one: the workflows of one are an example for the others`,
  );
};

interface DocumentPlace {
  readonly document: string;
  readonly url?: string;
  /** What is written there: a document from a URL is kept in the repository, so that checks need no network. */
  readonly text?: string;
}

const placeOf = (
  wanted: string,
  { text }: InspectedDocument,
): DocumentPlace => {
  if (!isUrl(wanted) || text === undefined)
    return { document: wanted.replace(/^\.\//, "") };
  return {
    document: /^\s*\{/.test(text) ? "openapi.json" : "openapi.yaml",
    text,
    ...(isPublicURL(wanted) && { url: wanted }),
  };
};

interface Wanted {
  readonly settings: Settings;
  readonly config: SdkConfig | undefined;
  /** Of the document, when it is new here. */
  readonly text: string | undefined;
}

type Result = Pick<
  InitReport,
  "ok" | "diagnostics" | "files" | "generated" | "build"
>;

const write = async (
  { cwd, dryRun, mayInstall }: InitOptions & { readonly cwd: string },
  { settings, config, text }: Wanted,
  dialog: Dialog | undefined,
): Promise<Result> => {
  const document: readonly PlanEntry[] =
    text === undefined
      ? []
      : [{ path: settings.document, text, state: "written" }];
  const plan = (): readonly PlanEntry[] =>
    planFiles(settings, readSurroundings(cwd), config !== undefined);
  const options = config ? { cwd } : { cwd, config: configOf(settings) };
  if (dryRun) {
    // A document that is not written yet has been read from its URL.
    const generated =
      text === undefined ? await generate({ ...options, dryRun }) : undefined;
    return {
      ok: generated?.ok ?? true,
      diagnostics: [],
      files: [...document, ...plan()],
      ...(generated && { generated }),
    };
  }
  // A package at the root has to be named by a config that is a file.
  const first = [
    ...document,
    ...plan().filter(({ path }) => path.startsWith("sdkwright.config.")),
  ];
  const nothingDone = { ok: false, files: [] } as const;
  const refused = writeFiles(cwd, first);
  if (refused.length > 0) {
    removeFiles(cwd, first);
    return { ...nothingDone, diagnostics: refused };
  }
  const generated = await generate({ cwd });
  if (!generated.ok) {
    removeFiles(cwd, first);
    return { ...nothingDone, diagnostics: [], generated };
  }
  const rest = plan().filter(({ path }) =>
    first.every((file) => file.path !== path),
  );
  const diagnostics = writeFiles(cwd, rest);
  if (diagnostics.length > 0) return { ...nothingDone, diagnostics, generated };
  const work = buildPackage({ cwd, settings, mayInstall });
  const build = await (dialog?.during(
    "npm install, and the tests of the package",
    work,
  ) ?? work);
  return {
    ok: build.kind !== "failed",
    diagnostics: [],
    files: [...first, ...rest],
    generated,
    build,
  };
};
