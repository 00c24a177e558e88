/**
 * Which file it is, which document belongs to it, and the reader that knows it.
 */
import { readFileSync } from "node:fs";
import { dirname, extname, relative, resolve } from "node:path";
import { parse } from "yaml";
import { UsageError } from "../config/usage-error.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { isUrl } from "../diagnostics/paths.js";
import { systemReason } from "../diagnostics/system-reasons.js";
import { isRecord } from "../openapi/records.js";
import { sdkRule } from "../config/rules.js";
import { type ListedMethod, publishedByList, readList } from "./api-list.js";
import { Casing } from "./casing.js";
import type { Draft } from "./draft.js";
import { fernDocument, readFern } from "./fern.js";
import { findDocument, readWorkspace, shown, textOf } from "./find-document.js";
import type { ImportOptions } from "./import-options.js";
import { readKnownDocument } from "./known-document.js";
import { Ledger, type LedgerEntry, type Places } from "./ledger.js";
import type { PublishedSdk } from "./published-sdk.js";
import { readPublishedTypes } from "./published-types.js";
import { listPlaces, readAPIList } from "./read-api-list.js";
import type { Reading } from "./reading.js";
import { parseSource, type Source } from "./source.js";
import { readSpeakeasy } from "./speakeasy.js";
import {
  casingOf,
  isPublishedBy,
  readStainless,
} from "./stainless/stainless.js";

interface InputOptions extends ImportOptions {
  readonly cwd: string;
  /** Absolute. */
  readonly configFile: string;
}

/** What an import has found out, beside the draft. */
export interface Finished {
  readonly file: string;
  readonly entries: readonly LedgerEntry[];
  readonly isPublished: boolean;
  readonly packageName: string;
  readonly clientName: string;
  /** Methods that the published SDK has, and this one has not. */
  readonly gone: readonly string[];
}

type Input =
  | {
      readonly kind: "stainless" | "speakeasy" | "fern";
      readonly source: Source;
    }
  | { readonly kind: "list"; readonly methods: readonly ListedMethod[] };

/**
 * @returns undefined where something was reported
 * @throws UsageError for a folder of types that has none
 */
export const readInput = async (
  options: InputOptions,
  draft: Draft,
  diagnostics: Diagnostics,
): Promise<Finished | undefined> => {
  const { cwd, configFile } = options;
  const file = resolve(cwd, options.file);
  const input = openInput(file, cwd, diagnostics);
  if (!input) return undefined;
  const workspace = input.kind === "stainless" ? readWorkspace(file, cwd) : {};
  const named =
    input.kind === "fern" ? fernDocument(input.source.root) : undefined;
  const spec = findDocument(
    file,
    {
      cwd,
      spec:
        options.spec ??
        (named === undefined
          ? undefined
          : shown(resolve(dirname(file), named), cwd)),
      workspace,
    },
    diagnostics,
  );
  if (spec === undefined) return undefined;
  const document = await readKnownDocument(cwd, spec, diagnostics);
  if (!document) return undefined;
  const published = await publishedOf(options, input);
  const places: Places =
    input.kind === "list" ? listPlaces(input.methods) : input.source;
  const isPublished =
    input.kind === "list" ||
    (input.kind === "stainless" && isPublishedBy(input.source));
  const reading: Reading = {
    draft,
    document,
    published,
    isPublished,
    diagnostics,
    file: shown(file, cwd),
    ledger: new Ledger(places),
    written: writtenAt(spec, cwd),
    casing:
      input.kind === "stainless"
        ? casingOf(input.source, published)
        : new Casing({}),
  };
  const fromConfig = (path: string): string =>
    relative(dirname(configFile), resolve(cwd, path)).replaceAll("\\", "/") ||
    ".";
  draft.set(["input"], isUrl(spec) ? spec : fromConfig(spec));
  draft.set(["output"], fromConfig(workspace.output ?? "sdk"));
  read(input, reading, dirname(file));
  if (isPublished && isOption("compatibility"))
    draft.set(["compatibility"], "stainless");
  const { entries } = reading.ledger;
  const { package: manifest, clientName } = draft.options;
  const name = isRecord(manifest) ? manifest["name"] : undefined;
  return {
    file: reading.file,
    entries,
    isPublished,
    packageName:
      typeof name === "string" ? name : document.defaults.packageName,
    clientName:
      typeof clientName === "string"
        ? clientName
        : document.defaults.clientName,
    gone: goneFrom(input, reading, entries),
  };
};

const read = (input: Input, reading: Reading, folder: string): void => {
  switch (input.kind) {
    case "list":
      return readAPIList(reading, input.methods, folder);
    case "stainless":
      return readStainless({ ...reading, source: input.source });
    case "speakeasy":
      return readSpeakeasy({ ...reading, source: input.source });
    case "fern":
      return readFern({ ...reading, source: input.source });
  }
};

/** True of an option that a config may have. */
const isOption = (name: string): boolean =>
  Object.hasOwn(sdkRule.fields ?? {}, name);

const goneFrom = (
  { kind }: Input,
  { casing }: Reading,
  entries: readonly LedgerEntry[],
): readonly string[] =>
  entries
    .filter(({ fate }) => fate === "lost")
    .flatMap(({ key }) => {
      if (kind === "list") return [key.replace(/^client\./, "")];
      const [, resources = "", method = ""] =
        /^resources\.(.*)\.methods\.([^.]*)$/.exec(key) ?? [];
      return method === ""
        ? []
        : [
            [...resources.split(".subresources."), method]
              .map((part) => casing.camel(part))
              .join("."),
          ];
    });

const openInput = (
  path: string,
  cwd: string,
  diagnostics: Diagnostics,
): Input | undefined => {
  const file = shown(path, cwd);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const reason = systemReason(error);
    diagnostics.report("import-unreadable", { file, reason });
    return undefined;
  }
  if (extname(path).toLowerCase() === ".md") {
    const methods = readList(path, (one) => shown(one, cwd));
    if (methods.length > 0) return { kind: "list", methods };
    diagnostics.report("import-nothing", { file });
    return undefined;
  }
  const source = parseSource(text, file, diagnostics);
  if (!source) return undefined;
  const what = kindOf(source.root);
  if (typeof what !== "string") return { kind: what.kind, source };
  diagnostics.report(
    "import-unknown",
    { file, what },
    { file, line: 1, column: 1 },
  );
  return undefined;
};

/** The generator that a config is for, or what the file is instead. */
const kindOf = (
  root: Readonly<Record<string, unknown>>,
): { readonly kind: "stainless" | "speakeasy" | "fern" } | string => {
  const has = (...keys: readonly string[]): boolean =>
    keys.some((key) => isRecord(root[key]));
  if (typeof root["openapi"] === "string" || root["swagger"] !== undefined)
    return "an OpenAPI document, not the config of a generator";
  if (root["jobs"] !== undefined)
    return "a workflow of GitHub, not the config of a generator";
  if (has("resources")) return { kind: "stainless" };
  if (root["configVersion"] !== undefined || has("generation"))
    return { kind: "speakeasy" };
  if (has("groups")) return { kind: "fern" };
  return "no config that is known: it has no `resources`, `generation` or `groups`";
};

const publishedOf = async (
  { types, api, cwd }: InputOptions,
  input: Input,
): Promise<PublishedSdk | undefined> => {
  if (types !== undefined) {
    const published = await readPublishedTypes(resolve(cwd, types));
    if (published) return published;
    throw new UsageError(
      `--types ${types}: no resources/*.d.ts are there; name the folder of the published package, such as node_modules/acme`,
    );
  }
  if (input.kind === "list") return publishedByList(input.methods);
  if (api === undefined) return undefined;
  const methods = readList(resolve(cwd, api), (path) => shown(path, cwd));
  if (methods.length > 0) return publishedByList(methods);
  throw new UsageError(
    `--api ${api}: it names no method; name the api.md of the SDK's repository`,
  );
};

/** Undefined for a URL, and for what is no single file of JSON or YAML. */
const writtenAt = (spec: string, cwd: string): unknown => {
  const text = isUrl(spec) ? undefined : textOf(resolve(cwd, spec));
  if (text === undefined) return undefined;
  try {
    return /^\s*\{/.test(text)
      ? (JSON.parse(text) as unknown)
      : (parse(text, { maxAliasCount: 1000 }) as unknown);
  } catch {
    return undefined;
  }
};
