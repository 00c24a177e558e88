/**
 * The names of params of calls that are answered as a stream or as a whole, as the caller asks for it: an
 * earlier SDK has a type for each answer, and one with what both have.
 */
import type { ParamsByAnswer } from "../../sdk/sdk.js";
import type { PlannedOperation } from "../operations/planned.js";
import { nameOf, type Scope } from "./names.js";

/** What their names end with, by what they are. */
const endings = {
  base: "Base",
  whole: "NonStreaming",
  streaming: "Streaming",
} as const;

/** The ids of the claims of an operation that may have them. */
export const answerClaimIds = (key: string): readonly string[] =>
  Object.values(endings).map((ending) => `answer ${key} ${ending}`);

/** @returns the names by the key of the operation */
export function settleAnswerNames(
  operations: readonly PlannedOperation[],
  scope: Scope,
): ReadonlyMap<string, ParamsByAnswer> {
  const asking = operations.filter(
    ({ results }) => results.result.streaming !== undefined,
  );
  const names = scope.settle(
    asking.flatMap(({ entry: { key }, names: { paramsName } }) =>
      Object.values(endings).map((ending) => ({
        id: `answer ${key} ${ending}`,
        wanted: `${paramsName}${ending}`,
        spelling: key,
        isChosen: true,
      })),
    ),
  );
  return new Map(
    asking.map(({ entry: { key } }) => {
      const named = (ending: string) =>
        nameOf(names, `answer ${key} ${ending}`);
      return [
        key,
        {
          base: named(endings.base),
          whole: named(endings.whole),
          streaming: named(endings.streaming),
        },
      ];
    }),
  );
}
