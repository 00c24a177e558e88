/**
 * What becomes of old names: a renaming is harmless where the new package has the old name too, and a
 * name that was deprecated breaks those who still write it once it is gone.
 */
import { credentialsTypeOf } from "../surface/surface-security.js";
import type { Surface } from "../surface/surface.js";
import type { ChangeKind } from "./change.js";
import type { FoundChanges } from "./compare-surfaces.js";
import type { Finding } from "./finding.js";

type OldNames = NonNullable<Surface["aliases"]>;

/** @param kept the old names that the new package has, as the lock file has them */
export const withOldNames = (
  found: FoundChanges,
  kept: OldNames,
): FoundChanges => {
  const { surfaces, findings } = found;
  const now = { ...surfaces.now, aliases: kept };
  const judged = findings.map((finding): Finding => {
    const id = aliasIdOf(finding);
    return id === undefined || kept.has(id) ? finding : withoutOldName(finding);
  });
  return {
    ...found,
    surfaces: { ...surfaces, now },
    findings: [...judged, ...ended({ ...surfaces, now }, findings)],
  };
};

const withoutOldName = ({ degree, ...finding }: Finding): Finding =>
  degree === "kept" ? finding : { ...finding, degree: "collision" };

/** What the lock has the old name under; undefined of what no old name is kept of. */
export const aliasIdOf = ({
  kind,
  where,
  old = "",
}: Pick<Finding, "kind" | "where" | "old">): string | undefined => {
  if (kind === "export-removed" && old.startsWith("type "))
    return `type ${where}`;
  const name = where.replace(/^client\.(?:options\.)?/, "");
  const kinds: Readonly<Partial<Record<ChangeKind, string>>> = {
    "operation-renamed": "function",
    "method-renamed": "method",
    "resource-renamed": "resource",
    "model-renamed": "type",
    "credential-renamed": "credential",
  };
  const alias = kinds[kind];
  return alias === undefined ? undefined : `${alias} ${name}`;
};

interface OldName {
  readonly kind: string;
  readonly name: string;
  readonly to: string;
}

/** Names that the last release had as deprecated ones, and that nothing has any more. */
const ended = (
  { old, now }: { readonly old: Surface; readonly now: Surface },
  findings: readonly Finding[],
): readonly Finding[] => {
  const removed = new Set(
    findings
      .filter(({ kind }) => kind.endsWith("-removed"))
      .map(({ where }) => where),
  );
  const gone = [...(old.aliases ?? [])]
    .filter(([id]) => now.aliases?.has(id) !== true)
    .flatMap(([id, text]): readonly OldName[] => {
      const [kind = "", name = ""] = id.split(" ");
      const [to = ""] = text.split(" ", 1);
      // What it led to is gone as well, or it is a name of its own again.
      return removed.has(to) || isNamed(now, kind, name)
        ? []
        : [{ kind, name, to }];
    });
  return gone.flatMap((one) => findingOf(one, old, gone) ?? []);
};

const isNamed = (surface: Surface, kind: string, name: string): boolean => {
  const { operations, models, client } = surface;
  const calls = [...operations.values()].map(({ call }) => call);
  switch (kind) {
    case "function":
      return operations.has(name);
    case "method":
      return calls.includes(`client.${name}`);
    case "resource":
      return calls.some((call) => call.startsWith(`client.${name}.`));
    case "credential":
      return client.credentials.has(name);
    case "client":
      return client.className === name;
    default:
      return models.has(name) || credentialsTypeOf(surface) === name;
  }
};

/** Undefined of what goes with another name: a method and types with their function. */
const findingOf = (
  { kind, name, to }: OldName,
  { operations, models, client }: Surface,
  gone: readonly OldName[],
): Finding | undefined => {
  const functions = gone.filter((one) => one.kind === "function");
  const at = { to, isAnnounced: true } as const;
  switch (kind) {
    case "function":
      return {
        kind: "operation-removed",
        where: name,
        ...at,
        operations: [to],
      };
    case "method":
    case "resource": {
      const isTold = functions.some(
        (one) => operations.get(one.to)?.call === `client.${to}`,
      );
      return isTold
        ? undefined
        : {
            kind: "operation-removed",
            where: `client.${name}`,
            ...at,
            to: `client.${to}`,
          };
    }
    case "client":
      return { kind: "client-renamed", where: name, ...at };
    case "credential":
      return {
        kind: "credential-removed",
        where: `client.options.${name}`,
        ...at,
        to: `client.options.${to}`,
      };
    case "type": {
      const isTold = functions.some(
        (one) => startsWith(name, one.name) && startsWith(to, one.to),
      );
      if (to === `${client.coreName}Options`)
        return {
          kind: "export-removed",
          where: name,
          old: `type ${name}`,
          ...at,
        };
      return models.has(to) && !isTold
        ? { kind: "model-removed", where: name, ...at }
        : undefined;
    }
    default:
      return undefined;
  }
};

/** True of types that are called after a function: `GetPetResponse`. */
const startsWith = (type: string, name: string): boolean =>
  type.toLowerCase().startsWith(name.toLowerCase());
