/** Whatever produces bytes over time, as the stream that `fetch` takes. */

/**
 * A stream or an async iterable as a body; undefined for anything else. The signal ends it:
 * not every platform tells a body that its request is over.
 */
export function abortableStream(
  source: unknown,
  signal: AbortSignal,
): ReadableStream<Uint8Array> | undefined {
  return toReadableStream(source)?.pipeThrough(new TransformStream(), {
    signal,
  });
}

/** @internal The same, for a part of a body. */
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
