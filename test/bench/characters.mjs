/**
 * What unusual characters cost: a document of 600 operations under one tag, as it is and with an
 * emoji, ligatures and Chinese in its texts. The runs are interleaved; medians and their ratio are
 * printed, and nothing is asserted.
 *
 * npm run bench:characters -- [--runs N]
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { measure, medianOf } from "./measure.mjs";

const { values } = parseArgs({
  options: { runs: { type: "string", default: "3" } },
});
const program = fileURLToPath(
  new URL("../../dist/cli/main.js", import.meta.url),
);

/** Of the same length in words, so that only the characters differ. */
const texts = {
  plain: "Reads the first book of the office, and the words in it.",
  unusual: "Reads the ﬁrst 📘 of the oﬃce, and the 文字 in it.",
};

const documentOf = (text) => ({
  openapi: "3.1.0",
  info: { title: "Books", version: "1.0.0" },
  servers: [{ url: "https://books.example" }],
  paths: Object.fromEntries(
    Array.from({ length: 600 }, (_, index) => [
      `/shelves/{shelf}/book${index}`,
      {
        get: {
          ...{ operationId: `readBook${index}`, tags: ["Books"] },
          ...{ summary: text, description: `${text} ${index}.` },
          parameters: [
            {
              ...{ name: "shelf", in: "path", required: true },
              ...{ description: text, schema: { type: "string" } },
            },
          ],
          responses: {
            200: {
              description: text,
              content: {
                "application/json": {
                  schema: {
                    type: "object",
                    properties: { name: { type: "string", description: text } },
                  },
                },
              },
            },
          },
        },
      },
    ]),
  ),
});

const folder = mkdtempSync(join(tmpdir(), "sdkwright-characters-"));
const runs = { plain: [], unusual: [] };
try {
  for (let run = 0; run < Number(values.runs); run++)
    for (const [kind, text] of Object.entries(texts)) {
      const own = join(folder, `${kind}-${run}`);
      mkdirSync(own);
      writeFileSync(
        join(own, "openapi.json"),
        JSON.stringify(documentOf(text), undefined, 2),
      );
      const args = [program, "generate", "openapi.json", "-o", "out"];
      runs[kind].push(measure(process.execPath, args, own));
    }
} finally {
  rmSync(folder, { recursive: true });
}
const [plain, unusual] = [medianOf(runs.plain), medianOf(runs.unusual)];
const line = (name, { failed, wall, cpu, memory }) =>
  failed ??
  `${name.padEnd(8)} ${wall.toFixed(2)} s, ${cpu.toFixed(2)} s of CPU, ${memory.toFixed(0)} MiB`;
console.log(line("plain", plain));
console.log(line("unusual", unusual));
const ratio = (key) => (unusual[key] / plain[key]).toFixed(2);
console.log(
  `unusual is ${ratio("wall")} × the time, ${ratio("cpu")} × the CPU, ${ratio("memory")} × the memory`,
);
