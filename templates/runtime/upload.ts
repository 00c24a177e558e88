/** What callers need for sending files. */

/**
 * What can be sent as a file: a `File` or `Blob` (in Node,
 * `fs.openAsBlob(path)` makes one that is read while it is sent), bytes, a
 * stream, or one of these with `part(…)`.
 */
export type Uploadable =
  | Blob
  | ArrayBuffer
  | ArrayBufferView
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>
  | Part;

/** The file name, content type and headers of a part of a multipart body. */
export interface PartOptions {
  /**
   * The name of the file. By default that of a `File`, or `blob` for other
   * binary values.
   */
  filename?: string | undefined;
  /** The content type, such as `image/png`. */
  type?: string | undefined;
  /** Further headers of the part. */
  headers?: Readonly<Record<string, string>> | undefined;
}

/** A value of a multipart body with options; made by `part(…)`. */
export class Part {
  constructor(
    readonly value: unknown,
    readonly options: PartOptions,
  ) {}
}

/** Gives a value of a multipart body a file name, a content type or headers. */
export function part(value: unknown, options: PartOptions): Part {
  return new Part(value, options);
}

/**
 * Makes a `File` of bytes, text, a response or a stream; it is read into
 * memory.
 */
export async function toFile(
  content:
    | BlobPart
    | Response
    | ReadableStream
    | Promise<BlobPart | Response | ReadableStream>,
  name: string,
  options?: FilePropertyBag,
): Promise<File> {
  const value = await content;
  const blob =
    value instanceof Response
      ? await value.blob()
      : value instanceof ReadableStream
        ? await new Response(value).blob()
        : value;
  const { type = "" } = blob as Partial<Blob>;
  return new File([blob], name, { type, ...options });
}
