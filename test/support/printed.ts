/**
 * The files of a package as text, before they are formatted.
 */
import type { OutputFile } from "../../generator/sdk/output.js";
import { openPrinter } from "../../generator/write/print.js";

const print = openPrinter();

export const printed = (file: OutputFile): string =>
  file.kind === "typescript" ? print(file).text : file.text;
