/**
 * The signatures of an operation: most have one; one that answers in several media types has an
 * overload for each, so that what is asked for decides what comes back.
 */
import type { Operation, Params, Result } from "../../sdk/sdk.js";
import { code, ident, type Code } from "../encode/encode.js";
import type { Module } from "../module.js";
import type { ParameterStructure } from "../structures.js";
import {
  isUsual,
  optionsType,
  type AcceptChoice,
  type SignatureContext,
} from "./options-type.js";
import { returnType, type AnswerShape } from "./return-types.js";
import { signatureParamsType } from "./params-types.js";
import { runtimeSymbols } from "./symbols.js";
import { typeCode } from "./types.js";

/** Parameters without the client, and what they give. */
export interface CallSignature {
  readonly parameters: readonly ParameterStructure[];
  readonly returnType: Code;
}

/** What a call asks for, and what it gets. */
interface Overload extends AcceptChoice {
  /** True where the options stand in the place of `params`. */
  readonly isInPlace?: boolean;
  readonly stream?: boolean;
  readonly shapes: readonly AnswerShape[];
}

export interface CallSignatures {
  /** Takes whatever the overloads take. */
  readonly implementation: CallSignature;
  /** What callers see instead, where there are several ways to call. */
  readonly overloads: readonly CallSignature[];
}

/**
 * @param isCompatible true where results have the id of their request, and options of every call a key, as
 * those of an earlier SDK have
 */
export function signaturesOf(
  operation: Operation,
  module: Module,
  isCompatible: boolean,
): CallSignatures {
  const { result, params } = operation;
  const { alternatives = [], streaming, mediaType = "" } = result;
  // Media types that give the same are one choice.
  const groups = new Map<string, { types: string[]; shape: AnswerShape }>([
    [shapeId(result), { types: [mediaType], shape: result }],
  ]);
  for (const format of alternatives) {
    const id = shapeId(format);
    const group = groups.get(id) ?? { types: [], shape: format };
    group.types.push(format.mediaType);
    groups.set(id, group);
  }
  const [usual, ...others] = [...groups.values()];
  const acceptable = alternatives.length > 0 ? (usual?.types ?? []) : [];
  const all = [...groups.values()].flatMap(({ types }) => types);
  const unasked = { ...(streaming && { stream: false }), shapes: [result] };
  const any: Overload = {
    acceptable: others.length > 0 ? all : acceptable,
    shapes: [
      result,
      ...others.map(({ shape }) => shape),
      ...(streaming ? [streaming.format] : []),
    ],
  };
  const overloads: readonly Overload[] = [
    ...(streaming ? [{ stream: true, shapes: [streaming.format] }] : []),
    ...others.flatMap(({ types, shape }) => {
      const overload = { accept: types, shapes: [shape] };
      return params?.mayBeOptions === true
        ? [overload, { ...overload, isInPlace: true }]
        : [overload];
    }),
    { ...unasked, acceptable },
    any,
    // No call resolves to this repetition: `ReturnType` reads the last overload, and is to give the result of
    // a call that asks for nothing special. Callers of an earlier SDK, who name the type of params that
    // allows any kind of response, have the overload for all of them last.
    ...(params?.byResponse ? [] : [unasked]),
  ];
  const signatureOf = (overload: Overload): CallSignature => ({
    parameters: parametersOf(operation, overload, { module, isCompatible }),
    returnType: returnType(operation, overload.shapes, {
      module,
      isCompatible,
    }),
  });
  return {
    implementation: signatureOf(any),
    overloads: any.shapes.length > 1 ? overloads.map(signatureOf) : [],
  };
}

const shapeId = ({ kind, type, events }: AnswerShape): string =>
  JSON.stringify([kind, type, events?.declared]);

/** `hash, params, options` with their types, as functions and methods share them. */
function parametersOf(
  operation: Operation,
  overload: Overload,
  context: SignatureContext,
): readonly ParameterStructure[] {
  const { module } = context;
  const { positional, params, result } = operation;
  const { accept, stream, isInPlace = false } = overload;
  const options = optionsType(operation, overload, context);
  // No optional argument comes before a required one.
  const isLast = !accept;
  return [
    ...positional.map(({ name, type }) => ({
      name: ident(name),
      type: typeCode(type, module),
    })),
    ...(params && !isInPlace
      ? [
          paramsParameter(params, {
            result,
            stream,
            isLast,
            options: isUsual(operation, overload, context)
              ? undefined
              : options,
            context,
          }),
        ]
      : []),
    {
      name: code`options`,
      type:
        params && isInPlace
          ? code`${module.use(runtimeSymbols.OptionsInPlace)}<${ident(params.byResponse?.base ?? params.name)}, ${options}>`
          : options,
      hasQuestionToken: isLast,
    },
  ];
}

/** Where an earlier package had the options, they may stand in the place of `params`. */
function paramsParameter(
  params: Params,
  {
    result,
    stream,
    isLast,
    options,
    context: { module, isCompatible },
  }: {
    readonly result: Result;
    readonly stream: boolean | undefined;
    /** True if nothing that is required comes after it. */
    readonly isLast: boolean;
    /** Undefined for those that most operations take. */
    readonly options: Code | undefined;
    readonly context: SignatureContext;
  },
): ParameterStructure {
  const type = signatureParamsType(params, {
    result,
    stream,
    module,
    nameOf: ident,
  });
  const { optional, mayBeOptions = false } = params;
  const isOptional = optional && stream !== true;
  if (!isOptional) return { name: code`params`, type };
  // Callers of an earlier SDK pass null where they have no params.
  const absent = isCompatible ? code` | null` : code``;
  if (!isLast)
    return { name: code`params`, type: code`${type}${absent} | undefined` };
  const taken = mayBeOptions
    ? code`${module.use(runtimeSymbols.ParamsOrOptions)}<${type}${options ? code`, ${options}` : code``}>`
    : type;
  return {
    name: code`params`,
    type: code`${taken}${absent}`,
    hasQuestionToken: true,
  };
}

/** The names of the arguments, for passing them on. */
export const argumentNames = ({ positional, params }: Operation): Code[] => [
  ...positional.map(({ name }) => ident(name)),
  ...(params ? [code`params`] : []),
  code`options`,
];
