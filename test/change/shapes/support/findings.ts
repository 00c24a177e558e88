/**
 * What the rules find between two states of the model `Pet`, and how heavy it is.
 */
import {
  standardPolicy,
  type ChangeClass,
  type ChangePolicy,
  type Strictness,
} from "../../../../generator/change/change.js";
import { verdictOn } from "../../../../generator/change/classes.js";
import type {
  Direction,
  Finding,
} from "../../../../generator/change/finding.js";
import { ShapeComparison } from "../../../../generator/change/shapes/compare-shapes.js";
import { modelsIn, pairOf } from "./models.js";

export const findingsOf = (
  old: string,
  now: string,
  position: Direction,
): readonly Finding[] => {
  const before = modelsIn(old).get("Pet");
  const after = modelsIn(now).get("Pet");
  if (!before || !after) throw new Error("no Pet");
  return new ShapeComparison(pairOf(old, now)).compare(before, after, {
    where: "Pet",
    position,
  });
};

export const classOf = (
  finding: Finding,
  strictness: Strictness = "standard",
): ChangeClass => {
  const policy: ChangePolicy = { ...standardPolicy, strictness };
  return verdictOn(finding, policy).class;
};

export const pet = (members: string): string => `interface Pet { ${members} }`;
