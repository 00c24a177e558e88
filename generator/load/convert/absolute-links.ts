/**
 * Links of descriptions that are relative to the pages for which they were written. Where those are is
 * not said by the specification, which resolves them "in their rendered context"; the `externalDocs` of
 * the document is the page that its author shows readers.
 */
import { openapiRoot } from "../../openapi/grammar.js";
import { mapLinks, type TextLink } from "../../openapi/links-in-text.js";
import { isRecord, type JsonObject } from "../../openapi/records.js";
import { walk } from "../../openapi/walk.js";

/** `root` is changed, where it names such a page. */
export const absoluteLinks = (root: JsonObject): void => {
  const base = isRecord(root.externalDocs) ? root.externalDocs.url : undefined;
  if (typeof base !== "string" || !isPage(base)) return;
  walk(root, openapiRoot, undefined, {
    object: (node) => {
      const { description } = node;
      if (typeof description === "string")
        node.description = mapLinks(description, (link) =>
          absoluteLink(link, base),
        );
    },
  });
};

const isPage = (url: string): boolean =>
  /^https?:\/\//i.test(url) && URL.canParse(url);

/**
 * A fragment is of the page that shows the document, wherever that is, and an image would be loaded by
 * everybody who reads ours: both stay.
 */
const absoluteLink = (
  { whole, label, target }: TextLink,
  base: string,
): string =>
  /^(?:#|$|[a-z][a-z\d+.-]*:)/i.test(target) ||
  whole.startsWith("!") ||
  !URL.canParse(target, base)
    ? whole
    : `[${label}](${withoutParentheses(new URL(target, base).href)})`;

/** They would end the link. */
const withoutParentheses = (url: string): string =>
  url.replaceAll("(", "%28").replaceAll(")", "%29");
