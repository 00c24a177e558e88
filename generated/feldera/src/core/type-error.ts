/**
 * Rejects an invalid argument or option; `run.ts` turns the error into a
 * `ConfigError`.
 */
export const throwTypeError = (message: string): never => {
  throw new TypeError(message);
};
