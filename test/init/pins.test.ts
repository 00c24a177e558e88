import { describe, expect, it } from "vitest";
import { actions, pinned, updatePins } from "../../generator/init/pins.js";

const { commit, version } = actions["actions/checkout"];
const old = "0".repeat(40);

describe("newer pins", () => {
  it.each([
    [
      "a commit of an older version",
      `uses: actions/checkout@${old} # v7.0.0`,
      "v7.0.0",
    ],
    ["an older tag", "- uses: actions/checkout@v4", "v4"],
    ["a tag that moves", "uses: actions/checkout@v7", "v7"],
    ["a commit of no version", `uses: actions/checkout@${old}`, old],
    ["a branch", "uses: actions/checkout@main", "main"],
  ])("for %s", (_, line, before) => {
    const uses = line.replace(/@.*/, `@${commit} # ${version}`);
    expect(updatePins(`steps:\n  ${line}\n  with: {}\n`)).toEqual({
      text: `steps:\n  ${uses}\n  with: {}\n`,
      changes: [`actions/checkout ${before} -> ${version}`],
    });
  });

  it.each([
    `uses: ${pinned("actions/checkout")} # ${version}`,
    `uses: actions/checkout@${old} # v99.0.0`,
    "uses: actions/checkout@v99",
    "uses: acme/unknown@v1",
    "uses: ./local",
    `run: echo actions/checkout@v4`,
    "uses: constructor/prototype@v1",
  ])("not for %s", (line) => {
    expect(updatePins(line)).toEqual({ text: line, changes: [] });
  });

  it("keep quotes", () => {
    expect(updatePins(`uses: "actions/checkout@v4"`).text).toBe(
      `uses: "actions/checkout@${commit}" # ${version}`,
    );
  });
});

it("every pin is a whole commit", () => {
  for (const pin of Object.values(actions)) {
    expect(pin.commit).toMatch(/^[0-9a-f]{40}$/);
    expect(pin.version).toMatch(/^v\d+\.\d+\.\d+$/);
  }
});
