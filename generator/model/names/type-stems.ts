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
}

export interface PlacedStem {
  readonly stem: string;
  /** The same without the resources around its own: what they are called among the types of one resource. */
  readonly inResource: string;
}

/**
 * The stems by the key of the operation. Of resources of one name, the one that is nearest to the client
 * has it alone, and the others with those around them: `ThreadMessageCreate`.
 */
export function typeStems(
  methods: readonly PlacedMethod[],
): ReadonlyMap<string, PlacedStem> {
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
    methods.map((one) => [
      one.key,
      {
        stem: isNearest(one) ? short(one) : stemOf(one, one.group),
        inResource: short(one),
      },
    ]),
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
