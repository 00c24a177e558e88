/**
 * What stands first on a page about something that is deprecated.
 */
import type { Doc } from "../../sdk/sdk.js";
import { joinMarkdown, mdText, type Markdown } from "../encode/markdown.js";
import { proseLine } from "./prose.js";

export const deprecationNote = ({
  deprecated,
  deprecation,
}: Doc): Markdown | undefined =>
  deprecated
    ? joinMarkdown(
        [
          mdText`**Deprecated.**`,
          ...(deprecation === undefined
            ? []
            : [proseLine(deprecation, "text")]),
        ],
        " ",
      )
    : undefined;
