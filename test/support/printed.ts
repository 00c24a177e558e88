/**
 * The files of a package as text, before they are formatted.
 */
import type { OutputFile } from "../../generator/sdk/output.js";
import { openPrinter } from "../../generator/write/print.js";

const print = openPrinter();

export const printed = (file: OutputFile): string => {
  switch (file.kind) {
    case "typescript":
      return print(file).text;
    case "similar": {
      const { path, imports, original } = file;
      const rest = original.statements.slice(imports.length);
      const statements = [...imports, ...rest];
      return print({ path, kind: "typescript", statements }).text;
    }
    case "manifest":
      return JSON.stringify(file.fields, undefined, 2) + "\n";
    case "regions":
    case "source":
    case "verbatim":
    case "scaffold":
      return file.text;
  }
};
