/**
 * `gen.yaml` of Speakeasy: the keys that have an equal here. What it says of single operations stands in
 * the document, in `x-speakeasy-…`, which is read with it.
 */
import { isRecord, recordOrEmpty } from "../openapi/records.js";
import type { SourceReading } from "./reading.js";
import { takeOption } from "./take-option.js";

export const readSpeakeasy = (reading: SourceReading): void => {
  const { source, ledger } = reading;
  for (const [key, value] of Object.entries(source.root)) {
    if (key === "generation") readGeneration(reading, recordOrEmpty(value));
    else if (key === "typescript")
      readTypeScript(reading, recordOrEmpty(value));
    else if (
      key === "configVersion" ||
      key === "management" ||
      key === "features"
    )
      ledger.notNeeded([key], "of their tool");
    else if (isRecord(value)) ledger.notNeeded([key], "another language");
    else ledger.lost([key], "not a key that is known");
  }
};

const readGeneration = (
  reading: SourceReading,
  generation: Readonly<Record<string, unknown>>,
): void => {
  const { ledger } = reading;
  for (const [key, value] of Object.entries(generation)) {
    const at = ["generation", key];
    if (key === "sdkClassName" && typeof value === "string")
      takeOption(reading, at, { path: ["clientName"], value });
    else if (key === "baseServerUrl") {
      if (typeof value === "string" && value !== "")
        takeOption(reading, at, { path: ["servers", "default"], value });
      else ledger.notNeeded(at, "empty");
    } else if (inDocument.has(key))
      ledger.notNeeded(at, "names are as here anyway");
    else if (value === false || value === null || value === "")
      ledger.notNeeded(at, "off");
    else ledger.lost(at, "no option for it");
  }
  ledger.settle(["generation"]);
};

/** What decides on their names and files alone. */
const inDocument: ReadonlySet<string> = new Set([
  "maintainOpenAPIOrder",
  "usageSnippets",
  "useClassNamesForArrayFields",
  "fixes",
  "mockServer",
  "tests",
  "devContainers",
  "schemas",
  "sdkHooksConfigAccess",
  "inferSSEOverload",
  "requestBodyFieldName",
  "versioningStrategy",
  "telemetryEnabled",
]);

const readTypeScript = (
  reading: SourceReading,
  options: Readonly<Record<string, unknown>>,
): void => {
  const { ledger } = reading;
  for (const [key, value] of Object.entries(options)) {
    const at = ["typescript", key];
    const path = Object.hasOwn(texts, key) ? texts[key] : undefined;
    if (path && typeof value === "string" && value !== "")
      takeOption(reading, at, { path, value });
    else if (key === "enumFormat") {
      if (value === "enum")
        takeOption(reading, at, { path: ["enums"], value: "const" });
      else ledger.kept(at, "as it is anyway");
    } else if (
      key === "additionalDependencies" &&
      Object.keys(recordOrEmpty(value)).every(
        (one) =>
          Object.keys(recordOrEmpty(recordOrEmpty(value)[one])).length === 0,
      )
    )
      ledger.notNeeded(at, "empty");
    else if (value === false || value === null || value === "")
      ledger.notNeeded(at, "off");
    else if (shapes.has(key))
      ledger.lost(
        at,
        "calls have the form of this generator: see the README of the package",
      );
    else ledger.notNeeded(at, "of their package");
  }
  ledger.settle(["typescript"]);
};

const texts: Readonly<Record<string, readonly string[]>> = {
  packageName: ["package", "name"],
  version: ["package", "version"],
  author: ["package", "author"],
  license: ["package", "license"],
  homepage: ["package", "homepage"],
  envVarPrefix: ["environmentPrefix"],
};

/** What callers would notice. */
const shapes: ReadonlySet<string> = new Set([
  "maxMethodParams",
  "methodArguments",
  "responseFormat",
  "flatteningOrder",
  "additionalDependencies",
  "additionalPackageJSON",
  "additionalScripts",
  "enableReactQuery",
  "enableMCPServer",
  "defaultErrorName",
  "baseErrorName",
  "jsonpath",
  "modelPropertyCasing",
  "acceptHeaderEnum",
  "imports",
]);
