/**
 * What changed of models: each once, wherever it is used.
 */
import { standardPolicy } from "./change.js";
import { heavier, verdictOn } from "./classes.js";
import { compareConstants } from "./constants.js";
import type { Finding, Direction } from "./finding.js";
import { compareForms } from "./forms.js";
import type { OperationPair } from "./operation-pairs.js";
import { schemaPlace } from "./schema-place.js";
import type { ShapeComparison } from "./shapes/compare-shapes.js";
import { areIdentical } from "./shapes/identity.js";
import type { Surfaces } from "./surfaces.js";

/** @param pairs the operations of both sides */
export const compareModels = (
  comparison: ShapeComparison,
  surfaces: Surfaces,
  pairs: readonly OperationPair[],
): readonly Finding[] => {
  const { old, now, reach } = surfaces;
  const { renamed } = comparison.models;
  const found: Finding[] = [];
  for (const [name, model] of old.models) {
    const to = renamed.get(name) ?? name;
    const next = now.models.get(to);
    if (!next) {
      // What nothing used is missed by name; all else is reported where it was used.
      if (!reach.old.isNamed(name))
        found.push({ kind: "model-removed", where: name, model: name });
      continue;
    }
    if (to !== name)
      found.push({ kind: "model-renamed", where: name, to, model: name });
    const where = schemaPlace(next.formOf ?? model.formOf ?? name, next);
    found.push(...compareConstants(model, next, where));
    if (areIdentical(model.type, next.type, renamed)) continue;
    const changes = comparison.compare(model.type, next.type, {
      where,
      model: name,
      position: positionOf(name, to, reach),
    });
    found.push(
      ...(isUsed(name, to, reach)
        ? changes
        : // What is not sent has no form without what the server alone sends.
          changes.filter(({ kind }) => !isAboutAccess(kind))),
    );
  }
  found.push(...compareForms(comparison, surfaces, pairs));
  return oncePerPlace(found);
};

/** A model that nothing uses may be used by callers either way. */
const isAboutAccess = (kind: Finding["kind"]): boolean =>
  kind === "property-read-only" || kind === "property-write-only";

const isUsed = (name: string, to: string, reach: Surfaces["reach"]): boolean =>
  reach.old.positionOf(name) !== undefined ||
  reach.now.positionOf(to) !== undefined;

const positionOf = (
  name: string,
  to: string,
  reach: Surfaces["reach"],
): Direction => {
  const before = reach.old.positionOf(name);
  const after = reach.now.positionOf(to);
  if (before === undefined) return after ?? "both";
  return after === undefined || after === before ? before : "both";
};

/** A model that is declared in several forms is one to its readers. */
const oncePerPlace = (found: readonly Finding[]): readonly Finding[] => {
  const byPlace = new Map<string, Finding>();
  for (const finding of found) {
    const { kind, where, value = "", to = "" } = finding;
    const key = JSON.stringify([kind, where, value, to]);
    const other = byPlace.get(key);
    byPlace.set(key, other ? merged(other, finding) : finding);
  }
  return [...byPlace.values()];
};

const merged = (a: Finding, b: Finding): Finding => {
  const [first, second] = [a, b].map(
    (one) => verdictOn(one, standardPolicy).class,
  );
  const weightier =
    first !== undefined &&
    second !== undefined &&
    heavier(first, second) === first
      ? a
      : b;
  const whole = {
    ...weightier,
    otherForms: [a, b].flatMap(({ model, otherForms = [] }) =>
      model === undefined ? otherForms : [model, ...otherForms],
    ),
  };
  return a.position === b.position || !a.position || !b.position
    ? whole
    : { ...whole, position: "both" };
};
