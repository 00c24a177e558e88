/**
 * The types of what each operation can be made to answer.
 */
import {
  code,
  join,
  lit,
  type Code,
  type Operation,
  type PluginFile,
} from "../../plugin/index.js";
import { sentExample } from "./mock-data.js";

/** `MockSuccess<200, Key> | MockError<404, Problem>` */
export function answerType(operation: Operation, file: PluginFile): Code {
  const { result, errors, paging } = operation;
  const streamed = result.streaming?.format;
  return join(
    [
      code`${file.runtime("MockSuccess")}<${result.status}, ${bodyType(operation, file)}>`,
      ...[result, ...(streamed ? [streamed] : [])].flatMap((format) =>
        streamType(format, file),
      ),
      ...(paging
        ? [code`${file.runtime("MockPages")}<${file.type(paging.item)}>`]
        : []),
      ...errors.responses.map(
        ({ status, body }) =>
          code`${file.runtime("MockError")}<${typeof status === "number" ? lit(status) : code`number`}, ${file.type(body)}>`,
      ),
    ],
    " | ",
  );
}

/** What a success is sent as. */
const bodyType = (operation: Operation, file: PluginFile): Code => {
  const { kind, type } = operation.result;
  switch (kind) {
    case "json":
      return file.data(operation);
    case "events":
    case "jsonLines":
      return file.type(type);
    case "text":
      return code`string`;
    case "binary":
      return code`string | Blob`;
    case "none":
    case "location":
      return code`undefined`;
    case "undeclared":
    case "rawEvents":
    case "wholeEvents":
      return code`unknown`;
  }
};

const streamType = (
  { kind, type }: Pick<Operation["result"], "kind" | "type">,
  file: PluginFile,
): Code[] => {
  const stream = file.runtime("MockStream");
  switch (kind) {
    case "events":
    case "jsonLines":
      return [code`${stream}<${file.type(type)}>`];
    case "rawEvents":
    case "wholeEvents":
      return [code`${stream}<${file.runtime("MockEvent")}>`];
    default:
      return [];
  }
};

/** The type of the example of a success; undefined where there is none. */
export const fixtureType = (
  operation: Operation,
  file: PluginFile,
): Code | undefined =>
  sentExample(operation) === undefined ? undefined : bodyType(operation, file);
