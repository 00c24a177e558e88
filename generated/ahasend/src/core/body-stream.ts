/**
 * What can be sent as bytes, and request bodies that are produced while they
 * are sent: streams and async iterables.
 */
import type { AttemptScope } from "./operation.js";
import { isStream } from "./read-response.js";
import { throwTypeError } from "./type-error.js";

/** Bytes, or what holds them. */
export type Bytes = Blob | ArrayBuffer | ArrayBufferView;

/**
 * @internal True if the value is of one of these classes. Not every platform
 * has all of them; a test environment has others of the same names.
 */
export function isA(value: unknown, ...names: readonly string[]): boolean {
  return names.some((name) => {
    const type = (globalThis as Readonly<Record<string, unknown>>)[name];
    return (
      Object.prototype.toString.call(value) === `[object ${name}]` ||
      (typeof type === "function" && value instanceof type)
    );
  });
}

/** @internal */
export const isBlob = (value: unknown): value is Blob =>
  isA(value, "Blob", "File");

/** @internal True for bytes that are in memory, or in a `Blob`. */
export const isBytes = (value: unknown): value is Bytes =>
  ArrayBuffer.isView(value) || isA(value, "ArrayBuffer") || isBlob(value);

/**
 * A stream or an async iterable as a request body; undefined for anything else.
 * It ends when the signal fires: not every platform cancels the body of a
 * request that is over. An error of the source ends the attempt and reaches the
 * caller as it is: `fetch` would call it a lost connection. `write` makes bytes or
 * text of a chunk.
 */
export function abortableStream(
  source: unknown,
  { signal, abort }: AttemptScope,
  write: (chunk: unknown) => unknown = (chunk) => chunk,
): ReadableStream<Uint8Array> | undefined {
  const stream = toReadableStream(source);
  if (stream && !canSendStreams())
    throwTypeError("this platform cannot send streams");
  const reader = stream?.getReader();
  return (
    reader &&
    new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          let bytes: Uint8Array | undefined;
          try {
            const next = await reader.read();
            if (!next.done) bytes = toBytes(write(next.value));
          } catch (error) {
            abort(error);
            throw error;
          }
          if (bytes) controller.enqueue(bytes);
          else controller.close();
        },
        cancel: (reason) => reader.cancel(reason),
      },
      // Without a buffer: reads from the source only when it is asked to.
      { highWaterMark: 0 },
    ).pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal })
  );
}

/**
 * False in browsers that would send `[object ReadableStream]`: a text, which
 * has a content type.
 */
const canSendStreams = (): boolean =>
  typeof Request === "undefined" ||
  !new Request("http://localhost", {
    method: "POST",
    body: new ReadableStream(),
    duplex: "half",
  } as RequestInit).headers.has("content-type");

/** @internal */
export const isResponse = (value: unknown): value is Response =>
  isA(value, "Response");

/**
 * @internal A stream, an async iterable or the body of a response as a stream;
 * undefined for anything else.
 */
export function toReadableStream(source: unknown): ReadableStream | undefined {
  if (isStream(source)) return source;
  if (isResponse(source)) return source.body ?? new Blob([]).stream();
  const iterator = (Object(source) as Partial<AsyncIterable<unknown>>)[
    Symbol.asyncIterator
  ]?.();
  return (
    iterator &&
    new ReadableStream<unknown>({
      async pull(controller) {
        const next: IteratorResult<unknown, unknown> = await iterator.next();
        if (next.done) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await iterator.return?.();
      },
    })
  );
}

/** @internal True for a stream, and for an async iterable. */
export const isIterable = (value: unknown): boolean =>
  isStream(value) ||
  typeof (Object(value) as Partial<AsyncIterable<unknown>>)[
    Symbol.asyncIterator
  ] === "function";

/**
 * @internal The stream, with the bytes of each `Blob` in its place. They are
 * read when they are asked for: a `Blob` may be a file that fits in no memory.
 */
export function withBlobsRead(stream: ReadableStream): ReadableStream {
  let outer: ReadableStreamDefaultReader<unknown> | undefined;
  let inner: ReadableStreamDefaultReader<unknown> | undefined;
  return new ReadableStream<unknown>(
    {
      async pull(controller) {
        outer ??= stream.getReader();
        try {
          for (;;) {
            const { done, value } = await (inner ?? outer).read();
            if (isBlob(value)) inner = value.stream().getReader();
            else if (!done) return controller.enqueue(value);
            else if (!inner) return controller.close();
            else inner = undefined;
          }
        } catch (error) {
          // What holds a `Blob` that cannot be read is over too.
          outer.cancel(error).catch(() => undefined);
          throw error;
        }
      },
      async cancel(reason) {
        await Promise.all([
          inner?.cancel(reason),
          (outer ?? stream).cancel(reason),
        ]);
      },
    },
    { highWaterMark: 0 },
  );
}

/** @internal The chunks of a stream, which is closed in the end. */
export async function* readBytes(
  stream: ReadableStream,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader();
  try {
    for (let chunk; !(chunk = await reader.read()).done;)
      yield toBytes(chunk.value);
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** `fetch` takes nothing but `Uint8Array` from a stream. */
function toBytes(chunk: unknown): Uint8Array {
  if (typeof chunk === "string") return new TextEncoder().encode(chunk);
  if (ArrayBuffer.isView(chunk))
    return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  return isA(chunk, "ArrayBuffer")
    ? new Uint8Array(chunk as ArrayBuffer)
    : throwTypeError("a stream to send gave neither bytes nor text");
}
