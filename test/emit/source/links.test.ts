/**
 * Links: functions from what one operation gives to arguments of another.
 */
import { describe, expect, it } from "vitest";
import { built } from "../../support/built.js";
import { emit } from "../../support/emit.js";
import { serve } from "../../runtime/support/server.js";
import { emitted, sdkOf } from "../../support/pipeline.js";

const source = `
servers: [{ url: "https://api.example.com" }]
paths:
  /users:
    post:
      operationId: createUser
      tags: [users]
      parameters:
        - { name: team, in: query, schema: { type: string } }
        - { name: X-Trace, in: header, schema: { type: string } }
      requestBody:
        required: true
        content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string }, at: { type: object, properties: { city: { type: string } } } } } } }
      responses:
        "201":
          description: Created.
          headers: { X-Next: { schema: { type: string } } }
          content: { application/json: { schema: { $ref: "#/components/schemas/User" } } }
          links:
            posts:
              operationId: listPosts
              description: The posts of the new user.
              parameters: { user: $response.body#/id, limit: 5, after: $response.header.X-Next, query.city: $request.body#/at/city }
            self: { operationRef: "#/paths/~1users~1{id}/get", parameters: { id: $response.body#/id } }
            createUserAgain: { operationId: createUser, parameters: { team: $request.query.team, X-Trace: $request.header.x-trace } }
            hook: { $ref: "#/components/links/Hook" }
  /users/{id}:
    get:
      operationId: getUser
      tags: [users]
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: A user.
          content: { application/json: { schema: { $ref: "#/components/schemas/User" } } }
          links:
            friend: { operationId: getUser, parameters: { id: "$response.body#/friends/0/id" } }
            posts: { operationId: listPosts, parameters: { path.user: $request.path.id } }
  /users/{user}/posts:
    get:
      operationId: listPosts
      tags: [posts]
      parameters:
        - { name: user, in: path, required: true, schema: { type: integer } }
        - { name: limit, in: query, schema: { type: integer } }
        - { name: after, in: query, schema: { type: string } }
        - { name: city, in: query, schema: { type: string } }
      responses: { "200": { description: Posts., content: { application/json: { schema: { type: array, items: { type: string } } } } } }
  /hooks:
    post:
      operationId: addHook
      tags: [hooks]
      parameters: [{ name: status, in: query, schema: { type: integer } }, { name: method, in: query, schema: { type: string } }]
      requestBody: { required: true, content: { text/plain: { schema: { type: string } } } }
      responses: { "204": { description: Done. } }
components:
  links:
    Hook: { operationId: addHook, parameters: { status: $statusCode, method: $method }, requestBody: $url }
  schemas:
    User: { type: object, required: [id], properties: { id: { type: string }, friends: { type: array, items: { type: object, properties: { id: { type: string } } } } } }`;

describe("the links of responses", () => {
  it("are functions that give arguments", async () => {
    expect(await emitted(source, "src/links.ts"))
      .toBe(`import { linked } from "./core/linked.js";
import type { User } from "./models.js";
import type { AddHookParams } from "./resources/hooks.js";
import type { ListPostsParams } from "./resources/posts.js";
import type { CreateUserParams } from "./resources/users.js";

/**
 * Arguments of {@link listPosts} from a call of {@link createUser}, by the link posts.
 *
 * The posts of the new user.
 */
export const createUserPostsLink = (
  { data, response }: { data: User; response: Response },
  request: {
    at?:
      | {
          city?: string;
        }
      | undefined;
  },
): [params: Pick<ListPostsParams, "user" | "limit" | "after" | "city">] => [
  {
    user: linked(data, "id"),
    limit: linked(5),
    after: linked(response.headers.get("X-Next") ?? undefined),
    city: linked(request, "at", "city"),
  },
];

/** Arguments of {@link getUser} from a call of {@link createUser}, by the link self. */
export const createUserSelfLink = ({ data }: { data: User }): [id: string] => [
  linked(data, "id"),
];

/** Arguments of {@link createUser} from a call of {@link createUser}, by the link createUserAgain. */
export const createUserAgainLink = (request: {
  team?: string | undefined;
  "X-Trace"?: string | undefined;
}): [params: Pick<CreateUserParams, "team" | "X-Trace">] => [
  { team: linked(request, "team"), "X-Trace": linked(request, "X-Trace") },
];

/** Arguments of {@link addHook} from a call of {@link createUser}, by the link hook. */
export const createUserHookLink = ({
  response,
}: {
  response: Response;
}): [params: Pick<AddHookParams, "status" | "method" | "body">] => [
  {
    status: linked(response.status),
    method: linked("POST"),
    body: linked(response.url),
  },
];

/** Arguments of {@link getUser} from a call of {@link getUser}, by the link friend. */
export const getUserFriendLink = ({ data }: { data: User }): [id: string] => [
  linked(data, "friends", "0", "id"),
];

/** Arguments of {@link listPosts} from a call of {@link getUser}, by the link posts. */
export const getUserPostsLink = (request: {
  id: string;
}): [params: Pick<ListPostsParams, "user">] => [
  { user: linked(request, "id") },
];
`);
    expect(await emitted(source, "src/index.ts")).toContain(
      'export * from "./links.js";\n',
    );
  });

  it("are no file where there are none", async () => {
    const index = await emitted(
      'paths: { /a: { get: { responses: { "204": { description: "" } } } } }',
      "src/index.ts",
    );
    expect(index).not.toContain("links");
  });

  it("are in the docs of the operation", async () => {
    const docs = emit(await sdkOf(source)).files.find(
      ({ path }) => path === "docs/users.md",
    );
    expect(docs && "text" in docs ? docs.text : "").toContain(`### Links

Functions that give arguments of other calls, to be passed on with \`...\`. \`result\` is what \`withResponse()\` of this call resolves to, \`request\` is what was passed to it, by name.

- \`createUserPostsLink(result, request)\`: \`user\`, \`limit\`, \`after\`, \`city\` of \`posts.list\`. The posts of the new user.
- \`createUserSelfLink(result)\`: \`id\` of \`users.get\`.
- \`createUserAgainLink(request)\`: \`team\`, \`X-Trace\` of \`users.create\`.
- \`createUserHookLink(result)\`: \`status\`, \`method\`, \`body\` of \`hooks.create\`.

### Errors`);
  });

  it("lead from one call to the next", async () => {
    const { url, requests } = await serve(({ request, json }) => {
      const status =
        request.target === "/hooks"
          ? 204
          : request.method === "POST"
            ? 201
            : 200;
      const user = { id: "7", friends: [{ id: "8" }] };
      json(status, request.target.includes("posts") ? [] : user, {
        "x-next": "c",
      });
    });
    const { exports, errors } = await built(
      source,
      `import * as sdk from "./src/index.js";

export const run = async (baseURL: string): Promise<unknown> => {
  const client = new sdk.Test({ baseURL });
  const request = { name: "a", team: "t", at: { city: "Oslo" } };
  const created = await sdk.createUser(client, request).withResponse();
  await sdk.listPosts(client, ...sdk.createUserPostsLink(created, request));
  const user = await client.users.get(...sdk.createUserSelfLink(created));
  await client.users.get(...sdk.getUserFriendLink({ data: user }));
  await client.posts.list(...sdk.getUserPostsLink({ id: "9" }));
  const [again] = sdk.createUserAgainLink(request);
  await client.users.create({ ...again, name: "b" });
  await client.hooks.create(...sdk.createUserHookLink(created));
  return client.users.get(...sdk.getUserFriendLink({ data: { id: "1" } })).result();
};`,
    );
    expect(errors).toEqual([]);
    const { run } = exports as { run(baseURL: string): Promise<unknown> };
    // What a link does not find is missing, as if the caller had not passed it.
    expect(await run(url)).toMatchObject({
      ok: false,
      error: { message: "invalid value for id (GET /users/{id})" },
    });
    expect(
      requests.map(({ method, target, body }) => [method, target, body]),
    ).toEqual([
      ["POST", "/users?team=t", '{"name":"a","at":{"city":"Oslo"}}'],
      ["GET", "/users/7/posts?limit=5&after=c&city=Oslo", ""],
      ["GET", "/users/7", ""],
      ["GET", "/users/8", ""],
      ["GET", "/users/9/posts", ""],
      ["POST", "/users?team=t", '{"name":"b"}'],
      ["POST", "/hooks?status=201&method=POST", `${url}/users?team=t`],
    ]);
  });
});

describe("the links of errors", () => {
  const source = `
servers: [{ url: "https://api.example.com" }]
paths:
  /names:
    post:
      operationId: createName
      tags: [names]
      parameters: [{ name: wanted, in: query, required: true, schema: { type: string } }]
      responses:
        "204": { description: Made. }
        "409":
          description: Taken.
          content: { application/json: { schema: { $ref: "#/components/schemas/Taken" } } }
          links:
            owner: { operationId: getUser, parameters: { id: $response.body#/owner/id, trace: $response.header.X-Trace, status: $statusCode } }
        default:
          description: Another.
          links: { again: { operationId: createName, parameters: { wanted: $request.query.wanted } } }
  /users/{id}:
    get:
      operationId: getUser
      tags: [users]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: trace, in: query, schema: { type: string } }
        - { name: status, in: query, schema: { type: integer } }
      responses: { "204": { description: A user. } }
components:
  schemas:
    Taken: { type: object, required: [owner], properties: { owner: { type: object, required: [id], properties: { id: { type: string } } } } }`;

  it("are functions of the error", async () => {
    expect(await emitted(source, "src/links.ts"))
      .toBe(`import { linked } from "./core/linked.js";
import type { Taken } from "./models.js";
import type { CreateNameParams } from "./resources/names.js";
import type { GetUserParams } from "./resources/users.js";

/** Arguments of {@link getUser} from an error of {@link createName}, by the link owner. */
export const createNameOwnerErrorLink = ({
  body,
  headers,
  status,
}: {
  body: Taken | undefined;
  headers: Headers;
  status: number;
}): [id: string, params: Pick<GetUserParams, "trace" | "status">] => [
  linked(body, "owner", "id"),
  {
    trace: linked(headers.get("X-Trace") ?? undefined),
    status: linked(status),
  },
];

/** Arguments of {@link createName} from an error of {@link createName}, by the link again. */
export const createNameAgainErrorLink = (request: {
  wanted: string;
}): [params: Pick<CreateNameParams, "wanted">] => [
  { wanted: linked(request, "wanted") },
];
`);
  });

  it("are in the docs of the operation", async () => {
    const docs = emit(await sdkOf(source)).files.find(
      ({ path }) => path === "docs/names.md",
    );
    expect(docs && "text" in docs ? docs.text : "")
      .toContain(`\`request\` is what was passed to it, by name. \`error\` is what it throws.

- \`createNameOwnerErrorLink(error)\`: \`id\`, \`trace\`, \`status\` of \`users.get\`.
- \`createNameAgainErrorLink(request)\`: \`wanted\` of \`names.create\`.`);
  });

  it("lead from an error to the next call", async () => {
    const { url, requests } = await serve(({ request, json }) => {
      const isTaken = request.method === "POST";
      json(isTaken ? 409 : 204, isTaken ? { owner: { id: "7" } } : undefined, {
        "x-trace": "t",
      });
    });
    const { exports, errors } = await built(
      source,
      `import * as sdk from "./src/index.js";

export const run = async (baseURL: string): Promise<unknown> => {
  const client = new sdk.Test({ baseURL });
  const request = { wanted: "a" };
  const made = await sdk.createName(client, request).result();
  if (made.ok || made.error.status !== 409) return "made";
  await sdk.getUser(client, ...sdk.createNameOwnerErrorLink(made.error));
  await client.names.create(...sdk.createNameAgainErrorLink(request)).result();
  return "taken";
};`,
    );
    expect(errors).toEqual([]);
    const { run } = exports as { run(baseURL: string): Promise<unknown> };
    expect(await run(url)).toBe("taken");
    expect(requests.map(({ method, target }) => [method, target])).toEqual([
      ["POST", "/names?wanted=a"],
      ["GET", "/users/7?trace=t&status=409"],
      ["POST", "/names?wanted=a"],
    ]);
  });
});
