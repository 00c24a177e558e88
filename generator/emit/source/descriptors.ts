/**
 * An operation as the data that the runtime reads (`templates/runtime/operation.ts`).
 */
import type { Operation, Parameter, Result, Text } from "../../sdk/sdk.js";
import { bodyEntries, encodingCode } from "./descriptor-bodies.js";
import { decoderOf } from "./encoders.js";
import { code, join, key, lit, type Code } from "../encode/encode.js";
import type { Module } from "../module.js";
import { runtime } from "./symbols.js";
import { urlTemplate } from "./url-template.js";

export function descriptorCode(operation: Operation, module: Module): Code {
  const { body, result } = operation;
  const paths = parameters(operation, "path", module);
  const headers = parameters(operation, "header", module);
  const cookies = parameters(operation, "cookie", module);
  const { idempotencyHeader, server } = operation;
  const unusual = [paths, headers, cookies, idempotencyHeader, server];
  const entries: (readonly [string, Code | undefined])[] = [
    ["id", lit(operation.id)],
    ["method", operation.method === "GET" ? undefined : lit(operation.method)],
    ["path", lit(urlTemplate(operation.path))],
    ["paths", paths],
    ["query", parameters(operation, "query", module)],
    ["headers", headers],
    ["cookies", cookies],
    ...(body ? bodyEntries(operation, body, module) : []),
    ["response", decoderCode(result, module)],
    ["accept", accept(result)],
    ["security", operation.security && lit(operation.security)],
    [
      "idempotency",
      operation.idempotencyHeader && lit(operation.idempotencyHeader),
    ],
    [
      "server",
      operation.server === undefined ? undefined : lit(operation.server),
    ],
    ["paging", operation.paging && pagingCode(operation.paging)],
    // the part of the runtime that only some operations need
    [
      "extras",
      unusual.some((part) => part !== undefined)
        ? module.use(runtime.extras)
        : undefined,
    ],
  ];
  return code`{ ${join(
    entries.flatMap(([name, value]) =>
      value === undefined ? [] : [code`${key(name as Text)}: ${value}`],
    ),
    ", ",
  )} }`;
}

function parameters(
  operation: Operation,
  place: Parameter["in"],
  module: Module,
): Code | undefined {
  const own = operation.parameters.filter(
    (parameter) => parameter.in === place,
  );
  // The path template names its parameters; only the unusual ones are told apart.
  const told =
    place === "path"
      ? own.filter(
          ({ name, key: given, encoding }) =>
            given !== name || encoding.kind !== "default",
        )
      : own;
  return told.length === 0
    ? undefined
    : code`[${join(
        told.map((parameter) => parameterCode(parameter, module)),
        ", ",
      )}]`;
}

function parameterCode(
  { name, key: given, encoding, in: place }: Parameter,
  module: Module,
): Code {
  if (given === name && encoding.kind === "default") return lit(name);
  const encode = encodingCode(encoding, place, module);
  return code`{ name: ${lit(name)}${
    given === name ? code`` : code`, key: ${lit(given)}`
  }${encode ? code`, encode: ${encode}` : code``} }`;
}

function accept({ kind, mediaType, streaming }: Result): Code | undefined {
  if (mediaType === undefined || kind === "none") return undefined;
  // Which of the two it will be, the request says.
  if (streaming) return lit(`${mediaType}, ${streaming.format.mediaType}`);
  return /^(application\/json|\*\/\*)$/i.test(mediaType)
    ? undefined
    : lit(mediaType);
}

/** One decoder, or a choice by what the response says it is. */
function decoderCode(result: Result, module: Module): Code | undefined {
  const { kind, mediaType, alternatives = [], streaming } = result;
  const others = [...alternatives, ...(streaming ? [streaming.format] : [])];
  if (mediaType === undefined || others.every((other) => other.kind === kind)) {
    const symbol = decoderOf(kind);
    return symbol && module.use(symbol);
  }
  const formats = [{ kind, mediaType }, ...others].map((format) => {
    const [type = ""] = format.mediaType.toLowerCase().split(/ *;/);
    const decoder = module.use(decoderOf(format.kind) ?? runtime.json);
    return code`[${lit(type)}, ${decoder}]`;
  });
  return code`${module.use(runtime.choose)}([${join(formats, ", ")}])`;
}

function pagingCode(paging: NonNullable<Operation["paging"]>): Code {
  const { by, param, items, next, more } = paging;
  return lit({
    by,
    ...(param !== undefined && { param }),
    items,
    ...(next && { next }),
    ...(more && { more }),
  });
}
