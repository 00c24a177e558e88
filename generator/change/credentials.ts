/**
 * What changed of credentials: which a client may or must be given, and how they are sent.
 */
import { sortedMap } from "../diagnostics/code-units.js";
import { isSubset } from "../sdk/needed-credentials.js";
import type { Surface, SurfaceCredential } from "../surface/surface.js";
import { credentialsTypeOf, neededSets } from "../surface/surface-security.js";
import { renamedVariable } from "./client-environment.js";
import type { Finding } from "./finding.js";

type Sets = readonly (readonly string[])[];

export const compareCredentials = (
  past: Surface,
  now: Surface,
  renamed: ReadonlyMap<string, string>,
): readonly Finding[] => {
  const after = now.client.credentials;
  const old = withNewNames(past, renamed);
  const before = old.client.credentials;
  const required = byOption(old, now, newlyRequired);
  const optional = byOption(old, now, newlyOptional);
  const at = (option: string) => ({ where: `client.options.${option}` });
  return [
    ...[...renamed].map(([option, to]) => ({
      kind: "credential-renamed" as const,
      ...at(option),
      to: at(to).where,
    })),
    ...[...before.keys()]
      .filter((option) => !after.has(option))
      .map((option) => ({
        kind: "credential-removed" as const,
        ...at(option),
      })),
    ...[...after.keys()]
      .filter((option) => !before.has(option) && !required.has(option))
      .map((option) => ({ kind: "credential-added" as const, ...at(option) })),
    ...[...sortedMap(required)].map(([option, operations]) => ({
      kind: "credential-required" as const,
      ...at(option),
      operations: [...operations].sort(),
    })),
    ...[...sortedMap(optional)]
      .filter(([option]) => after.has(option))
      .map(([option, operations]) => ({
        kind: "credential-optional" as const,
        ...at(option),
        operations: [...operations].sort(),
      })),
    ...credentialsType(past, now),
    ...[...after].flatMap(([option, credential]): readonly Finding[] => {
      const other = before.get(option);
      if (!other) return [];
      return [
        ...compareValues(other, credential, at(option).where),
        // The variable goes with the option.
        ...([...renamed.values()].includes(option)
          ? []
          : renamedVariable(other.environment, credential.environment)),
      ];
    }),
  ];
};

/** What is passed for a credential, and how that is sent. */
const compareValues = (
  old: SurfaceCredential,
  now: SurfaceCredential,
  where: string,
): readonly Finding[] => {
  const at = { where, position: "input" as const };
  // An API key keeps its value wherever it is sent; another scheme needs another value.
  const isOther =
    old.kind !== now.kind || (old.kind === "http" && old.sent !== now.sent);
  if (isOther)
    return [
      { kind: "type-changed", ...at, old: schemeOf(old), new: schemeOf(now) },
    ];
  const [before, after] = [old, now].map((one) =>
    fromNarrowest.indexOf(one.tokenURL ?? "none"),
  );
  return [
    ...(before === after
      ? []
      : [
          {
            kind:
              (before ?? 0) < (after ?? 0)
                ? ("type-widened" as const)
                : ("type-narrowed" as const),
            ...at,
            old: credentialType(old),
            new: credentialType(now),
          },
        ]),
    ...(old.sent === now.sent
      ? []
      : [
          {
            kind: "credential-wire-changed" as const,
            where,
            old: old.sent,
            new: now.sent,
            // Servers and proxies write queries to their logs.
            ...(now.sent.startsWith("query ") && { isRisky: true }),
          },
        ]),
  ];
};

const schemeOf = ({ kind, sent }: SurfaceCredential): string =>
  kind === "http" ? sent.replace(/^header Authorization /, "") : kind;

/** From the type that accepts the least to the one that accepts the most. */
const fromNarrowest = ["none", "passed", "known"];

const credentialType = ({ tokenURL }: SurfaceCredential): string =>
  tokenURL === undefined
    ? "Credential"
    : tokenURL === "passed"
      ? "TokenSource"
      : 'TokenSource<"tokenURL">';

/** The old surface, with its credentials under their new names. */
const withNewNames = (
  { client, operations, ...others }: Surface,
  renamed: ReadonlyMap<string, string>,
): Surface => {
  const nameOf = (option: string): string => renamed.get(option) ?? option;
  const inSets = (sets: Sets): Sets => sets.map((set) => set.map(nameOf));
  return {
    ...others,
    client: {
      ...client,
      credentials: new Map(
        [...client.credentials].map(([option, one]) => [nameOf(option), one]),
      ),
      security: inSets(client.security),
    },
    operations: new Map(
      [...operations].map(([name, { security, ...operation }]) => [
        name,
        { ...operation, ...(security && { security: inSets(security) }) },
      ]),
    ),
  };
};

/**
 * Compares what a client has to be given, and what each function needs.
 *
 * @param compare the options that the change from one list of alternatives to another is about
 * @returns those options, with the functions they changed for
 */
const byOption = (
  old: Surface,
  now: Surface,
  compare: (before: Sets, after: Sets) => readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  const add = (before: Sets, after: Sets, operation?: string): void => {
    for (const option of compare(before, after)) {
      const operations = found.get(option) ?? new Set();
      if (operation !== undefined) operations.add(operation);
      found.set(option, operations);
    }
  };
  add(neededSets(old), neededSets(now));
  for (const [name, one] of now.operations) {
    const other = old.operations.get(name);
    if (!other || (!one.security && !other.security)) continue;
    add(
      other.security ?? old.client.security,
      one.security ?? now.client.security,
      name,
    );
  }
  return found;
};

/** Callers import the type of the required credentials; once nothing is required, it may stay as an old name. */
const credentialsType = (old: Surface, now: Surface): readonly Finding[] => {
  const name = credentialsTypeOf(old);
  return name === undefined ||
    old.client.className !== now.client.className ||
    credentialsTypeOf(now) !== undefined
    ? []
    : [
        {
          kind: "export-removed",
          where: name,
          old: `type ${name}`,
          degree: "kept",
        },
      ];
};

/** No alternative at all means that nothing is needed, just as an empty one does. */
const setsOf = (security: Sets): Sets =>
  security.length === 0 ? [[]] : security;

/** Options that callers have to add, since what was enough no longer is. */
const newlyRequired = (before: Sets, after: Sets): readonly string[] =>
  setsOf(before).flatMap((given) => {
    const sets = setsOf(after);
    if (sets.some((set) => isSubset(set, given))) return [];
    const lacking = sets.map((set) =>
      set.filter((option) => !given.includes(option)),
    );
    const [least = []] = lacking.sort((a, b) => a.length - b.length);
    return least;
  });

/** Options that had to be passed, and may be left out now. */
const newlyOptional = (before: Sets, after: Sets): readonly string[] => [
  ...new Set(
    setsOf(after).flatMap((set) =>
      setsOf(before).some((given) => isSubset(given, set))
        ? []
        : setsOf(before)
            .filter((given) => isSubset(set, given))
            .flatMap((given) =>
              given.filter((option) => !set.includes(option)),
            ),
    ),
  ),
];
