/**
 * Reports which names changed since the last run, which stay although the document now says others,
 * and which the config asks for in vain.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Document, Pointer } from "../../openapi/document.js";
import type { OperationEntry } from "../resources/entries.js";
import { camelCase } from "./casing.js";
import { changedNames, kindOf, publicName } from "./changed-names.js";
import type { ClientNames } from "./client-names.js";
import type { ConfiguredNames } from "./configured-names.js";
import { readPlacement } from "./locked-placements.js";
import type { NameLedger } from "./names.js";

type Names = ReadonlyMap<string, string>;

export interface NameReport {
  readonly document: Document;
  readonly asked: ConfiguredNames;
  readonly entries: readonly OperationEntry[];
  /** Names of the last run that callers have, also those that are not kept. */
  readonly before: Names;
  readonly ledger: Required<NameLedger>;
  readonly client: ClientNames;
  /** True if old names stay as aliases. */
  readonly hasAliases: boolean;
  /** True if a model that has another name than it is to have is found by that one too. */
  readonly isCompatible: boolean;
  readonly diagnostics: Diagnostics;
}

export function reportNames(report: NameReport): void {
  const { before, ledger, diagnostics } = report;
  const placeOf = placesIn(report);
  const changes = changedNames(before, ledger.given);
  for (const { id, ...names } of changes) {
    const code =
      report.hasAliases && canHaveAlias(id) ? "name-followed" : "name-changed";
    diagnostics.report(code, names, placeOf(id));
  }
  const changed = new Set(changes.map(({ id }) => id));
  for (const { id, ...names } of keptNames(report))
    if (!changed.has(id)) diagnostics.report("name-kept", names, placeOf(id));
  reportTaken(report);
}

/** Packages, environments and members of enums have one name. */
const canHaveAlias = (id: string): boolean =>
  /^(?:operation|method|resource|schema|type)$/.test(kindOf(id)[0]);

/** Where the document has what a name of the lock file is about. */
function placesIn({
  entries,
  document,
}: NameReport): (id: string) => Pointer | undefined {
  const operations = new Map(entries.map(({ key, pointer }) => [key, pointer]));
  const schemas = document.root.components?.schemas ?? {};
  return (id) => {
    const [kind, what] = kindOf(id);
    if (id === "client class") return ["info", "title"];
    return kind === "schema" && Object.hasOwn(schemas, what)
      ? ["components", "schemas", what]
      : operations.get(what);
  };
}

interface KeptName {
  readonly id: string;
  readonly name: string;
  readonly wanted: string;
}

function* keptNames({
  entries,
  ledger: { given, wanted },
  client,
}: NameReport): Generator<KeptName> {
  const { className, isKept, titled } = client;
  if (isKept) yield { id: "client class", name: className, wanted: titled };
  const moved = new Set<string>();
  for (const { key } of entries) {
    const resource = movedResource(key, { given, wanted });
    if (resource) {
      const { name, wanted: now } = resource;
      if (!moved.has(`${name} ${now}`)) yield resource;
      moved.add(`${name} ${now}`);
      continue;
    }
    const kept = [`method ${key}`, `operation ${key}`].find((id) =>
      wanted.has(id),
    );
    const name = kept && publicName(kept, given);
    if (kept === undefined || name === undefined) continue;
    yield { id: kept, name, wanted: beside(name, wanted.get(kept)) };
  }
  for (const [id, name] of wanted) {
    const now = publicName(id, given);
    if (now !== undefined && /^(?:schema|resource) /.test(id))
      yield { id, name: now, wanted: beside(now, name) };
  }
}

/** `rooms.list`, `search` -> `rooms.search` */
const beside = (name: string, other = ""): string =>
  name.slice(0, name.lastIndexOf(".") + 1) + other;

/** The resource of an operation that the document now says is in another one. */
function movedResource(
  key: string,
  { given, wanted }: Pick<Required<NameLedger>, "given" | "wanted">,
): KeptName | undefined {
  const id = `place ${key}`;
  const [now, asked] = [given, wanted].map(
    (names) => readPlacement(names.get(id))?.group,
  );
  // Which resources are nested depends on the other operations too.
  const root = asked?.[0];
  const call = publicName(`method ${key}`, given) ?? "";
  if (root === undefined || now?.[0] === root || !call.includes("."))
    return undefined;
  const [name = ""] = call.split(".");
  const other = camelCase(root);
  return name === other
    ? undefined
    : { id: `method ${key}`, name, wanted: other };
}

/** What the config asks for, and another name has. */
function reportTaken({
  asked: { methods, models },
  entries,
  ledger: { given },
  isCompatible,
  diagnostics,
}: NameReport): void {
  const names = new Set(given.values());
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
    if (!isCompatible || names.has(wanted))
      report("models", `schema ${schema}`, wanted, [
        "components",
        "schemas",
        schema,
      ]);
}
