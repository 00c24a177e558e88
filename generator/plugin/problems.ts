/**
 * What plugins do wrong, and what they say, as data: `outputs/` reports it.
 */
import type { Operation } from "../sdk/sdk.js";

export type PluginProblem =
  | {
      readonly kind: "refused";
      readonly plugin: string;
      /** What it did: `writes src/core/x.ts`. */
      readonly action: string;
      readonly reason: string;
    }
  | {
      readonly kind: "conflict";
      readonly first: string;
      readonly second: string;
      /** What both did: `write src/routes.ts`. */
      readonly action: string;
    }
  | {
      readonly kind: "failed";
      readonly plugin: string;
      readonly reason: string;
    }
  | {
      readonly kind: "warning";
      readonly plugin: string;
      readonly code: string;
      readonly message: string;
      readonly operation: Operation | undefined;
    };
