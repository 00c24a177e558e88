/**
 * Old names of what was renamed, which a package keeps for the callers that have them.
 */
import type { Name } from "./types.js";

/**
 * What a name is of: an operation's `function`, a `method` or `resource` of the client's tree, a
 * `type`, the `class` of a resource, the option of a `credential`, or the class of the `client`.
 */
export type AliasKind =
  | "function"
  | "method"
  | "resource"
  | "type"
  | "class"
  | "credential"
  | "client";

export interface Alias {
  readonly kind: AliasKind;
  /** `getPet`; of a method or a resource its path in the client: `pets`, `get`. */
  readonly name: readonly Name[];
  /** What it is called now, in the same form. */
  readonly to: readonly Name[];
  /** The first release that has both names: `1.5.0`. */
  readonly since: string;
  /** The release that has the new one alone; absent where the owner keeps it. */
  readonly until?: string;
}

/** A further name of a method, which the owner gives it: it is as current as the first. */
export interface SecondName {
  readonly kind: "method";
  /** Its path in the client. */
  readonly name: readonly Name[];
  /** The method that it calls. */
  readonly to: readonly Name[];
}

/** `pets.get` */
export const aliasName = ({ name }: Pick<Alias, "name">): string =>
  name.join(".");

/** What the lock file has it under: `function getPet`. */
export const aliasId = (alias: Pick<Alias, "kind" | "name">): string =>
  `${alias.kind} ${aliasName(alias)}`;

/** For the lock file. */
export const notedAliases = (
  aliases: readonly Alias[],
): ReadonlyMap<string, string> =>
  new Map(
    aliases.map((alias) => [
      aliasId(alias),
      `${alias.to.join(".")} since ${alias.since}`,
    ]),
  );
