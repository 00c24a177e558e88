/**
 * What comments of declarations say.
 */
import type { ts } from "ts-morph";
import { typescript } from "../write/typescript.js";

/** The text above the tags. */
export const commentOf = (symbol: ts.Symbol, checker: ts.TypeChecker): string =>
  typescript.displayPartsToString(symbol.getDocumentationComment(checker));

/** The text of a tag; undefined where there is none. */
export const tagOf = (
  symbol: ts.Symbol,
  name: string,
  checker: ts.TypeChecker,
): string | undefined => {
  const tag = symbol.getJsDocTags(checker).find((one) => one.name === name);
  return tag && typescript.displayPartsToString(tag.text);
};

export const isDeprecated = (
  symbol: ts.Symbol,
  checker: ts.TypeChecker,
): boolean => tagOf(symbol, "deprecated", checker) !== undefined;

/** True of the old name of something that has another one now, as this generator declares it. */
export const isOldName = (
  symbol: ts.Symbol,
  checker: ts.TypeChecker,
): boolean =>
  /^Use (?:\{@link [\w.$]+\}|`client\.[\w.$]+`)\.(?: Removed in [\d.]+\.)?$/.test(
    tagOf(symbol, "deprecated", checker)?.trim() ?? "",
  );
