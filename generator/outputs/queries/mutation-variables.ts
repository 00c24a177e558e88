/**
 * What a mutation takes. It is one value: the only argument of the operation, or an object of both.
 */
import {
  code,
  join,
  typeKey,
  type Code,
  type OperationParameter,
  type Text,
} from "../../plugin/index.js";

interface Variables {
  readonly type: Code;
  /** The members that the operation is called with; absent where it is the value itself. */
  readonly names?: readonly Text[];
}

export const variablesOf = (
  parameters: readonly OperationParameter[],
): Variables => {
  const [first, second] = parameters;
  if (!first) return { type: code`void`, names: [] };
  if (!second)
    return {
      type: first.isOptional ? code`${first.type} | void` : first.type,
    };
  const names = parameters.map(({ name }) => name as string as Text);
  const members = parameters.map(({ type, isOptional }, index) => {
    const key = typeKey(names[index] ?? ("" as Text));
    return isOptional
      ? code`${key}?: ${type} | undefined`
      : code`${key}: ${type}`;
  });
  return { type: code`{ ${join(members, "; ")} }`, names };
};
