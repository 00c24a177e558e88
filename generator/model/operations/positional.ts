/**
 * Which path parameters are passed before `params`, and what they are called there.
 */
import type { Argument } from "../../sdk/sdk.js";
import type { Spellings } from "../names/spellings.js";
import { argumentName } from "../names/argument-names.js";
import type { OperationEntry } from "../resources/entries.js";
import { segmentsOf } from "../resources/paths.js";
import type { Placement } from "../resources/placement.js";
import type { Views } from "../schemas/views.js";
import type { PlannedParameter } from "./parameters.js";
import type { PlannedOperation } from "./planned.js";

/** How an SDK passes path parameters; each but `own` goes by the path alone. */
export interface ArgumentRule {
  /** `own`: the parameter that names the thing itself; `last`: the last of the path; `all`. */
  readonly positional: "own" | "last" | "all";
  /** Names of path parameters that are options of the client, which are never positional. */
  readonly clientParameters: readonly string[];
}

/** @returns those parameters, in the order of the path */
export function positionalOf(
  { path }: OperationEntry,
  parameters: readonly PlannedParameter[],
  {
    placement,
    rule,
  }: { readonly placement: Placement; readonly rule: ArgumentRule },
): readonly PlannedParameter[] {
  const find = (name: string | undefined): PlannedParameter[] =>
    parameters.filter((one) => one.in === "path" && one.name === name);
  const inPath = [
    ...new Set(segmentsOf(path).flatMap((segment) => segment.parameters)),
  ].filter((name) => !rule.clientParameters.includes(name));
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
