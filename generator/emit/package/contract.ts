/**
 * `test/`: the tests that the owner of a package runs. They call every operation against a server
 * made from the document, and expect its answer, and an error of the right class for each status that
 * the document names. The test itself is the same for all packages; what differs is data.
 */
import { credentialOptions } from "../../sdk/credentials.js";
import { shareParts, type Printer } from "../../sharing/share-parts.js";
import type { Name, Operation, Sdk } from "../../sdk/sdk.js";
import { escapeUnits, invisible } from "../encode/encode.js";
import { successAnswer } from "./answers.js";
import { errorClass } from "../error-classes.js";
import { alsoOverMocks, overMocks } from "./mocked-test.js";
import { template } from "./template.js";
import { operationsOf } from "../source/tree.js";
import { sentPath } from "../source/url-template.js";
import type { PendingText } from "../contributions.js";
import { sampleArguments } from "../samples/arguments.js";

/** @param mocks the module of the package's mocks: the same test is also there over these */
export const contractFiles = (
  sdk: Sdk,
  { mocks }: { readonly mocks?: string },
): readonly PendingText[] => {
  const test = () => template("contract.test.mjs");
  const runner = () => template("run-tests.mjs");
  return [
    { path: "test/contract.test.mjs", text: test },
    ...(mocks !== undefined
      ? [
          {
            path: "test/mocks.test.mjs",
            text: () => overMocks(test(), mocks),
          },
          {
            path: "test/run-tests.mjs",
            text: () => alsoOverMocks(runner()),
          },
        ]
      : [{ path: "test/run-tests.mjs", text: runner }]),
    {
      path: "test/operations.jsonl",
      text: () => contractLines(sdk),
    },
  ];
};

/** Shorter parts of bodies are repeated. */
const longPart = 100;

/**
 * JSON on one line each: laid out, the file would be half as large again. Last come the parts that
 * stand in several bodies.
 */
const contractLines = (sdk: Sdk): string => {
  const given = contract(sdk);
  const frame = new Set(given.flatMap(frameOf));
  const { print, texts } = shareParts<unknown>(given, {
    printLevel,
    isPart: (value) => !frame.has(value),
    longText: longPart,
    printMark: (mark) => `{"$part":"${mark}"}`,
  });
  return [
    ...given.map(print),
    ...[...texts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([mark, text]) => `{"part":"${mark}","value":${text}}`),
  ]
    .map((line) => `${line}\n`)
    .join("");
};

/** What is around the bodies of a line: that stays on it, so that each line says what is tested. */
const frameOf = (line: ContractLine): readonly unknown[] => {
  const { answer, errors = [] } = line;
  return [line, answer, errors, ...errors];
};

const printLevel = (value: unknown, print: Printer<unknown>): string => {
  if (Array.isArray(value))
    // What is no JSON is `null` in a list.
    return `[${value.map((one) => (one === undefined ? "null" : print(one))).join(",")}]`;
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => `${print(key)}:${print(member)}`)
      .join(",")}}`;
  return JSON.stringify(value).replace(invisible, escapeUnits);
};

const parameterValues = { string: "id", number: 1, boolean: true };

/** The client, and each operation. */
function contract(sdk: Sdk): readonly ContractLine[] {
  const { client } = sdk;
  const credentials = client.schemes.flatMap((auth) => {
    const options = credentialOptions(auth);
    const whole =
      auth.scheme.kind === "basic" && options.length === 1
        ? { username: "ada", password: "secret" }
        : "key";
    return options.map(({ option }) => [option, whole]);
  });
  const fixed = client.parameters.map(({ option, type }) => [
    option,
    parameterValues[type],
  ]);
  const given = {
    client: client.className,
    error: client.errorName,
    options: Object.fromEntries([...credentials, ...fixed]) as object,
  };
  return [
    given,
    ...[...operationsOf(sdk)].map(({ operation, path }) =>
      contractOf(operation, path, sdk),
    ),
  ];
}

/** The client's has neither of these two. */
interface ContractLine {
  readonly [key: string]: unknown;
  readonly answer?: object;
  /** Status, class, media type and body: JSON, and an empty object, where they are not there. */
  readonly errors?: readonly (readonly unknown[])[];
}

function contractOf(
  operation: Operation,
  path: readonly Name[],
  sdk: Sdk,
): ContractLine {
  const { id, methodName, method, errors } = operation;
  return {
    id,
    call: [...path, methodName],
    arguments: argumentData(operation, sdk),
    method,
    path: sentPath(operation.path),
    answer: shortAnswer(successAnswer(operation)),
    ...aliasCalls(operation, path, sdk),
    errors: errors.responses.map(({ status, mediaType, sample = null }) => [
      statusOf(operation, status),
      errorClass(status),
      ...answeredWith(mediaType, sample),
    ]),
  };
}

/** What most answers are, which no line says. */
const usualType = "application/json";

const shortAnswer = ({
  mediaType,
  ...answer
}: ReturnType<typeof successAnswer>): object => ({
  ...answer,
  ...(mediaType !== undefined && mediaType !== usualType && { mediaType }),
});

/** The media type of an error and its body; neither is said of an empty object as JSON. */
const answeredWith = (
  mediaType: string | undefined,
  sample: unknown,
): readonly unknown[] => {
  if (mediaType === undefined) return [""];
  const isEmpty = JSON.stringify(sample) === "{}";
  if (isEmpty) return mediaType === usualType ? [] : [mediaType];
  return [mediaType, sample];
};

/** How else the operation can be called, by old and further names: of a resource that moved once. */
function aliasCalls(
  { functionName, methodName }: Operation,
  path: readonly Name[],
  sdk: Sdk,
): object {
  const own = [...path, methodName].join(".");
  const all = [...sdk.aliases, ...sdk.secondNames];
  const calls = all.flatMap(({ kind, name, to }): object[] => {
    const target = to.join(".");
    switch (kind) {
      case "function":
        return target === functionName ? [{ function: name.join(".") }] : [];
      case "method":
        return target === own ? [{ call: name }] : [];
      case "resource": {
        const first = [...operationsOf(sdk)].find(({ path: other }) =>
          `${other.join(".")}.`.startsWith(`${target}.`),
        );
        return first?.operation.functionName === functionName
          ? [{ call: [...name, ...path.slice(to.length), methodName] }]
          : [];
      }
      case "type":
      case "class":
      case "credential":
      case "client":
        return [];
    }
  });
  return calls.length > 0 ? { aliases: calls } : {};
}

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
  return [...positional, ...(params ? [Object.fromEntries(params)] : [])];
}
