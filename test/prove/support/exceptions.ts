/**
 * Where the rules and the compiler may disagree, with the reason: each entry names its case.
 */
import type { FailedUse } from "../../../generator/prove/compile-caller.js";

/** Breaking changes that compile: they show when the code runs. */
export const compilingKinds: Readonly<Record<string, string>> = {
  "base-url-changed": "where requests go is no part of a type",
  "environment-renamed": "variables are read when the code runs",
  "package-renamed": "the caller imports the package by its files",
  "credential-required": "the class reads credentials from the environment",
  "credential-removed": "an option of one scheme may stay for another",
  "credential-renamed": "as `environment-renamed`",
  "credential-wire-changed": "how it is sent is no part of a type",
  "engines-raised": "the caller is compiled, not installed",
};

export const explained = (_failed: FailedUse): boolean => false;
