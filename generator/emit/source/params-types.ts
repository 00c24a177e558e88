/**
 * The types of what a call takes in `params`: how they are declared, and which of them one signature
 * names.
 */
import type {
  Name,
  Operation,
  Params,
  ParamsField,
  Result,
} from "../../sdk/sdk.js";
import {
  code,
  description,
  ident,
  join,
  literalUnion,
  typeKey,
  type Code,
} from "../encode/encode.js";
import type { Module } from "../module.js";
import { exportAlias, exportInterface, type Statement } from "../structures.js";
import { runtimeSymbols } from "./symbols.js";
import { propertyCode, propertyStructure } from "./types.js";

/** The type of params; where it is one for each answer, also those that it is made of. */
export function paramsTypes(
  operation: Operation,
  params: Params,
  module: Module,
): readonly Statement[] {
  const { name, byAnswer } = params;
  const docs = description(`Arguments of {@link ${operation.functionName}}.`);
  if (!byAnswer) return [fieldsType(ident(name), { params, docs, module })];
  const { base, whole, streaming } = byAnswer;
  const answered = (of: Name, stream: boolean): Statement =>
    exportAlias({
      docs: description(
        stream
          ? `Arguments of {@link ${operation.functionName}} that ask for a stream.`
          : `Arguments of {@link ${operation.functionName}} that ask for a whole response.`,
      ),
      name: ident(of),
      type: streamingType(ident(base), operation.result, stream),
    });
  return [
    exportAlias({
      docs,
      name: ident(name),
      type: code`${ident(whole)} | ${ident(streaming)}`,
    }),
    fieldsType(ident(base), {
      params,
      docs: description(
        `Arguments of {@link ${operation.functionName}}, whatever they ask for.`,
      ),
      module,
    }),
    answered(whole, false),
    answered(streaming, true),
  ];
}

const fieldsType = (
  name: Code,
  {
    params: { fields, alternatives },
    docs,
    module,
  }: {
    readonly params: Params;
    readonly docs: ReturnType<typeof description>;
    readonly module: Module;
  },
): Statement => {
  if (!alternatives)
    return exportInterface({
      docs,
      name,
      properties: fields.map((field) => propertyStructure(field, module, true)),
    });
  const alternative = (fieldsOfOne: readonly ParamsField[]): Code =>
    code`| {\n${join(
      fieldsOfOne.map((field) => propertyCode(field, module, true)),
      "",
    )}}`;
  return exportAlias({
    docs,
    name,
    type: code`\n${join([fields, ...alternatives].map(alternative), "\n")}`,
  });
};

/** The types that the signatures of an operation name. */
export const passedTypes = (params: Params | undefined): readonly Name[] => {
  if (!params) return [];
  const { name, byAnswer } = params;
  return byAnswer
    ? [byAnswer.base, byAnswer.whole, byAnswer.streaming]
    : [name];
};

/** What params one call takes: those with which it is answered as a stream, or as a whole (`false`). */
export function passedType(
  { name, byAnswer, withoutBody }: Params,
  {
    result,
    stream,
    module,
    nameOf,
  }: {
    readonly result: Result;
    readonly stream: boolean | undefined;
    readonly module: Module;
    /** The name of a type of params in the module. */
    readonly nameOf: (name: Name) => Code;
  },
): Code {
  const all = nameOf(byAnswer?.base ?? name);
  const withoutFields = withoutBody
    ? code`${module.use(runtimeSymbols.WithoutBody)}<${all}, ${literalUnion(withoutBody)}>`
    : undefined;
  if (byAnswer && stream !== undefined) {
    const own = nameOf(stream ? byAnswer.streaming : byAnswer.whole);
    return withoutFields
      ? code`${own} | (${streamingType(withoutFields, result, stream)})`
      : own;
  }
  return withoutFields
    ? streamingType(code`${all} | ${withoutFields}`, result, stream, true)
    : streamingType(all, result, stream);
}

/** @param isUnion true of params that need parentheses */
const streamingType = (
  params: Code,
  { streaming }: Result,
  stream: boolean | undefined,
  isUnion = false,
): Code => {
  if (!streaming || stream === undefined) return params;
  const key = typeKey(streaming.key);
  const type = isUnion ? code`(${params})` : params;
  return stream
    ? code`${type} & { ${key}: true }`
    : code`${type} & { ${key}?: false | null | undefined }`;
};
