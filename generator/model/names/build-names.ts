/**
 * The names that the package exports besides its models, in the order in which they are claimed.
 */
import type { Name } from "../../sdk/sdk.js";
import { responseParamsClaimIds } from "./response-params-names.js";
import { countBy } from "../counting.js";
import { pascalCase } from "./casing.js";
import { fromPlacement, functionNameOf } from "./function-names.js";
import type { OperationEntry } from "../resources/entries.js";
import type { SettledMethod } from "./method-clashes.js";
import { nameOf, type NameLedger, type Scope } from "./names.js";
import { typeStems } from "./type-stems.js";
import type { OperationNames } from "../operations/planned.js";
import type { Placement } from "../resources/placement.js";
import { resourceId } from "../resources/resource-ids.js";

export interface OperationNaming {
  readonly scope: Scope;
  /** The methods by the key of the operation. */
  readonly methods: ReadonlyMap<string, SettledMethod>;
  readonly ledger: NameLedger;
  /** True if types are called after the place of the method, not after the function. */
  readonly isByResource: boolean;
  /** Further names of methods by the key of the operation. */
  readonly secondNames: ReadonlyMap<string, readonly string[]>;
}

/** The ids of the claims that operations and resources will make. */
export function* claimIdsOf(
  entries: readonly OperationEntry[],
  placements: ReadonlyMap<string, Placement>,
  earlier: ReadonlyMap<string, string>,
): Generator<string> {
  for (const { key } of entries)
    yield* [
      ...[`operation ${key}`, `params ${key}`, `errors ${key}`],
      ...responseParamsClaimIds(key),
    ];
  for (const { group } of placements.values())
    for (let depth = 1; depth <= group.length; depth++)
      yield `class ${resourceId(group.slice(0, depth))}`;
  for (const id of earlier.keys()) if (/^(?:type|link) /.test(id)) yield id;
}

/** A function for every operation, and the types that are named after it. */
export function settleOperationNames(
  entries: readonly OperationEntry[],
  placements: ReadonlyMap<string, Placement>,
  { scope, methods, ledger, isByResource, secondNames }: OperationNaming,
): Map<string, OperationNames> {
  const methodOf = ({ key }: OperationEntry): SettledMethod => {
    const method = methods.get(key);
    if (!method) throw new Error(`${key} has no method`);
    return method;
  };
  const named = entries.map((entry) => {
    const placement = placements.get(entry.key);
    if (!placement) throw new Error(`${entry.key} is not placed`);
    const one = { entry, placement, method: methodOf(entry).whole };
    return {
      entry,
      placement,
      usual: functionNameOf(one),
      placed: fromPlacement(one),
      withEveryResource: fromPlacement(one, true),
    };
  });
  const usual = countBy(named.map((one) => one.usual));
  // Several classes of a framework may have one method: `setAvatar` of users and of teams.
  const preferred = named.map((one) =>
    usual.get(one.usual) === 1 ? one.usual : one.placed,
  );
  const again = countBy(preferred);
  const wanted = new Map(
    named.map(({ entry, withEveryResource }, index) => {
      const name = preferred[index] ?? "";
      return [
        entry.key,
        (again.get(name) === 1 ? name : withEveryResource) || "call",
      ];
    }),
  );
  const functions = scope.settle(
    entries.map(({ key, id }) => {
      const name = wanted.get(key) ?? "call";
      return {
        id: `operation ${key}`,
        wanted: name,
        spelling: id ?? key,
        otherwise: `${name}Operation`,
      };
    }),
  );
  for (const { entry, placement, ...names } of named) {
    const id = `operation ${entry.key}`;
    // Which of these it is depends on the other operations.
    const isUsual = [
      names.usual,
      names.placed,
      names.withEveryResource,
    ].includes(nameOf(functions, id));
    if (placement.chosen !== undefined || isUsual) ledger.wanted?.delete(id);
  }
  const functionOf = ({ key }: OperationEntry): Name =>
    nameOf(functions, `operation ${key}`);
  const afterFunction = (entry: OperationEntry): string =>
    pascalCase(functionOf(entry));
  const stems = isByResource
    ? typeStems(
        named.map(({ entry, placement }) => ({
          key: entry.key,
          group: placement.group,
          method: methodOf(entry).name,
          otherMethods: (secondNames.get(entry.key) ?? []).map(
            (name) => name.split(".").at(-1) ?? "",
          ),
        })),
      )
    : undefined;
  const stemOf = (entry: OperationEntry): string =>
    stems?.get(entry.key)?.stem ?? afterFunction(entry);
  const params = scope.settle(
    entries.map((entry) => ({
      id: `params ${entry.key}`,
      wanted: `${stemOf(entry)}Params`,
      spelling: entry.key,
      isChosen: isByResource,
    })),
  );
  const errors = scope.settle(
    entries.map((entry) => ({
      id: `errors ${entry.key}`,
      wanted: `${afterFunction(entry)}Error`,
      spelling: entry.key,
    })),
  );
  return new Map(
    entries.map((entry) => [
      entry.key,
      {
        functionName: functionOf(entry),
        methodName: methodOf(entry).name,
        paramsName: nameOf(params, `params ${entry.key}`),
        errorName: nameOf(errors, `errors ${entry.key}`),
        baseName: stemOf(entry),
        otherBaseNames: stems?.get(entry.key)?.others ?? [],
      },
    ]),
  );
}
