/**
 * The text of `sdkwright.config.ts`. Values are JSON strings, which TypeScript reads as they are.
 */
import { posix } from "node:path";
import type { SdkConfig } from "../config/config.js";
import type { Settings } from "./settings.js";

/** The options that `init` knows; `generate` derives the others. */
export const configOf = (settings: Settings): SdkConfig => ({
  input: settings.document,
  output: settings.folder,
  package: {
    name: settings.name,
    license: settings.license,
    ...(settings.repository && {
      repository: repositoryOf(settings.repository.url, settings),
    }),
  },
  clientName: settings.clientName,
});

/** Links of the README on npm start in the package's directory. */
const repositoryOf = (
  url: string,
  { prefix, folder }: Settings,
): string | { readonly url: string; readonly directory: string } => {
  const directory = posix.join(prefix, folder);
  return directory === "." ? url : { url, directory };
};

export const configText = (settings: Settings): string =>
  [
    `import { defineConfig } from "sdkwright";`,
    "",
    `export default defineConfig(${printObject(configOf(settings), "")});`,
    "",
  ].join("\n");

const printObject = (value: object, indent: string): string => {
  const inner = `${indent}  `;
  const fields = Object.entries(value).map(
    ([key, field]: [string, unknown]) =>
      `${inner}${key}: ${
        typeof field === "object" && field !== null
          ? printObject(field, inner)
          : JSON.stringify(field)
      },\n`,
  );
  return `{\n${fields.join("")}${indent}}`;
};
