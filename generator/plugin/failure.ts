/**
 * What plugins throw.
 */

/** Of a plugin whose text could not be made when it was to be written. */
export class PluginFailure extends Error {
  override readonly name = "PluginFailure";

  constructor(
    readonly plugin: string,
    override readonly cause: unknown,
  ) {
    super(reasonOf(cause));
  }
}

/** Anything can be thrown, also what does not turn into a text. */
export const reasonOf = (error: unknown): string => {
  try {
    return String(error instanceof Error ? error.message : error);
  } catch {
    return "for no reason that can be told";
  }
};
