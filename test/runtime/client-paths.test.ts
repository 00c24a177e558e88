/** Path parameters that the client was given. */
import { describe, expect, it } from "vitest";
import { call } from "../../templates/runtime/call.js";
import { fillsPaths } from "../../templates/runtime/client-paths.js";
import { checkParams } from "../../templates/runtime/check-params.js";
import { ConfigError } from "../../templates/runtime/errors.js";
import { extras } from "../../templates/runtime/extras.js";
import type { Operation } from "../../templates/runtime/operation.js";
import type { ClientOptions } from "../../templates/runtime/options.js";
import { matrix } from "../../templates/runtime/path-styles.js";
import {
  clientOf,
  echo,
  failureOf,
  type TestServer,
} from "./support/server.js";

const values = { account: "acc", hash: "none" };
const read: Operation = { id: "read", path: "/{account}/keys/{hash}" };
const clientWith = (server: TestServer, options: ClientOptions = {}) =>
  clientOf(server, {}, { extras: fillsPaths(values, options) });

describe("path parameters of the client", () => {
  it("are those of calls that have none", async () => {
    const server = await echo();
    const client = clientWith(server);
    await call(client, read, { hash: "k" });
    await call(client, read, { hash: "k", account: "other" });
    await call(client, read, { hash: "k", account: undefined });
    expect(server.requests.map(({ target }) => target)).toEqual([
      "/acc/keys/k",
      "/other/keys/k",
      "/acc/keys/k",
    ]);
  });

  it("are in a path only, and change nothing of the caller's", async () => {
    const server = await echo();
    const client = clientWith(server);
    const params = {};
    const list: Operation = { id: "list", path: "/keys", query: ["account"] };
    await call(client, list, params);
    await call(client, { ...read, query: ["other"] }, params);
    expect(server.requests.map(({ target }) => target)).toEqual([
      "/keys",
      "/acc/keys/none",
    ]);
    expect(params).toEqual({});
  });

  it("go by the key of a parameter, in its style", async () => {
    const server = await echo();
    await call(clientWith(server), {
      id: "read",
      path: "/{id}/{hash}",
      extras,
      paths: [{ name: "id", key: "account", encode: matrix }, { name: "hash" }],
    });
    expect(server.requests[0]?.target).toBe("/;id=acc/none");
  });

  it("are no names that all objects have", async () => {
    const client = clientWith(await echo());
    const inherited = Object.prototype as { region?: string };
    try {
      inherited.region = "eu";
      for (const name of ["constructor", "__proto__", "region"])
        expect(
          await failureOf(call(client, { id: "read", path: `/{${name}}` })),
        ).toBeInstanceOf(ConfigError);
    } finally {
      delete inherited.region;
    }
  });

  it("leave what the client does besides with arguments", async () => {
    const server = await echo();
    const options: ClientOptions & object = { extras: checkParams } as object;
    const client = clientWith(server, options);
    await call(client, read, {});
    expect(await failureOf(call(client, read, { timeout: 5 }))).toMatchObject({
      message:
        "timeout is an option: pass it after the params (GET /{account}/keys/{hash})",
    });
    expect(server.requests).toHaveLength(1);
  });
});
