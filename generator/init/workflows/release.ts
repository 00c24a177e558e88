/**
 * `sdk-release.yml`: what the release tool does, and publishing with npm's trusted publishing, which
 * needs no token.
 */
import { pinned } from "../pins.js";
import { isAtRoot, type Settings } from "../settings.js";
import {
  aboutApp,
  appToken,
  check,
  checkout,
  exec,
  folderVariable,
  install,
  publish,
  test,
} from "./steps.js";
import { branchPattern, printYaml, type YamlObject } from "./yaml.js";

export const releaseWorkflow = (settings: Settings): string => {
  const { releases, branch } = settings;
  const { comment, jobs } = tools[releases](settings);
  return printYaml(
    [
      comment,
      "The environment npm is the one that npm's trusted publisher of the package names.",
      ...(releases === "none" ? [] : aboutApp),
    ],
    {
      name: "SDK release",
      on: {
        push:
          releases === "none"
            ? { tags: ["v*"] }
            : { branches: [branchPattern(branch)] },
      },
      permissions: {},
      concurrency: { group: "sdk-release" },
      env: folderVariable(settings),
      jobs,
    },
  );
};

interface Variant {
  readonly comment: string;
  readonly jobs: YamlObject;
}

const publishJob = (
  settings: Settings,
  { needs, created, ref }: ReleaseOutputs = {},
): YamlObject => ({
  ...(needs !== undefined && { needs }),
  ...(created !== undefined && { if: created }),
  "runs-on": "ubuntu-latest",
  "timeout-minutes": 15,
  environment: "npm",
  permissions: { contents: "read", "id-token": "write" },
  steps: [
    checkout(ref === undefined ? {} : { ref }),
    ...install(settings, { usesCache: false }),
    check(settings),
    test(settings),
    publish(settings),
  ],
});

interface ReleaseOutputs {
  readonly needs?: string;
  /** The condition that there is something to publish. */
  readonly created?: string;
  readonly ref?: string;
}

const ofRelease: ReleaseOutputs = {
  needs: "release",
  created: "needs.release.outputs.created == 'true'",
  ref: "${{ needs.release.outputs.sha }}",
};

/** What the release tool does, with an App's token. */
const releaseJob = (
  outputs: YamlObject,
  steps: readonly YamlObject[],
): YamlObject => ({
  "runs-on": "ubuntu-latest",
  "timeout-minutes": 10,
  environment: "sdk-bot",
  permissions: {},
  outputs,
  steps: [
    appToken({
      "permission-contents": "write",
      "permission-issues": "write",
      "permission-pull-requests": "write",
    }),
    ...steps,
  ],
});

const releasePlease = (settings: Settings): Variant => {
  // The action calls the outputs of a package below the root after its folder.
  const outputOf = (name: string): string =>
    isAtRoot(settings)
      ? `\${{ steps.release.outputs.${name} }}`
      : `\${{ steps.release.outputs['${settings.folder}--${name}'] }}`;
  return {
    comment:
      "Keeps one release pull request open; merging it tags, and publishes with npm's trusted publishing (no token).",
    jobs: {
      release: releaseJob(
        { created: outputOf("release_created"), sha: outputOf("sha") },
        [
          {
            id: "release",
            uses: pinned("googleapis/release-please-action"),
            with: { token: "${{ steps.app.outputs.token }}" },
          },
        ],
      ),
      publish: publishJob(settings, ofRelease),
    },
  };
};

const changesets = (settings: Settings): Variant => ({
  comment:
    "Keeps one pull request with the next version open; merging it publishes with npm's trusted publishing (no token), and tags.",
  jobs: {
    release: releaseJob(
      {
        created: "${{ steps.release.outputs.hasChangesets == 'false' }}",
        sha: "${{ github.sha }}",
      },
      [
        checkout(),
        ...install(settings, { usesCache: false }),
        {
          id: "release",
          uses: pinned("changesets/action"),
          with: { version: exec(settings, "changeset version") },
          env: { GITHUB_TOKEN: "${{ steps.app.outputs.token }}" },
        },
      ],
    ),
    publish: publishJob(settings, ofRelease),
    tag: {
      needs: "publish",
      "runs-on": "ubuntu-latest",
      "timeout-minutes": 5,
      permissions: { contents: "write" },
      steps: [
        checkout(),
        {
          name: "Tag it, unless it is tagged already",
          env: {
            GH_TOKEN: "${{ github.token }}",
            REPO: "${{ github.repository }}",
            SHA: "${{ github.sha }}",
          },
          run: `tag=v$(node -p 'require(\`./\${process.env.SDK}/package.json\`).version')
if gh release view "$tag" --repo "$REPO" >/dev/null 2>&1; then echo "$tag is there already"; exit 0; fi
gh release create "$tag" --repo "$REPO" --target "$SHA" --title "$tag" --notes "See CHANGELOG.md."
`,
        },
      ],
    },
  },
});

const semanticRelease = (settings: Settings): Variant => ({
  comment:
    "Makes a release of the commits since the last one, and publishes it with npm's trusted publishing (no token).",
  jobs: {
    release: releaseJob(
      {
        created: "${{ steps.release.outputs.created }}",
        sha: "${{ steps.release.outputs.sha }}",
      },
      [
        checkout({ "fetch-depth": 0 }),
        ...install(settings, { usesCache: false }),
        {
          id: "release",
          env: { GITHUB_TOKEN: "${{ steps.app.outputs.token }}" },
          run: `${exec(settings, "semantic-release")}
sha=$(git rev-parse HEAD)
if [ "$sha" = "$GITHUB_SHA" ]; then created=false; else created=true; fi
echo "created=$created" >> "$GITHUB_OUTPUT"
echo "sha=$sha" >> "$GITHUB_OUTPUT"
`,
        },
      ],
    ),
    publish: publishJob(settings, ofRelease),
  },
});

/** Without a tool the owner raises the version and pushes a tag. */
const byHand = (settings: Settings): Variant => ({
  comment:
    "A pushed tag, such as v0.2.0, publishes the package with npm's trusted publishing (no token).",
  jobs: { publish: publishJob(settings) },
});

const tools = {
  "release-please": releasePlease,
  changesets,
  "semantic-release": semanticRelease,
  none: byHand,
} as const satisfies Record<
  Settings["releases"],
  (settings: Settings) => Variant
>;
