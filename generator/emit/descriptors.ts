/**
 * An operation as the data that the runtime reads (`templates/runtime/operation.ts`).
 */
import type {
  Body,
  FieldEncoding,
  Name,
  Operation,
  Parameter,
  ParameterEncoding,
  Result,
  Text,
} from "../sdk.js";

import { code, ident, join, key, lit, type Code } from "./encode.js";
import type { Module } from "./module.js";
import { runtime, type RuntimeSymbol } from "./symbols.js";
import { decoderOf, encoderOf } from "./encoders.js";

/** A constant of the resource file; no exported function may have the same name. */
export function descriptorName(
  operation: Operation,
  functions: ReadonlySet<string>,
): Code {
  let name = `${operation.functionName}Operation`;
  while (functions.has(name)) name += "_";
  return ident(name as Name);
}

export function descriptorCode(operation: Operation, module: Module): Code {
  const { body, result } = operation;
  const paths = parameters(operation, "path", module);
  const headers = parameters(operation, "header", module);
  const cookies = parameters(operation, "cookie", module);
  const { idempotencyHeader, server } = operation;
  const unusual = [paths, headers, cookies, idempotencyHeader, server];
  const entries: (readonly [string, Code | undefined])[] = [
    ["id", lit(operation.id)],
    ["method", lit(operation.method)],
    ["path", lit(operation.path)],
    ["paths", paths],
    ["query", parameters(operation, "query", module)],
    ["headers", headers],
    ["cookies", cookies],
    ["body", body && module.use(bodyEncoder(body))],
    ["fields", body?.fields && fieldsCode(body.fields)],
    [
      "optional",
      body?.fields && isOptional(operation) ? code`true` : undefined,
    ],
    ["contentType", body && contentType(body)],
    ["encoding", body?.encoding && fieldEncodingsCode(body.encoding, module)],
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
  return code`{\n${join(
    entries.flatMap(([name, value]) =>
      value === undefined ? [] : [code`${key(name as Text)}: ${value},\n`],
    ),
    "",
  )}}`;
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

const encodingCode = (
  encoding: ParameterEncoding,
  place: Parameter["in"],
  module: Module,
): Code | undefined =>
  encoding.kind === "default"
    ? undefined
    : module.use(encoderOf(encoding, place));

/** Fields of a form, each with what differs from the default. */
const fieldEncodingsCode = (
  encodings: readonly FieldEncoding[],
  module: Module,
): Code =>
  code`[${join(
    encodings.map(({ name, contentType: type, style }) => {
      const encode = style && encodingCode(style, "query", module);
      return code`{ name: ${lit(name)}${
        type === undefined ? code`` : code`, type: ${lit(type)}`
      }${encode ? code`, encode: ${encode}` : code``} }`;
    }),
    ", ",
  )}]`;

const encoders: Readonly<Record<Body["kind"], RuntimeSymbol>> = {
  json: runtime.json,
  form: runtime.form,
  multipart: runtime.multipart,
  text: runtime.text,
  binary: runtime.binary,
};

const bodyEncoder = (body: Body): RuntimeSymbol => encoders[body.kind];

/** What each encoder says by itself. */
const usualTypes: Readonly<Record<Body["kind"], RegExp>> = {
  json: /^(application\/json|\*\/\*)$/i,
  form: /^application\/x-www-form-urlencoded$/i,
  multipart: /^multipart\/form-data$/i,
  text: /^text\/plain$/i,
  binary: /^(application\/octet-stream|\*\/\*)$/i,
};

const contentType = ({ kind, mediaType }: Body): Code | undefined =>
  usualTypes[kind].test(mediaType) ? undefined : lit(mediaType);

const fieldsCode = (fields: NonNullable<Body["fields"]>): Code =>
  code`[${join(
    fields.map(({ name, key: given }) =>
      given === name
        ? lit(name)
        : code`{ name: ${lit(name)}, key: ${lit(given)} }`,
    ),
    ", ",
  )}]`;

const isOptional = ({ body, params }: Operation): boolean =>
  body?.required === false && params !== undefined;

function decoderCode(result: Result, module: Module): Code | undefined {
  const symbol = decoderOf(result);
  return symbol && module.use(symbol);
}

function accept({ kind, mediaType }: Result): Code | undefined {
  if (mediaType === undefined || kind === "none") return undefined;
  return /^(application\/json|\*\/\*)$/i.test(mediaType)
    ? undefined
    : lit(mediaType);
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
