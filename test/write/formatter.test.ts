/**
 * The thread that formats: the same texts and the same errors as without it.
 */
import { afterAll, describe, expect, it } from "vitest";
// A thread needs compiled code.
import { Formatter } from "../../.compiled/write/formatter.js";
import { formatFile } from "../../generator/write/format.js";
import type { OutputFile } from "../../generator/sdk/output.js";

const files: readonly OutputFile[] = [
  {
    path: "src/a.ts",
    statements: [
      `export interface A { a: ${'"long name" | '.repeat(20)}null }\n`,
    ],
    kind: "typescript",
  },
  {
    path: "src/similar.ts",
    kind: "similar",
    imports: ['import { a } from "x";'],
    original: {
      path: "src/other.ts",
      kind: "typescript",
      statements: [
        'import { a } from "y";',
        `\nexport interface B { b: ${'"long name" | '.repeat(9)}null }`,
      ],
    },
  },
  { path: "src/b.ts", text: "export const b={a:1}", kind: "source" },
  { path: "c.md", text: "* one\n* two", kind: "source" },
  { path: "d.txt", text: "as  it is", kind: "verbatim" },
];

describe.each([
  ["in this thread", false],
  ["in a thread of its own", true],
])("a formatter %s", (_, inWorker) => {
  const formatter = new Formatter();
  if (inWorker) formatter.startWorker();
  afterAll(() => {
    formatter.close();
  });

  it("formats", async () => {
    const formatted = files.map((file) => formatter.format(file));
    expect(await Promise.all(formatted)).toEqual(
      await Promise.all(files.map(formatFile)),
    );
  });

  it("lays out what is similar like a file of its own", async () => {
    const file = files.find(({ kind }) => kind === "similar");
    expect(await formatter.format(file as OutputFile)).toBe(
      `import { a } from "x";

export interface B {
  b:
${'    | "long name"\n'.repeat(9)}    | null;
}
`,
    );
  });

  it("tells what does not parse", async () => {
    const broken: OutputFile = {
      path: "e.ts",
      statements: ["const = 1"],
      kind: "typescript",
    };
    await expect(formatter.format(broken)).rejects.toThrow(
      /^the generated e\.ts does not parse: .* \(1\): const = 1$/,
    );
  });
});
