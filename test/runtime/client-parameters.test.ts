/** Parameters of the client that go with every request, as they arrive. */
import { describe, expect, it } from "vitest";
import { call } from "../../templates/runtime/call.js";
import { sendsParameters } from "../../templates/runtime/client-parameters.js";
import { extras } from "../../templates/runtime/extras.js";
import type { Authenticator } from "../../templates/runtime/operation.js";
import { clientOf, echo, failureOf } from "./support/server.js";

type Given = Parameters<typeof sendsParameters>[1];

/** What arrives of a call to `/keys`, with options of its own. */
const arrived = async (
  parameters: Given,
  options?: Parameters<typeof call>[3],
  { auth, params = {} }: { auth?: Authenticator; params?: object } = {},
) => {
  const server = await echo();
  const sent = sendsParameters(auth, parameters);
  await call(
    clientOf(server, {}, { ...(sent && { auth: sent }) }),
    {
      ...{ id: "list", method: "GET", path: "/keys", extras },
      ...{ headers: ["X-Team"], query: ["api version"], cookies: ["beta"] },
    },
    params,
    options,
  );
  return server.requests.map(({ target, headers }) => ({
    ...{ target, team: headers["x-team"], cookie: headers["cookie"] },
  }))[0];
};

const all: Given = [
  ["header", "X-Team", "a"],
  ["query", "api version", 2],
  ["cookie", "se;ssion", "b c"],
  ["cookie", "beta", true],
];

describe("parameters of the client", () => {
  it("go where they are declared, encoded for their place", async () => {
    expect(await arrived(all)).toEqual({
      target: "/keys?api%20version=2",
      team: "a",
      cookie: "se%3Bssion=b%20c; beta=true",
    });
  });

  it("give way to those of a call", async () => {
    const params = { "X-Team": "own", "api version": 1, beta: false };
    expect(await arrived(all, {}, { params })).toEqual({
      target: "/keys?api%20version=1",
      team: "own",
      cookie: "beta=false; se%3Bssion=b%20c",
    });
    const options = {
      headers: { "x-team": "own", cookie: "all=1" },
      query: { "api version": 1, b: 2 },
    };
    expect(await arrived(all, options)).toEqual({
      target: "/keys?api%20version=1&b=2",
      team: "own",
      cookie: "all=1",
    });
  });

  it("join a query that has others", async () => {
    const sent = await arrived([["query", "v", "1"]], {
      query: { vv: 2 },
    });
    expect(sent?.target).toBe("/keys?vv=2&v=1");
  });

  it("are left out without a value", async () => {
    expect(
      await arrived([
        ["header", "X-Team", undefined],
        ["query", "v", 0],
      ]),
    ).toEqual({ target: "/keys?v=0", team: undefined, cookie: undefined });
  });

  it("leave credentials alone, which come after them", async () => {
    const seen: string[] = [];
    const auth: Authenticator = ({ headers }) => {
      seen.push(headers.get("x-team") ?? "none");
      headers.set("x-team", "of the credentials");
    };
    expect(sendsParameters(auth, [["query", "v", undefined]])).toBe(auth);
    expect(sendsParameters(undefined, [])).toBeUndefined();
    const sent = await arrived([["header", "X-Team", "a"]], {}, { auth });
    expect([seen, sent?.team]).toEqual([["a"], "of the credentials"]);
  });

  it.each([
    ["an object", { a: "SECRET" }],
    ["not a number", NaN],
  ])("cannot be %s, and no error shows it", (_, value) => {
    expect(() => sendsParameters(undefined, [["header", "X", value]])).toThrow(
      new TypeError("invalid value for X"),
    );
  });

  it("cannot end their header", async () => {
    const { name, message } = await failureOf<Error>(
      arrived([["header", "X-Team", "SECRET\nX-Admin: 1"]]),
    );
    expect(name).toBe("ConfigError");
    expect(message).toBe("invalid value for X-Team (GET /keys)");
  });
});
