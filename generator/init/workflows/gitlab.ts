/**
 * `.gitlab-ci.yml`: the check with its report, and publishing by a tag.
 */
import { commandsOf } from "../package-manager.js";
import { nodeVersion } from "../pins.js";
import type { Settings } from "../settings.js";
import { exec, publishScript, testCommand } from "./steps.js";
import { printYaml, type YamlObject } from "./yaml.js";

/** GitLab expands variables in the values of variables. */
const unexpanded = (text: string): string => text.replaceAll("$", "$$$$");

export const gitlabPipeline = (settings: Settings): string => {
  const job: YamlObject = {
    image: `node:${String(nodeVersion)}`,
    variables: {
      SDK: unexpanded(settings.folder),
    },
  };
  const { provide, install } = commandsOf(settings.packageManager);
  const verifying = [
    ...(provide === undefined ? [] : [provide]),
    install,
    exec(settings, "sdkwright check --annotations gitlab=sdk-quality.json"),
    testCommand(settings),
  ];
  return printYaml(
    [
      `sdk-check fails when ${settings.folder}/ is not what ${settings.document} gives, and marks the places in the merge request.`,
      "sdk-publish: a pushed tag, such as v0.2.0, publishes the package with npm's trusted publishing (no token).",
    ],
    {
      "sdk-check": {
        ...job,
        rules: [
          { if: "$CI_PIPELINE_SOURCE == 'merge_request_event'" },
          { if: "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" },
        ],
        script: verifying,
        artifacts: {
          when: "always",
          reports: { codequality: "sdk-quality.json" },
        },
      },
      "sdk-publish": {
        ...job,
        rules: [{ if: "$CI_COMMIT_TAG =~ /^v[0-9]/" }],
        id_tokens: {
          NPM_ID_TOKEN: { aud: "npm:registry.npmjs.org" },
          SIGSTORE_ID_TOKEN: { aud: "sigstore" },
        },
        script: [...verifying, publishScript(settings)],
      },
    },
  );
};
