/**
 * What the README and the docs say of outputs beside the SDK: a table of them, and a page for each.
 */
import type { PendingText, Section } from "../contributions.js";
import {
  codeSpan,
  joinMarkdown,
  link,
  mdText,
  table,
  type Markdown,
} from "../encode/markdown.js";
import { docsPage } from "./page.js";

/** No page of a resource begins with an underscore. */
const pagePath = ({ name }: Section): string => `docs/_${name}.md`;

/** The page of an output; undefined where there is nothing to say but its row in the README. */
export const sectionPage = (section: Section): PendingText | undefined => {
  const { title, about, blocks } = section;
  if (blocks.length === 0) return undefined;
  const all = [mdText`# ${title}`, sentence(about), ...blocks];
  return docsPage(pagePath(section), () => all);
};

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
