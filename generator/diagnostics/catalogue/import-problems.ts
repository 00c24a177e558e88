/** What can be wrong with the config of another generator, for `sdkwright import`. */
import { error } from "./entry.js";

export const importProblems = {
  "import-unreadable": error(
    "cannot read {file}: {reason}",
    "Name the file to import: `sdkwright import stainless.yml`.",
  ),
  "import-syntax": error(
    "not valid YAML: {reason}",
    "Correct the syntax here or just before.",
  ),
  "import-unknown": error(
    "{file} is {what}",
    "Name a `stainless.yml`, a `gen.yaml`, a `generators.yml`, or the `api.md` of an SDK by Stainless.",
  ),
  "import-no-document": error(
    "no OpenAPI document found for {file}",
    "Name it: `--spec openapi.yml`.",
  ),
  "import-documents": error(
    "several OpenAPI documents are beside {file}: {found}",
    "Name the one that belongs to it: `--spec {first}`.",
  ),
  "import-endpoint": error(
    "{method} is {endpoint}, which the document does not have",
    "{hint}",
  ),
  "import-endpoint-form": error(
    "{method} has no endpoint",
    "Write one such as `get /pets/{id}`.",
  ),
  "import-nothing": error(
    "{file} names no method of an SDK",
    "Name the `api.md` at the root of the SDK's repository, or its `stainless.yml`.",
  ),
  "import-exists": error(
    "{file} is here already",
    "Pass --force to write over it, or another name with `-o FILE`.",
  ),
  "import-unwritable": error(
    "cannot write {file}: {reason}",
    "Check the folder and its permissions, or name another file with `-o FILE`.",
  ),
} as const;
