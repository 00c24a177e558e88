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

/** Declares the type of params and, where the caller chooses the kind of response, the types it is made of. */
export function paramsTypes(
  operation: Operation,
  params: Params,
  module: Module,
): readonly Statement[] {
  const { name, byResponse } = params;
  const docs = description(`Arguments of {@link ${operation.functionName}}.`);
  if (!byResponse) return [fieldsType(ident(name), { params, docs, module })];
  const { base, nonStreaming, streaming } = byResponse;
  const declareFor = (of: Name, stream: boolean): Statement =>
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
      type: code`${ident(nonStreaming)} | ${ident(streaming)}`,
    }),
    fieldsType(ident(base), {
      params,
      docs: description(
        `Arguments of {@link ${operation.functionName}}, whatever they ask for.`,
      ),
      module,
    }),
    declareFor(nonStreaming, false),
    declareFor(streaming, true),
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
  const alternative = (alternativeFields: readonly ParamsField[]): Code =>
    code`| {\n${join(
      alternativeFields.map((field) => propertyCode(field, module, true)),
      "",
    )}}`;
  return exportAlias({
    docs,
    name,
    type: code`\n${join([fields, ...alternatives].map(alternative), "\n")}`,
  });
};

/** The names of the types of params that the signatures of an operation use. */
export const signatureTypeNames = (
  params: Params | undefined,
): readonly Name[] => {
  if (!params) return [];
  const { name, byResponse } = params;
  return byResponse
    ? [byResponse.base, byResponse.nonStreaming, byResponse.streaming]
    : [name];
};

/**
 * The type of params in one signature: that of calls that ask for a stream (`true`) or for a whole response
 * (`false`), or of both.
 */
export function signatureParamsType(
  { name, byResponse, withoutBody }: Params,
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
  const all = nameOf(byResponse?.base ?? name);
  const withoutFields = withoutBody
    ? code`${module.use(runtimeSymbols.WithoutBody)}<${all}, ${literalUnion(withoutBody)}>`
    : undefined;
  if (byResponse && stream !== undefined) {
    const own = nameOf(stream ? byResponse.streaming : byResponse.nonStreaming);
    return withoutFields
      ? code`${own} | (${streamingType(withoutFields, result, stream)})`
      : own;
  }
  return withoutFields
    ? streamingType(code`${all} | ${withoutFields}`, result, stream, true)
    : streamingType(all, result, stream);
}

/** @param isUnion true if the type of params needs parentheses */
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
