/** Code of the project's README, as it is printed there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../packages/support/apis.js";

export const readme = readFileSync(join(root, "README.md"), "utf8");

const blocks = [...readme.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(
  ([, language = "", code = ""]) => ({ language, code }),
);

/** The block of code in a language that has a text in it. */
export const blockWith = (text: string, language = ""): string =>
  found(
    text,
    blocks
      .filter((block) => block.language === language)
      .map(({ code }) => code),
  );

/** The command that has a text in it: a line of a shell block, or code within a sentence. */
export const commandWith = (text: string): string => {
  const lines = blocks
    .filter(({ language }) => language === "sh")
    .flatMap(({ code }) => code.split("\n"));
  const spans = [...readme.matchAll(/`(\w[^`\n]* [^`\n]*)`/g)];
  return found(text, [...lines, ...spans.map(([, code = ""]) => code)]);
};

const found = (text: string, codes: readonly string[]): string => {
  const first = codes.find((code) => code.includes(text));
  if (first === undefined) throw new Error(`the README has no ${text}`);
  return first;
};
