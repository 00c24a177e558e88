/**
 * An operation as the data that the runtime reads (`templates/runtime/operation.ts`).
 */
import type { Operation, Paging, Parameter, Result } from "../../sdk/sdk.js";
import { reservedNames } from "../reserved-names.js";
import { bodyMembers } from "./descriptor-bodies.js";
import {
  RuntimeReference,
  type DescriptorObject,
  type DescriptorValue,
} from "./descriptor-values.js";
import { isStream } from "../../sdk/wire.js";
import { decoderOf, encoderOf } from "./encoders.js";
import { runtimeSymbols } from "./symbols.js";
import { urlTemplate } from "./url-template.js";

export function descriptorOf(operation: Operation): DescriptorObject {
  const { body, idempotencyHeader, server } = operation;
  const paths = parametersIn("path", operation);
  const headers = parametersIn("header", operation);
  const cookies = parametersIn("cookie", operation);
  const needExtras = [paths, headers, cookies, idempotencyHeader, server];
  return {
    id: operation.id,
    method: operation.method === "GET" ? undefined : operation.method,
    unsafe: safeMethods.has(operation.method)
      ? undefined
      : new RuntimeReference(runtimeSymbols.unsafe),
    path: urlTemplate(operation.path),
    paths,
    query: parametersIn("query", operation),
    shared: sharedNames(operation),
    headers,
    cookies,
    ...(body && bodyMembers(operation, body)),
    response: withHeaders(operation),
    accept: accept(operation),
    security: operation.security,
    idempotency: idempotencyHeader,
    server,
    paging: operation.paging && pagingOf(operation.paging),
    // the part of the runtime that only some operations need
    extras: needExtras.some((member) => member !== undefined)
      ? new RuntimeReference(runtimeSymbols.extras)
      : undefined,
  };
}

/**
 * The params that are not the options whose names they have; undefined where there are none, and where
 * the descriptor has them all: a body of several media types keeps its fields to itself.
 */
function sharedNames({
  params,
  body,
}: Operation): readonly DescriptorValue[] | undefined {
  if (!params) return undefined;
  if (params.mayBeOptions !== true && !body?.choice) return undefined;
  const names = [params.fields, ...(params.alternatives ?? [])]
    .flat()
    .map(({ name }) => name)
    .filter((name) => reservedNames.callOptions.has(name));
  return names.length === 0 ? undefined : [...new Set(names)];
}

/** Methods that change nothing on the server (RFC 9110, section 9.2.1). */
const safeMethods: ReadonlySet<string> = new Set([
  "GET",
  "HEAD",
  "OPTIONS",
  "TRACE",
]);

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

/**
 * What a success is sent in, then what errors are sent in, at a lower preference: a strict server would
 * answer 406 in their place. Where none of it is JSON, anything comes last: frameworks that negotiate
 * before a view answers (Django REST) know only what they render themselves, and refuse a file that
 * the view makes. Events are asked for as browsers do. Undefined where it is JSON, the runtime's default.
 */
function accept({ result, errors }: Operation): string | undefined {
  // Whatever the response is, it is read as that.
  if (result.kind === "undeclared") return "application/json, */*;q=0.9";
  const { mediaType = "application/json", streaming } = result;
  // Which of the two it will be, the request says.
  const successes = [
    mediaType,
    ...(streaming ? [streaming.format.mediaType] : []),
  ];
  const failures = errors.responses.flatMap(({ mediaType: type = "" }) => {
    const [essence = ""] = type.toLowerCase().split(/ *;/);
    return mediaRange.test(essence) &&
      !successes.some((success) => isCovered(essence, success.toLowerCase()))
      ? `${essence};q=0.9`
      : [];
  });
  const asked = [...successes, ...[...new Set(failures)].sort()];
  const isNegotiable =
    isStream(result.kind) ||
    asked.some((range) =>
      /^(?:application\/(?:.+\+)?json|\*\/\*)(?: *;|$)/i.test(range),
    );
  const types = [...asked, ...(isNegotiable ? [] : ["*/*;q=0.8"])].join(", ");
  return /^application\/json$/i.test(types) ? undefined : types;
}

/** The decoder of a page adds what is in headers to the body, where the runtime looks for it. */
function withHeaders({
  result,
  paging,
}: Operation): DescriptorValue | undefined {
  const own = redirectable(result);
  return paging?.headers
    ? new RuntimeReference(runtimeSymbols.withHeaderMembers, [
        paging.headers,
        ...(own === undefined ? [] : [own]),
      ])
    : own;
}

/** What is downloaded, or redirected by the document, may be on another host. */
function redirectable(result: Result): DescriptorValue | undefined {
  const { kind, alternatives = [], redirects } = result;
  const own = decoder(result);
  if (!redirects && ![result, ...alternatives].some(isDownload)) return own;
  return isStream(kind)
    ? own
    : new RuntimeReference(runtimeSymbols.following, [
        own ?? new RuntimeReference(runtimeSymbols.json),
      ]);
}

const isDownload = ({ kind }: Pick<Result, "kind">): boolean =>
  kind === "binary";
/** Errors are data or text; what is no media type at all would make the header invalid. */
const mediaRange = /^(?:application|text)\/[\w!#$&^.+*-]+$/;

// `text/plain` is covered by `text/plain`, by any text, and by anything.
const isCovered = (type: string, range: string): boolean =>
  [type, type.replace(/\/.*/, "/*"), "*/*"].includes(range);

/** One decoder, or a choice by the content type of the response. */
function decoder(result: Result): DescriptorValue | undefined {
  const { mediaType, alternatives = [], streaming } = result;
  const others = [...alternatives, ...(streaming ? [streaming.format] : [])];
  const usual = decoderOf(result);
  if (
    mediaType === undefined ||
    others.every((other) => isSame(decoderOf(other), usual))
  )
    return usual;
  const formats = [{ ...result, mediaType }, ...others].map((format) => {
    const [type = ""] = format.mediaType.toLowerCase().split(/ *;/);
    return [
      type,
      decoderOf(format) ?? new RuntimeReference(runtimeSymbols.json),
    ];
  });
  // Where a string may come as any text, it may do so beside other formats.
  const anyText: (typeof formats)[number][] = [result, ...others].some(
    ({ isString }) => isString,
  )
    ? [["text/*", new RuntimeReference(runtimeSymbols.text)]]
    : [];
  return new RuntimeReference(runtimeSymbols.responseByMediaType, [
    [...anyText, ...formats],
  ]);
}

const isSame = (a?: RuntimeReference, b?: RuntimeReference): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Without the type of the items, which the runtime does not need. */
export const pagingOf = ({
  item: _,
  hasMethods: __,
  // Of the call, and of the response.
  previous: ___,
  headers: ____,
  ...paged
}: Paging): DescriptorObject => {
  const { by, param, items, id, first, current, ...ends } = paged;
  // The path of a single name is that name.
  const key = param?.length === 1 ? param[0] : param;
  return { by, param: key, items, id, first, current, ...ends };
};
