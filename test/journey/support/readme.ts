/** Commands as the README prints them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../packages/support/apis.js";

const readme = readFileSync(join(root, "README.md"), "utf8");

/** The command that has a text in it: a line of a shell block, or code within a sentence. */
export const lineOfReadme = (text: string): string => {
  const blocks = [...readme.matchAll(/^```sh\n([^]*?)^```$/gm)];
  const spans = [...readme.matchAll(/`(\w[^`\n]* [^`\n]*)`/g)];
  const line = [...blocks, ...spans]
    .flatMap(([, code = ""]) => code.split("\n"))
    .find((candidate) => candidate.includes(text));
  if (line === undefined) throw new Error(`the README has no ${text}`);
  return line;
};
