/**
 * Options of calls as programs of an earlier SDK give them: headers in any form
 * that `fetch` takes, and a query of lists and objects, which are written as the
 * API has them.
 */
import type { Operation } from "./operation.js";
import type {
  HeaderOptions,
  IdempotentRequestOptions,
  RequestOptions,
} from "./options.js";
import { placed } from "./placed.js";
import { nestedPairs, type QueryNesting } from "./query-nesting.js";

type HeaderValue = string | null | undefined;

/** Headers as an object, as a list of names and values, or as `Headers`. */
export type HeadersLike =
  | Headers
  | readonly (readonly HeaderValue[])[]
  | Readonly<Record<string, HeaderValue | readonly HeaderValue[]>>
  | null
  | undefined;

/** Options of a call. */
export interface CompatibleRequestOptions extends Omit<
  IdempotentRequestOptions,
  "headers"
> {
  /** Extra headers; `null` removes one that would otherwise be sent. */
  headers?: HeadersLike;
  /** Sent with every attempt, by operations that take such a key. */
  idempotencyKey?: string | undefined;
}

export type { CompatibleRequestOptions as RequestOptions };

/** One value for each header: those of a name that comes again are joined. */
export const headersOf = (given: HeadersLike): HeaderOptions | undefined => {
  if (!given) return undefined;
  const found = new Map<string, [name: string, value: string | null]>();
  const rows: Iterable<readonly (HeaderValue | readonly HeaderValue[])[]> =
    Symbol.iterator in given ? given : Object.entries(given);
  for (const [name, ...values] of rows)
    for (const value of values.flat<readonly unknown[]>() as HeaderValue[]) {
      if (typeof name !== "string" || value === undefined) continue;
      const [known, before] = found.get(name.toLowerCase()) ?? [name, null];
      found.set(name.toLowerCase(), [
        known,
        before === null || value === null ? value : `${before}, ${value}`,
      ]);
    }
  return Object.fromEntries(found.values());
};

/** The options in our terms; nothing of none, or of `null`. */
export const optionsOf = <Options extends CompatibleRequestOptions>(
  given: Options | null | undefined,
  nesting?: QueryNesting,
): (Omit<Options, "headers"> & RequestOptions) | undefined =>
  given
    ? {
        ...given,
        headers: headersOf(given.headers),
        query: nesting ? flatQuery(given.query, nesting) : given.query,
      }
    : undefined;

/** A query without lists in lists and objects; what is neither stays as it is. */
export const flatQuery = (
  query: object | null | undefined,
  nesting: QueryNesting,
): Readonly<Record<string, unknown>> => {
  const flat = new Map<string, unknown>();
  for (const [name, value] of Object.entries(query ?? {}))
    if (Object(value) !== value) flat.set(name, value);
    else
      for (const [key, text] of nestedPairs(name, value, nesting))
        flat.set(key, [flat.get(key) ?? [], text].flat());
  return Object.fromEntries(flat);
};

/** As `placed`, of options in an earlier form. */
export const placedOptions = (
  operation: Operation,
  params: object | null | undefined,
  options: CompatibleRequestOptions | null | undefined,
  positional?: object,
  nesting?: QueryNesting,
): ReturnType<typeof placed> => {
  const [called, fields, found] = placed(
    operation,
    params ?? undefined,
    (options ?? undefined) as RequestOptions | undefined,
    positional,
  );
  return [called, fields, optionsOf(found, nesting)];
};
