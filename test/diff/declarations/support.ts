/** Packages by hand: their files by path, read from their declarations. */
import { readDeclarations } from "../../../generator/declarations/read-declarations.js";
import type { Surface } from "../../../generator/surface/surface.js";

type Files = Readonly<Record<string, string>>;

const withManifest = (files: Files): Files => ({
  "package.json": '{ "name": "zoo", "types": "./index.d.ts" }',
  ...files,
});

export const readFiles = (files: Files) => {
  const all = new Map(Object.entries(withManifest(files)));
  return readDeclarations((path) => all.get(path));
};

export const surfaceIn = (files: Files): Surface => {
  const read = readFiles(files);
  if (read.kind === "unreadable") throw new Error(read.reason);
  return read.surface;
};

/** Why the files are refused; undefined where they are not. */
export const refusal = (files: Files): string | undefined => {
  const read = readFiles(files);
  return read.kind === "unreadable" ? read.reason : undefined;
};
