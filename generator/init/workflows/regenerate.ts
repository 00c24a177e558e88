/**
 * `sdk-regenerate.yml`: fetches the document where it is published elsewhere, generates, and opens or
 * updates one pull request.
 *
 * What touches the foreign document and what may push are two jobs: only a patch passes between them.
 */
import { isUrl } from "../../diagnostics/paths.js";
import { pinned } from "../pins.js";
import type { Settings } from "../settings.js";
import { aboutApp, appToken, checkout, exec, install } from "./steps.js";
import { branchPattern, literal, printYaml, type YamlObject } from "./yaml.js";

export const regenerateWorkflow = (settings: Settings): string =>
  printYaml(
    [
      settings.documentURL === undefined
        ? "Regenerates, and opens or updates one pull request."
        : "Fetches the document, regenerates, and opens or updates one pull request.",
      ...aboutApp,
    ],
    {
      name: "SDK regenerate",
      on: events(settings),
      permissions: {},
      concurrency: { group: "sdk-regenerate" },
      env: { DOCUMENT: literal(settings.document) },
      jobs: { generate: generateJob(settings), propose: proposeJob },
    },
  );

/** A document that is kept here changes by a commit; one from elsewhere at any time. */
const events = ({ document, documentURL, branch }: Settings): YamlObject =>
  documentURL !== undefined || isUrl(document)
    ? {
        schedule: [{ cron: "17 5 * * 1-5" }],
        workflow_dispatch: null,
        repository_dispatch: { types: ["openapi-changed"] },
      }
    : {
        push: { branches: [branchPattern(branch)] },
        workflow_dispatch: null,
      };

const generateJob = (settings: Settings): YamlObject => ({
  "runs-on": "ubuntu-latest",
  "timeout-minutes": 15,
  permissions: { contents: "read" },
  outputs: { changed: "${{ steps.generate.outputs.changed }}" },
  steps: [
    checkout(settings.documentURL === undefined ? { "fetch-depth": 0 } : {}),
    ...install(settings, { usesCache: true }),
    {
      id: "generate",
      ...(Object.keys(variables(settings)).length > 0 && {
        env: variables(settings),
      }),
      run: [
        settings.documentURL === undefined ? "" : fetching,
        generating(settings),
        isUrl(settings.document) ? "" : describing(settings),
        finishing,
      ].join(""),
    },
    {
      if: "steps.generate.outputs.changed == 'true'",
      uses: pinned("actions/upload-artifact"),
      with: {
        name: "sdk-change",
        path: "${{ runner.temp }}/out/",
        "retention-days": 1,
      },
    },
  ],
});

const variables = (settings: Settings): YamlObject => ({
  ...(settings.documentURL !== undefined && {
    DOCUMENT_URL: literal(settings.documentURL),
  }),
  ...(!isUrl(settings.document) && { BEFORE: before(settings) }),
});

/** What was fetched is not committed yet; a document that is kept here is, by what started the run. */
const before = ({ documentURL }: Settings): string =>
  documentURL === undefined ? "${{ github.event.before || 'HEAD' }}" : "HEAD";

const fetching = `curl --fail --silent --show-error --location --proto '=https' --max-time 60 --retry 3 --output "$DOCUMENT" -- "$DOCUMENT_URL"
`;

const generating = (
  settings: Settings,
): string => `${exec(settings, "sdkwright generate")}
git add --all
if git diff --cached --quiet; then echo "changed=false" >> "$GITHUB_OUTPUT"; exit 0; fi
mkdir "$RUNNER_TEMP/out"
git diff --cached --binary > "$RUNNER_TEMP/out/change.patch"
git diff --cached --stat > "$RUNNER_TEMP/out/body.md"
printf 'feat: regenerate from %s\\n' "$DOCUMENT" > "$RUNNER_TEMP/out/title"
`;

/** What changes for callers, where commits have what the document was. */
const describing = (
  settings: Settings,
): string => `if git cat-file -e "$BEFORE:$DOCUMENT"; then
  ${exec(settings, "sdkwright diff")} --format markdown -- "$BEFORE:$DOCUMENT" "$DOCUMENT" > "$RUNNER_TEMP/out/body.md"
  ${exec(settings, "sdkwright diff")} --format title -- "$BEFORE:$DOCUMENT" "$DOCUMENT" > "$RUNNER_TEMP/out/title"
fi
`;

const finishing = `echo "changed=true" >> "$GITHUB_OUTPUT"
`;

const proposeJob: YamlObject = {
  needs: "generate",
  if: "needs.generate.outputs.changed == 'true'",
  "runs-on": "ubuntu-latest",
  "timeout-minutes": 5,
  environment: "sdk-bot",
  permissions: {},
  steps: [
    appToken({
      "permission-contents": "write",
      "permission-pull-requests": "write",
    }),
    checkout(),
    {
      uses: pinned("actions/download-artifact"),
      with: { name: "sdk-change", path: "${{ runner.temp }}/out" },
    },
    {
      env: {
        GH_TOKEN: "${{ steps.app.outputs.token }}",
        REPO: "${{ github.repository }}",
        BASE: "${{ github.event.repository.default_branch }}",
      },
      run: `title=$(head -c 200 "$RUNNER_TEMP/out/title" | head -n 1)
git switch --create sdkwright/regenerate
git apply --index "$RUNNER_TEMP/out/change.patch"
git -c user.name='sdk-bot' -c user.email='sdk-bot@users.noreply.github.com' commit --quiet --message "$title"
gh auth setup-git
git push --force origin sdkwright/regenerate
if [ -n "$(gh pr list --repo "$REPO" --head sdkwright/regenerate --json number --jq '.[].number')" ]; then
  gh pr edit sdkwright/regenerate --repo "$REPO" --title "$title" --body-file "$RUNNER_TEMP/out/body.md"
else
  gh pr create --repo "$REPO" --base "$BASE" --head sdkwright/regenerate --title "$title" --body-file "$RUNNER_TEMP/out/body.md"
fi
`,
    },
  ],
};
