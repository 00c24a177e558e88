/**
 * `generators.yml` of Fern: the keys of its generator for TypeScript that have an equal here. What it says
 * of single operations stands in the document, in `x-fern-…`, which is read with it.
 */
import { arrayOrEmpty, isRecord, recordOrEmpty } from "../openapi/records.js";
import type { SourceReading } from "./reading.js";
import type { SourcePath } from "./source.js";
import { takeOption } from "./take-option.js";

/** The document of a `generators.yml`, relative to it. */
export const fernDocument = (
  root: Readonly<Record<string, unknown>>,
): string | undefined => {
  const api = recordOrEmpty(root["api"]);
  const [spec] = arrayOrEmpty(api["specs"]);
  const path = api["path"] ?? recordOrEmpty(spec)["openapi"];
  return typeof path === "string" ? path : undefined;
};

export const readFern = (reading: SourceReading): void => {
  const { source, ledger } = reading;
  readAPI(reading);
  let hasOurs = false;
  for (const [group, value] of Object.entries(
    recordOrEmpty(source.root["groups"]),
  )) {
    const at = ["groups", group, "generators"];
    const generators = arrayOrEmpty(recordOrEmpty(value)["generators"]);
    for (const [index, one] of generators.entries()) {
      const generator = recordOrEmpty(one);
      const isOurs = String(generator["name"]).includes("/fern-typescript");
      if (!isOurs)
        ledger.notNeeded([...at, index], "another language, or no SDK");
      else if (hasOurs)
        ledger.notNeeded([...at, index], "the same package once more");
      else readGenerator(reading, [...at, index], generator);
      hasOurs ||= isOurs;
    }
    ledger.settle(["groups", group]);
  }
  for (const key of [
    "default-group",
    "auth-schemes",
    "reviewers",
    "whitelabel",
    "metadata",
    "readme",
  ])
    if (source.root[key] !== undefined)
      if (key === "auth-schemes")
        ledger.lost(
          [key],
          "write them into the document: `components.securitySchemes`",
        );
      else ledger.notNeeded([key], "of their tool");
  for (const key of Object.keys(source.root))
    if (!ledger.isSettled([key]) && key !== "groups")
      ledger.lost([key], "not a key that is known");
};

const readAPI = ({ source, ledger }: SourceReading): void => {
  const api = source.root["api"];
  if (!isRecord(api)) return;
  for (const [key, value] of Object.entries(api)) {
    const at = ["api", key];
    if (key === "path") ledger.kept(at, "`input`");
    else if (key === "specs")
      for (const [index, spec] of arrayOrEmpty(value).entries())
        readSpec(ledger, [...at, index], recordOrEmpty(spec));
    else ledger.lost(at, "write it into the document, or into an overlay");
  }
  ledger.settle(["api"]);
};

const readSpec = (
  ledger: SourceReading["ledger"],
  path: SourcePath,
  spec: Readonly<Record<string, unknown>>,
): void => {
  for (const key of Object.keys(spec)) {
    const at = [...path, key];
    if (key === "openapi" && path.at(-1) === 0) ledger.kept(at, "`input`");
    else if (key === "openapi")
      ledger.lost(at, "list it in `input`, which may be an array");
    else if (key === "origin")
      ledger.notNeeded(at, "fetch the document by a workflow");
    else ledger.lost(at, "write it as an overlay, and name that in `overlays`");
  }
};

const readGenerator = (
  reading: SourceReading,
  path: SourcePath,
  generator: Readonly<Record<string, unknown>>,
): void => {
  const { ledger } = reading;
  const sections = ["output", "github", "config", "metadata"];
  const texts: Readonly<Record<string, readonly string[]>> = {
    "output.package-name": ["package", "name"],
    "github.repository": ["package", "repository"],
    "metadata.license": ["package", "license"],
    "metadata.author": ["package", "author"],
    "github.license": ["package", "license"],
    "config.namespaceExport": ["clientName"],
  };
  for (const [key, value] of Object.entries(generator)) {
    const at = [...path, key];
    if (key === "name" || key === "version")
      ledger.notNeeded(at, "of their tool");
    else if (!sections.includes(key) || !isRecord(value))
      ledger.lost(at, "not a key that is known");
    else
      for (const [name, option] of Object.entries(value)) {
        const place = [...at, name];
        const target = texts[`${key}.${name}`];
        if (target && typeof option === "string")
          takeOption(reading, place, {
            path: target,
            value:
              target[1] === "repository"
                ? `https://github.com/${option}`
                : option,
          });
        else if (
          name === "defaultTimeoutInSeconds" &&
          typeof option === "number"
        )
          takeOption(reading, place, {
            path: ["defaults", "timeout"],
            value: option * 1000,
          });
        else if (name === "maxRetries" && typeof option === "number")
          takeOption(reading, place, {
            path: ["defaults", "maxRetries"],
            value: option,
          });
        else if (key === "config" && option !== false)
          ledger.lost(place, "no option for it");
        else ledger.notNeeded(place, "of how they publish");
      }
  }
};
