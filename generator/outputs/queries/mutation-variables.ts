/**
 * What a mutation takes. It is one value: the only argument of the operation, or an object of both.
 */
import {
  code,
  join,
  key,
  typeKey,
  type Code,
  type OperationParameter,
  type Text,
} from "../../plugin/index.js";

interface Variables {
  readonly type: Code;
  /** As the function of the mutation takes it. */
  readonly taken: Code;
  /** What the operation is called with. */
  readonly passed: readonly Code[];
}

export const variablesOf = (
  parameters: readonly OperationParameter[],
): Variables => {
  const [first, second] = parameters;
  if (!first) return { type: code`void`, taken: code``, passed: [] };
  if (!second)
    return first.isOptional
      ? {
          type: code`${first.type} | void`,
          taken: first.name,
          passed: [code`${first.name} as ${first.type} | undefined`],
        }
      : { type: first.type, taken: first.name, passed: [first.name] };
  const member = ({ name, type, isOptional }: OperationParameter): Code => {
    const own = nameOf(name);
    return isOptional
      ? code`${typeKey(own)}?: ${type} | undefined`
      : code`${typeKey(own)}: ${type}`;
  };
  const taken = ({ name }: OperationParameter): Code => {
    const own = nameOf(name);
    return own === (name as string) ? name : code`${key(own)}: ${name}`;
  };
  return {
    type: code`{ ${join(parameters.map(member), "; ")} }`,
    taken: code`{ ${join(parameters.map(taken), ", ")} }`,
    passed: parameters.map(({ name }) => name),
  };
};

/** The name of an argument, without what sets it apart from what is called. */
const nameOf = (name: Code): Text => name.replace(/\$$/, "") as Text;
