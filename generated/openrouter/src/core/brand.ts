/** The package's name: errors of all its copies know each other by it. */
export const PACKAGE = "@openrouter/keys-sdk";

/** The name of the class of all errors, as Node prints it. */
export const ERROR_NAME = "OpenRouterError";

/** The package's version: the build puts that of package.json here. */
export const VERSION: string = "0.0.0";
