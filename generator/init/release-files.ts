/**
 * The configs of the release tools, for a package that has no release yet: the first is 0.1.0.
 */
import type { JsonObject } from "../openapi/records.js";
import { isAtRoot, type InitFile, type Settings } from "./settings.js";

export const releaseFiles = (settings: Settings): readonly InitFile[] => {
  switch (settings.releases) {
    case "release-please":
      return releasePlease(settings);
    case "changesets":
      return changesets(settings);
    case "semantic-release":
      return semanticRelease(settings);
    case "none":
      return [];
  }
};

const json = (value: unknown): string =>
  `${JSON.stringify(value, undefined, 2)}\n`;

/** The members of an object, for one that is there. */
const members = (value: JsonObject): string =>
  JSON.stringify(value, undefined, 2).replace(/^\{\n|\n\}$/g, "");

const releasePlease = (settings: Settings): readonly InitFile[] => {
  const { folder, packageManager } = settings;
  const entry: JsonObject = {
    [folder]: {
      "release-type": "node",
      "include-component-in-tag": false,
      "bump-minor-pre-major": true,
      "initial-version": "0.1.0",
      // Of a package at the root it knows npm's lock file by itself; others have no versions of workspaces.
      ...(!isAtRoot(settings) &&
        packageManager === "npm" && {
          "extra-files": [
            {
              type: "json",
              path: "/package-lock.json",
              jsonpath: `$.packages['${folder}'].version`,
            },
          ],
        }),
    },
  };
  const versions: JsonObject = { [folder]: "0.0.0" };
  return [
    {
      path: "release-please-config.json",
      text: json({
        $schema:
          "https://raw.githubusercontent.com/googleapis/release-please/main/schemas/config.json",
        packages: entry,
      }),
      lines: `"packages": {\n${members(entry)}\n}`,
    },
    {
      path: ".release-please-manifest.json",
      text: json(versions),
      lines: members(versions),
    },
  ];
};

const changesets = ({ name, branch }: Settings): readonly InitFile[] => [
  {
    path: ".changeset/config.json",
    text: json({
      $schema: "https://unpkg.com/@changesets/config@3.1.1/schema.json",
      changelog: "@changesets/cli/changelog",
      commit: false,
      access: name.startsWith("@") ? "public" : "restricted",
      baseBranch: branch,
      updateInternalDependencies: "patch",
    }),
  },
  {
    path: ".changeset/first-version.md",
    text: `---\n${JSON.stringify(name)}: minor\n---\n\nFirst version\n`,
  },
];

/** The workflow publishes, so that npm needs no token. */
const semanticRelease = (settings: Settings): readonly InitFile[] => {
  const { folder, branch, packageManager } = settings;
  const below = (name: string): string =>
    isAtRoot(settings) ? name : `${folder}/${name}`;
  return [
    {
      path: ".releaserc.json",
      text: json({
        branches: [branch],
        plugins: [
          "@semantic-release/commit-analyzer",
          "@semantic-release/release-notes-generator",
          [
            "@semantic-release/changelog",
            {
              changelogFile: below("CHANGELOG.md"),
              changelogTitle: "# Changelog",
            },
          ],
          [
            "@semantic-release/npm",
            {
              npmPublish: false,
              ...(!isAtRoot(settings) && { pkgRoot: folder }),
            },
          ],
          [
            "@semantic-release/git",
            {
              assets: [
                below("package.json"),
                below("CHANGELOG.md"),
                ...(packageManager === "npm" ? ["package-lock.json"] : []),
              ],
            },
          ],
          "@semantic-release/github",
        ],
      }),
    },
  ];
};
