/** A guard that is taken away, as plain JavaScript for `run.mjs`. */
export interface Sabotage {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** A second guard behind the first. */
  readonly also?: { readonly find: string; readonly replace: string };
  /** The tests that have to notice. */
  readonly tests: readonly string[];
}

export const sabotages: readonly Sabotage[];

/** The text of a file with a sabotage done to it, or why that cannot be. */
export function sabotaged(
  sabotage: Sabotage,
  text: string,
): string | { readonly problem: string };
