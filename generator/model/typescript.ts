/**
 * The TypeScript whose nodes openapi-typescript makes, and whose rules names follow.
 *
 * It is required and not imported: Node takes two to three times as long to find out what such a
 * large CommonJS module exports as to run it.
 */
import { createRequire } from "node:module";
import type typescript from "typescript";

export const ts = createRequire(import.meta.url)(
  "typescript",
) as typeof typescript;
