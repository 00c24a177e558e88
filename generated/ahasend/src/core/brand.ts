/** The package's name: errors of all its copies know each other by it. */
export const PACKAGE = "@ahasend/sdk";

/** The package's version. */
export const VERSION = "2.0.0";
