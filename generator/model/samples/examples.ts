/**
 * The examples that a document gives for a parameter or a media type.
 */
import type { Example, Reference } from "../../openapi/document.js";

export interface WithExamples {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, Example | Reference>>;
}

/** `example`, or the first of `examples` that has a value; those given by reference are skipped. */
export function exampleOf({ example, examples = {} }: WithExamples): unknown {
  const first = Object.values(examples).find(
    (candidate): candidate is Example => "value" in candidate,
  );
  return example === undefined ? first?.value : example;
}
