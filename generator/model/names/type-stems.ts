/**
 * What the types of an operation are called after, where that is its place in the client:
 * `client.messages.create` has `MessageCreateParams` and `MessageCreateResponse`.
 */
import { countBy } from "../counting.js";
import { pascalCase, singular, splitWords } from "./casing.js";

interface PlacedMethod {
  readonly key: string;
  /** The resource's path as spelled in the document. */
  readonly group: readonly string[];
  readonly method: string;
  /** Further names of the method. */
  readonly otherMethods?: readonly string[];
}

export interface TypeStems {
  readonly stem: string;
  /** Further stems of names under which callers may look for the types. */
  readonly others: readonly string[];
}

/**
 * The stems by the key of the operation. Of resources of one name, the one that is nearest to the client
 * has it alone, and the others with those around them: `ThreadMessageCreate`.
 *
 * The other stems are the short one, since names in a namespace need not differ from those elsewhere; the
 * long one, since configs of an earlier SDK may ask for it; and those of further names of the method.
 */
export function typeStems(
  methods: readonly PlacedMethod[],
): ReadonlyMap<string, TypeStems> {
  const short = (one: PlacedMethod): string => stemOf(one, one.group.slice(-1));
  const depths = new Map<string, number[]>();
  for (const one of methods)
    depths.set(short(one), [
      ...(depths.get(short(one)) ?? []),
      one.group.length,
    ]);
  const isNearest = (one: PlacedMethod): boolean => {
    const all = depths.get(short(one)) ?? [];
    const nearest = Math.min(...all);
    return (
      one.group.length === nearest &&
      countBy(all.map(String)).get(String(nearest)) === 1
    );
  };
  return new Map(
    methods.map((one) => {
      const long = stemOf(one, one.group);
      const stem = isNearest(one) ? short(one) : long;
      const others = [
        short(one),
        long,
        ...(one.otherMethods ?? []).map((method) =>
          stemOf({ ...one, method }, one.group.slice(-1)),
        ),
      ].filter((other) => other !== stem);
      return [one.key, { stem, others: [...new Set(others)] }];
    }),
  );
}

const stemOf = (
  { method }: PlacedMethod,
  resources: readonly string[],
): string => resources.map(singularOf).join("") + pascalCase(method);

const singularOf = (resource: string): string => {
  const words = splitWords(resource);
  return pascalCase(
    [...words.slice(0, -1), singular(words.at(-1) ?? "")].join(" "),
  );
};
