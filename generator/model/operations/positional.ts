/**
 * Which path parameters are passed before `params`, and what they are called there.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Argument } from "../../sdk/sdk.js";
import type { Spellings } from "../names/spellings.js";
import { argumentName } from "../names/argument-names.js";
import type { OperationEntry } from "../resources/entries.js";
import { segmentsOf } from "../resources/paths.js";
import type { Placement } from "../resources/placement.js";
import type { Views } from "../schemas/views.js";
import type { PlannedParameter } from "./parameters.js";
import { patternOf, type OperationPattern } from "./operation-patterns.js";
import type { PlannedOperation } from "./planned.js";

/** How an SDK passes path parameters; each but `own` goes by the path alone. */
export interface ArgumentRule {
  /** `own`: the parameter that names the thing itself; `last`: the last of the path; `all`. */
  readonly positional: "own" | "last" | "all";
  /** Names of path parameters that are options of the client, which are never positional. */
  readonly clientParameters: readonly string[];
  /** What the config says of single operations. */
  readonly single: PositionalLists;
}

/** Path parameters that are passed before `params`, by operation, as the config lists them. */
export class PositionalLists {
  readonly #lists: readonly (OperationPattern & {
    readonly names: readonly string[];
  })[];
  readonly #diagnostics: Diagnostics;

  constructor(
    lists: Readonly<Record<string, readonly string[]>> = {},
    diagnostics: Diagnostics,
  ) {
    // A name comes before patterns, the longer one of two before the other.
    this.#lists = Object.entries(lists)
      .map(([text, names]) => ({ ...patternOf(text), names }))
      .sort(
        (a, b) =>
          Number(a.text.includes("*")) - Number(b.text.includes("*")) ||
          b.text.length - a.text.length ||
          (a.text < b.text ? -1 : 1),
      );
    this.#diagnostics = diagnostics;
  }

  /** @returns undefined where the config says nothing of the operation */
  of(entry: OperationEntry): readonly string[] | undefined {
    const matching = this.#lists.filter(({ matches }) => matches(entry));
    for (const list of matching) list.isUsed = true;
    return matching[0]?.names;
  }

  reportUnknown(entry: OperationEntry, name: string): void {
    const details = { operation: entry.key, name };
    this.#diagnostics.report("positional-unknown", details);
  }

  /** Reports what names no operation, when all of them have been asked for. */
  report(): void {
    for (const { text, isUsed } of this.#lists)
      if (!isUsed) this.#diagnostics.report("positional-unused", { text });
  }
}

/** @returns those parameters, in the order of the path, or of the config's list */
export function positionalOf(
  entry: OperationEntry,
  parameters: readonly PlannedParameter[],
  {
    placement,
    rule,
  }: { readonly placement: Placement; readonly rule: ArgumentRule },
): readonly PlannedParameter[] {
  const find = (name: string | undefined): PlannedParameter[] =>
    parameters.filter((one) => one.in === "path" && one.name === name);
  const inPath = [
    ...new Set(segmentsOf(entry.path).flatMap((segment) => segment.parameters)),
  ].filter((name) => !rule.clientParameters.includes(name));
  const listed = rule.single.of(entry);
  if (listed) {
    for (const name of listed)
      if (!inPath.includes(name)) rule.single.reportUnknown(entry, name);
    return [...new Set(listed)]
      .filter((name) => inPath.includes(name))
      .flatMap(find);
  }
  switch (rule.positional) {
    case "own":
      return find(placement.positional);
    case "last":
      return inPath.flatMap(find).slice(-1);
    case "all":
      return inPath.flatMap(find);
  }
}

/** With names that differ from each other and from what the function refers to. */
export function argumentsOf(
  { positional, names: { functionName } }: PlannedOperation,
  {
    views,
    functionScope,
    spellings,
  }: {
    readonly views: Views;
    readonly functionScope: ReadonlySet<string>;
    readonly spellings: Spellings;
  },
): readonly Argument[] {
  const taken = new Set<string>([...functionScope, functionName]);
  return positional.map(({ name: wireName, key, type, doc }) => {
    const name = argumentName(wireName, taken, spellings);
    taken.add(name);
    return {
      name,
      wireName: key,
      type: views.view(type, "request"),
      doc,
    };
  });
}
