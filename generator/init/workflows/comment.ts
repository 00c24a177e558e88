/**
 * `sdk-comment.yml`: puts the report of "SDK check" into the pull request.
 */
import { pinned } from "../pins.js";
import { printYaml } from "./yaml.js";

export const commentWorkflow = (): string =>
  printYaml(
    [
      'Puts the report of "SDK check" into the pull request. Apart from it, so that code of a fork never meets a token that can write.',
    ],
    {
      name: "SDK comment",
      on: { workflow_run: { workflows: ["SDK check"], types: ["completed"] } },
      permissions: {},
      jobs: {
        comment: {
          if: "github.event.workflow_run.event == 'pull_request'",
          "runs-on": "ubuntu-latest",
          "timeout-minutes": 5,
          permissions: { actions: "read", "pull-requests": "write" },
          steps: [
            {
              id: "report",
              "continue-on-error": true,
              uses: pinned("actions/download-artifact"),
              with: {
                name: "sdk-report",
                path: "report",
                "run-id": "${{ github.event.workflow_run.id }}",
                "github-token": "${{ github.token }}",
              },
            },
            {
              if: "steps.report.outcome == 'success'",
              env: {
                GH_TOKEN: "${{ github.token }}",
                REPO: "${{ github.repository }}",
                HEAD_SHA: "${{ github.event.workflow_run.head_sha }}",
              },
              run: commenting,
            },
          ],
        },
      },
    },
  );

/** The mark is the first line of our comment, whatever package it is about. */
const commenting = `number=$(cat report/number)
case $number in '' | *[!0-9]*) exit 0 ;; esac
# The artifact comes from code of the pull request: believe its number only if the commit agrees.
[ "$(gh api "repos/$REPO/pulls/$number" --jq .head.sha)" = "$HEAD_SHA" ] || exit 0
{ echo '<!-- sdkwright -->'; head -c 60000 report/body.md; } > body.md
id=$(gh api --paginate "repos/$REPO/issues/$number/comments" --jq '.[] | select(.user.login == "github-actions[bot]" and (.body | startswith("<!-- sdkwright -->"))) | .id' | head -n 1)
if [ -n "$id" ]; then
  gh api --method PATCH "repos/$REPO/issues/comments/$id" -F body=@body.md --silent
else
  gh api --method POST "repos/$REPO/issues/$number/comments" -F body=@body.md --silent
fi
`;
