/**
 * Request bodies of JSON, text, XML (as text) and bytes. The first three are
 * decoders of responses as well.
 */
import type {
  Decoder,
  Encoder,
  Operation,
  Params,
  RequestBody,
} from "./operation.js";
import { withoutPrototype } from "./without-prototype.js";
import { decodeJSON } from "./read-response.js";
import { decodeText } from "./decoders.js";
import {
  abortableStream,
  isBlob,
  isBytes,
  isResponse,
  toReadableStream,
  withBlobsRead,
} from "./body-stream.js";
import { scalarText } from "./text.js";
import { refuseValue } from "./type-error.js";
import { contentAndOptions } from "./upload.js";

/** JSON. */
export const json: Encoder & Decoder = {
  encode: (params, operation, headers, _, { body }) =>
    encodeBody(
      params,
      operation,
      headers,
      "application/json",
      JSON.stringify,
      body,
    ),
  decode: decodeJSON,
};

/** Plain text. */
export const text: Encoder & Decoder = {
  encode: (params, operation, headers) =>
    encodeBody(params, operation, headers, "text/plain", toText),
  decode: decodeText,
};

/** XML, as text. */
export const xml: Encoder & Decoder = {
  encode: (params, operation, headers) =>
    encodeBody(params, operation, headers, "application/xml", toText),
  decode: decodeText,
};

/**
 * Bytes: a `Blob`, `File`, `Buffer`, typed array or string; or a stream, async
 * iterable or response, which is sent as it is produced and cannot be retried.
 * Of a `part(…)`, the value is sent, with its content type.
 */
export const binary: Encoder = {
  encode(params, operation, headers, scope) {
    const { body } = params;
    const { value, options } = contentAndOptions(body);
    const type =
      options?.type ??
      (isBlob(value)
        ? value.type
        : isResponse(value)
          ? value.headers.get("content-type")
          : "");
    return encodeBody(
      { ...params, body: value },
      operation,
      headers,
      type || "application/octet-stream",
      (content) => {
        if (typeof content === "string" || isBytes(content))
          return content as RequestBody;
        const stream = toReadableStream(content);
        return (
          (stream && abortableStream(withBlobsRead(stream), scope)) ??
          refuseValue("body")
        );
      },
    );
  },
};

/**
 * Writes the body, if there is one, with the `extra` members, and its
 * `Content-Type`: the operation's, else `type`.
 */
export function encodeBody(
  params: Params,
  { fields, optional, contentType }: Operation,
  headers: Headers,
  type: string,
  write: (value: unknown) => RequestBody,
  extra?: object,
): RequestBody | undefined {
  let value = fields ? objectOf(params, fields, optional) : params["body"];
  if (extra) {
    // What has no members would be replaced.
    if (value === undefined) value = {};
    if (Object.prototype.toString.call(value) !== "[object Object]")
      refuseValue("body");
    value = { ...(value as object), ...extra };
  }
  if (value === undefined) return undefined;
  headers.set("content-type", contentType ?? type);
  return write(value);
}

type NamedField = Exclude<NonNullable<Operation["fields"]>[number], string>;

/**
 * An object of the fields that have a value; undefined if there is none and the
 * body is optional.
 */
function objectOf(
  params: Params,
  fields: NonNullable<Operation["fields"]>,
  optional: boolean | undefined,
): object | undefined {
  const entries = fields.flatMap((field) => {
    const { name, key = name }: NamedField = withoutPrototype(
      typeof field === "string" ? { name: field } : field,
    );
    return params[key] === undefined ? [] : [[name, params[key]]];
  });
  return entries.length > 0 || !optional
    ? (Object.fromEntries(entries) as object)
    : undefined;
}

const toText = (value: unknown): string => scalarText("body", value);
