/**
 * Reports which names changed since the last run, and which names in the config apply to nothing.
 */
import type { SdkConfig } from "../../config/config.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Document } from "../../openapi/document.js";
import type { OperationEntry } from "../resources/entries.js";
import type { NameLedger } from "./names.js";

export interface NameReport {
  readonly document: Document;
  readonly config: Partial<SdkConfig>;
  readonly entries: readonly OperationEntry[];
  readonly ledger: NameLedger;
  readonly diagnostics: Diagnostics;
}

/** What callers write, by the first word of the claim id. */
const kinds: Readonly<Record<string, string>> = {
  operation: "the function of",
  method: "the method of",
  schema: "the type of schema",
  resource: "the resource",
  type: "the type",
  link: "the function of the link",
  member: "the member of",
};

export function reportNames(report: NameReport): void {
  reportChanges(report);
  reportUnused(report);
}

function reportChanges(report: NameReport): void {
  const { entries, ledger, document, diagnostics } = report;
  const operations = new Map(entries.map(({ key, pointer }) => [key, pointer]));
  const schemas = document.root.components?.schemas ?? {};
  for (const [id, before] of ledger.earlier) {
    const now = ledger.given.get(id);
    const space = id.indexOf(" ");
    const [kind, name] = [id.slice(0, space), id.slice(space + 1)];
    const what = kinds[kind];
    if (now === undefined || now === before || what === undefined) continue;
    const isComponent = kind === "schema" && Object.hasOwn(schemas, name);
    diagnostics.report(
      "name-changed",
      { what: `${what} ${name}`, now, before },
      isComponent ? ["components", "schemas", name] : operations.get(name),
    );
  }
}

function reportUnused({
  config,
  entries,
  document,
  diagnostics,
}: NameReport): void {
  const { methods = {}, resources = {}, models = {} } = config;
  const operations = new Set(
    entries.flatMap(({ key, operation }) => [key, operation.operationId]),
  );
  const tags = new Set(
    entries.flatMap(({ operation }) => operation.tags ?? []),
  );
  const schemas = document.root.components?.schemas ?? {};
  const reportOption = (
    option: string,
    names: object,
    isUsed: (name: string) => boolean,
  ): void => {
    for (const name of Object.keys(names))
      if (!isUsed(name))
        diagnostics.report("override-unused", { option, name });
  };
  reportOption("methods", methods, (name) => operations.has(name));
  reportOption("resources", resources, (name) => tags.has(name));
  reportOption("models", models, (name) => Object.hasOwn(schemas, name));
}
