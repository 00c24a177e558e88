/**
 * The signatures of an operation: most have one; one that answers in several media types has an
 * overload for each, so that what is asked for decides what comes back.
 */
import type { DeclaredEvent, Operation, Result, Type } from "../../sdk/sdk.js";
import {
  code,
  ident,
  join,
  literalUnion,
  typeKey,
  type Code,
} from "../encode/encode.js";
import type { Module } from "../module.js";
import type { ParameterStructure } from "../structures.js";
import { runtimeSymbols } from "./symbols.js";
import { typeCode } from "./types.js";

/** Parameters without the client, and what they give. */
export interface CallSignature {
  readonly parameters: readonly ParameterStructure[];
  readonly returnType: Code;
}

type Shape = Pick<Result, "kind" | "type" | "events">;

/** What a call asks for, and what it gets. */
interface Overload {
  /** The `accept` that has to be passed. */
  readonly accept?: readonly string[];
  /** The `accept` that may be passed. */
  readonly acceptable?: readonly string[];
  readonly stream?: boolean;
  readonly shapes: readonly Shape[];
}

/** The last one takes whatever the others take. */
export function signaturesOf(
  operation: Operation,
  module: Module,
): CallSignature[] {
  const { result } = operation;
  const { alternatives = [], streaming, mediaType = "" } = result;
  // Media types that give the same are one choice.
  const groups = new Map<string, { types: string[]; shape: Shape }>([
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
  const overloads: Overload[] = [
    ...(streaming ? [{ stream: true, shapes: [streaming.format] }] : []),
    ...others.map(({ types, shape }) => ({ accept: types, shapes: [shape] })),
    { acceptable, ...(streaming && { stream: false }), shapes: [result] },
  ];
  if (overloads.length > 1)
    overloads.push({
      acceptable: others.length > 0 ? all : acceptable,
      shapes: [
        result,
        ...others.map(({ shape }) => shape),
        ...(streaming ? [streaming.format] : []),
      ],
    });
  return overloads.map((overload) => ({
    parameters: parametersOf(operation, overload, module),
    returnType: returnType(operation, overload.shapes, module),
  }));
}

const shapeId = ({ kind, type, events }: Shape): string =>
  JSON.stringify([kind, type, events?.declared]);

/** `hash, params, options` with their types, as functions and methods share them. */
function parametersOf(
  operation: Operation,
  { accept, acceptable = [], stream }: Overload,
  module: Module,
): readonly ParameterStructure[] {
  const { positional, params, idempotencyHeader, result } = operation;
  const shared = module.use(
    idempotencyHeader
      ? runtimeSymbols.IdempotentRequestOptions
      : runtimeSymbols.RequestOptions,
  );
  const types = literalUnion(accept ?? acceptable);
  const options = accept
    ? code`${shared} & { accept: ${types} }`
    : acceptable.length > 0
      ? code`${shared} & ${module.use(runtimeSymbols.AcceptOptions)}<${types}>`
      : shared;
  // No optional argument comes before a required one.
  const isLast = !accept;
  const optional = params?.optional === true && stream !== true;
  return [
    ...(positional
      ? [
          {
            name: ident(positional.name),
            type: typeCode(positional.type, module),
          },
        ]
      : []),
    ...(params
      ? [
          {
            name: code`params`,
            type: code`${paramsType(ident(params.name), result, stream)}${
              optional && !isLast ? code` | undefined` : code``
            }`,
            hasQuestionToken: optional && isLast,
          },
        ]
      : []),
    { name: code`options`, type: options, hasQuestionToken: isLast },
  ];
}

function paramsType(
  name: Code,
  { streaming }: Result,
  stream: boolean | undefined,
): Code {
  if (!streaming || stream === undefined) return name;
  const key = typeKey(streaming.key);
  return stream
    ? code`${name} & { ${key}: true }`
    : code`${name} & { ${key}?: false | null | undefined }`;
}

/** The promise of a call: of one kind of answer, or of any of several. */
function returnType(
  operation: Operation,
  shapes: readonly Shape[],
  module: Module,
): Code {
  const { paging, result } = operation;
  const error = ident(operation.errors.name);
  const headers = result.headers
    ? code`, ${literalUnion(result.headers)}`
    : code``;
  const [only] = shapes;
  if (paging && only && shapes.length === 1 && only.kind === result.kind)
    return code`${module.use(runtimeSymbols.PagePromise)}<${typeCode(paging.item, module)}, ${dataType(only, module)}, ${error}${headers}>`;
  const data = shapes.map((shape) => dataType(shape, module));
  return code`${module.use(runtimeSymbols.APIPromise)}<${join(data, " | ")}, ${error}${headers}>`;
}

function dataType({ kind, type, events }: Shape, module: Module): Code {
  switch (kind) {
    case "events":
    case "jsonLines":
      return code`${module.use(runtimeSymbols.Stream)}<${typeCode(type, module)}>`;
    case "rawEvents":
      return code`${module.use(runtimeSymbols.Stream)}<${module.use(runtimeSymbols.ServerSentEvent)}>`;
    case "wholeEvents":
      return code`${module.use(runtimeSymbols.Stream)}<${join(
        (events?.declared ?? []).map((event) => eventType(event, module)),
        " | ",
      )}>`;
    default:
      return typeCode(type, module);
  }
}

function eventType({ names, type }: DeclaredEvent, module: Module): Code {
  const event = module.use(runtimeSymbols.ServerSentEvent);
  if (names.length === 0 && isText(type)) return event;
  const name = names.length === 0 ? code`` : code`, ${literalUnion(names)}`;
  return code`${event}<${typeCode(type, module)}${name}>`;
}

const isText = (type: Type): boolean =>
  type.kind === "keyword" && type.keyword === "string";

/** The names of the arguments, for passing them on. */
export const argumentNames = ({ positional, params }: Operation): Code[] => [
  ...(positional ? [ident(positional.name)] : []),
  ...(params ? [code`params`] : []),
  code`options`,
];
