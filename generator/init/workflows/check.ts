/**
 * `sdk-check.yml`: the package is what the document gives, builds, and passes its tests.
 */
import type { Settings } from "../settings.js";
import {
  check,
  checkout,
  folderVariable,
  install,
  setupNode,
  test,
} from "./steps.js";
import { branchPattern, printYaml } from "./yaml.js";

export const checkWorkflow = (settings: Settings): string =>
  printYaml(
    [
      `Fails when ${settings.folder}/ is not what ${settings.document} gives, and marks the places.`,
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
      env: folderVariable(settings),
      jobs: {
        check: {
          "runs-on": "ubuntu-latest",
          "timeout-minutes": 10,
          permissions: { contents: "read" },
          steps: [
            checkout({ "fetch-depth": 0 }),
            setupNode({ cache: "npm" }),
            install,
            check,
            test(settings),
          ],
        },
      },
    },
  );
