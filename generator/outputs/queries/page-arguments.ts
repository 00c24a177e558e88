/**
 * The arguments that a call of a list has, as functions of adapters write them: those of the first page, and
 * those that ask for another one.
 */
import {
  code,
  join,
  key,
  lit,
  type Code,
  type Operation,
  type OperationParameter,
  type PluginFile,
} from "../../plugin/index.js";

/** `[client, hash, params]` */
export const callArguments = (
  parameters: readonly OperationParameter[],
): Code => listOf(parameters.map(({ name }) => name));

const listOf = (names: readonly Code[]): Code =>
  code`[${join([code`client`, ...names], ", ")}]`;

/**
 * `(page) => [client, page === null ? params : { ...params, offset: page }]`, where null is the first page.
 * A list that nothing asks for by page has the same arguments always.
 */
export const pageArguments = (
  { paging }: Operation,
  parameters: readonly OperationParameter[],
  file: PluginFile,
): Code => {
  const names = parameters.map(({ name }) => name);
  const [param, ...inside] = paging?.param ?? [];
  const last = names.at(-1);
  if (param === undefined || last === undefined)
    return code`() => ${callArguments(parameters)}`;
  // `$` is in no name that comes from a document.
  const page = names.some((name) => String(name) === "page")
    ? code`page$`
    : code`page`;
  const placed = inside.length
    ? code`${file.runtime("withValue")}(${last}, ${lit([param, ...inside])}, ${page})`
    : code`{ ...${last}, ${String(page) === String(param) ? page : code`${key(param)}: ${page}`} }`;
  const asked = code`${page} === null ? ${last} : ${placed}`;
  return code`(${page}) => ${listOf([...names.slice(0, -1), asked])}`;
};
