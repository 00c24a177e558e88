/**
 * Where a README sends those who need help: what the document says of contacts, documentation and terms.
 */
import type { Sdk } from "../../sdk/sdk.js";
import {
  joinMarkdown,
  markdown,
  mdText,
  webLink,
  type Markdown,
} from "../encode/markdown.js";
import { proseLine } from "./prose.js";

export function supportSection({ package: info }: Sdk): Markdown {
  const { bugs, support } = info;
  const { contact, documentation, terms } = support;
  const lines = [
    ...(documentation
      ? [
          joinMarkdown(
            [
              mdText`- Documentation: ${webLink(documentation.url, documentation.url)}`,
              proseLine(documentation.description ?? "", "text"),
            ],
            ". ",
          ),
        ]
      : []),
    ...(bugs?.url === undefined
      ? []
      : [mdText`- Problems with this package: ${webLink(bugs.url, bugs.url)}`]),
    ...contactLines(contact),
    ...(terms === undefined
      ? []
      : [mdText`- Terms of service: ${webLink(terms, terms)}`]),
  ];
  return lines.length === 0
    ? mdText``
    : mdText`## Support\n\n${joinMarkdown(lines, "\n")}`;
}

function contactLines({
  name,
  url,
  email,
}: Sdk["package"]["support"]["contact"]): Markdown[] {
  const places = joinMarkdown(
    [
      ...(url === undefined ? [] : [webLink(name ?? url, url)]),
      ...(email === undefined ? [] : [webLink(email, `mailto:${email}`)]),
    ],
    ", ",
  );
  if (places === "") return [];
  const who =
    name !== undefined && url === undefined
      ? mdText`${markdown(name)}, `
      : mdText``;
  return [mdText`- Questions about the API: ${who}${places}`];
}
