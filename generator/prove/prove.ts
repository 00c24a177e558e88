/**
 * Holds the rules against the compiler: a caller of everything that the old surface declares is
 * compiled against the new package, and what fails is compared with what was reported.
 */
import type { Change } from "../change/change.js";
import { pairOperations } from "../change/operation-pairs.js";
import { Reach } from "../change/reach.js";
import type { Surface } from "../surface/surface.js";
import {
  compileCallers,
  type CompiledCaller,
  type FailedUse,
} from "./compile-caller.js";
import type { Use } from "./use.js";
import { type Caller, writeCaller } from "./write-caller.js";

export interface Proof {
  /** How many things the caller uses. */
  readonly uses: number;
  /** How many of them no longer compile. */
  readonly failed: number;
  /** What fails though no breaking change was reported of it. */
  readonly unpredicted: readonly FailedUse[];
  /** Breaking changes of which nothing fails to compile: they show when the code runs. */
  readonly compiling: readonly Change[];
  /** Why the caller itself does not compile, so that nothing is proved. */
  readonly broken: readonly string[];
}

export interface ProofInput {
  readonly old: Surface;
  readonly new: Surface;
  /** The sources of the new package by path; the caller imports `src/index.ts`. */
  readonly sources: ReadonlyMap<string, string>;
  /** As the rules found them, judged by the standard policy. */
  readonly changes: readonly Change[];
  /** The new names of models by their old ones. */
  readonly renamedModels: ReadonlyMap<string, string>;
}

export const prove = (inputs: readonly ProofInput[]): readonly Proof[] => {
  const packages = inputs.map(({ old, sources }) => ({
    caller: writeCaller(old, "./src/index.js"),
    sources,
  }));
  const compiled = compileCallers(packages);
  return inputs.flatMap((input, index) => {
    const [written, result] = [packages[index], compiled[index]];
    return written && result ? [proofOf(input, written.caller, result)] : [];
  });
};

const proofOf = (
  input: ProofInput,
  caller: Caller,
  { failed, broken }: CompiledCaller,
): Proof => {
  const explains = relation(input);
  const breaking = input.changes.filter((one) => one.class === "breaking");
  return {
    uses: caller.uses.length,
    failed: failed.length,
    unpredicted: failed.filter(
      ({ use }) =>
        !breaking.some((change) => explains(change, use)) &&
        !input.changes.some(
          (change) => isOfOneDirection(change, use) && explains(change, use),
        ),
    ),
    compiling: breaking.filter(
      (change) => !failed.some(({ use }) => explains(change, use)),
    ),
    broken,
  };
};

/**
 * What no operation uses may be made of models that are used in one direction: of those, nothing was
 * promised to who makes values of them by hand.
 */
const isOfOneDirection = (
  { position = "both" }: Change,
  { subject, direction }: Use,
): boolean =>
  subject.kind === "model" && direction === undefined && position !== "both";

/** True if a change can be why a use fails. */
const relation = ({
  old,
  new: now,
  renamedModels,
}: ProofInput): ((change: Change, use: Use) => boolean) => {
  const reach = new Reach(old);
  const newNames = new Map(
    pairOperations(old, now).pairs.map(({ before, after }) => [before, after]),
  );
  const models = modelsInside(old, reach);
  /** What changes of a model may name: itself, its schema, or the model that it is a form of. */
  const placesOf = (model: string): readonly (string | undefined)[] => {
    const { schema, formOf } = old.models.get(model) ?? {};
    const renamed = renamedModels.get(model);
    const next = now.models.get(renamed ?? model);
    return [model, schema, formOf, renamed, next?.schema, next?.formOf];
  };
  const isOfOperation = (change: Change, name: string): boolean => {
    const names = new Set([name, newNames.get(name)]);
    const [root = ""] = change.where.split(/[.[{]/, 1);
    return names.has(root) || change.operations.some(({ id }) => names.has(id));
  };
  return (change, { subject, direction }) => {
    const { position = "both" } = change;
    // What a call gives is reached through its arguments.
    const isCall = subject.kind === "operation" && direction === "output";
    const isOfOther =
      direction !== undefined && position !== "both" && position !== direction;
    if (isOfOther && !isCall) return false;
    const [root = ""] = change.where.split(/[.[{]/, 1);
    switch (subject.kind) {
      case "operation":
        return isOfOperation(change, subject.name);
      case "model": {
        const { name } = subject;
        const inside = models(name);
        if ([...inside].some((model) => placesOf(model).includes(root)))
          return true;
        // What is no longer exported was reported where it was used.
        const { operations, places } = reach.usesOf(name);
        const isOfPayload =
          (root === "webhooks" || root === "callbacks") &&
          places.some((place) => place.startsWith(`${root}.`));
        return (
          !now.models.has(name) &&
          (isOfPayload || operations.some((one) => isOfOperation(change, one)))
        );
      }
      case "payload":
        return (
          root === subject.group ||
          change.affects.includes(`${subject.group}.${subject.name}`)
        );
      case "export":
        return (
          root === subject.name ||
          subject.operations.some((one) => isOfOperation(change, one))
        );
      case "client":
        return root === "client" || change.operations.length === 0;
    }
  };
};

/** A model with those that it is made of. */
const modelsInside = (
  { models }: Surface,
  reach: Reach,
): ((model: string) => ReadonlySet<string>) => {
  const inside = new Map<string, Set<string>>();
  for (const name of models.keys()) inside.set(name, new Set([name]));
  for (const name of models.keys())
    for (const above of reach.modelsAbove(name)) inside.get(above)?.add(name);
  return (model) => inside.get(model) ?? new Set([model]);
};
