/**
 * A login that the document secures like everything else: nothing is refused that the caller could
 * authenticate otherwise, and what is missing is named.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { built } from "../../support/built.js";
import { serve, answer } from "../../packages/support/loopback.js";

const secured = (schemes: object, security: object[]) => ({
  info: { title: "Acme", version: "1.0.0" },
  servers: [{ url: "https://api.example.com" }],
  security,
  paths: {
    "/login": {
      post: {
        operationId: "login",
        tags: ["auth"],
        responses: { 204: { description: "Done." } },
      },
    },
  },
  components: { securitySchemes: schemes },
});

const header = { type: "apiKey", in: "header", name: "Authorization" };

interface Ways {
  readonly ways: readonly ((baseURL: string) => Promise<unknown>)[];
}

describe("an API that asks for one key", () => {
  let program: Awaited<ReturnType<typeof built>>;
  beforeAll(async () => {
    program = await built(
      secured({ key: header }, [{ key: [] }]),
      `import { Acme, createClient, authLogin as login } from "./src/index.js";
export const ways = [
  (baseURL: string) => login(new Acme({ baseURL })),
  (baseURL: string) => login(new Acme({ baseURL, headers: { authorization: "Basic eA==" } })),
  (baseURL: string) => login(new Acme({ baseURL }), { headers: { authorization: null } }),
  (baseURL: string) => login(createClient({ baseURL, headers: { authorization: "x" } })),
  (baseURL: string) => login(createClient({ baseURL, headers: {} })),
];
// @ts-expect-error: a key, or headers of the caller's own
createClient({});
`,
    );
  });

  it("compiles", () => {
    expect(program.errors).toEqual([]);
  });

  it.each([
    [
      0,
      {
        name: "ConfigError",
        message: "missing credentials: apiKey (ACME_API_KEY) (POST /login)",
      },
    ],
    [1, "Basic eA=="],
    [2, undefined],
    [3, "x"],
    [4, undefined],
  ])("way %i gives %j", async (way, expected) => {
    const { url, received } = await serve((_, response) => {
      answer(response, 204, undefined);
    });
    const failed = await (program.exports as Ways).ways[way]?.(url).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (typeof expected === "object") {
      expect(failed).toMatchObject(expected);
      expect(received).toHaveLength(0);
    } else {
      expect(failed).toBeUndefined();
      expect(received[0]?.headers.authorization).toBe(expected);
    }
  });
});

it("of several schemes, headers stand for what the options leave out", async () => {
  const { exports, errors } = await built(
    secured(
      {
        key: { type: "apiKey", in: "header", name: "X-Key" },
        app: { type: "apiKey", in: "header", name: "X-App" },
      },
      [{ key: [], app: [] }],
    ),
    `import { Acme, authLogin as login } from "./src/index.js";
export const ways = [
  (baseURL: string) => login(new Acme({ baseURL, key: "k", headers: { "X-App": "a" } })),
  (baseURL: string) => login(new Acme({ baseURL })),
];
// @ts-expect-error: half of a set
new Acme({ key: "k" });
`,
  );
  expect(errors).toEqual([]);
  const { url, received } = await serve((_, response) => {
    answer(response, 204, undefined);
  });
  const { ways } = exports as Ways;
  await ways[0]?.(url);
  expect(received[0]?.headers).toMatchObject({ "x-key": "k", "x-app": "a" });
  await expect(ways[1]?.(url)).rejects.toThrow(
    "missing credentials: key (ACME_KEY) and app (ACME_APP) (POST /login)",
  );
});
