/**
 * `CONTRIBUTING.md` and `SECURITY.md`: a beginning, which is the owner's from then on.
 */
import { isUrl } from "../diagnostics/paths.js";
import { commandsOf } from "./package-manager.js";
import { isAtRoot, type Settings } from "./settings.js";
import { shellWord } from "./shell-word.js";

/** A code span that no text ends: with more backticks than the text has in a row. */
const code = (text: string): string => {
  const longest = Math.max(
    0,
    ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length),
  );
  const fence = "`".repeat(longest + 1);
  const space = /^`|`$/.test(text) ? " " : "";
  return `${fence}${space}${text}${space}${fence}`;
};

/** Text of a document, without anything that Markdown or HTML reads. */
const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>()#+!|&~:-]/g, "\\$&");

export const contributing = (settings: Settings): string => {
  const below = (path: string): string =>
    isAtRoot(settings) ? path : `${settings.folder}/${path}`;
  const { install, run, test } = commandsOf(settings.packageManager);
  return `# Contributing

The TypeScript SDK ${isAtRoot(settings) ? "in this repository" : `in ${code(below(""))}`} is generated from ${code(settings.document)} by [sdkwright](https://www.npmjs.com/package/sdkwright).

## What is written by whom

- ${isUrl(settings.document) ? "The document" : code(settings.document)} describes the API: most changes belong there.
- ${code("sdkwright.config.ts")} has what the document cannot say: names, which operations, the package's fields.
- ${code(below("src/lib/"))} is written by hand. ${code(below("src/lib/index.ts"))}, when it is there, is exported with the rest.
- ${code(below("package.json"))} and the text around the marked regions of ${code(below("README.md"))} are written by hand too.
- Everything else is generated. An edit there is kept when it can be, but the document or the config is the better place.

## After a change

\`\`\`sh
${install}
${run} generate # writes what changed
${run} check    # fails when something is not what generate writes
${test(isAtRoot(settings) ? undefined : shellWord(settings.folder))}
\`\`\`

Commit what ${code("generate")} wrote together with what caused it. After a merge conflict, solve the document first, and run ${code(`${run} generate`)}: it writes the generated files again.
${releases[settings.releases]}`;
};

const releases = {
  "release-please":
    "\n## Releases\n\nTitles of pull requests are [conventional commits](https://www.conventionalcommits.org/): `fix:`, `feat:`, `feat!:`. Merging the release pull request publishes.\n",
  changesets:
    "\n## Releases\n\nAdd a changeset (`npx changeset`) to a pull request that users notice. Merging the pull request with the next version publishes.\n",
  "semantic-release":
    "\n## Releases\n\nTitles of pull requests are [conventional commits](https://www.conventionalcommits.org/): `fix:`, `feat:`, `feat!:`. Every merge that users notice is published.\n",
  none: "",
} as const satisfies Record<Settings["releases"], string>;

const provenance =
  "\nReleases are published from this repository's workflow, with provenance: `npm audit signatures` verifies it.\n";

export const security = (settings: Settings): string => {
  const { repository, contact, name, ci } = settings;
  const ways = [
    ...(repository?.host === "github.com"
      ? [`- [report it privately](${repository.url}/security/advisories/new)`]
      : []),
    ...(contact === undefined ? [] : [`- write to ${plain(contact)}`]),
  ];
  return `# Security

## Report a vulnerability

Please do not open a public issue for a vulnerability of ${code(name)}, or of the API behind it.

${ways.length > 0 ? ways.join("\n") : "- write to the address that npm shows for the maintainers of the package"}

Say which version you use, what an attacker could do, and how to see it. A first answer comes within a week.

## Versions

Fixes are made for the latest version.

## What the package does

It has no dependencies, sends requests only to the servers that the API's description names or that you configure, and sends credentials to no other origin. Credentials are read from the options of the client, or from the environment variables that README.md lists.
${ci === "none" ? "" : provenance}`;
};
