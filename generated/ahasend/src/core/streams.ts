/** Whatever produces bytes over time, as the stream that `fetch` takes. */

/** A stream of an async iterable, and a stream as it is; undefined for anything else. */
export function streamOf(
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
