/**
 * What changed between two surfaces: each change once, at its place, with its class and its words.
 */
import { createHash } from "node:crypto";
import { byCodeUnit } from "../diagnostics/code-units.js";
import type { Surface } from "../surface/surface.js";
import { addedModels } from "./added-models.js";
import { sampleCallsOf } from "./calls/sample-calls.js";
import {
  changeClasses,
  type Change,
  type ChangedOperation,
  type ChangePolicy,
} from "./change.js";
import { compareClients } from "./client.js";
import { completed } from "./declared/completed.js";
import { compareLinks, removedRuntimeTypes } from "./exports.js";
import type { Finding } from "./finding.js";
import { findModelRenames } from "./model-renames.js";
import { movedModels } from "./model-uses.js";
import { compareModels } from "./models.js";
import { pairOperations, type OperationPair } from "./operation-pairs.js";
import { compareOperation } from "./operations.js";
import { comparePayloads } from "./payloads.js";
import { wordingOf } from "./phrases/wording.js";
import { Reach } from "./reach.js";
import { renamedCredentials } from "./renamed-credentials.js";
import { ShapeComparison } from "./shapes/compare-shapes.js";
import { ModelPair } from "./shapes/model-pair.js";
import { subjectOf } from "./subjects.js";
import type { Surfaces } from "./surfaces.js";
import { removedModels } from "./removed-models.js";
import { verdictIn } from "./verdicts.js";

/** Everything that changed, before anybody has said how heavy it is. */
export interface FoundChanges {
  readonly findings: readonly Finding[];
  readonly surfaces: Surfaces;
  /** The operations of both sides. */
  readonly pairs: readonly OperationPair[];
  /** The new names of models by their old ones. */
  readonly renamedModels: ReadonlyMap<string, string>;
  /** The new options of credentials by their old ones. */
  readonly renamedCredentials: ReadonlyMap<string, string>;
}

export const findChanges = (before: Surface, after: Surface): FoundChanges => {
  const old = completed(before, after);
  const now = completed(after, before);
  const surfaces: Surfaces = { old, now, reach: reachOf(old, now) };
  const { reach } = surfaces;
  const { pairs, findings } = pairOperations(old, now);
  const credentials = renamedCredentials(
    old.client.credentials,
    now.client.credentials,
  );
  const renamedModels = movedModels(findModelRenames(old, now), {
    reach,
    pairs,
  });
  const comparison = new ShapeComparison(
    new ModelPair(old, now, renamedModels),
  );
  const found = [
    ...findings,
    ...pairs.flatMap((pair) =>
      compareOperation(comparison, pair, { old: old.client, now: now.client }),
    ),
    ...compareModels(comparison, surfaces, pairs),
    ...comparePayloads(comparison, surfaces),
    ...compareClients(old, now, credentials),
    ...compareLinks(old, now, pairs),
  ];
  return {
    surfaces,
    pairs,
    renamedModels,
    renamedCredentials: credentials,
    findings: withoutRepetitions([
      ...found,
      ...removedModels(surfaces, renamedModels, found),
      ...removedRuntimeTypes(old, now, found),
      ...addedModels(surfaces, renamedModels, found),
    ]),
  };
};

/** Made when it is asked for: of most models nothing has changed. */
const reachOf = (old: Surface, now: Surface): Surfaces["reach"] => {
  let before: Reach | undefined;
  let after: Reach | undefined;
  return {
    get old() {
      return (before ??= new Reach(old));
    },
    get now() {
      return (after ??= new Reach(now));
    },
  };
};

/** @returns in the order of reports: by class, the heaviest first, then by what it is about */
export const judgeChanges = (
  found: FoundChanges,
  policy: ChangePolicy,
): readonly Change[] =>
  found.findings
    .map((finding) => changeOf(asKept(finding, policy), found, policy))
    .sort(byWeight);

/** Where no old names are kept, a type that would stay for callers is gone. */
const asKept = (
  { degree, ...finding }: Finding,
  { keepsAliases }: ChangePolicy,
): Finding =>
  degree === undefined || (degree === "kept" && !keepsAliases)
    ? finding
    : { ...finding, degree };

export const compareSurfaces = (
  old: Surface,
  now: Surface,
  policy: ChangePolicy,
): readonly Change[] => judgeChanges(findChanges(old, now), policy);

const idOf = ({ kind, where, to, value, old, new: now }: Finding): string =>
  createHash("sha256")
    .update(JSON.stringify([kind, where, to, value ?? [old, now]]))
    .digest("hex")
    .slice(0, 12);

const withoutRepetitions = (found: readonly Finding[]): readonly Finding[] => [
  ...new Map(found.map((finding) => [idOf(finding), finding])).values(),
];

const changeOf = (
  finding: Finding,
  { surfaces, pairs }: FoundChanges,
  policy: ChangePolicy,
): Change => {
  const { kind, where, to, position } = finding;
  const verdict = verdictIn(finding, surfaces, policy);
  const { phrase, ...wording } = wordingOf(
    finding,
    verdict.class === "breaking" || verdict.isUnstable,
  );
  const subject = subjectOf(finding, surfaces);
  const calls =
    verdict.class === "breaking" || kind.endsWith("-renamed")
      ? sampleCallsOf(finding, { ...surfaces, pairs })
      : undefined;
  return {
    id: idOf(finding),
    kind,
    class: verdict.class,
    where,
    ...(to !== undefined && { to }),
    ...(position && { position }),
    ...(finding.old !== undefined && { old: finding.old }),
    ...(finding.new !== undefined && { new: finding.new }),
    ...(finding.value !== undefined && { value: finding.value }),
    subject,
    phrase,
    message: `\`${subject}\` ${phrase}.`,
    ...wording,
    ...(calls && { calls }),
    ...metAt(finding, surfaces),
    isRisky: verdict.isRisky,
    isUndecided: isUndecided(finding),
    isUnstable: verdict.isUnstable,
    isAnnounced: finding.isAnnounced ?? false,
    isOverridden: verdict.isOverridden,
  };
};

/** True where nothing could tell whether one type fits the other, so that it counts as breaking. */
const isUndecided = ({ kind, undecided }: Finding): boolean =>
  kind === "type-changed" && undecided !== undefined;

/** Where callers meet a change: of a model, wherever it is used. */
const metAt = (
  { model, otherForms = [], operations = [] }: Finding,
  { old, now, reach }: Surfaces,
): Pick<Change, "affects" | "operations"> => {
  const uses =
    model === undefined
      ? []
      : [...new Set([model, ...otherForms])].flatMap((form) => [
          reach.old.usesOf(form),
          reach.now.usesOf(form),
        ]);
  const names = [...operations, ...uses.flatMap((use) => use.operations)];
  return {
    affects: [...new Set(uses.flatMap(({ places }) => places))].sort(),
    operations: [...new Set(names)]
      .sort()
      .flatMap((id): readonly ChangedOperation[] => {
        const one = now.operations.get(id) ?? old.operations.get(id);
        if (!one) return [];
        const { method, path, call } = one;
        return [{ id, method, path, call }];
      }),
  };
};

const byWeight = (a: Change, b: Change): number =>
  changeClasses.indexOf(a.class) - changeClasses.indexOf(b.class) ||
  byCodeUnit(a.subject, b.subject) ||
  byCodeUnit(a.where, b.where) ||
  byCodeUnit(a.kind, b.kind) ||
  byCodeUnit(a.id, b.id);
