import { describe, expect, it } from "vitest";
import { applyApprovals } from "../../generator/change/approvals.js";
import type { Change } from "../../generator/change/change.js";

const change = (id: string, given: Partial<Change> = {}): Change => ({
  ...{ id, kind: "enum-value-added", class: "breaking", where: "Pet.kind" },
  ...{ subject: "Pet.kind", phrase: "", message: "" },
  ...{ affects: [], operations: [], isRisky: false, isUndecided: false },
  ...{ isAnnounced: false, isOverridden: false, isUnstable: false },
  ...given,
});

const changes = [
  change("a", { value: '"fish"' }),
  change("b", { value: '"bird"' }),
  change("c", { kind: "operation-removed", where: "getPet" }),
  change("d", { kind: "model-removed", where: "Pet", cause: "c" }),
];

const words = { reason: "Shops sell fish.", until: "2.0.0" };
const release = { version: "2.0.0", day: "2027-01-31" };

const approvedBy = (
  approval: Parameters<typeof applyApprovals>[1][number],
  made = release,
) => {
  const judged = applyApprovals(changes, [approval], made);
  return {
    approved: judged.changes
      .filter((one) => one.approval !== undefined)
      .map(({ id }) => id),
    unused: judged.unused.length,
    expired: judged.expired.length,
  };
};

const kind = "enum-value-added";
const where = "Pet.kind";

describe("an approval", () => {
  it("is of one change, by its value", () => {
    expect(approvedBy({ ...words, kind, where, to: "bird" })).toEqual({
      ...{ approved: ["b"], unused: 0, expired: 0 },
    });
    expect(approvedBy({ ...words, kind, where })).toEqual({
      ...{ approved: ["a"], unused: 0, expired: 0 },
    });
  });

  it("is of one change, by its id", () => {
    expect(approvedBy({ ...words, id: "b" }).approved).toEqual(["b"]);
  });

  it("covers what the removal of an operation takes along", () => {
    const removal = { kind: "operation-removed", where: "getPet" } as const;
    expect(approvedBy({ ...words, ...removal }).approved).toEqual(["c", "d"]);
  });

  it("without effect is unused", () => {
    expect(approvedBy({ ...words, kind, where: "Pet.name" })).toEqual({
      ...{ approved: [], unused: 1, expired: 0 },
    });
  });

  it.each([
    ["1.9.0", 1],
    ["2.0.0", 0],
    ["2.0.0-rc.1", 1],
    ["2027-01-30", 1],
    ["2027-01-31", 0],
  ])("until %s", (until, expired) => {
    expect(approvedBy({ ...words, until, id: "a" })).toEqual({
      ...{ approved: expired === 0 ? ["a"] : [], unused: 0, expired },
    });
  });

  it("may lower the class, and never raises it", () => {
    const classOf = (as: "feature" | "breaking") =>
      applyApprovals(changes, [{ ...words, id: "a", as }], release).changes[0];
    expect(classOf("feature")).toMatchObject({
      class: "feature",
      approval: { isCorrected: true },
    });
    expect(classOf("breaking")).toMatchObject({
      class: "breaking",
      approval: { isCorrected: false },
    });
  });
});
