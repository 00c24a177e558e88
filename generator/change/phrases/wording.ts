/**
 * What is said of each change, in the words of those who call the package.
 */
import type { ChangeKind } from "../change.js";
import type { Finding } from "../finding.js";
import { callWords } from "./call-words.js";
import { nameWords } from "./name-words.js";
import { typeWords } from "./type-words.js";
import type { Words } from "./words.js";

const words: Readonly<Record<ChangeKind, Words>> = {
  ...typeWords,
  ...callWords,
  ...nameWords,
};

export interface ChangeWording {
  readonly phrase: string;
  readonly migration?: string;
  readonly help?: string;
}

/** @param isBreaking whether callers have to do something */
export const wordingOf = (
  finding: Finding,
  isBreaking: boolean,
): ChangeWording => {
  const { phrase, migration, help } = words[finding.kind];
  const name = nameOf(finding.where);
  return {
    phrase: phrase(finding, name),
    ...(isBreaking && migration && { migration: migration(finding, name) }),
    ...(isBreaking && help !== undefined && { help }),
  };
};

/** The last step of a place. */
const nameOf = (where: string): string =>
  /(?:\.(?:params|headers|errors|options)\.)(.+)$/.exec(where)?.[1] ??
  where.slice(where.lastIndexOf(".") + 1);
