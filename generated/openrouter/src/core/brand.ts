/** The package's name: errors of all its copies know each other by it. */
export const PACKAGE = "@openrouter/keys-sdk";

/** The package's version. */
export const VERSION = "1.0.0";
