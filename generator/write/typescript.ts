/**
 * ts-morph with the TypeScript that comes with it, loaded as the CommonJS that it is: imported as a
 * module, its ten megabytes would first be read for what they export.
 */
import { createRequire } from "node:module";
import type * as Morph from "ts-morph";

export const {
  IndentationText,
  Project,
  ts: typescript,
} = createRequire(import.meta.url)("ts-morph") as typeof Morph;
