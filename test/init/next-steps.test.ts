import { describe, expect, it } from "vitest";
import {
  aboutNames,
  doubtfulNames,
  nextSteps,
} from "../../generator/init/next-steps.js";
import type { Settings } from "../../generator/init/settings.js";
import { settingsOf } from "./support.js";

const commandsOf = (changes: Partial<Settings>): readonly string[] =>
  nextSteps(settingsOf(changes), true).map(({ command }) => command);

describe("the next commands", () => {
  it("on GitHub", () => {
    expect(commandsOf({})).toEqual([
      'git add --all && git commit --message "feat: first SDK"',
      "npm publish --workspace=sdk",
      "npm trust github @acme/sdk --repo acme/acme-typescript --file sdk-release.yml --env npm --allow-publish",
      "gh api --method PUT repos/acme/acme-typescript/environments/sdk-bot && gh variable set SDK_BOT_CLIENT_ID --env sdk-bot && gh secret set SDK_BOT_PRIVATE_KEY --env sdk-bot < key.pem",
      "git push",
    ]);
  });

  it("without workflows and releases", () => {
    const settings = settingsOf({ ci: "none", releases: "none", folder: "." });
    expect(nextSteps(settings, false).map(({ command }) => command)).toEqual([
      "npm version 0.1.0 --no-git-tag-version",
      "npx sdkwright generate",
      "npm publish",
    ]);
    expect(nextSteps(settings, true).map(({ command }) => command)).toEqual([
      'git add --all && git commit --message "feat: first SDK"',
      "npm version 0.1.0 --no-git-tag-version",
      'npx sdkwright generate && git commit --all --message "chore: release 0.1.0"',
      "npm publish",
    ]);
  });
});

describe("names that are worth a look", () => {
  const doubtful = (...names: readonly string[]) =>
    doubtfulNames({
      operations: names.map((name) => ({
        name: `client.${name}`,
        functionName: "",
        method: "GET",
        path: "/",
        types: [],
        config: "",
      })),
    });

  it("end in a number, repeat their resource, or are of several words", () => {
    expect(
      doubtful(
        ...["rooms.list", "rooms.uploadPhoto", "bookings.getBooking"],
        ...["keys.list2", "apiKeys.create"],
      ),
    ).toEqual(["keys.list2", "bookings.getBooking", "rooms.uploadPhoto"]);
  });

  it("are counted, and three of them shown", () => {
    expect(aboutNames([])).toBeUndefined();
    expect(aboutNames(["a.b"])).toBe(
      "1 name is worth a look before 0.1.0: a.b   (npx sdkwright names)",
    );
    expect(aboutNames(["a", "b", "c", "d"])).toBe(
      "4 names are worth a look before 0.1.0: a, b, c, and 1 more   (npx sdkwright names)",
    );
  });
});
