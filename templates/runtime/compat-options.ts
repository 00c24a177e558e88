/**
 * Options of calls as in an earlier SDK: headers may have any form that `fetch`
 * accepts, and a query may have arrays and objects, which are serialized as the
 * API expects them.
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

/** One value for each header: those of a repeated name are joined by commas. */
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

/** The options as the runtime has them; undefined for none, or for `null`. */
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

/** A query whose arrays and objects are flattened; other values stay. */
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

/** Like `placed`, for the options of an earlier SDK. */
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
