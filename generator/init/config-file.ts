/**
 * The text of `sdkwright.config.ts`. Values are JSON strings, which TypeScript reads as they are.
 */
import type { SdkConfig } from "../config/config.js";
import type { Settings } from "./settings.js";

/** The options that `init` knows; `generate` derives the others. */
export const configOf = (settings: Settings): SdkConfig => ({
  input: settings.document,
  output: settings.folder,
  package: {
    name: settings.name,
    license: settings.license,
    ...(settings.repository && { repository: settings.repository.url }),
  },
  clientName: settings.clientName,
});

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
