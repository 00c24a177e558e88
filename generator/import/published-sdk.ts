/**
 * What the published SDK of a config shows: how names are spelled, which path parameters are positional,
 * and which methods give a response. Read from its types, or from its list of methods.
 */
import type { KnownOperation } from "./known-document.js";

export interface PublishedSdk {
  readonly clientName?: string;
  readonly packageName?: string;
  /** Names of resources and methods by the same name in small letters. */
  readonly names: ReadonlyMap<string, string>;
  /** How many positional arguments a method takes, by its dotted name in small letters. */
  readonly positional: ReadonlyMap<string, number>;
  /** Methods whose result is called `Response`, by name as in `positional`: that of `fetch`, or a model. */
  readonly responses: ReadonlySet<string>;
}

export interface NamedEndpoint {
  /** `apps.users.create` */
  readonly name: string;
  readonly operation: Pick<KnownOperation, "path">;
}

/**
 * The first method that tells decides: one with two path parameters, or one whose path goes on after its
 * parameter.
 *
 * @returns undefined where no method tells
 */
export const argumentRule = (
  { positional }: PublishedSdk,
  endpoints: readonly NamedEndpoint[],
): "own" | "last" | "all" | undefined => {
  let isNotOwn = false;
  for (const { name, operation } of endpoints) {
    const count = positional.get(name.toLowerCase());
    if (count === undefined) continue;
    const { path } = operation;
    const parameters = path.match(/\{[^}]*\}/g)?.length ?? 0;
    const goesOn = !/\}[^/{}]*$/.test(path);
    if (parameters > 1 && count === parameters) return "all";
    if (parameters > 0 && goesOn && count === 0) return "own";
    if (parameters > 1 && count === 1 && goesOn) return "last";
    if (parameters === 1 && goesOn && count === 1) isNotOwn = true;
  }
  return isNotOwn ? "last" : undefined;
};
