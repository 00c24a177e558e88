/**
 * What the document has an operation answer, as JSON: the contract test and the mocks of a package have
 * the same.
 */
import type { Operation } from "../../sdk/sdk.js";

/** The answer of a success. */
export const successAnswer = ({
  result,
}: Operation): { readonly mediaType?: string; readonly body?: unknown } => {
  const { kind, status, mediaType, sample: body } = result;
  return {
    ...{ kind, status },
    ...(mediaType !== undefined && { mediaType }),
    ...(body !== undefined && { body }),
  };
};

/** The name of the operation that has the body of an answer, by its JSON: many have the same. */
export type FirstWith = Map<string, string>;

/** Shorter bodies are repeated. */
const longBody = 200;

/**
 * The answer of a success, whose body may be that of an operation before it.
 *
 * @param name what identifies the operation in the file
 * @param firstWith of the file: what is new is added
 */
export const answerByName = (
  operation: Operation,
  name: string,
  firstWith: FirstWith,
): object => {
  const { sample } = operation.result;
  const text = sample === undefined ? "" : JSON.stringify(sample);
  const before = firstWith.get(text);
  if (text.length > longBody && before === undefined) firstWith.set(text, name);
  const { body, ...answer } = successAnswer(operation);
  return {
    ...answer,
    ...(before !== undefined
      ? { bodyOf: before }
      : sample !== undefined && { body }),
  };
};
