/**
 * Multipart bodies (RFC 7578). They are not made by `FormData`, where a part
 * can have neither a content type without a file name nor headers. The body is
 * a `Blob`, which can be sent again, unless a part is a stream.
 */
import { encodeBody } from "./body.js";
import type {
  AttemptScope,
  Encoder,
  FieldEncoding,
  Operation,
  Params,
  RequestBody,
} from "./operation.js";
import { withoutPrototype } from "./without-prototype.js";
import {
  abortableStream,
  isA,
  isBlob,
  isBytes,
  isResponse,
  readBytes,
  toReadableStream,
  withBlobsRead,
  type Bytes,
} from "./body-stream.js";
import { isStream } from "./read-response.js";
import { isObject, nestedText } from "./styles.js";
import { refuseValue } from "./type-error.js";
import { contentAndOptions, type PartOptions } from "./upload.js";

type Chunk = string | Bytes | ReadableStream;

/**
 * A part for each property, and for each item of an array: files, JSON for
 * objects, else text.
 */
export const multipart: Encoder = {
  encode: (params, operation, headers, scope, { body }) =>
    encodeParts(
      params,
      operation,
      headers,
      scope,
      "multipart/form-data",
      (value) => namedParts(value, operation.encoding),
      body,
    ),
};

/**
 * Writes the parts of the body, and its `Content-Type`: the operation's, else
 * `type`. `extra` are further members.
 */
export function encodeParts(
  params: Params,
  operation: Operation,
  headers: Headers,
  scope: AttemptScope,
  type: string,
  partsOfValue: (value: unknown) => readonly BodyPart[],
  extra?: object,
): RequestBody | undefined {
  const boundary = newBoundary();
  const contentType = `${operation.contentType ?? type}; boundary=${boundary}`;
  return encodeBody(
    params,
    { ...operation, contentType },
    headers,
    contentType,
    (value) => join(chunksOf(partsOfValue(value), boundary), scope),
    extra,
  );
}

/** @internal The content of a part that is a body itself. */
export class WrittenPart {
  constructor(
    readonly content: string | readonly Chunk[],
    readonly type: string,
  ) {}
}

/** @internal A line that no part has. */
export function newBoundary(): string {
  const random = crypto.getRandomValues(new Uint8Array(16));
  return `----${Array.from(random, (byte) => byte.toString(36).padStart(2, "0")).join("")}`;
}

/** @internal The parts with their headers, between their boundaries. */
export const chunksOf = (
  parts: readonly BodyPart[],
  boundary: string,
): Chunk[] => [
  ...parts.flatMap((part) =>
    [`--${boundary}\r\n${head(part)}`, part.content, "\r\n"].flat(),
  ),
  `--${boundary}--\r\n`,
];

/** @internal The parts of an object, each under the name of its property. */
export const namedParts = (
  value: unknown,
  encodings: readonly FieldEncoding[] | undefined,
): BodyPart[] =>
  partsOf(value, encodings).map((part) => ({
    ...part,
    disposition: `form-data; name=${quote(part.name)}`,
  }));

/** One part as it is written. */
export interface BodyPart extends FormPart {
  /** The start of its `Content-Disposition`; undefined for none. */
  readonly disposition: string | undefined;
}

/** One part of a form, before it is written. */
export interface FormPart {
  /** Its field; errors name it. */
  readonly name: string;
  readonly filename?: string | undefined;
  readonly type?: string | undefined;
  readonly headers?: FieldEncoding["headers"];
  readonly content: Chunk | readonly Chunk[];
}

/** The parts of an object, in the order of its properties. */
export const partsOf = (
  value: unknown,
  encodings: readonly FieldEncoding[] | undefined,
): FormPart[] =>
  entriesOf(value).flatMap(([name, field]: [string, unknown]) =>
    fieldParts(
      name,
      field,
      withoutPrototype(encodings?.find((encoding) => encoding.name === name)),
    ),
  );

/** Of an object, a `FormData`, a `URLSearchParams` or a `Map`. */
const entriesOf = (value: unknown): [name: string, field: unknown][] =>
  isA(value, "FormData", "URLSearchParams", "Map")
    ? Array.from(value as ReadonlyMap<unknown, unknown>, ([name, field]) => [
        String(name),
        field,
      ])
    : isObject(value) && !Array.isArray(value)
      ? Object.entries(value)
      : refuseValue("body");

function fieldParts(
  fieldName: string,
  field: unknown,
  encoding: Partial<FieldEncoding>,
): FormPart[] {
  const whole = contentAndOptions(field);
  const pairs =
    encoding.parts?.(fieldName, whole.value) ??
    [field].flat().map((item: unknown) => [fieldName, item] as const);
  return pairs
    .filter(([, item]) => item !== undefined && item !== null)
    .map(([name, item]) => {
      const { value, options = whole.options } = contentAndOptions(item);
      return partOf(name, { value, options }, encoding);
    });
}

interface GivenPart {
  readonly value: unknown;
  readonly options?: PartOptions | undefined;
}

/** A part with what its encoding and the caller's options say of it. */
export function partOf(
  name: string,
  { value, options = {} }: GivenPart,
  encoding: Partial<FieldEncoding>,
): FormPart {
  const [content, type, filename] = contentOf(name, value);
  // A list of media types or a wildcard leaves the choice to the value's own
  // type.
  const declared = /[,*]/.test(encoding.type ?? "*")
    ? undefined
    : encoding.type;
  return {
    name,
    filename: options.filename ?? filename,
    type: options.type ?? declared ?? type,
    headers: [
      ...(encoding.headers ?? []),
      ...Object.entries(options.headers ?? {}),
    ],
    content,
  };
}

/**
 * The content of a value, with the content type and the file name that it
 * implies.
 */
function contentOf(
  name: string,
  value: unknown,
): [
  content: Chunk | readonly Chunk[],
  type?: string | undefined,
  filename?: string,
] {
  if (value instanceof WrittenPart) return [value.content, value.type];
  const octets = "application/octet-stream";
  if (isBlob(value))
    return [
      value,
      value.type || octets,
      (value as Partial<File>).name ?? "blob",
    ];
  if (isBytes(value)) return [value, octets, "blob"];
  const stream = toReadableStream(value);
  if (stream && isResponse(value))
    return [
      stream,
      value.headers.get("content-type") ?? octets,
      // A response that no `fetch` gave has no URL.
      value.url
        .replace(/[?#].*/s, "")
        .split("/")
        .at(-1) || "blob",
    ];
  if (stream) return [stream, octets, baseName(value) ?? "blob"];
  return [
    nestedText(name, value),
    isObject(value) ? "application/json" : undefined,
  ];
}

/** The name of the file that a stream of Node's `fs` reads. */
function baseName(stream: unknown): string | undefined {
  const { path } = stream as { readonly path?: unknown };
  return typeof path === "string" ? path.split(/[\\/]/).at(-1) : undefined;
}

/**
 * The headers of a part. A name or value that would end them early is an error.
 */
function head(part: BodyPart): string {
  const { name, disposition, filename, type, headers = [] } = part;
  const file = filename === undefined ? "" : `; filename=${quote(filename)}`;
  return [
    ...(disposition
      ? [["Content-Disposition", disposition + file] as const]
      : []),
    ...(type ? [["Content-Type", type] as const] : []),
    ...headers,
  ]
    .map(([key, value]) => {
      if (!/^[\w!#$%&'*+.^`|~-]+$/.test(key) || /[\0-\x08\n-\x1f]/.test(value))
        throw new TypeError(`invalid header in part ${name}`);
      return `${key}: ${value}\r\n`;
    })
    .join("")
    .concat("\r\n");
}

/** Quotes a name as `FormData` does. */
function quote(text: string): string {
  return `"${text.replace(/["\r\n]/g, encodeURIComponent)}"`;
}

/** Joins the chunks to one body: a stream if one of them is a stream. */
function join(chunks: readonly Chunk[], scope: AttemptScope): RequestBody {
  if (!chunks.some(isStream)) return new Blob(chunks as Blob[]);
  return abortableStream(
    (async function* () {
      for (const chunk of chunks)
        yield* readBytes(
          isStream(chunk)
            ? withBlobsRead(chunk)
            : new Blob([chunk as Blob]).stream(),
        );
    })(),
    scope,
  ) as RequestBody;
}
