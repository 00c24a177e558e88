/**
 * Reports which names changed since the last run, and which the config asks for in vain.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Document, Pointer } from "../../openapi/document.js";
import type { OperationEntry } from "../resources/entries.js";
import type { ConfiguredNames } from "./configured-names.js";
import type { NameLedger } from "./names.js";

export interface NameReport {
  readonly document: Document;
  readonly asked: ConfiguredNames;
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
  reportTaken(report);
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

/** What the config asks for, and another name has. */
function reportTaken({
  asked: { methods, models },
  entries,
  ledger: { given },
  diagnostics,
}: NameReport): void {
  const report = (
    option: string,
    id: string,
    wanted: string,
    place: Pointer,
  ) => {
    const name = given.get(id);
    if (name === undefined || name === wanted) return;
    const what = id.slice(id.indexOf(" ") + 1);
    diagnostics.report("override-taken", { option, what, wanted, name }, place);
  };
  for (const { key, pointer } of entries) {
    const wanted = Object.hasOwn(methods, key) ? methods[key] : undefined;
    const name = wanted?.split(".").at(-1);
    if (name !== undefined) report("methods", `method ${key}`, name, pointer);
  }
  for (const [schema, wanted] of Object.entries(models))
    report("models", `schema ${schema}`, wanted, [
      "components",
      "schemas",
      schema,
    ]);
}
