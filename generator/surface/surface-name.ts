/** The file in a package that has the surface of its last release. */
export const surfaceName = "sdkwright.surface.json";
