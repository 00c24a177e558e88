/**
 * `sdk-check.yml`: the package is what the document gives, builds, and passes its tests; and what a pull
 * request changes for callers.
 */
import { isUrl } from "../../diagnostics/paths.js";
import { pinned } from "../pins.js";
import type { Settings } from "../settings.js";
import { checkout, exec, folderVariable, install, test } from "./steps.js";
import { branchPattern, literal, printYaml, type YamlObject } from "./yaml.js";

export const checkWorkflow = (settings: Settings): string =>
  printYaml(
    [
      `Fails when ${settings.folder}/ is not what ${settings.document} gives or breaks callers, marks the places, and says in the`,
      "pull request what changes for callers.",
    ],
    {
      name: "SDK check",
      on: {
        pull_request: null,
        push: { branches: [branchPattern(settings.branch)] },
      },
      permissions: {},
      concurrency: {
        group: "sdk-check-${{ github.ref }}",
        "cancel-in-progress": "${{ github.event_name == 'pull_request' }}",
      },
      env: {
        ...folderVariable(settings),
        ...(hasReport(settings) && { DOCUMENT: literal(settings.document) }),
      },
      jobs: {
        check: {
          "runs-on": "ubuntu-latest",
          "timeout-minutes": 10,
          permissions: { contents: "read" },
          steps: [
            checkout({ "fetch-depth": 0 }),
            ...install(settings, { usesCache: true }),
            { run: exec(settings, "sdkwright check --fail-on breaking") },
            // What breaks callers says nothing of whether the package works.
            { ...test(settings), if: "${{ !cancelled() }}" },
            ...(hasReport(settings) ? report(settings) : []),
          ],
        },
      },
    },
  );

/** Commits have what a document was only where it is kept here. */
const hasReport = ({ document }: Settings): boolean => !isUrl(document);

const inPullRequest =
  "${{ github.event_name == 'pull_request' && !cancelled() }}";

/** What the workflow "SDK comment" puts into the pull request. */
const report = (settings: Settings): readonly YamlObject[] => [
  {
    name: "What changes for callers",
    if: inPullRequest,
    env: {
      BASE_SHA: "${{ github.event.pull_request.base.sha }}",
      PR_NUMBER: "${{ github.event.number }}",
    },
    run: `git cat-file -e "$BASE_SHA:$DOCUMENT" || exit 0
mkdir "$RUNNER_TEMP/report"
printf '%s' "$PR_NUMBER" > "$RUNNER_TEMP/report/number"
${exec(settings, "sdkwright diff")} --format markdown -- "$BASE_SHA:$DOCUMENT" "$DOCUMENT" > "$RUNNER_TEMP/report/body.md"
cat "$RUNNER_TEMP/report/body.md" >> "$GITHUB_STEP_SUMMARY"
`,
  },
  {
    if: inPullRequest,
    uses: pinned("actions/upload-artifact"),
    with: {
      name: "sdk-report",
      path: "${{ runner.temp }}/report/",
      "retention-days": 1,
      "if-no-files-found": "ignore",
    },
  },
];
