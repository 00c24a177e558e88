/** The badges of a README: none, or those that the owner asked for. */
import { expect, it } from "vitest";
import { badgeLine } from "../../../generator/emit/docs/readme-badges.js";
import { sdkOf } from "../../support/pipeline.js";

const badgesOf = async (
  badges: readonly ("npm" | "ci" | "license")[],
  repository?: string,
) =>
  badgeLine(
    await sdkOf(
      { info: { title: "Test", version: "1" } },
      {
        docs: { badges },
        package: {
          name: "@acme/sdk",
          ...(repository !== undefined && { repository }),
        },
      },
    ),
  );

it("none unless asked for", async () => {
  expect(await badgesOf([])).toBe("");
});

it("in the order of the README", async () => {
  expect(
    await badgesOf(["license", "ci", "npm"], "https://github.com/acme/sdk.git"),
  ).toBe(
    [
      "[![npm](https://img.shields.io/npm/v/@acme/sdk)](https://www.npmjs.com/package/@acme/sdk)",
      "[![CI](https://github.com/acme/sdk/actions/workflows/sdk-check.yml/badge.svg)](https://github.com/acme/sdk/actions/workflows/sdk-check.yml)",
      "[![license](https://img.shields.io/npm/l/@acme/sdk)](https://www.npmjs.com/package/@acme/sdk)",
    ].join(" "),
  );
});

it.each([undefined, "https://gitlab.com/acme/sdk", "https://github.com/acme"])(
  "no result of a workflow that is not on GitHub: %s",
  async (repository) => {
    expect(await badgesOf(["ci"], repository)).toBe("");
  },
);
