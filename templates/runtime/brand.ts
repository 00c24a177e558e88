/**
 * The name and version of the package. The generator writes this file for every
 * package; this one serves to compile and test the runtime.
 */

/** The package's name: errors of all its copies know each other by it. */
export const PACKAGE = "sdkwright";

/** The name of the class of all errors, as Node prints it. */
export const ERROR_NAME = "SDKError";

/** The package's version: the build puts that of package.json here. */
export const VERSION = "0.0.0";
