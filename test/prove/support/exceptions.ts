/**
 * Where the rules and the compiler may disagree, with the reason: each entry names its case.
 */
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

/** Single changes whose breaking change compiles. */
export const compilingCases: readonly {
  readonly change: string;
  readonly reason: string;
}[] = [
  {
    change: "names-collisions.yaml schema-renamed",
    reason:
      "two schemas want one name: what one leaves to the other is removed, and an alias of it stays",
  },
];
