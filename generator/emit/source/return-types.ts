/**
 * What a call returns: a promise of a whole body, of pages or of a stream.
 */
import type { DeclaredEvent, Operation, Result, Type } from "../../sdk/sdk.js";
import {
  code,
  ident,
  join,
  literalUnion,
  type Code,
} from "../encode/encode.js";
import type { Module } from "../module.js";
import { runtimeSymbols } from "./symbols.js";
import { typeCode } from "./types.js";

/** A kind of answer to a call. */
export type AnswerShape = Pick<Result, "kind" | "type" | "events">;

/** The promise of a call: of one kind of answer, or of any of several. */
export function returnType(
  operation: Operation,
  shapes: readonly AnswerShape[],
  { module, isCompatible }: { module: Module; isCompatible: boolean },
): Code {
  const { paging, result } = operation;
  const error = ident(operation.errors.name);
  const headers = result.headers
    ? code`, ${literalUnion(result.headers)}`
    : code``;
  const [only] = shapes;
  const { APIPromise, APIPromiseWithHeaders } = runtimeSymbols;
  const { PagePromise, PagePromiseWithHeaders } = runtimeSymbols;
  if (paging && only && shapes.length === 1 && only.kind === result.kind) {
    const { CompatiblePagePromise, CompatiblePagePromiseWithHeaders } =
      runtimeSymbols;
    const [plain, withHeaders] = paging.hasMethods
      ? [CompatiblePagePromise, CompatiblePagePromiseWithHeaders]
      : [PagePromise, PagePromiseWithHeaders];
    const list = result.headers ? withHeaders : plain;
    return code`${module.use(list)}<${typeCode(paging.item, module)}, ${dataType(only, module)}, ${error}${headers}>`;
  }
  const data = shapes.map((shape) => {
    const type = dataType(shape, module);
    return shape.kind === "json" && isCompatible
      ? code`${module.use(runtimeSymbols.WithRequestID)}<${type}>`
      : type;
  });
  const promise = result.headers ? APIPromiseWithHeaders : APIPromise;
  return code`${module.use(promise)}<${join(data, " | ")}, ${error}${headers}>`;
}

/** What a call resolves to. */
export function dataType(
  { kind, type, events }: AnswerShape,
  module: Module,
): Code {
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
