/** Calls that were written against an earlier package keep their meaning when the document grows. */
import { describe, expect, it } from "vitest";
import { outcomesOf } from "./packages.js";

const shown = ({
  step,
  code,
  errors,
  sent,
}: Awaited<ReturnType<typeof outcomesOf>>[number]) => ({
  step: step.name,
  code,
  errors,
  sent,
});
const wanted = ({
  step,
  code,
  expected,
}: Awaited<ReturnType<typeof outcomesOf>>[number]) => ({
  step: step.name,
  code,
  errors: [],
  sent: expected,
});

describe("calls", () => {
  it("are as the table says before", async () => {
    const outcomes = await outcomesOf({ of: "before", known: "before" });
    expect(outcomes.map(shown)).toEqual(outcomes.map(wanted));
  });

  it("compile and send the same after", async () => {
    const outcomes = await outcomesOf({
      of: "after",
      known: "before",
      isLocked: true,
    });
    expect(outcomes.map(shown)).toEqual(outcomes.map(wanted));
  });

  it("do so without a lock, where it is not needed", async () => {
    const outcomes = (await outcomesOf({ of: "after", known: "after" })).filter(
      ({ step }) => step.isFreeOfLock !== false,
    );
    expect(outcomes.map(shown)).toEqual(outcomes.map(wanted));
  });
});
