/**
 * How the config names operations: by operationId or `GET /path`, in which `*` is any text.
 */
import type { OperationEntry } from "../resources/entries.js";

export interface OperationPattern {
  readonly text: string;
  readonly matches: (entry: OperationEntry) => boolean;
  isUsed: boolean;
}

export function patternOf(text: string): OperationPattern {
  const source = text
    .split(/\*+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`))
    .join(".*");
  const regexp = new RegExp(`^${source}$`, "s");
  return {
    text,
    matches: ({ key, operation }) =>
      regexp.test(key) || regexp.test(operation.operationId ?? ""),
    isUsed: false,
  };
}
