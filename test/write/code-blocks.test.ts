/** Code of a page that is put into prettier's form without the page. */
import { expect, it } from "vitest";
import { formatCodeBlocks } from "../../generator/write/code-blocks.js";
import { formatWithPrettier } from "../../generator/write/format.js";

const page = (...blocks: readonly string[]): string =>
  blocks.map((code) => `# A\n\n\`\`\`ts\n${code}\n\`\`\`\n`).join("\n");

const short = 'const a = b({ c: "d" });';
const commented = `${short} // ${"e".repeat(80)}`;
const long = `const a = b({ c: "${"d".repeat(70)}" });`;
const wide = `const a = b({ c: "${"字".repeat(35)}" });`;

it("formats only what does not fit", async () => {
  const formatted: string[] = [];
  const text = page(short, long, commented, wide, short);
  const result = await formatCodeBlocks(text, (file) => {
    formatted.push(file.text);
    return formatWithPrettier(file);
  });
  expect(formatted).toEqual([long, wide]);
  expect(result).toBe(
    page(
      short,
      `const a = b({\n  c: "${"d".repeat(70)}",\n});`,
      commented,
      `const a = b({\n  c: "${"字".repeat(35)}",\n});`,
      short,
    ),
  );
  expect(result).toBe(await formatWithPrettier({ path: "a.md", text }));
});

it("leaves a page without code alone", async () => {
  const text = "# A\n\nWords, `code` and\n\n```sh\nnpm install\n```\n";
  const never = () => Promise.reject(new Error("formatted"));
  expect(await formatCodeBlocks(text, never)).toBe(text);
});
