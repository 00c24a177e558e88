/**
 * The version of this program.
 */
import { readFileSync } from "node:fs";
import { ownFile } from "../own-files/own-file.js";

export const version = (): string => {
  const text = readFileSync(ownFile("package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
};
