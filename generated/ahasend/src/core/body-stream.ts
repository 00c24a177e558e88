/**
 * Request bodies that are produced while they are sent: streams and async
 * iterables.
 */

/**
 * A stream or an async iterable as a request body; undefined for anything else.
 * It ends when the signal fires: not every platform cancels the body of a
 * request that is over.
 */
export function abortableStream(
  source: unknown,
  signal: AbortSignal,
): ReadableStream<Uint8Array> | undefined {
  return toReadableStream(source)?.pipeThrough(new TransformStream(), {
    signal,
  });
}

/**
 * @internal A stream or an async iterable as a stream; undefined for anything
 * else.
 */
export function toReadableStream(
  source: unknown,
): ReadableStream<Uint8Array> | undefined {
  if (source instanceof ReadableStream) return source;
  const iterator = (
    Object(source) as Partial<AsyncIterable<Uint8Array | string>>
  )[Symbol.asyncIterator]?.();
  return (
    iterator &&
    new ReadableStream<Uint8Array>({
      async pull(controller) {
        const next: IteratorResult<Uint8Array | string, undefined> =
          await iterator.next();
        if (next.done) controller.close();
        else
          controller.enqueue(
            typeof next.value === "string"
              ? new TextEncoder().encode(next.value)
              : next.value,
          );
      },
      async cancel() {
        await iterator.return?.();
      },
    })
  );
}
