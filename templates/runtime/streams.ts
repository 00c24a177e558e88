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
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else
          controller.enqueue(
            typeof value === "string" ? new TextEncoder().encode(value) : value,
          );
      },
      async cancel() {
        await iterator.return?.();
      },
    })
  );
}
