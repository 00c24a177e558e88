/**
 * An operation as the data that the runtime reads (`templates/runtime/operation.ts`).
 */
import type { Operation, Paging, Parameter, Result } from "../../sdk/sdk.js";
import { bodyMembers } from "./descriptor-bodies.js";
import {
  RuntimeReference,
  type DescriptorObject,
  type DescriptorValue,
} from "./descriptor-values.js";
import { decoderOf, encoderOf } from "./encoders.js";
import { runtimeSymbols } from "./symbols.js";
import { urlTemplate } from "./url-template.js";

export function descriptorOf(operation: Operation): DescriptorObject {
  const { body, result, idempotencyHeader, server } = operation;
  const paths = parametersIn("path", operation);
  const headers = parametersIn("header", operation);
  const cookies = parametersIn("cookie", operation);
  const needExtras = [paths, headers, cookies, idempotencyHeader, server];
  return {
    id: operation.id,
    method: operation.method === "GET" ? undefined : operation.method,
    path: urlTemplate(operation.path),
    paths,
    query: parametersIn("query", operation),
    headers,
    cookies,
    ...(body && bodyMembers(operation, body)),
    response: decoder(result),
    accept: accept(result),
    security: operation.security,
    idempotency: idempotencyHeader,
    server,
    paging: operation.paging && paging(operation.paging),
    // the part of the runtime that only some operations need
    extras: needExtras.some((member) => member !== undefined)
      ? new RuntimeReference(runtimeSymbols.extras)
      : undefined,
  };
}

/** Undefined where the runtime does without a list of them. */
function parametersIn(
  location: Parameter["in"],
  { parameters }: Operation,
): readonly DescriptorValue[] | undefined {
  const descriptors = parameters
    .filter((parameter) => parameter.in === location)
    .map(parameterDescriptor)
    // The path template names its parameters: only the unusual ones are listed.
    .filter((value) => location !== "path" || typeof value !== "string");
  return descriptors.length === 0 ? undefined : descriptors;
}

/** The name alone says that all the rest is as usual. */
const parameterDescriptor = (parameter: Parameter): DescriptorValue => {
  const { name, key, encoding } = parameter;
  return key === name && encoding.kind === "default"
    ? name
    : {
        name,
        key: key === name ? undefined : key,
        encode: encoderOf(encoding, parameter.in),
      };
};

function accept({ kind, mediaType, streaming }: Result): string | undefined {
  if (mediaType === undefined || kind === "none") return undefined;
  // Which of the two it will be, the request says.
  if (streaming) return `${mediaType}, ${streaming.format.mediaType}`;
  return /^(application\/json|\*\/\*)$/i.test(mediaType)
    ? undefined
    : mediaType;
}

/** One decoder, or a choice by the content type of the response. */
function decoder(result: Result): DescriptorValue | undefined {
  const { kind, mediaType, alternatives = [], streaming } = result;
  const others = [...alternatives, ...(streaming ? [streaming.format] : [])];
  if (mediaType === undefined || others.every((other) => other.kind === kind))
    return decoderOf(kind);
  const formats = [{ kind, mediaType }, ...others].map((format) => {
    const [type = ""] = format.mediaType.toLowerCase().split(/ *;/);
    return [
      type,
      decoderOf(format.kind) ?? new RuntimeReference(runtimeSymbols.json),
    ];
  });
  return new RuntimeReference(runtimeSymbols.responseByMediaType, [formats]);
}

/** Without the type of the items, which the runtime does not need. */
const paging = ({ item: _, ...paged }: Paging): DescriptorObject => {
  const { by, param, items, id, first, current, ...ends } = paged;
  // The path of a single name is that name.
  const key = param?.length === 1 ? param[0] : param;
  return { by, param: key, items, id, first, current, ...ends };
};
