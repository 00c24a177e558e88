/**
 * Places in the words of the SDK: `listPets.params.limit`, `Pet.tags[]`, `Pet.scores{}`.
 */
import type { Finding, Direction } from "../finding.js";

/** Where types stand. */
export interface ShapePlace {
  readonly where: string;
  readonly position: Direction;
  /** True where the properties of an object are what calls take. */
  readonly isParams?: boolean;
  readonly operations?: readonly string[];
  readonly model?: string;
}

/** @param step `.name`, `[]`, or `{}` for values under any key */
export const inside = (
  { where, isParams = false, ...place }: ShapePlace,
  step: string,
): ShapePlace => ({
  ...place,
  where: where + step,
  ...(isParams && step.startsWith(".") && { isParams }),
});

/** What every finding at a place says. */
export const of = ({
  where,
  position,
  operations,
  model,
}: ShapePlace): Pick<
  Finding,
  "where" | "position" | "operations" | "model"
> => ({
  where,
  position,
  ...(operations && { operations }),
  ...(model !== undefined && { model }),
});
