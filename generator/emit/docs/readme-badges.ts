/**
 * The badges of a README. Their images come from servers of others, so there are none unless the owner
 * asks for them.
 */
import type { Sdk } from "../../sdk/sdk.js";
import {
  badge,
  joinMarkdown,
  mdText,
  type Markdown,
} from "../encode/markdown.js";

export const badgeLine = ({ docs, package: info }: Sdk): Markdown =>
  joinMarkdown(
    docs.badges.map((kind) => badgeOf[kind](info)),
    " ",
  );

type Package = Sdk["package"];

const badgeOf: Record<
  Sdk["docs"]["badges"][number],
  (info: Package) => Markdown
> = {
  npm: ({ name }) =>
    badge(mdText`npm`, {
      image: `https://img.shields.io/npm/v/${name}`,
      page: `https://www.npmjs.com/package/${name}`,
    }),
  ci: ({ repository }) => {
    const [, path] =
      /^[\w+]+:\/\/github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
        repository?.url ?? "",
      ) ?? [];
    if (path === undefined) return mdText``;
    const page = `https://github.com/${path}/actions/workflows/sdk-check.yml`;
    return badge(mdText`CI`, { image: `${page}/badge.svg`, page });
  },
  license: ({ name }) =>
    badge(mdText`license`, {
      image: `https://img.shields.io/npm/l/${name}`,
      page: `https://www.npmjs.com/package/${name}`,
    }),
};
