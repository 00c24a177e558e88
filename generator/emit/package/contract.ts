/**
 * `test/`: the tests that the owner of a package runs. They call every operation against a server
 * made from the document, and expect its answer, and an error of the right class for each status that
 * the document names. The test itself is the same for all packages; what differs is data.
 */
import { readFileSync } from "node:fs";
import type { TextFile } from "../../sdk/output.js";
import type { Name, Operation, Sdk, Text, Type } from "../../sdk/sdk.js";
import { errorClass } from "../source/comments.js";
import { jsonPage } from "../samples/json-layout.js";
import { operationsOf } from "../source/resources.js";
import { followed, givenFields, modelsOf } from "../samples/samples.js";

const template = new URL(
  "../../../templates/package/contract.test.mjs",
  import.meta.url,
);

export const contractFiles = (sdk: Sdk): readonly TextFile[] => [
  {
    path: "test/contract.test.mjs",
    text: readFileSync(template, "utf8"),
    kind: "verbatim",
  },
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
    operations: [...operationsOf(sdk.resources)].map(({ operation, path }) =>
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
    path: operation.path,
    answer: {
      kind,
      status,
      ...(mediaType !== undefined && { mediaType }),
      ...(sample !== undefined && { body: sample }),
    },
    errors: errors.responses.map((one) => ({
      status: statusOf(operation, one.status),
      class: errorClass(one.status),
      ...(one.mediaType !== undefined && { mediaType: one.mediaType }),
      ...(one.sample !== undefined && { body: one.sample }),
    })),
  };
}

/** One status of a range that no other entry names. */
function statusOf(
  { errors }: Operation,
  status: Operation["errors"]["responses"][number]["status"],
): number {
  if (typeof status === "number") return status;
  const first = status === "5XX" ? 599 : 499;
  const named = new Set(errors.responses.map((one) => one.status));
  let free = first;
  while (named.has(free)) free--;
  return free;
}

/** What a sample call passes, as JSON: `{ "$file": "…" }` stands for a file. */
function argumentData(operation: Operation, sdk: Sdk): unknown[] {
  const { positional, params, sample } = operation;
  const models = modelsOf(sdk);
  const data = (value: unknown, type: Type | undefined): unknown => {
    const target = type ? followed(type, models) : [];
    if (typeof value === "string")
      return target.some(({ kind }) => kind === "binary")
        ? { $file: value }
        : value;
    if (Array.isArray(value)) {
      const item = target.find((one) => one.kind === "array")?.item;
      return value.map((one) => data(one, item));
    }
    if (typeof value !== "object" || value === null) return value;
    const properties = target.flatMap((one) =>
      one.kind === "object" ? one.properties : [],
    );
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        data(
          member,
          properties.find((one) => one.name === (name as Text))?.type,
        ),
      ]),
    );
  };
  const fields = givenFields(operation, "full");
  return [
    ...(positional ? [data(sample.positional, positional.type)] : []),
    ...(params && (fields.length > 0 || !params.optional)
      ? [
          Object.fromEntries(
            fields.map(([{ name, type }, value]) => [name, data(value, type)]),
          ),
        ]
      : []),
  ];
}
