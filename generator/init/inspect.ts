/**
 * What the document says: `load` and `model` run before anything is asked or written, so that a broken
 * document ends here.
 */
import type { SdkConfig } from "../config/config.js";
import { findTargets } from "../config/targets.js";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { isUrl } from "../diagnostics/paths.js";
import { printable } from "../diagnostics/printable.js";
import { type FramedDiagnostic, withFrames } from "../diagnostics/printer.js";
import { StageTimer } from "../diagnostics/timings.js";
import { listNames, type PublicNames } from "../names/list-names.js";
import { isRecord } from "../openapi/records.js";
import { buildSdk } from "../build-sdk.js";
import type { DocumentFacts } from "./settings.js";

export interface Inspected {
  readonly diagnostics: readonly FramedDiagnostic[];
  /** Absent when the document could not be read. */
  readonly document?: InspectedDocument;
}

export interface InspectedDocument {
  readonly facts: DocumentFacts;
  readonly names: PublicNames;
  /** `Roomly Booking API 1.4, 14 operations, 3 warnings` */
  readonly summary: string;
  /** Of a document at a URL that is one file and means the same when it is kept elsewhere. */
  readonly text?: string;
}

export const inspect = async (
  cwd: string,
  config: SdkConfig,
): Promise<Inspected> => {
  const diagnostics = new Diagnostics();
  const [target] = await findTargets({ cwd, config }, diagnostics);
  const built =
    target &&
    (await buildSdk(
      { target, names: new Map() },
      { diagnostics, timer: new StageTimer() },
    ));
  if (!built || diagnostics.hasErrors)
    return { diagnostics: withFrames(diagnostics) };
  const { sdk, document, operations } = built;
  const { info } = document.root;
  const count = operations.generated;
  const warnings = diagnostics.warningCount;
  const contact = contactOf(info);
  const text = textOf(config, diagnostics, sdk.client.baseURL);
  return {
    diagnostics: withFrames(diagnostics),
    document: {
      facts: {
        title: printable(sdk.package.title),
        packageName: sdk.package.name,
        clientName: sdk.client.className,
        ...(isRecord(info.license) && { license: info.license }),
        ...(contact !== undefined && { contact }),
      },
      names: listNames(sdk, document),
      summary: [
        printable(`${sdk.package.title} ${info.version}`.trim()),
        `${count} ${count === 1 ? "operation" : "operations"}`,
        ...(warnings > 0
          ? [`${warnings} ${warnings === 1 ? "warning" : "warnings"}`]
          : []),
      ].join(", "),
      ...(text !== undefined && { text }),
    },
  };
};

const contactOf = (info: object): string | undefined => {
  const { contact } = info as { readonly contact?: unknown };
  if (!isRecord(contact)) return undefined;
  const { email, url } = contact;
  return [email, url].find(
    (value): value is string => typeof value === "string" && value !== "",
  );
};

/** References to other files, and servers relative to the URL, need the document where it is. */
const textOf = (
  { input }: SdkConfig,
  { sources }: Diagnostics,
  baseURL: string | undefined,
): string | undefined => {
  if (typeof input !== "string" || !isUrl(input)) return undefined;
  const [only, ...others] = [...sources.files.values()];
  if (!only || others.length > 0) return undefined;
  const host =
    baseURL !== undefined && URL.canParse(baseURL)
      ? new URL(baseURL).host
      : undefined;
  return host !== undefined && only.text.includes(host) ? only.text : undefined;
};
