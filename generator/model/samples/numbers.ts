/**
 * Numbers that the limits of a schema allow.
 */
import type { SchemaObject } from "../../openapi/document.js";

type Limits = Pick<
  SchemaObject,
  | "type"
  | "minimum"
  | "exclusiveMinimum"
  | "maximum"
  | "exclusiveMaximum"
  | "multipleOf"
>;

export function sampleNumber(limits: Limits): number {
  const { multipleOf, minimum, exclusiveMinimum, maximum, exclusiveMaximum } =
    limits;
  const isInteger = [limits.type].flat().includes("integer");
  const step =
    multipleOf !== undefined && multipleOf > 0
      ? multipleOf
      : isInteger
        ? 1
        : undefined;
  const isAllowed = (value: number): boolean =>
    !(minimum !== undefined && value < minimum) &&
    !(exclusiveMinimum !== undefined && value <= exclusiveMinimum) &&
    !(maximum !== undefined && value > maximum) &&
    !(exclusiveMaximum !== undefined && value >= exclusiveMaximum);
  const usual = usualNumber(limits);
  const candidates =
    step === undefined
      ? [usual, between(limits)]
      : [usual, ...stepsAround(limits, step)].map((value) =>
          multipleAbove(value, step),
        );
  return candidates.find(isAllowed) ?? usual;
}

function usualNumber({ minimum, exclusiveMinimum, maximum }: Limits): number {
  if (minimum !== undefined) return minimum;
  if (exclusiveMinimum !== undefined) return exclusiveMinimum + 1;
  return maximum !== undefined && maximum < 1 ? maximum : 1;
}

/** Where limits are closer than one. */
const between = ({
  minimum,
  exclusiveMinimum = minimum ?? 0,
  maximum,
  exclusiveMaximum = maximum ?? 0,
}: Limits): number => (exclusiveMinimum + exclusiveMaximum) / 2;

/** The multiple above a limit that is none itself, and the one below. */
const stepsAround = (
  { exclusiveMinimum = 0, maximum, exclusiveMaximum = maximum ?? 0 }: Limits,
  step: number,
): readonly number[] => [
  exclusiveMinimum + step,
  exclusiveMaximum - step,
  exclusiveMaximum - step * 0.5,
];

/** Without the last digits, which are those of the floating point: 0.3 of 3 * 0.1. */
const multipleAbove = (value: number, step: number): number =>
  Number(
    (Math.ceil(Number((value / step).toPrecision(12))) * step).toPrecision(12),
  );
