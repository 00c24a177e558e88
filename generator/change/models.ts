/**
 * What changed of models: each once, wherever it is used.
 */
import type { Surface, SurfaceModel } from "../surface/surface.js";
import { heavier, verdictOn } from "./classes.js";
import { compareConstants } from "./constants.js";
import { standardPolicy } from "./change.js";
import type { Finding, Direction } from "./finding.js";
import type { Reach } from "./reach.js";
import type { ShapeComparison } from "./shapes/compare-shapes.js";
import { areIdentical } from "./shapes/identity.js";

export interface Surfaces {
  readonly old: Surface;
  readonly now: Surface;
  readonly reach: Readonly<Record<"old" | "now", Reach>>;
}

export const compareModels = (
  comparison: ShapeComparison,
  surfaces: Surfaces,
): readonly Finding[] => {
  const { old, now, reach } = surfaces;
  const { renamed } = comparison.models;
  const found: Finding[] = [];
  const followed = new Set<string>(renamed.values());
  for (const [name, model] of old.models) {
    const to = renamed.get(name) ?? name;
    const next = now.models.get(to);
    if (!next) {
      // What nothing used is missed by name; all else is reported where it was used.
      if (!reach.old.isNamed(name))
        found.push({ kind: "model-removed", where: name, model: name });
      found.push(...formerForm(comparison, name, surfaces));
      continue;
    }
    if (to !== name)
      found.push({ kind: "model-renamed", where: name, to, model: name });
    const where = placeOf(next.formOf ?? model.formOf ?? name, next);
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
  for (const name of now.models.keys())
    if (!old.models.has(name) && !followed.has(name))
      found.push(...separateForm(comparison, name, surfaces));
  return oncePerPlace(found);
};

/** What callers sent had a type of its own, and has the one of what they get now. */
const formerForm = (
  comparison: ShapeComparison,
  name: string,
  { old, now, reach }: Surfaces,
): readonly Finding[] => {
  const model = old.models.get(name);
  if (model?.formOf === undefined) return [];
  const to = comparison.models.nowCalled(model.formOf);
  const whole = now.models.get(to);
  return whole && isSent(reach.now, to)
    ? comparison.compare(model.type, whole.type, {
        where: placeOf(to, whole),
        position: "input",
        model: name,
      })
    : [];
};

/** What callers sent had the type of what they get, and has one of its own now. */
const separateForm = (
  comparison: ShapeComparison,
  name: string,
  { old, now, reach }: Surfaces,
): readonly Finding[] => {
  const form = now.models.get(name);
  if (form?.formOf === undefined) return [];
  const before = comparison.models.onceCalled(form.formOf);
  const whole = old.models.get(before);
  return whole && isSent(reach.old, before)
    ? comparison.compare(whole.type, form.type, {
        where: placeOf(form.formOf, form),
        position: "input",
        model: before,
      })
    : [];
};

const isSent = (reach: Reach, model: string): boolean =>
  ["input", "both"].includes(reach.positionOf(model) ?? "");

/** A schema that has the name of a type of the platform is exported under another one. */
const placeOf = (name: string, { schema = "" }: SurfaceModel): string =>
  /^[A-Z]\w*$/.test(schema) ? schema : name;

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
