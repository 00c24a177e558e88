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
  | {
      readonly kind: "payload";
      readonly group: PayloadGroup;
      readonly name: string;
    }
  /** What is exported because of some operations: the function of a link, a type of what they give. */
  | {
      readonly kind: "export";
      readonly name: string;
      readonly operations: readonly string[];
    }
  | { readonly kind: "client" };

/** What the API sends on its own. */
export type PayloadGroup = "webhooks" | "callbacks";
