/** The schema that ships with the package, against reports. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import type { ComparedMethod } from "../../generator/compare/comparison.js";
import {
  countCalls,
  emptyReport,
  resourcesOfMethods,
  type CallReport,
} from "../../generator/compare/report.js";

const schema = JSON.parse(
  readFileSync(
    join(import.meta.dirname, "../../generator/compare/compare.schema.json"),
    "utf8",
  ),
) as object;

const validate = new Ajv2020({ allErrors: true }).compile(schema);

const methods: readonly ComparedMethod[] = [
  { path: ["me"], misses: [] },
  { path: ["pets", "poll"], misses: [{ reason: "not found" }] },
  {
    path: ["pets", "list"],
    misses: [
      { reason: "arguments", call: "list(query?)", detail: "no `kind`" },
      { reason: "result", call: "list(query?)", detail: "…" },
    ],
  },
];

it("describes a report, also of what was not compared", () => {
  const report: CallReport = {
    ...emptyReport("zoo@1.0.0"),
    ok: true,
    published: { source: "zoo@1.0.0", name: "zoo", version: "1.0.0" },
    output: "sdk",
    counts: countCalls(methods),
    resources: resourcesOfMethods(methods),
  };
  for (const one of [report, emptyReport("zoo")]) {
    validate(JSON.parse(JSON.stringify(one)));
    expect(validate.errors).toBeNull();
  }
  expect(validate({ ...report, counts: {} })).toBe(false);
  expect(report.counts).toEqual({
    ...{ methods: 3, compiling: 1, notFound: 1, arguments: 1 },
    ...{ options: 0, result: 1, iteration: 0, types: 0 },
  });
  expect(report.resources.map(({ name }) => name)).toEqual(["", "pets"]);
});
