/**
 * `dependabot.yml`, which proposes newer pins of the actions.
 */
import { printYaml, type YamlObject } from "./yaml.js";

const entry: YamlObject = {
  "package-ecosystem": "github-actions",
  directory: "/",
  schedule: { interval: "monthly" },
};

export const dependabot = (): string =>
  printYaml(["Proposes newer versions of the pinned actions."], {
    version: 2,
    updates: [entry],
  });
