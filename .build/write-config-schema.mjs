/**
 * Writes `dist/config.schema.json`, the JSON Schema of config files: the rules are those of the check,
 * the descriptions are the comments on the types of a config.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { configSchema } from "../.compiled/config/schema.js";

const file = fileURLToPath(
  new URL("../generator/config/config.ts", import.meta.url),
);
const program = ts.createProgram([file], {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  types: [],
});
const checker = program.getTypeChecker();
const source = program.getSourceFile(file);
const config = checker
  .getExportsOfModule(checker.getSymbolAtLocation(source))
  .find(({ name }) => name === "SdkConfig");

/** The members of a union that can hold options: no texts, no functions. */
const alternatives = (type) => {
  const all = type.isUnion() ? type.types : [type];
  return all.filter(
    (one) =>
      one.flags & ts.TypeFlags.Object && one.getCallSignatures().length === 0,
  );
};

const member = (type, step) => {
  for (const one of alternatives(type)) {
    if (step === "*") {
      const items = one.getNumberIndexType() ?? one.getStringIndexType();
      if (items) return { type: items };
    } else {
      const symbol = one.getProperty(step);
      if (symbol) return { symbol, type: checker.getTypeOfSymbol(symbol) };
    }
  }
  return undefined;
};

const describe = (path) => {
  let found = { type: checker.getDeclaredTypeOfSymbol(config) };
  for (const step of path) found = found && member(found.type, step);
  const text = ts.displayPartsToString(
    found?.symbol?.getDocumentationComment(checker),
  );
  return text === "" ? undefined : text.replaceAll("\n", " ");
};

writeFileSync(
  new URL("../dist/config.schema.json", import.meta.url),
  `${JSON.stringify(configSchema(describe), undefined, 2)}\n`,
);
