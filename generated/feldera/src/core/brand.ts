/** The package's name: errors of all its copies know each other by it. */
export const PACKAGE = "@feldera/sdk";

/** The package's version. */
export const VERSION = "0.1.0";
