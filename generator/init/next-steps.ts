/**
 * What is left to the owner, as commands that can be pasted.
 */
import { commandsOf } from "./package-manager.js";
import { isAtRoot, type Settings } from "./settings.js";
import { shellWord } from "./shell-word.js";
import type { PublicNames } from "../names/list-names.js";

export interface NextStep {
  readonly command: string;
  /** Said behind the command. */
  readonly about?: string;
}

export const nextSteps = (
  settings: Settings,
  isInRepository: boolean,
): readonly NextStep[] => {
  const { name, releases, repository, ci } = settings;
  const folder = isAtRoot(settings) ? undefined : shellWord(settings.folder);
  const { exec, publish, version } = commandsOf(settings.packageManager);
  const run = exec === "npx --no-install" ? "npx" : exec;
  const byHand = ci !== "github" || releases === "none";
  return [
    ...(isInRepository
      ? [
          {
            command: `git add --all && git commit --message "feat: first SDK"`,
          },
        ]
      : []),
    ...(releases === "none"
      ? [
          { command: version("0.1.0", folder) },
          {
            command: isInRepository
              ? `${run} sdkwright generate && git commit --all --message "chore: release 0.1.0"`
              : `${run} sdkwright generate`,
            about: "notes what callers get: later changes are measured by it",
          },
        ]
      : []),
    {
      command: publish(folder),
      about: byHand
        ? "after npm login"
        : "once by hand, after npm login: npm must know the package before a workflow may publish it",
    },
    ...(ci === "github"
      ? [
          {
            command: `npm trust github ${name} --repo ${repository?.path ?? "OWNER/REPOSITORY"} --file sdk-release.yml --env npm --allow-publish`,
            about: "from then on the workflow publishes, without a token",
          },
        ]
      : []),
    ...(ci === "github" ? botSteps(repository?.path) : []),
    ...(ci === "github"
      ? [{ command: "git push", about: afterPush[releases] }]
      : []),
  ];
};

const botSteps = (path = "OWNER/REPOSITORY"): readonly NextStep[] => [
  {
    command: `gh api --method PUT repos/${path}/environments/sdk-bot && gh variable set SDK_BOT_CLIENT_ID --env sdk-bot && gh secret set SDK_BOT_PRIVATE_KEY --env sdk-bot < key.pem`,
    about:
      "of a GitHub App that opens the pull requests; the workflows say what it may do, and how to go without",
  },
];

const afterPush = {
  "release-please":
    "the workflow opens the pull request for 0.1.0; merging it publishes",
  changesets:
    "the workflow opens the pull request for 0.1.0; merging it publishes",
  "semantic-release": "tag v0.0.0 first, or the first release is 1.0.0",
  none: "and later a tag, such as v0.2.0, which publishes",
} as const satisfies Record<Settings["releases"], string>;

/** How many names the list shows. */
const shownNames = 3;

/**
 * Names of methods that someone should look at while they are free: those that end in a number, repeat
 * their resource, or are of several words.
 */
export const doubtfulNames = ({
  operations,
}: Pick<PublicNames, "operations">): readonly string[] =>
  operations
    .map(({ name }) => {
      const path = name.replace(/^client\./, "");
      return { path, doubt: doubtOf(path) };
    })
    .filter(({ doubt }) => doubt > 0)
    .sort((a, b) => b.doubt - a.doubt)
    .map(({ path }) => path);

const doubtOf = (path: string): number => {
  const segments = path.split(".");
  const words = wordsOf(segments.at(-1) ?? "");
  const resource = new Set(
    segments.slice(0, -1).flatMap(wordsOf).map(singular),
  );
  if (/\d$/.test(path)) return 3;
  if (words.length < 2) return 0;
  return words.some((word) => resource.has(singular(word))) ? 2 : 1;
};

const wordsOf = (name: string): readonly string[] =>
  name
    .split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|_/u)
    .map((word) => word.toLowerCase());

const singular = (word: string): string =>
  word.replace(/ies$/, "y").replace(/s$/, "");

/** `3 names are worth a look before 0.1.0: …`; undefined when there is none. */
export const aboutNames = (names: readonly string[]): string | undefined => {
  if (names.length === 0) return undefined;
  const shown = names.slice(0, shownNames).join(", ");
  const more = names.length - shownNames;
  return (
    `${names.length} ${names.length === 1 ? "name is" : "names are"} worth a look before 0.1.0: ${shown}` +
    (more > 0 ? `, and ${more} more` : "") +
    "   (npx sdkwright names)"
  );
};
