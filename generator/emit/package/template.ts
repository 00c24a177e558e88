/**
 * The texts of `templates/package/`, which are kept in prettier's form, as all of this project is.
 */
import { readFileSync } from "node:fs";
import { ownFile } from "../../own-files/own-file.js";

const folder = ownFile("templates/package/");

/** @param name below the folder: `build.mjs` */
export const template = (name: string): string =>
  readFileSync(new URL(name, folder), "utf8");
