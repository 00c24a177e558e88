/**
 * The calls of a published package, tried on another one: two packages of a few lines, and the whole
 * answer.
 */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  compareClients,
  type ComparedMethod,
} from "../../generator/compare/comparison.js";
import { openProject } from "../../generator/compare/comparison-project.js";
import { makeFolder } from "../write/support.js";

/** What both packages have. */
const core = `
export interface RequestOptions {
  maxRetries?: number;
  timeout?: number;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}
`;

const published = `${core}
declare class Page<Item> implements AsyncIterable<Item> {
  private client: unknown;
  data: Item[];
  last_id: string;
  hasNextPage(): boolean;
  [Symbol.asyncIterator](): AsyncGenerator<Item>;
}
declare class PagePromise<Item> extends Promise<Page<Item>> implements AsyncIterable<Item> {
  [Symbol.asyncIterator](): AsyncGenerator<Item>;
}
declare class Stream<Item> implements AsyncIterable<Item> {
  private source: unknown;
  [Symbol.asyncIterator](): AsyncIterator<Item>;
}
export interface Pet { id: string; name: string | null }
declare class Toys {
  protected _client: Acme;
  list(petID: string, query?: { limit?: number } | null, options?: RequestOptions): PagePromise<{ id: string }>;
  parts(toyID: string, params: { pet_id: string }, options?: RequestOptions): PagePromise<{ id: number }>;
}
declare class Pets {
  protected _client: Acme;
  toys: Toys;
  create(body: { name: string; kind?: "cat" | "dog" }, options?: RequestOptions): Promise<Pet>;
  retrieve(id: string, options?: RequestOptions): Promise<Pet>;
  list(query?: { limit?: number }, options?: RequestOptions): Promise<Pet[]>;
  list(options?: RequestOptions): Promise<Pet[]>;
  delete(id: string, options?: RequestOptions): Promise<void>;
  watch(id: string, options?: RequestOptions): Promise<Stream<Pet>>;
  feed(id: string, options?: RequestOptions): Promise<Response>;
  poll(id: string): Promise<Pet>;
}
export declare class Acme {
  baseURL: string;
  pets: Pets;
  withOptions(options: { timeout?: number; maxRetries?: number }): this;
  get<T>(path: string, options?: RequestOptions): Promise<T>;
  me(options?: RequestOptions): Promise<Pet>;
}
export default Acme;
`;

const ours = `${core}
declare class List<Item> extends Promise<{ data: Item[]; last_id?: string }> implements AsyncIterable<Item> {
  [Symbol.asyncIterator](): AsyncGenerator<Item>;
}
declare class Toys {
  list(petID: string, params?: { limit?: number }, options?: RequestOptions): List<{ id: string }>;
  parts(toyID: string, params: { pet_id: string }, options?: RequestOptions): List<{ id: string }>;
}
declare class Pets {
  readonly toys: Toys;
  create(params: { name: string }, options?: RequestOptions): Promise<{ id: string; name: string | null }>;
  retrieve(params: { id: string }, options?: RequestOptions): Promise<{ id: string; name?: string | null }>;
  list(params?: { limit?: number }, options?: RequestOptions): Promise<{ id: string; name: string }[]>;
  delete(id: string, options?: RequestOptions): Promise<{ deleted: boolean }>;
  watch(id: string, options?: RequestOptions): Promise<AsyncIterable<{ id: string; name: null }>>;
  feed(id: string, options?: RequestOptions): Promise<Blob>;
}
declare class Acme {
  readonly pets: Pets;
  me(options?: { timeout?: number }): Promise<{ id: string; name: string }>;
}
export default Acme;
`;

const compared = async (
  before: string,
  after: string,
): Promise<readonly ComparedMethod[]> => {
  const folder = makeFolder({ "a/index.d.ts": before, "b/index.ts": after });
  const project = await openProject({
    published: join(folder, "a/index.d.ts"),
    ours: join(folder, "b/index.ts"),
    folder,
  });
  if ("lacksClient" in project) throw new Error(project.lacksClient);
  return compareClients(project, (path) => path.includes("/a/"));
};

describe("the calls of a published package", () => {
  it("are compared one by one, each miss with its reason", async () => {
    expect(await compared(published, ours)).toEqual([
      {
        path: ["me"],
        misses: [
          {
            reason: "options",
            call: "me(options?)",
            detail:
              "Object literal may only specify known properties, and 'maxRetries' does not exist in type '{ timeout?: number | undefined; }'.",
          },
        ],
      },
      {
        path: ["pets", "create"],
        misses: [
          {
            reason: "arguments",
            call: "create(body, options?)",
            detail: "no `kind`",
          },
        ],
      },
      {
        path: ["pets", "retrieve"],
        misses: [
          {
            reason: "arguments",
            call: "retrieve(id, options?)",
            detail:
              "Argument of type 'string' is not assignable to parameter of type '{ id: string; }'.",
          },
          {
            reason: "result",
            call: "retrieve(id, options?)",
            detail:
              "Type '{ id: string; name?: string | null | undefined; }' is not assignable to type 'Pet'. Type 'undefined' is not assignable to type 'string | null'.",
          },
        ],
      },
      {
        path: ["pets", "list"],
        misses: [
          {
            reason: "options",
            call: "list(options?)",
            detail:
              "Object literal may only specify known properties, and 'maxRetries' does not exist in type '{ limit?: number | undefined; }'.",
          },
        ],
      },
      { path: ["pets", "delete"], misses: [] },
      { path: ["pets", "watch"], misses: [] },
      {
        path: ["pets", "feed"],
        misses: [
          {
            reason: "result",
            call: "feed(id, options?)",
            detail: expect.stringMatching(
              /^Type 'Blob' is missing the following properties from type 'Response': /,
            ) as string,
          },
        ],
      },
      { path: ["pets", "poll"], misses: [{ reason: "not found" }] },
      {
        path: ["pets", "toys", "list"],
        misses: [
          {
            reason: "arguments",
            call: "list(petID, query?, options?)",
            detail:
              "Argument of type 'null' is not assignable to parameter of type '{ limit?: number | undefined; } | undefined'.",
          },
        ],
      },
      {
        path: ["pets", "toys", "parts"],
        misses: [
          {
            reason: "result",
            call: "parts(toyID, params, options?)",
            detail:
              "Type '{ data: { id: string; }[]; last_id?: string | undefined; }' is not assignable to type 'PageOf<Pick<Page<{ id: number; }>, \"data\" | \"last_id\">>'. Type 'string' is not assignable to type 'number'.",
          },
          {
            reason: "iteration",
            call: "parts(toyID, params, options?)",
            detail:
              "Type '{ id: string; }' is not assignable to type '{ id: number; }'. Type 'string' is not assignable to type 'number'.",
          },
        ],
      },
    ]);
  });

  it("all compile with the package itself", async () => {
    const methods = await compared(published, published);
    expect(methods.filter(({ misses }) => misses.length > 0)).toEqual([]);
    expect(methods).toHaveLength(10);
  });
});

/** A package whose callers build arguments by the types in its namespaces. */
const withTypes = (types: string, take: string): string => `${core}
export interface Chat { text: string }
export declare class Stream<Item> implements AsyncIterable<Item> {
  private source: unknown;
  [Symbol.asyncIterator](): AsyncIterator<Item>;
}
${types}
declare class Chats {
  create(params: ChatCreateParamsNonStreaming, options?: RequestOptions): Promise<Chat>;
  create(params: ChatCreateParamsStreaming, options?: RequestOptions): Promise<Stream<Chat>>;
  create(params: ChatCreateParamsBase, options?: RequestOptions): Promise<Chat | Stream<Chat>>;
  list(params?: ChatListParams | null, options?: RequestOptions): Promise<Chat>;
}
declare namespace Chats {
  export { ${take} };
}
export declare class Acme { chats: Chats }
export declare namespace Acme {
  export { Chats, ${take} };
}
export default Acme;
`;

const types = (list: string, whole: string): string => `
export interface ChatCreateParamsBase { tags: ${list}; stream?: boolean | null }
export interface ChatCreateParamsNonStreaming extends ChatCreateParamsBase { stream?: false | null }
export interface ChatCreateParamsStreaming extends ChatCreateParamsBase { stream: true }
export type ChatCreateParams = ${whole};
export interface ChatListParams { kinds?: ${list} | string; page?: ${list} }
`;

const names =
  "ChatCreateParams, ChatCreateParamsNonStreaming, ChatCreateParamsStreaming, ChatListParams";
const either = "ChatCreateParamsNonStreaming | ChatCreateParamsStreaming";

describe("the types of arguments of a published package", () => {
  const package_ = withTypes(types("string[]", either), names);

  it("are those of the package itself", async () => {
    expect(await compared(package_, package_)).toEqual([
      { path: ["chats", "create"], misses: [] },
      { path: ["chats", "list"], misses: [] },
    ]);
  });

  it("are built by callers, changed and passed", async () => {
    const readonlyLists = withTypes(
      types("readonly string[]", "ChatCreateParamsBase"),
      names.replace(", ChatListParams", ""),
    );
    const streaming = "create(params, options?)";
    const push = "Property 'push' does not exist on type 'readonly string[]'.";
    expect(await compared(package_, readonlyLists)).toEqual([
      {
        path: ["chats", "create"],
        misses: [{ reason: "types", call: streaming, detail: push }],
      },
      {
        path: ["chats", "list"],
        misses: [
          {
            reason: "types",
            call: "list(params?, options?)",
            detail:
              "Namespace 'Chats' has no exported member 'ChatListParams'.",
          },
        ],
      },
    ]);
    const oneType = withTypes(types("string[]", "ChatCreateParamsBase"), names);
    const [create] = await compared(package_, oneType);
    expect(create?.misses).toEqual([
      {
        reason: "types",
        call: streaming,
        detail: expect.stringContaining(
          "is not assignable to type 'Chat'",
        ) as string,
      },
    ]);
  });
});
