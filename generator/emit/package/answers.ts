/**
 * What the document has an operation answer, as JSON: the contract test and the mocks of a package have
 * the same.
 */
import type { Operation } from "../../sdk/sdk.js";

/** The name of the operation that has the body of an answer, by its JSON: many have the same. */
export type FirstWith = Map<string, string>;

/** Shorter bodies are repeated. */
const longBody = 200;

/**
 * The answer of a success.
 *
 * @param name what identifies the operation in the file
 * @param firstWith of the file: what is new is added
 */
export const answerOf = (
  { result }: Operation,
  name: string,
  firstWith: FirstWith,
): object => {
  const { kind, status, mediaType, sample } = result;
  return {
    kind,
    status,
    ...(mediaType !== undefined && { mediaType }),
    ...bodyOf(sample, name, firstWith),
  };
};

/** The body, or the operation before it that has the same. */
const bodyOf = (
  sample: unknown,
  name: string,
  firstWith: FirstWith,
): object => {
  if (sample === undefined) return {};
  const text = JSON.stringify(sample);
  const before = firstWith.get(text);
  if (before !== undefined) return { bodyOf: before };
  if (text.length > longBody) firstWith.set(text, name);
  return { body: sample };
};
