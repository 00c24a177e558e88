/**
 * `test/`: the tests that the owner of a package runs. They call every operation against a server
 * made from the document, and expect its answer, and an error of the right class for each status that
 * the document names. The test itself is the same for all packages; what differs is data.
 */
import { readFileSync } from "node:fs";
import type { TextFile } from "../../sdk/output.js";
import type { Name, Operation, Sdk } from "../../sdk/sdk.js";
import { errorClass } from "../error-classes.js";
import { jsonPage } from "../samples/json-layout.js";
import { operationsOf } from "../source/resources.js";
import { urlTemplate } from "../source/url-template.js";
import { sampleArguments } from "../samples/arguments.js";

const template = (name: string): TextFile => ({
  path: `test/${name}`,
  text: readFileSync(
    new URL(`../../../templates/package/${name}`, import.meta.url),
    "utf8",
  ),
  kind: "verbatim",
});

export const packageTestFiles = (sdk: Sdk): readonly TextFile[] => [
  template("contract.test.mjs"),
  template("run-tests.mjs"),
  {
    path: "test/operations.json",
    text: `${jsonPage(contract(sdk))}\n`,
    kind: "verbatim",
  },
];

function contract(sdk: Sdk): object {
  const { client } = sdk;
  const credentials = client.schemes.map(({ option, scheme }) => [
    option,
    scheme.kind === "basic" ? { username: "ada", password: "secret" } : "key",
  ]);
  const fixed = client.parameters.map(({ option }) => [option, "id"]);
  return {
    client: client.className,
    error: client.errorName,
    options: Object.fromEntries([...credentials, ...fixed]) as object,
    operations: [...operationsOf(sdk)].map(({ operation, path }) =>
      contractOf(operation, path, sdk),
    ),
  };
}

function contractOf(
  operation: Operation,
  path: readonly Name[],
  sdk: Sdk,
): object {
  const { id, methodName, method, result, errors } = operation;
  const { kind, status, mediaType, sample } = result;
  return {
    id,
    call: [...path, methodName],
    arguments: argumentData(operation, sdk),
    method,
    path: sentPath(operation.path),
    answer: {
      kind,
      status,
      ...(mediaType !== undefined && { mediaType }),
      ...(sample !== undefined && { body: sample }),
    },
    errors: errors.responses.map((response) => ({
      status: statusOf(operation, response.status),
      class: errorClass(response.status),
      ...(response.mediaType !== undefined && {
        mediaType: response.mediaType,
      }),
      ...(response.sample !== undefined && { body: response.sample }),
    })),
  };
}

/** As the server receives it, without the query that some documents write into it. */
const sentPath = (path: string): string =>
  urlTemplate(path).replace(/\?(?![^{}]*\}).*/, "");

/** One status of a range that no other entry names. */
function statusOf(
  { errors }: Operation,
  status: Operation["errors"]["responses"][number]["status"],
): number {
  if (typeof status === "number") return status;
  const first = status === "5XX" ? 599 : 499;
  const named = new Set(errors.responses.map((response) => response.status));
  let free = first;
  while (named.has(free)) free--;
  return free;
}

/** What a sample call passes, as JSON: `{ "$file": "…" }` is a file. */
function argumentData(operation: Operation, sdk: Sdk): unknown[] {
  const { positional, params } = sampleArguments(operation, sdk, {
    extent: "full",
    toFile: (content) => ({ $file: content }),
  });
  return [
    ...(positional ? [positional.value] : []),
    ...(params ? [Object.fromEntries(params)] : []),
  ];
}
