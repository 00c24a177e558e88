/** Options that fit nothing: the caller's mistake, not the document's. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
