/**
 * What a package was made of and by, to tell changes of the document from those that a new version of
 * sdkwright brings.
 */
import { createHash } from "node:crypto";
import type { Target } from "../config/targets.js";
import { outputOptions } from "../config/target-options.js";
import type { Document } from "../openapi/document.js";
import type { SurfaceOrigin } from "../surface/surface.js";
import { madeBy, readFingerprint } from "../write/fingerprint.js";

const originOf = (
  target: Target,
  { root }: Pick<Document, "root">,
): SurfaceOrigin => ({
  document: createHash("sha256")
    .update(JSON.stringify([root, outputOptions(target)]))
    .digest("hex")
    .slice(0, 16),
  generator: madeBy(readFingerprint()),
});

/** @returns undefined before the first version, which begins what later releases are compared with */
export const originOfRelease = (
  version: string,
  target: Target,
  document: Pick<Document, "root">,
): SurfaceOrigin | undefined =>
  version === "0.0.0" ? undefined : originOf(target, document);

/**
 * The version of sdkwright that all changes come from.
 * @returns undefined where the document, or the options, are others too
 */
export const onlyGenerator = (
  before: SurfaceOrigin | undefined,
  target: Target,
  document: Pick<Document, "root">,
): string | undefined => {
  const version = madeBy(readFingerprint());
  if (!before || before.generator === version) return undefined;
  return originOf(target, document).document === before.document
    ? version
    : undefined;
};
