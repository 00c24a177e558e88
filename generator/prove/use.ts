/**
 * A use of something that the old surface declares: a few statements of a caller.
 */
import type { Direction } from "../change/finding.js";

export interface Use {
  /** What is used, in the words of the old surface: `getPet.params`, `Pet`, `client.options.apiKey`. */
  readonly where: string;
  /** What a change has to be about to explain that it no longer compiles. */
  readonly subject: UseSubject;
  /** Whether the caller passes values or gets them; absent where it is neither. */
  readonly direction?: Exclude<Direction, "both">;
  readonly statements: readonly string[];
}

export type UseSubject =
  | { readonly kind: "operation"; readonly name: string }
  | { readonly kind: "model"; readonly name: string }
  | { readonly kind: "webhook"; readonly name: string }
  | { readonly kind: "client" };
