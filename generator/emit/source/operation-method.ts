/**
 * An operation as a method: it calls the function, and has the whole comment.
 */
import { code, ident, join, type Code } from "../encode/encode.js";
import type { MethodStructure } from "../structures.js";
import type { RenderedOperation } from "./operations.js";
import { argumentNames } from "./signatures.js";

/** What a method passes on. */
interface Call {
  /** The client that makes the call. */
  readonly client: Code;
  /** The function. */
  readonly name: Code;
}

export function operationMethod(
  {
    operation,
    docs: about,
    shortDocs,
    signature,
    overloads,
  }: RenderedOperation,
  { client, name }: Call,
): MethodStructure {
  const passed = join([client, ...argumentNames(operation)], ", ");
  // Those that need no `accept`; one that asks for a stream comes first.
  const free = overloads.filter(
    ({ parameters }) => parameters.at(-1)?.hasQuestionToken === true,
  );
  const usual = free[operation.result.streaming ? 1 : 0];
  return {
    ...(overloads.length === 0 && { docs: about }),
    name: ident(operation.methodName),
    overloads: overloads.map((overload) => ({
      docs: overload === usual ? about : shortDocs,
      ...overload,
    })),
    ...signature,
    statements: code`return ${name}(${passed});`,
  };
}
