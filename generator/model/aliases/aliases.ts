/**
 * The aliases of an SDK: those that the lock file has, as far as they are still due, and one for each
 * name that this run gives anew.
 */
import { isIdentifier } from "../../sdk/identifiers.js";
import type { AliasesConfig } from "../../config/config.js";
import type { Alias, AliasKind } from "../../sdk/aliases.js";
import type { ReservedNames } from "../../sdk/reserved-names.js";
import type { Name, Sdk } from "../../sdk/sdk.js";
import { environmentName } from "../names/casing.js";
import { familyOf } from "../names/client-names.js";
import { asName } from "../names/names.js";
import { operationIdIn } from "../names/asked-names.js";
import { operationsMoved } from "../names/moved-operations.js";
import { exportedNames } from "./exported-names.js";
import { renamesOf, type Rename } from "./renames.js";
import { isBefore, isVersion, releaseOf, removalOf } from "./versions.js";

export interface AliasContext {
  readonly config: AliasesConfig;
  /** Names that callers have, as the lock file has them. */
  readonly names: ReadonlyMap<string, string>;
  /** The aliases of the last run: `function getPet` -> `readPet since 1.5.0`. */
  readonly noted: ReadonlyMap<string, string>;
  /** New names of types by their old ones, recognised by structure. */
  readonly types: ReadonlyMap<string, string>;
  /** New options of credentials by their old ones, recognised by how they are sent. */
  readonly credentials: ReadonlyMap<string, string>;
  readonly release: PendingRelease;
  /** True where names that a release has had end now, whatever else changes. */
  readonly isDropping?: boolean;
  readonly reserved: ReservedNames;
}

/** The release that is being made. */
export interface PendingRelease {
  /** The last one. */
  readonly version: string;
  /** The version that it will have, as far as is known. */
  readonly next: string;
  /** True if it breaks callers, whatever becomes of aliases. */
  readonly isBreaking: boolean;
}

interface Noted extends Rename {
  /** Absent until a release has it. */
  readonly since?: string;
}

/** @returns the SDK with its aliases, sorted */
export function withAliases(sdk: Sdk, context: AliasContext): Sdk {
  const { config, release, isDropping = false } = context;
  if (config === false) return sdk;
  const { version, isBreaking } = release;
  const next = releaseOf(release.next);
  const majors = config === "forever" ? undefined : config.keep;
  const aliases = standing(sdk, context).flatMap((one): Alias[] => {
    const { kind, name, to } = one;
    // What no release has yet is first in the next one, whichever that will be.
    const isReleased = one.since !== undefined && !isBefore(version, one.since);
    if (isDropping && isReleased) return [];
    const since = (isReleased ? one.since : undefined) ?? next;
    const paths = { name: pathOf(name), to: pathOf(to) };
    if (majors === undefined) return [{ kind, ...paths, since }];
    const due = removalOf(since, majors);
    // It goes with a major release that comes anyway, and is never the reason for one.
    if (isBreaking && !isBefore(next, due)) return [];
    const until = isBefore(version, due) ? due : removalOf(version, 1);
    return [{ kind, ...paths, since, until }];
  });
  return withFormerOptions({ ...sdk, aliases });
}

/** Schemes with the options that they had before. */
const withFormerOptions = (sdk: Sdk): Sdk => {
  const { client, aliases } = sdk;
  const former = aliases.filter(({ kind }) => kind === "credential");
  if (former.length === 0) return sdk;
  const schemes = client.schemes.map((scheme) => {
    const formerOptions = former
      .filter(({ to }) => to.join() === scheme.option)
      .flatMap(({ name: [option], until }) => {
        if (option === undefined) return [];
        const variable = environmentName(option);
        const environment = `${client.environmentPrefix}_${variable}`;
        return [{ option, environment, ...(until !== undefined && { until }) }];
      });
    return formerOptions.length > 0 ? { ...scheme, formerOptions } : scheme;
  });
  return { ...sdk, client: { ...client, schemes } };
};

const pathOf = (path: string): readonly Name[] => path.split(".").map(asName);

/** Old names that lead somewhere and collide with nothing. */
function standing(sdk: Sdk, context: AliasContext): readonly Noted[] {
  const { names, noted, types, credentials, reserved } = context;
  const operations = [...sdk.names.keys()].flatMap((id) => {
    if (!id.startsWith("operation ")) return [];
    const key = id.slice("operation ".length);
    return [[key, operationIdIn(sdk.names, key)] as const];
  });
  const renames = [
    ...renamesOf(operationsMoved(new Map(operations), names), sdk.names),
    ...[...types].map(([name, to]): Rename => ({ kind: "type", name, to })),
    ...[...credentials].map(([name, to]): Rename => ({
      kind: "credential",
      name,
      to,
    })),
  ];
  const carried = [...noted].flatMap(([id, text]) => readNoted(id, text));
  const all = new Map<string, Noted>();
  for (const one of carried) {
    const to = follow(one, renames);
    const name = one.kind === "method" ? inMoved(one.name, renames) : one.name;
    all.set(`${one.kind} ${name}`, { ...one, name, to });
  }
  for (const one of renames) all.set(`${one.kind} ${one.name}`, one);
  const { declared, isFreeExport, isFreeMember, isFreeOption } = exportedNames(
    sdk,
    reserved,
  );
  return [...all.values()]
    .filter(({ kind, name, to }) => {
      const path = name.split(".");
      const isFree = isMember(kind)
        ? isFreeMember(path)
        : kind === "credential"
          ? isFreeOption(name)
          : (kind === "client" ? familyOf(name) : [name]).every(isFreeExport);
      return declared[kind].has(to) && path.every(isIdentifier) && isFree;
    })
    .sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

const idOf = ({ kind, name }: Rename): string => `${kind} ${name}`;

const isMember = (kind: AliasKind): boolean =>
  kind === "method" || kind === "resource";

/** What an alias leads to, after what it led to was renamed in its turn. */
function follow({ kind, to }: Rename, renames: readonly Rename[]): string {
  const own = renames.find((one) => one.kind === kind && one.name === to);
  return own?.to ?? (isMember(kind) ? inMoved(to, renames) : to);
}

/** `pets.get` where `pets` is called `animals` now. */
function inMoved(path: string, renames: readonly Rename[]): string {
  const around = renames.find(
    ({ kind, name }) => kind === "resource" && path.startsWith(`${name}.`),
  );
  return around ? around.to + path.slice(around.name.length) : path;
}

/** Nothing for anything else: people can change a lock file. */
function readNoted(id: string, text: string): readonly Noted[] {
  const [, kind = "", name = ""] = /^(\S+) (\S+)$/.exec(id) ?? [];
  const [, to = "", since = ""] = /^(\S+) since (\S+)$/.exec(text) ?? [];
  return isAliasKind(kind) && isVersion(since)
    ? [{ kind, name, to, since }]
    : [];
}

const isAliasKind = (text: string): text is AliasKind =>
  /^(?:function|method|resource|type|class|credential|client)$/.test(text);
