/**
 * The OpenAPI documents of a repository, by their names and first lines.
 */
import type { Surroundings } from "./surroundings.js";

/** Besides the working directory itself: these, and the folders in them. */
const folders = ["api", "spec", "specs", "docs", "openapi"];

const fileName = /^(?:.*(?:openapi|swagger).*|api)\.(?:ya?ml|json)$/i;

/** The field that every document begins with, in YAML or JSON. */
const firstField = /(?:^|[{,\s])["']?(?:openapi|swagger)["']?\s*:/;

const beginning = 4096;

/** Those that git does not ignore, the newest first. */
export const findDocuments = (
  surroundings: Surroundings,
): readonly string[] => {
  const { read, changedAt, git } = surroundings;
  return [...candidates(surroundings)]
    .filter((path) => firstField.test(read(path)?.slice(0, beginning) ?? ""))
    .filter((path) => git?.isIgnored(path) !== true)
    .sort((a, b) => changedAt(b) - changedAt(a) || (a < b ? -1 : 1));
};

function* candidates({ list }: Surroundings): Generator<string> {
  const filesOf = (folder: string): readonly string[] =>
    list(folder)
      .filter((name) => fileName.test(name))
      .map((name) => (folder === "." ? name : `${folder}/${name}`));
  yield* filesOf(".");
  const names = list(".");
  for (const folder of folders.filter((name) => names.includes(`${name}/`))) {
    yield* filesOf(folder);
    for (const name of list(folder)) {
      if (/^[^.].*\/$/.test(name) && name !== "node_modules/")
        yield* filesOf(`${folder}/${name.slice(0, -1)}`);
    }
  }
}
