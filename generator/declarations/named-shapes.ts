/**
 * The names of types that something mentions, wherever in it they stand.
 */

/** @param value shapes, or records, lists and maps of them */
export function* namesIn(value: unknown): Generator<string> {
  if (typeof value !== "object" || value === null) return;
  if (value instanceof Map || Array.isArray(value)) {
    for (const one of value.values()) yield* namesIn(one);
    return;
  }
  if ("kind" in value && value.kind === "model" && "name" in value)
    yield String(value.name);
  for (const one of Object.values(value)) yield* namesIn(one);
}
