/** Commands as the README prints them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../packages/support/apis.js";

const readme = readFileSync(join(root, "README.md"), "utf8");

/** The line of a shell block that has a text in it. */
export const lineOfReadme = (text: string): string => {
  const line = [...readme.matchAll(/^```sh\n([^]*?)^```$/gm)]
    .flatMap(([, block = ""]) => block.split("\n"))
    .find((candidate) => candidate.includes(text));
  if (line === undefined) throw new Error(`the README has no ${text}`);
  return line;
};
