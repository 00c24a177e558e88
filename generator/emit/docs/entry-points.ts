/**
 * What the README and the docs say of outputs beside the SDK: a table of them, and a page for each.
 */
import type { TextFile } from "../../sdk/output.js";
import type { Section } from "../contributions.js";
import {
  codeSpan,
  joinMarkdown,
  link,
  mdText,
  table,
  type Markdown,
} from "../encode/markdown.js";

/** No page of a resource begins with an underscore. */
const pagePath = ({ name }: Section): string => `docs/_${name}.md`;

export const sectionPages = (sections: readonly Section[]): TextFile[] =>
  sections
    .filter(({ blocks }) => blocks.length > 0)
    .map((section) => ({
      path: pagePath(section),
      text: `${joinMarkdown([mdText`# ${section.title}`, sentence(section.about), ...section.blocks], "\n\n")}\n`,
      kind: "source",
    }));

const sentence = (text: Markdown): Markdown =>
  (text.charAt(0).toUpperCase() + text.slice(1)) as Markdown;

/** @param name of the package */
export const entryPoints = (
  sections: readonly Section[],
  name: string,
): Markdown =>
  sections.length === 0
    ? mdText``
    : joinMarkdown(
        [
          mdText`## Beside the client`,
          table(
            ["import", "what it is"],
            sections.map((section) => [
              section.entry === undefined
                ? mdText``
                : codeSpan(name + section.entry.slice(1)),
              mdText`${titleOf(section)}: ${section.about}`,
            ]),
          ),
        ],
        "\n\n",
      );

const titleOf = (section: Section): Markdown =>
  section.blocks.length === 0
    ? section.title
    : link(section.title, pagePath(section));
