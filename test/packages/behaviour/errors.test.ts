/** What the packages throw: classes by status, messages of one line, and nothing secret. */
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import * as AhaSend from "../../../generated/ahasend/src/index.js";
import * as Feldera from "../../../generated/feldera/src/index.js";
import * as OpenRouter from "../../../generated/openrouter/src/index.js";
import { answer, serve } from "../support/loopback.js";
import { ahasend, failure, feldera, openrouter, secret } from "./clients.js";

const once = { maxRetries: 0 };

/** Every class of status errors, and the ones it is derived from. */
const classes = [
  [400, "BadRequestError"],
  [401, "AuthenticationError"],
  [403, "PermissionDeniedError"],
  [404, "NotFoundError"],
  [409, "ConflictError"],
  [422, "UnprocessableEntityError"],
  [429, "RateLimitError"],
  [500, "InternalServerError"],
  [503, "InternalServerError"],
] as const;

describe.each(classes)("%i", (status, name) => {
  it.each([
    [
      "AhaSend",
      AhaSend,
      AhaSend.AhaSendError,
      (url: string) => ahasend(url).apiKeys.get("k", {}, once),
    ],
    [
      "Feldera",
      Feldera,
      Feldera.FelderaError,
      (url: string) => feldera(url).apiKeys.get("k", once),
    ],
    [
      "OpenRouter",
      OpenRouter,
      OpenRouter.OpenRouterError,
      (url: string) => openrouter(url).apiKeys.get("k", once),
    ],
  ])(`is a ${name} of %s`, async (_, sdk, base, call) => {
    const body = { message: "No,\nnot now" };
    const { url } = await serve((_request, response) =>
      answer(response, status, body, { "x-request-id": "r-1" }),
    );
    const error = await failure(call(url));
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(base);
    expect(error).toBeInstanceOf(sdk.APIError);
    expect(error).not.toBeInstanceOf(sdk.ConnectionError);
    for (const [, other] of classes)
      expect([other, error instanceof sdk[other]]).toEqual([
        other,
        other === name,
      ]);
    expect(error).toMatchObject({ name, status, body, requestId: "r-1" });
    expect(String(error)).toMatch(
      new RegExp(`^${name}: ${status} No, not now \\(GET /.*, request r-1\\)$`),
    );
  });
});

it("other statuses are an APIError", async () => {
  const { url } = await serve((_, response) => answer(response, 418, {}));
  const error = await failure(ahasend(url).apiKeys.get("k"));
  expect(error).toMatchObject({ name: "APIError", status: 418 });
  expect(error).toBeInstanceOf(AhaSend.APIError);
  expect(error).not.toBeInstanceOf(AhaSend.BadRequestError);
});

it("the errors of one SDK are not another's", async () => {
  const { url } = await serve((_, response) => answer(response, 404, {}));
  const error = await failure(ahasend(url).apiKeys.get("k"));
  expect(error).toBeInstanceOf(AhaSend.NotFoundError);
  expect(error).not.toBeInstanceOf(Feldera.NotFoundError);
  expect(error).not.toBeInstanceOf(OpenRouter.OpenRouterError);
});

it("a proxy's page leaves the body undefined and is kept as text", async () => {
  const { url } = await serve((_, response) => {
    response.writeHead(502, { "content-type": "text/html" });
    response.end("<html>down</html>");
  });
  const error = await failure(openrouter(url).apiKeys.get("h", once));
  expect(error).toMatchObject({ status: 502, text: "<html>down</html>" });
  expect(error).toHaveProperty("message", "502 Bad Gateway (GET /keys/{hash})");
  expect(Reflect.get(error as object, "body")).toBeUndefined();
});

it("a body that is no JSON is a DecodeError, not sent again, and not quoted", async () => {
  const { url, received } = await serve((_, response) => {
    response.writeHead(201, { "content-type": "application/json" });
    response.end('{"key":"sk-or-v1-one-time');
  });
  const error = await failure(openrouter(url).apiKeys.create({ name: "ci" }));
  expect(error).toBeInstanceOf(OpenRouter.DecodeError);
  expect(error).toMatchObject({
    httpStatus: 201,
    text: '{"key":"sk-or-v1-one-time',
  });
  expect(inspect(error, { depth: 9 })).not.toContain("one-time");
  expect(received).toHaveLength(1);
});

it("result() gives data or error, and throws neither", async () => {
  const body = { message: "taken", error_code: "DuplicateName", details: null };
  const { url } = await serve((_, response, count) =>
    count === 1
      ? answer(response, 201, { id: "1", name: "ci", api_key: "s" })
      : answer(response, 409, body),
  );
  const { apiKeys } = feldera(url);
  const made = await apiKeys.create({ name: "ci" }).result();
  expect(made.ok && made.data.api_key).toBe("s");
  expect(made.response?.status).toBe(201);
  const refused = await apiKeys.create({ name: "ci" }).result();
  expect(refused.ok).toBe(false);
  expect(refused.data).toBeUndefined();
  expect(refused.error).toBeInstanceOf(Feldera.ConflictError);
  if (refused.error?.status === 409)
    expect(refused.error.body?.error_code).toBe("DuplicateName");
  expect.assertions(6);
});

it("isErrorOf knows the operation that failed", async () => {
  const { url } = await serve((_, response) => answer(response, 409, {}));
  const error = await failure(feldera(url).apiKeys.create({ name: "ci" }));
  expect(Feldera.isErrorOf("createApiKey", error)).toBe(true);
  expect(Feldera.isErrorOf("getApiKey", error)).toBe(false);
  expect(Feldera.isErrorOf("createApiKey", new Error("409"))).toBe(false);
});

describe("the stack has the line of the call", () => {
  const makers = {
    "as a method": (url: string) => ahasend(url).apiKeys.get("k"),
    "as a function": (url: string) => AhaSend.getAPIKey(ahasend(url), "k"),
    "through withResponse()": (url: string) =>
      ahasend(url).apiKeys.get("k").withResponse(),
    "of a list": (url: string) => ahasend(url).apiKeys.list(),
    "of a request": (url: string) => ahasend(url).request("GET", "/x"),
  };

  it.each(Object.entries(makers))("%s", async (_, make) => {
    const { url } = await serve((_request, response) =>
      answer(response, 404, {}),
    );
    async function theCaller(): Promise<void> {
      await make(url);
    }
    const { stack = "" } = (await failure(theCaller())) as Error;
    expect(stack).toMatch(/^NotFoundError: 404/);
    expect(stack).toMatch(
      / at (async )?theCaller \(.*errors\.test\.ts:\d+:\d+\)/,
    );
  });
});

describe("nothing secret is printed", () => {
  const texts = (value: unknown) => [
    inspect(value, { depth: 9 }),
    inspect(value, { depth: 9, showHidden: true }),
    JSON.stringify(value),
    String(value),
  ];

  it("of a client", () => {
    for (const client of [
      ahasend("http://127.0.0.1:1"),
      feldera("http://127.0.0.1:1"),
      openrouter("http://127.0.0.1:1"),
    ])
      for (const text of texts(client)) expect(text).not.toContain(secret);
  });

  it.each([401, 503])("of a %i", async (status) => {
    const { url } = await serve((_, response) => answer(response, status, {}));
    const error = await failure(
      openrouter(url).apiKeys.get("h", { ...once, query: { t: secret } }),
    );
    for (const text of texts(error)) expect(text).not.toContain(secret);
  });

  it("of a lost connection", async () => {
    const { url } = await serve((_, response) => response.destroy());
    const error = await failure(
      openrouter(url).apiKeys.get("h", { ...once, query: { t: secret } }),
    );
    expect(error).toBeInstanceOf(OpenRouter.ConnectionError);
    for (const text of texts(error)) expect(text).not.toContain(secret);
  });

  it("of a key that cannot be a header", async () => {
    const client = openrouter("http://127.0.0.1:1").with({
      apiKey: `${secret}\n`.repeat(2),
    });
    const error = await failure(client.apiKeys.list());
    expect(error).toBeInstanceOf(OpenRouter.ConfigError);
    for (const text of texts(error)) expect(text).not.toContain(secret);
  });
});
