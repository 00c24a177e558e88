/**
 * The contract test of a package over its own mocks: the same test, with `mockFetch` in the place of the
 * server.
 */
import { template } from "./template.js";

const head = `/**
 * The contract test, with the mocks of the package in the place of a server: what \`mockFetch\` answers is
 * what the API documents.
 */`;

type Replacement = readonly [from: RegExp, to: (match: string) => string];

/**
 * @param contract `test/contract.test.mjs`
 * @param module of the mocks: `src/mocks.ts`
 */
export const overMocks = (contract: string, module: string): string => {
  const compiled = module.replace(/^src\/(.*)\.ts$/, "../dist/esm/$1.js");
  const [, mocked = ""] = template("mocked-client.mjs").split(/\n\n([^]*)/);
  const replacements: readonly Replacement[] = [
    [/^\/\*\*\n[^]*?\*\//, () => head],
    [/^import \{ createServer \}.*\n/m, () => ""],
    [/^import \{ after, before, /m, () => "import { "],
    [
      /^import \* as sdk .*\n/m,
      (line) => `import { mockFetch } from "${compiled}";\n${line}`,
    ],
    [
      /^\/\*\* What the server responds with[^]*?(?=^\/\*\* In the data)/m,
      () => `${mocked}\n`,
    ],
    // A text is the example, where there is one.
    [
      /const expected = [^]*?default:\n\s+return "text";/,
      (match) =>
        match.replace(/"text";$/, 'typeof body === "string" ? body : "text";'),
    ],
  ];
  return replacements.reduce(replaced, contract);
};

/** @param runner `test/run-tests.mjs` */
export const alsoOverMocks = (runner: string): string =>
  replaced(runner, [
    /^( *)join\(import\.meta\.dirname, "contract\.test\.mjs"\),\n/m,
    (line) => line + line.replace("contract", "mocks"),
  ]);

/** @throws when the template has changed, and this file has not: an internal error */
const replaced = (text: string, [from, to]: Replacement): string => {
  if (!from.test(text)) throw new Error(`no ${from.source} in the template`);
  return text.replace(from, to);
};
