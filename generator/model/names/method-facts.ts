/**
 * What the name of a method is made from.
 */
import type { OperationEntry } from "../resources/entries.js";
import {
  isAPIPrefix,
  isStatic,
  segmentsOf,
  type Segment,
} from "../resources/paths.js";
import type { StatedInResource } from "../resources/qualified-ids.js";
import type { ResourceTree } from "../resources/resource-tree.js";
import { singular, splitWords } from "./casing.js";
import { isVersion } from "./phrases.js";
import type { ResultShape } from "./result-shapes.js";

/** What names a method. */
export interface MethodFacts {
  readonly entry: OperationEntry;
  readonly stated: StatedInResource;
  readonly shape: ResultShape;
  readonly segments: readonly Segment[];
  readonly group: readonly string[];
  readonly tree: ResourceTree;
}

/** The words of the path that are no parameters; its version last, where it is no first one. */
export const pathWords = ({
  entry: { path },
}: Pick<MethodFacts, "entry">): readonly string[] => {
  const segments = segmentsOf(path);
  const words = segments.flatMap((segment, index) =>
    !isStatic(segment) || isAPIPrefix(segment)
      ? []
      : index < segments.length - 1
        ? splitWords(segment.text).map(singular)
        : splitWords(segment.text),
  );
  return [...words, ...versionOf(segments)];
};

const versionOf = (segments: readonly Segment[]): readonly string[] =>
  segments
    .map(({ text }) => text)
    .filter((text) => isVersion(text) && !/^v1$/i.test(text))
    .slice(0, 1);
