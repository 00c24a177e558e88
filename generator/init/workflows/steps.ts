/**
 * Steps that several workflows share.
 */
import { commandsOf } from "../package-manager.js";
import { nodeVersion, pinned } from "../pins.js";
import { isAtRoot, type Settings } from "../settings.js";
import { literal, type YamlObject } from "./yaml.js";

export const checkout = (options: YamlObject = {}): YamlObject => ({
  uses: pinned("actions/checkout"),
  with: { ...options, "persist-credentials": false },
});

export interface NodeOptions {
  /** True where nothing that is published depends on what another run has left. */
  readonly usesCache: boolean;
}

/** Node.js, the package manager, and what the repository depends on. */
export const install = (
  { packageManager }: Settings,
  { usesCache }: NodeOptions,
): readonly YamlObject[] => {
  const { provide, install: command } = commandsOf(packageManager);
  // The action asks other package managers for their caches before they are there.
  const isCached = usesCache && provide === undefined;
  return [
    {
      uses: pinned("actions/setup-node"),
      with: {
        "node-version": nodeVersion,
        ...(isCached ? { cache: "npm" } : { "package-manager-cache": false }),
      },
    },
    ...(provide === undefined ? [] : [{ run: provide }]),
    { run: command },
  ];
};

/** A program of the repository's dependencies, with its arguments. */
export const exec = ({ packageManager }: Settings, command: string): string =>
  `${commandsOf(packageManager).exec} ${command}`;

export const check = (settings: Settings): YamlObject => ({
  run: exec(settings, "sdkwright check"),
});

/** The package's folder, which shell code takes from here. */
export const folderVariable = ({ folder }: Settings): YamlObject => ({
  SDK: literal(folder),
});

/** The folder as a word of shell code; undefined for a package at the root. */
const folderWord = (settings: Settings): string | undefined =>
  isAtRoot(settings) ? undefined : '"$SDK"';

export const testCommand = (settings: Settings): string =>
  commandsOf(settings.packageManager).test(folderWord(settings));

export const test = (settings: Settings): YamlObject => ({
  name: "Build and test the package",
  run: testCommand(settings),
});

/** Pull requests that start the checks are an App's: those of the workflow's own token start none. */
export const appToken = (permissions: YamlObject): YamlObject => ({
  id: "app",
  uses: pinned("actions/create-github-app-token"),
  with: {
    "client-id": "${{ vars.SDK_BOT_CLIENT_ID }}",
    "private-key": "${{ secrets.SDK_BOT_PRIVATE_KEY }}",
    ...permissions,
  },
});

/** At the top of the workflows that need it. */
export const aboutApp: readonly string[] = [
  "The environment sdk-bot has the variable SDK_BOT_CLIENT_ID and the secret SDK_BOT_PRIVATE_KEY of a GitHub App that may",
  "write contents, issues and pull requests here. Without an App: remove the step app and the environment, give the job these permissions,",
  "take github.token, and close and reopen each pull request, which starts its checks.",
];

/** A version that is there is no failure. */
export const publishScript = (
  settings: Settings,
): string => `spec=$(node -p 'const p = require(\`./\${process.env.SDK}/package.json\`); \`\${p.name}@\${p.version}\`')
if npm view "$spec" version >/dev/null 2>&1; then echo "$spec is published already"; exit 0; fi
${commandsOf(settings.packageManager).publish(folderWord(settings))}
`;

/** With npm's trusted publishing. */
export const publish = (settings: Settings): YamlObject => ({
  name: "Publish, unless this version is there already",
  run: publishScript(settings),
});
