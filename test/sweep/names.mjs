/**
 * What holds for the public names of a document: reversing the keys of every object changes none,
 * and neither does one operation or one schema more, with the names of the lock file kept.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { Diagnostics } from "../../.compiled/diagnostics/diagnostics.js";
import { load } from "../../.compiled/load/load.js";
import { reservedNames } from "../../.compiled/emit/reserved-names.js";
import { buildModel } from "../../.compiled/model/build.js";

const methods = ["get", "put", "post", "delete", "patch"];

/** @returns what is wrong, in words; nothing for a document of several files */
export async function checkNames(input) {
  const text = readFileSync(input, "utf8").replace(/^\ufeff/, "");
  const isJson = /^\s*\{/.test(text);
  const document = isJson
    ? JSON.parse(text)
    : parse(text, { maxAliasCount: -1, merge: true });
  if (refersOutside(document)) return [];
  const folder = mkdtempSync(join(tmpdir(), "sdkwright-names-"));
  try {
    return await problemsOf(document, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function problemsOf(document, folder) {
  const problems = [];
  const all = await namesOf(document, folder);
  if (all === undefined) return ["cannot be read as one file"];
  const backwards = await namesOf(reversed(document), folder);
  for (const change of changes(all, backwards))
    problems.push(`reversed: ${change}`);
  for (const [path, method] of sampled(operationsOf(document), 3)) {
    const { [method]: operation, ...item } = document.paths[path];
    // one that refers into another gives a schema there a name of its own
    if (JSON.stringify(operation).includes('"#/paths/')) continue;
    const fewer = { ...document, paths: { ...document.paths, [path]: item } };
    const before = await namesOf(fewer, folder);
    // what other parts refer into cannot be taken away
    if (before === undefined) continue;
    const after = await namesOf(document, folder, before);
    for (const change of changes(before, after))
      problems.push(`with ${method} ${path}: ${change}`);
  }
  // the worst that can come: schemas that are called as something is already
  for (const name of sampled([...new Set(all.values())].filter(isName), 3)) {
    const { schemas = {} } = document.components ?? {};
    if (document.swagger !== undefined || name in schemas) continue;
    const more = {
      ...document,
      components: {
        ...document.components,
        schemas: { [name]: { type: "boolean" }, ...schemas },
      },
    };
    for (const change of changes(all, await namesOf(more, folder, all)))
      problems.push(`with schema ${name}: ${change}`);
  }
  return problems;
}

/** Names by what they stand for, as the lock file has them. */
async function namesOf(document, folder, earlier = new Map()) {
  const file = join(folder, "openapi.json");
  writeFileSync(file, JSON.stringify(document));
  const diagnostics = new Diagnostics();
  const loaded = await load(file, {}, diagnostics);
  if (loaded === undefined) return undefined;
  const options = { config: {}, names: earlier, reserved: reservedNames };
  return buildModel(loaded, options, diagnostics).names;
}

const changes = (before, after) =>
  [...before]
    .filter(([id, name]) => after.get(id) !== name)
    .map(([id, name]) => `${id} is ${after.get(id)}, not ${name}`);

const isName = (name) => /^[A-Z]\w*$/.test(name);

const operationsOf = ({ paths = {} }) =>
  Object.entries(paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item?.[method] !== undefined)
      .map((method) => [path, method]),
  );

const sampled = (list, count) =>
  list.filter((_, index) => index % Math.ceil(list.length / count) === 0);

const reversed = (value) =>
  Array.isArray(value)
    ? value.map(reversed)
    : typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, member]) => [key, reversed(member)]),
        )
      : value;

const refersOutside = (value) =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(value).some(
    ([key, member]) =>
      (key === "$ref" && typeof member === "string" && member[0] !== "#") ||
      refersOutside(member),
  );
