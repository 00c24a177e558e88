/**
 * The documents, each twice: as it is, and with one operation changed. Both are written by the same
 * printer, so that they differ in nothing else.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parse, stringify } from "yaml";

const root = fileURLToPath(new URL("../..", import.meta.url));

const own = ["ahasend", "feldera", "openrouter"].map(
  (api) => `${root}/spec/${api}/openapi.yaml`,
);
const big = ["big/github.json", "big/stripe.yaml", "big/openai.yaml"];

/** @param {string | undefined} specs a folder with the large ones */
export const findDocuments = (specs) => [
  ...(specs === undefined ? [] : big.map((path) => resolve(specs, path))),
  ...own,
];

export const nameOf = (path) => {
  const name = basename(path, extname(path));
  return name === "openapi" ? basename(resolve(path, "..")) : name;
};

const methods = ["get", "put", "post", "delete", "patch"];

/** The first operation of the document, with its path. */
export function firstOperation(document) {
  for (const [path, item] of Object.entries(document.paths ?? {}))
    for (const method of methods)
      if (item[method]) return { path, method, operation: item[method] };
  throw new Error("the document has no operation");
}

export function readDocument(path) {
  const text = readFileSync(path, "utf8");
  return path.endsWith(".json") ? JSON.parse(text) : parse(text);
}

/** @returns where the two documents stand; they have the same name */
export function writePair(path, folder) {
  const print = (document) =>
    path.endsWith(".json")
      ? JSON.stringify(document, undefined, 2)
      : stringify(document, { aliasDuplicateObjects: false });
  const document = readDocument(path);
  const write = (kind) => {
    mkdirSync(join(folder, kind), { recursive: true });
    const file = join(folder, kind, basename(path));
    writeFileSync(file, print(document));
    return file;
  };
  const base = write("base");
  const { operation } = firstOperation(document);
  operation.parameters = [
    ...(operation.parameters ?? []),
    {
      name: "one_more",
      in: "query",
      description: "One parameter more than before.",
      schema: { type: "string" },
    },
  ];
  return { base, changed: write("changed") };
}

/** A document with the operations of another several times over, under paths and ids of their own. */
export function multiply(document, times) {
  const paths = {};
  for (let copy = 0; copy < times; copy++)
    for (const [path, item] of Object.entries(document.paths)) {
      const own = structuredClone(item);
      for (const method of methods)
        if (own[method]?.operationId)
          own[method].operationId += copy === 0 ? "" : `_copy${copy}`;
      paths[copy === 0 ? path : `/copy${copy}${path}`] = own;
    }
  return { ...document, paths };
}
