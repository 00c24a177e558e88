/**
 * Links in the CommonMark texts of a document. What looks like one in code is none.
 */

/** Code, or an inline link or image; code may be in its label. */
const codeOrLink =
  /```[^]*?```|`[^`\n]*`|(?<!\\)!?\[(?<label>(?:[^[\]`]|`[^`\n]*`)*)\]\((?<target>[^\s()]*)(?:\s+"[^"]*")?\)/g;

export interface TextLink {
  /** The whole link, as it stands in the text. */
  readonly whole: string;
  readonly label: string;
  readonly target: string;
}

/** The text with what stands in place of each link. */
export const mapLinks = (
  text: string,
  replacement: (link: TextLink) => string,
): string =>
  text.includes("](")
    ? text.replace(codeOrLink, (whole: string, label?: string, target = "") =>
        label === undefined
          ? whole
          : replacement({ whole, label, target: String(target) }),
      )
    : text;
