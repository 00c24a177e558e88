/** What callers need for sending files. */
import {
  isBytes,
  isIterable,
  readBytes,
  toReadableStream,
  withBlobsRead,
  type Bytes,
} from "./body-stream.js";
import { refuseValue } from "./type-error.js";

/**
 * What can be sent as a file: a `File` or `Blob` (in Node,
 * `fs.openAsBlob(path)` makes one that is read while it is sent), bytes, a
 * stream, a stream with its file name, the response of a `fetch`, or one of
 * these with `part(…)`.
 */
export type Uploadable =
  | Blob
  | ArrayBuffer
  | ArrayBufferView
  | UploadStream
  | NamedStream
  | Response
  | Part;

/** A stream, or what is iterated as one: its bytes and texts are sent, and those of each `Blob`. */
type UploadStream =
  ReadableStream<Bytes | string> | AsyncIterable<Bytes | string>;

/** A stream with its file name, and its content type. */
interface NamedStream {
  readonly data: UploadStream;
  readonly name: string;
  readonly type?: string | undefined;
}

/** The file name, content type and headers of a part of a multipart body. */
export interface PartOptions {
  /**
   * The name of the file. By default that of a `File` or of the file that a
   * stream of Node reads, or `blob` for other binary values.
   */
  filename?: string | undefined;
  /** The content type, such as `image/png`. */
  type?: string | undefined;
  /** Further headers of the part. */
  headers?: Readonly<Record<string, string>> | undefined;
}

/** A value of a multipart body with options; made by `part(…)`. */
export class Part<T = unknown> {
  /** Not that of an object: one that is inside another value is refused. */
  readonly [Symbol.toStringTag] = "Part";

  constructor(
    readonly value: T,
    readonly options: PartOptions,
  ) {}
}

/** Gives a value of a multipart body a file name, a content type or headers. */
export function part<T>(value: T, options: PartOptions): Part<T> {
  return new Part(value, options);
}

/**
 * @internal The value of a part, or of a stream with its file name, with its
 * options; or a value without any.
 */
export function contentAndOptions(value: unknown): {
  readonly value: unknown;
  readonly options?: PartOptions;
} {
  if (value instanceof Part) return value;
  const { data, name, type } = Object(value) as Partial<NamedStream>;
  return typeof name === "string" && isIterable(data)
    ? { value: data, options: { filename: name, type } }
    : { value };
}

/** What `toFile` takes. */
export type FileContent =
  | string
  | Blob
  | ArrayBuffer
  | ArrayBufferView
  | Response
  | ReadableStream
  | AsyncIterable<Bytes | string>;

/**
 * Makes a `File` of bytes, text, a response, a stream or an async iterable,
 * such as a stream of Node; it is read into memory.
 */
export async function toFile(
  content: FileContent | PromiseLike<FileContent>,
  name: string,
  options: {
    /** The content type; by default that of a response or a `Blob`. */
    readonly type?: string | undefined;
    /** In milliseconds since 1970; by default the present time. */
    readonly lastModified?: number | undefined;
  } = {},
): Promise<File> {
  const value = await content;
  const source =
    typeof (value as Partial<Response>).blob === "function"
      ? await (value as Response).blob()
      : value;
  const { type = "" } = source as Partial<Blob>;
  const { lastModified = Date.now() } = options;
  return new File((await piecesOf(source)) as Blob[], name, {
    type: options.type ?? type,
    lastModified,
  });
}

async function piecesOf(source: unknown): Promise<(Bytes | string)[]> {
  if (typeof source === "string" || isBytes(source)) return [source];
  const stream = toReadableStream(source) ?? refuseValue("content");
  const pieces: Uint8Array[] = [];
  for await (const piece of readBytes(withBlobsRead(stream)))
    pieces.push(piece);
  return pieces;
}
