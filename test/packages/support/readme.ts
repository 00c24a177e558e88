/** The code in a README: the first call as it stands there, as CommonJS has it, and all of it. */

export const firstCall = (readme: string): string => {
  const [first] = blocksOf(readme);
  if (first === undefined) throw new Error("the README has no TypeScript");
  return first;
};

const blocksOf = (readme: string): readonly string[] =>
  [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => code);

/** The samples of a page of `docs/`, each with the code that the page has once for all of them. */
export const samplesOf = (page: string): readonly string[] => {
  const blocks = blocksOf(page);
  if (!page.includes("\nThe samples of this page go on from here:\n"))
    return blocks;
  const [head = "", ...samples] = blocks;
  return samples.map((sample) => `${head}\n${sample}`);
};

const importing = /^import \{ ([^}]+) \} from "([^"]+)";$/gm;

/** With `require`, and with a function around what waits. */
export const asCommonJS = (code: string): string => {
  const imports = [...code.matchAll(importing)].map(
    ([, names = "", from = ""]) =>
      `const { ${names} } = require(${JSON.stringify(from)});\n`,
  );
  return [
    ...imports,
    "const main = async () => {\n",
    code.replace(importing, ""),
    "};\nmain();\n",
  ].join("");
};

/**
 * One module of everything: the first call at its top, and the rest in blocks of their own, where
 * `call` is what the README says it stands for.
 */
export const wholeCode = (readme: string): string => {
  const blocks = blocksOf(readme);
  const [first = "", ...others] = blocks;
  const found = [...blocks.join("\n").matchAll(importing)];
  const names = new Set(found.flatMap(([, names = ""]) => names.split(", ")));
  return [
    `import { ${[...names, "type APIPromise"].join(", ")} } from "${found[0]?.[2]}";\n`,
    "declare const call: APIPromise<unknown>;\n",
    first.replace(importing, ""),
    ...others.map((code) => `{${code.replace(importing, "")}}\n`),
  ].join("");
};

/** Everything that is named like an error class. */
export const errorsNamedIn = (readme: string): readonly string[] => [
  ...new Set(readme.match(/(?<=`)\w+Error(?=`)/g)),
];
