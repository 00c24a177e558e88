/**
 * What is said of a model in place of another where that was told of part by part elsewhere.
 */
import { printShape } from "../../surface/print-shape.js";
import type { Shape } from "../../surface/shape.js";
import { standardPolicy, type ChangeKind, type Strictness } from "../change.js";
import { verdictOn } from "../classes.js";
import type { Finding } from "../finding.js";
import { of, type ShapePlace } from "./place.js";

/** The kind that says it as a whole: undefined where callers need not know of it again. */
export type Repetition = ChangeKind | undefined;

/** What breaks callers of some owners alone does so wherever it stands. */
export const repetitionOf = (found: readonly Finding[]): Repetition => {
  const breaks =
    (strictness: Strictness) =>
    (finding: Finding): boolean =>
      verdictOn(finding, { ...standardPolicy, strictness }).class ===
      "breaking";
  if (found.some(breaks("lenient"))) return "type-changed";
  const relaxed = found.find(breaks("standard"));
  return (
    relaxed && (relaxed.kind === "index-added" ? relaxed.kind : "variant-added")
  );
};

interface Pair {
  readonly old: Shape;
  readonly now: Shape;
  readonly place: ShapePlace;
}

export const repetitionFindings = (
  kind: Repetition,
  { old, now, place }: Pair,
): readonly Finding[] => {
  const text = printShape(now);
  return kind === undefined
    ? []
    : [
        {
          kind,
          ...of(place),
          old: printShape(old),
          new: text,
          ...(kind === "variant-added" && { value: text }),
        },
      ];
};
