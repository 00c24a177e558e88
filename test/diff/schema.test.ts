/** The schema that ships with the package, against the report and the list of kinds. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { changeKinds, type Change } from "../../generator/change/change.js";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import { failedReport, makeReport } from "../../generator/diff/make-report.js";
import { surfaceOf } from "../../generator/surface/surface-of.js";
import { sdkOf } from "../support/pipeline.js";

const schema = JSON.parse(
  readFileSync(
    join(import.meta.dirname, "../../generator/diff/change.schema.json"),
    "utf8",
  ),
) as { $defs: { change: { properties: { kind: { enum: string[] } } } } };

const validate = new Ajv2020({ allErrors: true }).compile(schema);

const change: Change = {
  ...{ id: "0123456789ab", kind: "model-renamed", class: "feature" },
  ...{ where: "Pet", to: "Animal", subject: "Pet", phrase: "", message: "" },
  ...{ affects: [], operations: [], isRisky: false, isUndecided: false },
  ...{
    isAnnounced: false,
    isOverridden: false,
    isUnstable: false,
    alias: { until: "3.0.0" },
  },
};

describe("change.schema.json", () => {
  it("has every kind", () => {
    expect(schema.$defs.change.properties.kind.enum).toEqual([...changeKinds]);
  });

  it("describes a report, also of sides that could not be read", async () => {
    const side = {
      ...{ source: "a", version: "1.0.0", wireNames: new Map() },
      surface: surfaceOf(await sdkOf({})),
      fileOf: (file: string) => file,
    };
    const report = makeReport(
      {
        ...{ changes: [change], old: side, new: side, day: "2027-01-31" },
        approvals: [
          { id: change.id, reason: "So.", issue: "A-1", until: "2.0.0" },
        ],
      },
      new Diagnostics(),
    );
    const shown = (data: unknown): unknown => JSON.parse(JSON.stringify(data));
    for (const one of [report, failedReport({ old: side, new: side }, [])]) {
      validate(shown(one));
      expect(validate.errors).toBeNull();
    }
    expect(validate(shown({ ...report, bump: {} }))).toBe(false);
  });
});
