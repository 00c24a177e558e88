/**
 * The names of the types of params where the caller chooses between a stream and a whole response: an
 * earlier SDK has a type for each of the two, and one with what they have in common.
 */
import type { ParamsByResponse } from "../../sdk/sdk.js";
import type { PlannedOperation } from "../operations/planned.js";
import { nameOf, type Scope } from "./names.js";

/** What the name of each type ends with. */
const endings = {
  base: "Base",
  nonStreaming: "NonStreaming",
  streaming: "Streaming",
} as const;

const claimId = (key: string, ending: string): string =>
  `answer ${key} ${ending}`;

/** The ids of the claims of an operation that may have such types. */
export const responseParamsClaimIds = (key: string): readonly string[] =>
  Object.values(endings).map((ending) => claimId(key, ending));

/** @returns the names by the key of the operation */
export function settleResponseParamsNames(
  operations: readonly PlannedOperation[],
  scope: Scope,
): ReadonlyMap<string, ParamsByResponse> {
  const choosing = operations.filter(
    ({ results }) => results.result.streaming !== undefined,
  );
  const names = scope.settle(
    choosing.flatMap(({ entry: { key }, names: { paramsName } }) =>
      Object.values(endings).map((ending) => ({
        id: claimId(key, ending),
        wanted: `${paramsName}${ending}`,
        spelling: key,
        isChosen: true,
      })),
    ),
  );
  return new Map(
    choosing.map(({ entry: { key } }) => {
      const named = (ending: string) => nameOf(names, claimId(key, ending));
      return [
        key,
        {
          base: named(endings.base),
          nonStreaming: named(endings.nonStreaming),
          streaming: named(endings.streaming),
        },
      ];
    }),
  );
}
