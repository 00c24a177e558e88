/** By which name servers know a program. */
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { call } from "../../templates/runtime/call.js";
import type { HeaderOptions } from "../../templates/runtime/options.js";
import { withUserAgent } from "../../templates/runtime/user-agent.js";
import { clientOf, echo, failureOf } from "./support/server.js";

const own = "sdkwright/0.0.0";

/** What a server sees of a client with these headers, and this added. */
const seen = async (headers?: HeaderOptions, added?: string) => {
  const server = await echo();
  const client = clientOf(server, { headers: withUserAgent(headers, added) });
  await call(client, { id: "get", path: "/x" });
  return server.requests[0]?.headers["user-agent"];
};

const platform = (userAgent: string | undefined): void => {
  vi.stubGlobal("navigator", userAgent === undefined ? {} : { userAgent });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
};

describe("User-Agent", () => {
  it("names the package and its version", async () => {
    expect(await seen()).toBe(own);
    expect(await seen({ "x-own": "1" })).toBe(own);
  });

  it("has what the caller adds", async () => {
    expect(await seen({}, "my-app/1.0 (beta)")).toBe(
      `${own} my-app/1.0 (beta)`,
    );
    expect(await seen({}, "")).toBe(own);
  });

  it.each(["User-Agent", "user-agent", "USER-AGENT"])(
    "is replaced by a header %s",
    async (name) => {
      expect(await seen({ [name]: "mine" }, "added")).toBe("mine");
      expect(await seen({ [name]: null })).not.toContain("sdkwright");
    },
  );

  it("refuses what is no header's value", async () => {
    const client = clientOf(
      { url: "http://127.0.0.1:9" },
      { headers: withUserAgent({}, "a\r\nx: y") },
    );
    const error = await failureOf(call(client, { id: "get", path: "/x" }));
    expect(error).toMatchObject({
      name: "ConfigError",
      message: "invalid value for user-agent (GET /x)",
    });
  });

  it.each([
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36",
    "Mozilla/5.0 (linux) AppleWebKit/537.36 (KHTML, like Gecko) jsdom/26.1.0",
  ])("is the browser's own in %s", (userAgent) => {
    platform(userAgent);
    expect(withUserAgent(undefined, "added")).toBeUndefined();
    expect(withUserAgent({ a: "b" }, undefined)).toEqual({ a: "b" });
  });

  it.each([
    "Node.js/22",
    "Deno/2.1",
    "Bun/1.2",
    "Cloudflare-Workers",
    undefined,
  ])("is sent where the platform is %s", (userAgent) => {
    platform(userAgent);
    expect(withUserAgent(undefined, undefined)).toEqual({
      "user-agent": own,
    });
  });
});
