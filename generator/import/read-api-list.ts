/**
 * The list of methods in place of a config, or beside one.
 */
import { arrayOrEmpty, isRecord, recordOrEmpty } from "../openapi/records.js";
import type { ListedMethod } from "./api-list.js";
import {
  keepCallShape,
  keepDownloads,
  keepForms,
  leaveOut,
  setMethods,
} from "./call-shape.js";
import type { KnownOperation } from "./known-document.js";
import type { Places } from "./ledger.js";
import { manifestIn } from "./manifest.js";
import { argumentRule } from "./published-sdk.js";
import type { Reading } from "./reading.js";
import { counted } from "./stainless/resources.js";
import { parseEndpoint } from "./stainless/methods.js";

/** An entry of the ledger for each method: `client.models.list`. */
export const listPlaces = (methods: readonly ListedMethod[]): Places => ({
  positionOf: ([name]) => {
    const found = methods.find((method) => keyOf(method) === name);
    return { file: found?.file ?? "", line: found?.line ?? 1, column: 1 };
  },
});

const keyOf = ({ name }: Pick<ListedMethod, "name">): string =>
  `client.${name}`;

/** @param folder of the list: the SDK's repository, whose manifest names the package */
export const readAPIList = (
  reading: Reading,
  methods: readonly ListedMethod[],
  folder: string,
): void => {
  const { ledger, published } = reading;
  readManifest(reading, folder);
  const named: NamedMethod[] = [];
  for (const method of methods) {
    const { name, endpoint } = method;
    const parsed = endpoint === undefined ? undefined : parseEndpoint(endpoint);
    const operation =
      parsed && reading.document.find(parsed.method, parsed.path);
    // A method of the client itself has no resource.
    const whole = name.includes(".") ? name : `$client.${name}`;
    if (operation) named.push({ ...method, name: whole, operation });
    else
      ledger.lost(
        [keyOf(method)],
        endpoint === undefined
          ? "written by hand: write it in src/lib/"
          : `the document has no ${endpoint}`,
      );
  }
  keepCallShape(
    reading,
    (published && argumentRule(published, named)) ?? "last",
  );
  setMethods(reading, named);
  keepDownloads(reading, named);
  keepForms(reading, named);
  readPages(reading, named);
  const left = leaveOut(
    reading,
    new Set(named.map(({ operation }) => operation.key)),
  );
  const [first] = named;
  if (first)
    ledger.kept(
      [keyOf(first)],
      `\`methods\`: this one and ${counted(named.length - 1, "other")}${left > 0 ? `; ${counted(left, "operation")} in none of them left out` : ""}`,
    );
};

interface NamedMethod extends ListedMethod {
  readonly operation: KnownOperation;
}

/** A list that nothing shows to go on, and nothing could be asked to, is one page. */
const readPages = (
  { draft, ledger, document }: Reading,
  methods: readonly NamedMethod[],
): void => {
  const single = new Set<string>();
  for (const method of methods) {
    const { operation, isPaged } = method;
    const { key } = operation;
    if (!isPaged || document.defaults.paged.has(key) || single.has(key))
      continue;
    if (!asksForPages(operation)) single.add(key);
    else
      ledger.lost(
        [keyOf(method)],
        "nothing shows how its pages go on: write a scheme under `pagination`",
      );
  }
  if (single.size > 0)
    draft.set(["pagination", "single"], {
      by: "single",
      operations: [...single],
    });
};

/** True if it takes a parameter, or a field of a body, besides those of the path. */
const asksForPages = ({ operation }: KnownOperation): boolean =>
  operation["requestBody"] !== undefined ||
  arrayOrEmpty(operation["parameters"]).some(
    (parameter) => recordOrEmpty(parameter)["in"] !== "path",
  );

const readManifest = ({ draft, document }: Reading, folder: string): void => {
  const manifest = manifestIn(folder);
  const { name, license, author, homepage, repository } = manifest;
  const url = isRecord(repository) ? repository["url"] : repository;
  const texts = {
    name: name === document.defaults.packageName ? undefined : name,
    license,
    author,
    homepage,
    repository:
      typeof url === "string"
        ? url
            .replace(/^github:/, "https://github.com/")
            .replace(/^git\+|\.git$/g, "")
        : undefined,
  };
  for (const [key, text] of Object.entries(texts))
    if (typeof text === "string" && text !== "")
      draft.set(["package", key], text);
};
