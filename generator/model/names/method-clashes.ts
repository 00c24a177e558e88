/**
 * The methods of each resource, told from one another.
 *
 * Where several operations would share a name, the one on the resource's main collection keeps it. To
 * the others the words come back that the short name left out: first those that tell them apart, then
 * all of them, then the parameters of the path.
 */
import type { Name } from "../../sdk/sdk.js";
import { countBy } from "../counting.js";
import type { OperationEntry } from "../resources/entries.js";
import { segmentsOf } from "../resources/paths.js";
import type { Placement } from "../resources/placement.js";
import { resourceId } from "../resources/resource-ids.js";
import { splitWords } from "./casing.js";
import {
  nameOf,
  reservedMembers,
  Scope,
  type Claim,
  type NameLedger,
} from "./names.js";
import { isVersion, prepositionIndex, stem } from "./phrases.js";
import { pathWords } from "./method-facts.js";
import {
  keptWords,
  shortName,
  wholeName,
  withWords,
  type MethodName,
} from "./wordings.js";

interface Candidate {
  readonly entry: OperationEntry;
  readonly placement: Placement;
}

export interface SettledMethod {
  readonly name: Name;
  /** With the words that the call has before it: what has no resource before it is named after this. */
  readonly whole: string;
}

export interface MethodContext {
  readonly ledger: NameLedger;
  /** Members of the client class. */
  readonly clientMembers: ReadonlySet<string>;
}

/** @returns the methods by the key of the operation */
export function settleMethods(
  entries: readonly OperationEntry[],
  placements: ReadonlyMap<string, Placement>,
  context: MethodContext,
): ReadonlyMap<string, SettledMethod> {
  const resources = new Map<string, Candidate[]>();
  for (const entry of entries) {
    const placement = placements.get(entry.key);
    if (!placement) throw new Error(`${entry.key} is not placed`);
    const id = resourceId(placement.group);
    resources.set(id, [...(resources.get(id) ?? []), { entry, placement }]);
  }
  const children = childrenOf(placements);
  return new Map(
    [...resources].flatMap(([id, candidates]) => [
      ...settleResource(candidates, context, children.get(id) ?? new Set()),
    ]),
  );
}

/** The ids of the resources directly in each resource. */
function childrenOf(
  placements: ReadonlyMap<string, Placement>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const children = new Map<string, Set<string>>();
  for (const { group } of placements.values())
    for (let depth = 0; depth < group.length; depth++) {
      const parent = resourceId(group.slice(0, depth));
      const known = children.get(parent) ?? new Set();
      children.set(parent, known.add(resourceId(group.slice(0, depth + 1))));
    }
  return children;
}

function settleResource(
  candidates: readonly Candidate[],
  { ledger, clientMembers }: MethodContext,
  children: ReadonlySet<string>,
): readonly (readonly [string, SettledMethod])[] {
  // A new method must not take the name of a published nested resource.
  const kept = new Set(
    [...children].flatMap((id) => ledger.earlier.get(`resource ${id}`) ?? []),
  );
  const isClient = candidates[0]?.placement.group.length === 0;
  const names = namesOf(candidates);
  const claims = candidates.map(({ entry, placement: { chosen } }): Claim => {
    const wanted = chosen ?? names.get(entry.key)?.name ?? "";
    return {
      id: `method ${entry.key}`,
      wanted: wanted || "call",
      spelling: entry.key,
      source: entry.id ?? entry.key,
      isChosen: chosen !== undefined,
      ...(kept.has(wanted) && { otherwise: `${wanted}Of${entry.method}` }),
    };
  });
  const settled = new Scope(
    [...reservedMembers, ...kept, ...(isClient ? clientMembers : [])],
    ledger,
  ).settle(claims);
  return candidates.map((one) => {
    const { key } = one.entry;
    const id = `method ${key}`;
    const name = nameOf(settled, id);
    if (saysSame(name, one)) ledger.wanted?.delete(id);
    const derived = names.get(key);
    return [
      key,
      { name, whole: derived?.name === name ? derived.whole : name },
    ];
  });
}

/**
 * True of a name that is made of what the document says now, with more of its words or fewer: which of
 * them it takes depends on the other operations.
 */
function saysSame(name: string, one: Candidate): boolean {
  const { verb = "", words, kept } = one.placement.wording;
  const own = splitWords(name).map(stem);
  const verbs = splitWords(verb).map(stem);
  const needed = words.filter((_, index) => kept[index]).map(stem);
  const known = new Set([...verbs, ...[...words, ...pathWords(one)].map(stem)]);
  return (
    [...verbs, ...needed].every((word) => own.includes(word)) &&
    own.every((word) => known.has(word))
  );
}

/** How much of its wording a method takes. */
const steps: readonly ((
  one: Candidate,
  clashing: readonly Candidate[],
) => MethodName)[] = [
  ({ placement }) => shortName(placement.wording),
  distinguished,
  withPath,
  ({ placement: { wording } }) => wholeName(wording, wording.words),
  (one) => withParameters(one),
];

const chosenName = ({ chosen }: Placement): MethodName | undefined =>
  chosen === undefined ? undefined : { name: chosen, whole: chosen };

function namesOf(
  candidates: readonly Candidate[],
): ReadonlyMap<string, MethodName> {
  const main = mainOf(candidates);
  const levels = new Map(candidates.map(({ entry }) => [entry.key, 0]));
  const names = new Map<string, MethodName>();
  const name = (one: Candidate, clashing: readonly Candidate[]): void => {
    const level = levels.get(one.entry.key) ?? 0;
    const wanted = steps[level]?.(one, clashing);
    if (wanted !== undefined && wanted.name !== "")
      names.set(one.entry.key, wanted);
  };
  for (const { entry, placement } of candidates)
    names.set(entry.key, chosenName(placement) ?? shortName(placement.wording));
  for (let round = 1; round < steps.length; round++) {
    const byName = new Map<string, Candidate[]>();
    for (const one of candidates) {
      const wanted = names.get(one.entry.key)?.name ?? "";
      byName.set(wanted, [...(byName.get(wanted) ?? []), one]);
    }
    for (const clashing of byName.values()) {
      if (clashing.length < 2) continue;
      const keeper = keeperOf(clashing, main, round);
      for (const one of clashing) {
        if (one === keeper || one.placement.chosen !== undefined) continue;
        levels.set(one.entry.key, round);
        name(one, clashing);
      }
    }
  }
  return names;
}

/** Who keeps the name: what was asked for, else the one that needs no other word, else the main collection. */
function keeperOf(
  clashing: readonly Candidate[],
  main: string | undefined,
  round: number,
): Candidate | undefined {
  const only = (isOne: (one: Candidate) => boolean): Candidate | undefined => {
    const [first, ...more] = clashing.filter(isOne);
    return more.length === 0 ? first : undefined;
  };
  return (
    clashing.find(({ placement }) => placement.chosen !== undefined) ??
    (round === 1 && clashing.some(isOfAll)
      ? only((one) => !isOfAll(one))
      : undefined) ??
    (round > 1
      ? undefined
      : only(
          (one) =>
            distinguished(one, clashing).name ===
            shortName(one.placement.wording).name,
        )) ??
    only(({ placement }) => placement.collection === main)
  );
}

const isOfAll = ({ placement }: Candidate): boolean =>
  /^(list|get)$/.test(placement.wording.verb ?? "") &&
  /(^|[^\p{L}])(list|get)[_-]?all(?!\p{Ll})/iu.test(placement.statedId);

/**
 * The words come back that not all of them have, with the noun that they belong to: `getSiteDeploy`
 * beside `getDeploy`.
 */
function distinguished(
  one: Candidate,
  clashing: readonly Candidate[],
): MethodName {
  const { wording } = one.placement;
  // `VirtualMachines_ListAll` beside `VirtualMachines_List`
  if (isOfAll(one) && !clashing.every(isOfAll))
    return shortName({ ...wording, verb: `${wording.verb ?? "list"} all` });
  const counts = countBy(
    clashing.flatMap(({ placement }) => [
      ...new Set(placement.wording.words.map(stem)),
    ]),
  );
  const isShared = (word: string): boolean =>
    counts.get(stem(word)) === clashing.length;
  const { words } = wording;
  const end = prepositionIndex(words);
  const first = words.findIndex((word) => !isShared(word));
  return shortName(
    withWords(
      wording,
      (word, index) =>
        !isShared(word) || (first >= 0 && first < index && index < end),
    ),
  );
}

/** The words of the path come in that not all of them have: `updatePersonFields` beside `updateFields`. */
function withPath(one: Candidate, clashing: readonly Candidate[]): MethodName {
  const { wording } = one.placement;
  const own = distinguished(one, clashing);
  if (own.name !== shortName(wording).name) return own;
  const paths = clashing.map((other) => new Set(pathWords(other).map(stem)));
  const kept = keptWords(wording);
  const said = new Set(kept.map(stem));
  const others = pathWords(one).filter(
    (word) =>
      !said.has(stem(word)) && !paths.every((path) => path.has(stem(word))),
  );
  const owners = others.filter((word) => !isVersion(word));
  const version = others.filter(isVersion);
  return shortName(wording, [...owners, ...kept, ...version]);
}

const withParameters = ({
  entry: { path },
  placement: { wording },
}: Candidate): MethodName => {
  const parameters = segmentsOf(path).flatMap((segment) => segment.parameters);
  const by = parameters.length > 0 ? ["by", ...parameters] : [];
  return wholeName(wording, [...wording.words, ...by]);
};

/** The collection that most operations are about; undefined when two are equally frequent. */
function mainOf(candidates: readonly Candidate[]): string | undefined {
  const [first, second] = [
    ...countBy(candidates.map(({ placement }) => placement.collection)),
  ].sort(([, m], [, n]) => n - m);
  return first && first[1] !== second?.[1] ? first[0] : undefined;
}
