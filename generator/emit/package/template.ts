/**
 * The texts of `templates/package/`, which are kept in prettier's form, as all of this project is.
 */
import { readFileSync } from "node:fs";

const folder = new URL("../../../templates/package/", import.meta.url);

/** @param name below the folder: `build.mjs` */
export const template = (name: string): string =>
  readFileSync(new URL(name, folder), "utf8");
