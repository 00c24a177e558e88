/**
 * Problems of a published package with which `compare` compares ours.
 */
import { error, note } from "./entry.js";

export const publishedProblems = {
  "published-without-types": error(
    "{package} has no declarations of types",
    "Name a version that has them: `types` or `exports` of its package.json say where they are.",
  ),
  "published-without-client": error(
    "{package} exports no client: no class by default, and not one class alone that has resources",
    "Name the package whose client's calls are to be kept.",
  ),
  "published-without-calls": error(
    "the client of {package} has no calls",
    "Install what the package depends on beside it, and name its folder, where its types come from there.",
  ),
  "published-imports": note(
    "{package} imports types that are not there ({imports}): what comes from them counts as any",
    "Install the package with what it depends on, and name its folder.",
  ),
};
