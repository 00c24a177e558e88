/**
 * What tells one generated package from another. The generator writes this file
 * anew for every package; this one is the stand-in for compiling and testing here.
 */

/** The package's name: the brand of its errors and the name in `User-Agent`. */
export const PACKAGE = "sdkwright";

/** The package's version. */
export const VERSION = "0.0.0";
