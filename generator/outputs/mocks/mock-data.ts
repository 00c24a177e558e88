/**
 * An operation as `templates/runtime/mocks.ts` reads it: JSON with its answers, which come from the same
 * samples as the contract test's.
 */
import { answerByName, type FirstWith } from "../../emit/package/answers.js";
import { sentPath, sentQuery } from "../../emit/source/url-template.js";
import {
  code,
  join,
  lit,
  operationsOf,
  type Code,
  type Operation,
  type Sdk,
} from "../../plugin/index.js";

/** The operations as an array, a line each. */
export function mockedOperations(sdk: Sdk): Code {
  const firstWith: FirstWith = new Map();
  const lines = [...operationsOf(sdk)].map(({ operation }) => {
    const { functionName, method, path } = operation;
    const answers = answersOf(operation, firstWith);
    const parts = [functionName, method, sentPath(path), sentQuery(path)];
    return code`${lit([...parts, JSON.stringify(answers)])}`;
  });
  return code`[${join(lines, ",\n")}]`;
}

/** The example of a success as it is sent; undefined where there is none, as of XML, which is not written. */
export const sentExample = ({
  result: { kind, sample },
}: Operation): unknown =>
  kind === "text" && typeof sample !== "string" ? undefined : sample;

const answersOf = (operation: Operation, firstWith: FirstWith): object => {
  const { functionName, result, errors, paging } = operation;
  const { sample: _, ...rest } = result;
  const example = sentExample(operation);
  const answered = {
    ...operation,
    result: { ...rest, ...(example !== undefined && { sample: example }) },
  } as Operation;
  const stream = result.streaming?.format;
  return {
    ...answerByName(answered, functionName, firstWith),
    ...(stream && { stream: [stream.kind, stream.mediaType] }),
    errors: errors.responses.map(({ status, mediaType, sample }) => [
      status,
      ...(mediaType === undefined ? [] : [mediaType]),
      ...(mediaType === undefined || sample === undefined ? [] : [sample]),
    ]),
    ...(paging && { paging: pagingOf(operation, paging) }),
  };
};

/** Mocks do not send the headers that lead to the next page: such a list has one page. */
const pagingOf = (
  operation: Operation,
  paging: NonNullable<Operation["paging"]>,
): object => {
  const { item: _, param, previous: __, headers, ...described } = paging;
  if (headers) return { by: "single", items: paging.items };
  const asks = param && placeOf(operation, param);
  return { ...described, ...(asks && { asks }) };
};

/** Where a request has what asks for a page: in the query, in a header, or in the body. */
const placeOf = (
  { parameters, body }: Operation,
  [key = "", ...inside]: readonly string[],
): readonly string[] | undefined => {
  const parameter = parameters.find((one) => one.key === key);
  if (parameter) {
    const { name } = parameter;
    const nested = inside.map((step) => `[${step}]`).join("");
    return [parameter.in, name + nested];
  }
  const field = body?.fields?.find((one) => one.key === key);
  if (field) return ["body", field.name, ...inside];
  return body?.key === key ? ["body", ...inside] : undefined;
};

/** The paths of the servers, as templates: `/{region}/v1`. */
export const serverPaths = ({ client, ...sdk }: Sdk): readonly string[] => {
  const urls = [
    ...(client.baseURL === undefined ? [] : [client.baseURL]),
    ...(client.relativeServer === undefined ? [] : [client.relativeServer]),
    ...(client.servers?.urls ?? []).map(({ url }) => url),
    ...[...operationsOf(sdk)].flatMap(({ operation: { server } }) =>
      server === undefined ? [] : [server],
    ),
  ];
  const paths = urls.map((url) =>
    url
      .replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, "")
      .replace(/[?#].*$/s, "")
      .replace(/\/+$/, ""),
  );
  return [...new Set(paths)].filter((path) => path !== "");
};
