/**
 * Operations of which a document with security schemes does not say whether they need credentials:
 * there is no `security` for them. `security: []` says that they need none.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { SecurityScheme } from "../../openapi/document.js";
import type { Text } from "../../sdk/sdk.js";
import type { OperationEntry } from "../resources/entries.js";
import { firstKeys } from "./first-keys.js";

/** Alternatives: sets of schemes that are needed together. */
export type Security = readonly (readonly Text[])[];

/** What each operation says; undefined where nothing is said. */
type Said = readonly (readonly [
  entry: OperationEntry,
  security: Security | undefined,
])[];
type Schemes = ReadonlyMap<string, SecurityScheme>;

/** Schemes that are sent in a request, and that no operation names. */
const unusedOf = (said: Said, declared: Schemes): Text[] => {
  const used = new Set<string>(
    said.flatMap(([, security = []]) => security.flat()),
  );
  return [...declared].flatMap(([name, { type }]) =>
    type === "mutualTLS" || used.has(name) ? [] : [name as Text],
  );
};

/** Any credentials that another operation takes, or none. */
export function anyOf(said: Said, declared: Schemes): Security {
  const sets = [
    ...said.flatMap(([, security = []]) => security),
    ...unusedOf(said, declared).map((name) => [name]),
  ].filter((names) => names.length > 0);
  const byText = new Map(sets.map((names) => [JSON.stringify(names), names]));
  return [
    ...[...byText]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, names]) => names),
    [],
  ];
}

export function reportUnasked(
  said: Said,
  {
    declared,
    diagnostics,
  }: { readonly declared: Schemes; readonly diagnostics: Diagnostics },
): void {
  const schemes = [...declared.values()];
  if (schemes.every(({ type }) => type === "mutualTLS")) return;
  const silent = said.filter(([, security]) => security === undefined);
  const [first] = silent;
  if (first)
    diagnostics.report(
      "security-unasked",
      {
        count: String(silent.length),
        all: String(said.length),
        operations: firstKeys(silent.map(([{ key }]) => key)),
      },
      first[0].pointer,
    );
  const unused = unusedOf(said, declared);
  if (unused.length > 0)
    diagnostics.report("security-unused", { names: unused.join(", ") }, [
      "components",
      "securitySchemes",
      unused[0] ?? "",
    ]);
}
