/**
 * A target as an earlier commit has it: its documents, overlays and config in a copy of the repository.
 */
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { isUrl } from "../diagnostics/paths.js";
import { findTargets, type Target } from "./targets.js";

/** The files that a commit has to have; undefined when an input is no file. */
export const filesOf = ({
  inputs,
  overlays,
  configFile,
}: Target): readonly string[] | undefined => {
  const documents = inputs.filter((input) => typeof input === "string");
  if (documents.length < inputs.length || documents.some(isUrl))
    return undefined;
  return [
    ...documents,
    ...overlays,
    ...(configFile === undefined ? [] : [configFile]),
  ];
};

/**
 * @param at where a file of today is in the copy
 * @returns undefined when the copy cannot have it
 */
export const pastTarget = async (
  target: Target,
  at: (path: string) => string | undefined,
): Promise<Target | undefined> =>
  (await ofPastConfig(target, at)) ?? ofPresentConfig(target, at);

const ofPresentConfig = (
  { config, inputs, output, overlays, refRoot }: Target,
  at: (path: string) => string | undefined,
): Target | undefined => {
  const moved = {
    output: at(output) ?? output,
    inputs: inputs.map((input) =>
      typeof input === "string" ? at(input) : undefined,
    ),
    overlays: overlays.map(at),
  };
  const isWhole = <T>(list: readonly (T | undefined)[]): list is readonly T[] =>
    !list.includes(undefined);
  const { inputs: documents, overlays: changes } = moved;
  if (!isWhole(documents) || !isWhole(changes)) return undefined;
  const root = refRoot === undefined ? undefined : at(refRoot);
  return {
    config,
    inputs: documents,
    output: moved.output,
    overlays: changes,
    ...(root !== undefined && { refRoot: root }),
  };
};

/** Undefined when the config is as it was, or the earlier one does not load where it is now. */
const ofPastConfig = async (
  { configFile, output }: Target,
  at: (path: string) => string | undefined,
): Promise<Target | undefined> => {
  const config = configFile === undefined ? undefined : at(configFile);
  if (config === undefined || configFile === undefined) return undefined;
  if (textOf(config) === textOf(configFile)) return undefined;
  try {
    const targets = await findTargets(
      { config, cwd: dirname(config) },
      new Diagnostics(),
    );
    const wanted = at(output);
    return targets.find((target) => target.output === wanted);
  } catch {
    return undefined;
  }
};

const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, "utf8").replaceAll("\r\n", "\n");
  } catch {
    return undefined;
  }
};
