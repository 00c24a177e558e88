/**
 * The modules of outputs are large in large packages: none of them is left to prettier, which takes many times
 * as long, and all are as prettier would have them.
 */
import { expect, it } from "vitest";
import { mocksOutput } from "../../generator/outputs/mocks/mocks.js";
import { otelOutput } from "../../generator/outputs/otel/otel.js";
import { queryOutputs } from "../../generator/outputs/queries/queries.js";
import { collect } from "../../generator/plugin/collect.js";
import { formatWithPrettier } from "../../generator/write/format.js";
import { layOut } from "../../generator/write/layout/layout.js";
import { openPrinter } from "../../generator/write/print.js";
import { sdkOf } from "../support/pipeline.js";
import { pets } from "./queries/query-package.js";

const outputs = {
  mocks: [mocksOutput()],
  otel: [otelOutput()],
  ...Object.fromEntries(
    (["react", "swr"] as const).map((queries) => [
      `queries of ${queries}`,
      queryOutputs({ input: "", output: "", queries }),
    ]),
  ),
};

it.each(Object.entries(outputs))("%s", async (_, builtIn) => {
  const { contributions } = collect(await sdkOf(pets), {
    ...{ plugins: [], names: new Map(), builtIn },
  });
  const print = openPrinter();
  const files = [...contributions.files].flatMap((file) =>
    file.kind === "typescript" ? [file] : [],
  );
  expect(files).not.toEqual([]);
  for (const file of files) {
    const printed = print(file);
    const { path } = file;
    expect(layOut(printed)).toBe(
      await formatWithPrettier({ path, text: printed.text }),
    );
  }
});
