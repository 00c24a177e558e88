import { describe, expect, it } from "vitest";
import { UsageError } from "../../generator/config/usage-error.js";
import type { Dialog } from "../../generator/init/dialog.js";
import { answer, type Question } from "../../generator/init/interview.js";

/** Answers every question with `asked`. */
const dialog: Dialog = {
  tell: () => undefined,
  text: () => Promise.resolve("asked"),
  select: () => Promise.resolve("selected"),
  during: (_, work) => work,
  cancel: () => undefined,
};

const question = (changes: Partial<Question>): Question => ({
  flag: "--license",
  message: "License",
  certainty: "likely",
  ...changes,
});

describe("an answer is", () => {
  it.each([
    ["the flag's", { given: "a", found: "b" }, { dialog, yes: false }, "a"],
    [
      "what was found for sure",
      { found: "b", certainty: "sure" },
      { dialog, yes: false },
      "b",
    ],
    ["a person's", { found: "b" }, { dialog, yes: false }, "asked"],
    [
      "a person's choice",
      { found: "b", choices: [{ value: "b" }] },
      { dialog, yes: false },
      "selected",
    ],
    ["what was found, with --yes", { found: "b" }, { dialog, yes: true }, "b"],
    ["what was found, without a terminal", { found: "b" }, { yes: false }, "b"],
    [
      "what is in doubt, with --yes",
      { found: "b", certainty: "doubtful" },
      { yes: true },
      "b",
    ],
  ] as const)("%s", async (_, changes, interview, expected) => {
    expect(await answer(question(changes), interview)).toBe(expected);
  });
});

describe("without a terminal", () => {
  it.each([
    [
      { found: "MIT", certainty: "doubtful", reason: "it is the API's" },
      "--license is missing: it is the API's; pass --license MIT or --yes to take MIT",
    ],
    [
      { found: "a'b c", certainty: "doubtful" },
      "--license is missing: it was not found; pass --license 'a'\\''b c' or --yes to take a'b c",
    ],
    [{}, "--license is missing: it was not found"],
    [{ given: " " }, "--license ' ': It must not be empty."],
    [
      { given: "x", choices: [{ value: "a" }, { value: "b" }] },
      "--license x: It is one of a, b.",
    ],
    [{ found: "x", certainty: "sure", check: () => "No." }, "--license x: No."],
  ] as const)("%j: %s", async (changes, message) => {
    await expect(answer(question(changes), { yes: false })).rejects.toThrow(
      new UsageError(message),
    );
  });

  it("--yes does not make up what was not found", async () => {
    await expect(answer(question({}), { yes: true })).rejects.toThrow(
      "--license is missing",
    );
  });
});
