/**
 * The text of the overlay that an import writes.
 */
import { stringify } from "yaml";
import type { OverlayAction } from "./draft.js";

export const overlayText = (
  actions: readonly OverlayAction[],
  title: string,
): string =>
  stringify(
    {
      overlay: "1.0.0",
      info: { title, version: "1.0.0" },
      actions: actions.map(({ target, description, update, remove }) => ({
        target,
        ...(description !== undefined && { description }),
        ...(remove ? { remove } : { update }),
      })),
    },
    { lineWidth: 0, blockQuote: "literal", aliasDuplicateObjects: false },
  );
