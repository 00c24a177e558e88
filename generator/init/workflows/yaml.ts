/**
 * Prints workflows, which are data here: no text of an owner or a document is put together with YAML,
 * and none with a shell's code, which gets it from the environment.
 */
import { Document, isScalar, Scalar, visit } from "yaml";
import { versionOf } from "../pins.js";

export type YamlData =
  string | number | boolean | null | readonly YamlData[] | YamlObject;

export interface YamlObject {
  readonly [key: string]: YamlData;
}

/** @param comment the lines at the top, without `#` */
export const printYaml = (
  comment: readonly string[],
  data: YamlObject,
): string => {
  const document = new Document(data, { aliasDuplicateObjects: false });
  document.commentBefore = comment
    .map((line) => ` ${oneLine(line)}`)
    .join("\n");
  visit(document, {
    Pair: (_, { key, value }) => {
      if (!isScalar(key) || !isScalar(value)) return;
      if (key.value === "uses") {
        const version = versionOf(String(value.value));
        if (version !== undefined) value.comment = ` ${version}`;
      }
      if (typeof value.value === "string" && value.value.includes("\n"))
        value.type = Scalar.BLOCK_LITERAL;
    },
  });
  return document.toString({ lineWidth: 0, nullStr: "" });
};

/** Of a text that is an owner's: GitHub looks for expressions in every value. */
export const literal = (text: string): string =>
  text.replaceAll("${{", "${{ '${{' }}");

const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");

/** A branch as a pattern that only it matches. */
export const branchPattern = (branch: string): string =>
  branch.replace(/[\\*?+[\]]/g, "\\$&").replace(/^!/, "\\!");
