/**
 * Rejects an invalid argument or option; `run.ts` turns the error into a
 * `ConfigError`.
 */
export const throwTypeError = (message: string): never => {
  throw new TypeError(message);
};

/** The same of a value; the error names where it stands, but does not show it. */
export const refuseValue = (name: string): never =>
  throwTypeError(`invalid value for ${name}`);
