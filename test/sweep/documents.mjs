/** Which documents of a folder a run over it takes. */
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

const extensions = [".json", ".yaml", ".yml"];

/**
 * Every JSON and YAML file below `specs` that says it is a document.
 * @param list a file with one path below `specs` a line, in place of looking for them
 */
export function findDocuments(specs, list) {
  if (list !== undefined)
    return readFileSync(list, "utf8")
      .split("\n")
      .map((line) => line.split("\t")[0].trim())
      .filter((line) => extensions.includes(extname(line)));
  return readdirSync(specs, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && extensions.includes(extname(entry.name)),
    )
    .map((entry) =>
      relative(specs, join(entry.parentPath, entry.name)).replaceAll(sep, "/"),
    )
    .filter((file) => isDocument(readFileSync(join(specs, file), "utf8")))
    .sort();
}

/** Its version may stand anywhere in it: keys are often in the order of the alphabet. */
const isDocument = (text) =>
  /(^\uFEFF?|[{,]\s*)["']?(openapi|swagger)["']?\s*:\s*["']?\d/m.test(text);

/** Every N-th, from a start that moves by the day: runs in a row see all of them. */
export function sampled(all, every) {
  const start = Math.floor(Date.now() / 86_400_000) % Number(every);
  return all.filter((_, index) => index % Number(every) === start);
}
