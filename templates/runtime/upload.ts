/** What callers use to send files. */

/**
 * Anything that can be the content of a file: a `File` or `Blob` (`fs.openAsBlob(path)` makes
 * one that Node reads as it is sent), bytes, a stream, or one of these with `part(…)`.
 */
export type Uploadable =
  | Blob
  | ArrayBuffer
  | ArrayBufferView
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>
  | Part;

/** What a part of a multipart body says besides its content. */
export interface PartOptions {
  filename?: string | undefined;
  /** The content type. */
  type?: string | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
}

/** A part of a multipart body, with what is to be said about it. */
export class Part {
  constructor(
    readonly value: unknown,
    readonly options: PartOptions,
  ) {}
}

/** Gives a value of a multipart body a file name, a content type or headers of its own. */
export function part(value: unknown, options: PartOptions): Part {
  return new Part(value, options);
}

/** A file of bytes, text, a response or a stream, which is read into memory. */
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
