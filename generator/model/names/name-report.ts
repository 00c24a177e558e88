/**
 * Says which names changed, which could not be given as asked for, and which wishes meet nothing.
 */
import type { SdkConfig } from "../../config/config.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Document, Pointer } from "../../openapi/document.js";
import type { OperationEntry } from "../resources/entries.js";
import { isRecord } from "../../openapi/records.js";

export interface NameReport {
  readonly document: Document;
  readonly config: SdkConfig;
  readonly entries: readonly OperationEntry[];
  /** Names of the last run, and of this one. */
  readonly earlier: ReadonlyMap<string, string>;
  readonly given: ReadonlyMap<string, string>;
  readonly diagnostics: Diagnostics;
}

/** What callers write, by what stands for it in the lock file. */
const kinds: Readonly<Record<string, string>> = {
  operation: "the function of",
  method: "the method of",
  schema: "the type of schema",
  resource: "the resource",
  type: "the type",
};

export function reportNames(report: NameReport): void {
  reportChanges(report);
  reportUnused(report);
}

function reportChanges(report: NameReport): void {
  const { entries, earlier, given, document, diagnostics } = report;
  const operations = new Map(entries.map(({ key, pointer }) => [key, pointer]));
  const schemas = document.root.components?.schemas ?? {};
  for (const [id, before] of earlier) {
    const now = given.get(id);
    const at = id.indexOf(" ");
    const [kind, name] = [id.slice(0, at), id.slice(at + 1)];
    const what = kinds[kind];
    if (now === undefined || now === before || what === undefined) continue;
    const pointer: Pointer | undefined =
      kind === "schema" && Object.hasOwn(schemas, name)
        ? ["components", "schemas", name]
        : operations.get(name);
    diagnostics.report(
      "name-changed",
      { what: `${what} ${name}`, now, before },
      pointer,
    );
  }
}

/** Wishes of the config for what the document does not have. */
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
    entries.flatMap(({ operation }): unknown[] =>
      Array.isArray(operation.tags) ? (operation.tags as unknown[]) : [],
    ),
  );
  const schemas = document.root.components?.schemas;
  const unused = (
    option: string,
    wishes: object,
    isThere: (name: string) => boolean,
  ): void => {
    for (const name of Object.keys(wishes))
      if (!isThere(name))
        diagnostics.report("override-unused", { option, name });
  };
  unused("methods", methods, (name) => operations.has(name));
  unused("resources", resources, (name) => tags.has(name));
  unused(
    "models",
    models,
    (name) => isRecord(schemas) && Object.hasOwn(schemas, name),
  );
}
