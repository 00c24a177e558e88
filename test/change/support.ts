/**
 * Two documents, and what changes between the packages that are made of them.
 */
import {
  standardPolicy,
  type Change,
  type ChangePolicy,
} from "../../generator/change/change.js";
import { compareSurfaces } from "../../generator/change/compare-surfaces.js";
import type { Surface } from "../../generator/surface/surface.js";
import { surfaceOf } from "../../generator/surface/surface-of.js";
import { sdkOf, type Options, type Source } from "../support/pipeline.js";

/** The second package has the names of the first one. */
export const surfacesOf = async (
  old: Source,
  now: Source,
  options: Options = {},
): Promise<readonly [old: Surface, now: Surface]> => {
  const before = await sdkOf(old, options);
  const after = await sdkOf(now, { ...options, names: before.names });
  return [surfaceOf(before), surfaceOf(after)];
};

export interface ComparedAs extends Options {
  readonly policy?: Partial<ChangePolicy>;
}

export const changesOf = async (
  old: Source,
  now: Source,
  { policy = {}, ...options }: ComparedAs = {},
): Promise<readonly Change[]> => {
  const surfaces = await surfacesOf(old, now, options);
  return compareSurfaces(...surfaces, { ...standardPolicy, ...policy });
};

/** `breaking model-renamed Pet -> Animal` */
export const shown = ({ class: weight, kind, where, to }: Change): string =>
  [weight, kind, where, ...(to === undefined ? [] : ["->", to])].join(" ");

export const shownChanges = async (
  ...documents: Parameters<typeof changesOf>
): Promise<readonly string[]> => (await changesOf(...documents)).map(shown);
