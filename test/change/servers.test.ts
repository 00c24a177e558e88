/** Which servers callers can choose. */
import { describe, expect, it } from "vitest";
import { changesOf, shownChanges } from "./support.js";

const servers = (...list: readonly (readonly [string, string])[]) => ({
  openapi: "3.2.0",
  servers: list.map(([name, url]) => ({ name, url })),
});

const live = ["live", "https://a.example.com"] as const;
const test = ["test", "https://test.example.com"] as const;

describe("the option `server`", () => {
  it.each([
    ["comes", servers(live), servers(live, test), []],
    [
      "takes one more",
      servers(live, test),
      servers(live, test, ["old", "https://old.example.com"]),
      [],
    ],
    [
      "goes",
      servers(live, test),
      servers(live),
      ["breaking parameter-removed client.options.server"],
    ],
    [
      "no longer takes one",
      servers(live, test, ["old", "https://old.example.com"]),
      servers(live, test),
      ["breaking enum-value-removed client.options.server"],
    ],
    [
      "leads to another host",
      servers(live, test),
      servers(live, ["test", "https://sandbox.example.com"]),
      ["breaking base-url-changed client.options.server.test"],
    ],
    [
      "leads to another path",
      servers(live, test),
      servers(live, ["test", "https://test.example.com/v2"]),
      ["fix base-path-changed client.options.server.test"],
    ],
    [
      "has a first one with another host, which is told once",
      servers(live, test),
      servers(["live", "https://b.example.com"], test),
      ["breaking base-url-changed client.baseURL"],
    ],
  ])("%s", async (_, old, now, expected) => {
    expect(await shownChanges(old, now)).toEqual(expected);
  });

  it("is told of in words", async () => {
    const [change] = await changesOf(servers(live, test), servers(live));
    expect(change?.message).toBe("`client` no longer takes `server`.");
  });
});
