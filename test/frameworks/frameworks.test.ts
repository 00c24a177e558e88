/**
 * Documents in the conventions of frameworks, and what their servers answer: everything that a small
 * app does, through the generated SDK, against a double of the framework's server.
 */
import { readFile } from "node:fs/promises";
import {
  afterAll,
  afterEach,
  beforeAll,
  describe,
  expect,
  it,
  onTestFinished,
  vi,
} from "vitest";
import { firstCall } from "../packages/support/readme.js";
import { typeErrors } from "../support/type-errors.js";
import type { Convention } from "./double/convention.js";
import { fastify, nest, tsoa } from "./double/node.js";
import { drf, fastapi } from "./double/python.js";
import { password, startDouble, type Double } from "./double/server.js";
import { elysia, hono, trpc } from "./double/zod.js";
import {
  packageOf,
  start,
  type BuiltPackage,
  type Running,
} from "./package.js";

interface Framework {
  readonly framework: string;
  readonly convention: Convention;
  /** The lists that are asked for, one page after the other. */
  readonly pages: readonly string[];
  /** What errors say, by what provokes them: the class, and the server's words after the status. */
  readonly says: Readonly<Record<Provoked, readonly [string, string]>>;
  /** What {@link Calls.text} gives. */
  readonly text?: string;
  readonly explains?: string;
  /** The request of the README's first call, and what it prints first. */
  readonly first: readonly [string, unknown];
}

type Provoked = "unauthorized" | "missing" | "conflict" | "invalid" | "refused";

const id = (number: number): string =>
  `00000000-0000-4000-8000-00000000000${number}`;

const refused = [
  "UnprocessableEntityError",
  "422 price must not be negative",
] as const;
const conflict = ["ConflictError", "409 ball exists already"] as const;
const ball = expect.objectContaining({ id: id(1), name: "ball" });

const frameworks: readonly Framework[] = [
  {
    framework: "fastapi",
    convention: fastapi,
    pages: [
      "/items/?limit=2",
      "/items/?skip=2&limit=2",
      "/items/?skip=4&limit=2",
    ],
    says: {
      unauthorized: [
        "AuthenticationError",
        "401 Could not validate credentials",
      ],
      missing: ["NotFoundError", "404 Item not found"],
      conflict,
      invalid: [
        "UnprocessableEntityError",
        "422 String should have at least 1 character",
      ],
      refused,
    },
    explains: "body.name: String should have at least 1 character",
    first: ["GET /items/ 200", ball],
  },
  {
    framework: "nest",
    convention: nest,
    pages: ["/items?limit=2", "/items?page=2&limit=2", "/items?page=3&limit=2"],
    says: {
      unauthorized: ["AuthenticationError", "401 Unauthorized"],
      missing: ["NotFoundError", `404 Item #${id(9)} not found`],
      conflict,
      invalid: [
        "BadRequestError",
        "400 name must be longer than or equal to 1 characters, name should not be empty",
      ],
      refused,
    },
    text: "Hello World!",
    explains:
      "name must be longer than or equal to 1 characters; name should not be empty",
    first: ["GET / 200", "Hello World!"],
  },
  {
    framework: "fastify",
    convention: fastify,
    pages: [
      "/api/v1/items?pageSize=2",
      "/api/v1/items?page=2&pageSize=2",
      "/api/v1/items?page=3&pageSize=2",
    ],
    says: {
      unauthorized: [
        "AuthenticationError",
        "401 Authorization token is invalid: The token is malformed.",
      ],
      missing: ["NotFoundError", `404 there is no item ${id(9)}`],
      conflict,
      invalid: [
        "BadRequestError",
        "400 body/name must NOT have fewer than 1 characters",
      ],
      refused,
    },
    text: "pong",
    first: ["GET /api/v1/items 200", ball],
  },
  {
    framework: "hono",
    convention: hono,
    pages: [
      "/items?limit=2",
      `/items?cursor=${id(3)}&limit=2`,
      `/items?cursor=${id(5)}&limit=2`,
    ],
    says: {
      unauthorized: ["AuthenticationError", "401 Unauthorized"],
      missing: ["NotFoundError", `404 no item ${id(9)}`],
      conflict,
      // The words that zod writes are JSON in a text.
      invalid: [
        "BadRequestError",
        '400 [ { "origin": "string", "code": "too_small", "minimum": 1, "inclusive": true, "path": [ "name" ], "message": "Too small: expected string to have >=1 characters" } ]',
      ],
      refused,
    },
    text: "ok",
    first: ["GET /items 200", ball],
  },
  {
    framework: "tsoa",
    convention: tsoa,
    pages: [
      "/items?limit=2",
      "/items?offset=2&limit=2",
      "/items?offset=4&limit=2",
    ],
    says: {
      unauthorized: ["AuthenticationError", "401 jwt malformed"],
      missing: ["NotFoundError", `404 No item ${id(9)}`],
      conflict,
      invalid: ["UnprocessableEntityError", "422 Validation Failed"],
      refused,
    },
    first: ["GET /items 200", ball],
  },
  {
    framework: "trpc",
    convention: trpc,
    pages: [
      "/api/items?limit=2",
      `/api/items?cursor=${id(3)}&limit=2`,
      `/api/items?cursor=${id(5)}&limit=2`,
    ],
    says: {
      unauthorized: ["AuthenticationError", "401 UNAUTHORIZED"],
      missing: ["NotFoundError", `404 No item ${id(9)}`],
      conflict,
      invalid: ["BadRequestError", "400 Input validation failed"],
      refused,
    },
    first: ["GET /api/items 200", ball],
  },
  {
    framework: "elysia",
    convention: elysia,
    pages: [
      "/items/?limit=2",
      "/items/?page=2&limit=2",
      "/items/?page=3&limit=2",
    ],
    says: {
      unauthorized: ["AuthenticationError", "401 Unauthorized"],
      missing: ["NotFoundError", "404 NOT_FOUND"],
      conflict,
      invalid: [
        "UnprocessableEntityError",
        "422 Expected string length greater or equal to 1",
      ],
      refused,
    },
    text: "Hello Elysia",
    first: ["GET /items/ 200", ball],
  },
  {
    framework: "drf",
    convention: drf,
    pages: ["/api/items/", "/api/items/?page=2", "/api/items/?page=3"],
    says: {
      unauthorized: ["AuthenticationError", "401 Invalid token."],
      missing: ["NotFoundError", "404 No Item matches the given query."],
      conflict,
      invalid: ["BadRequestError", "400 This field may not be blank."],
      refused,
    },
    first: ["GET /api/items/ 200", ball],
  },
];

const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 256);

describe.each(frameworks)(
  "$framework",
  ({ framework, convention, pages, says, text, explains, first }) => {
    const file = (end: string): URL =>
      new URL(`fixtures/${framework}.${end}`, import.meta.url);
    let double: Double;
    let built: BuiltPackage;
    let running: Running;
    let calls: Running["calls"];
    let baseURL: string;
    let client: unknown;
    beforeAll(async () => {
      double = await startDouble(
        convention,
        await readFile(file("json"), "utf8"),
      );
      const served = await fetch(double.origin + convention.document);
      const document = await served.text();
      built = await packageOf(document, file("ts"));
      running = await start(built);
      calls = running.calls;
      // A server that the document names is the double already.
      const base = /"servers":\s*\[\s*\{\s*"url":\s*"(http[^"]+)"/.exec(
        document,
      );
      baseURL = base?.[1] ?? double.origin;
      client = calls.connect(
        baseURL,
        await calls.login(calls.connect(baseURL), "alice", password),
      );
      double.log.length = 0;
    });
    afterEach(() => {
      double.log.length = 0;
    });
    afterAll(() => {
      double.close();
      running.remove();
    });

    it("generates from what the server serves; calls compile as users type them", () => {
      expect(typeErrors(built.files)).toEqual([]);
    });

    it("lists every page", async () => {
      expect(await calls.list(client)).toEqual([
        "ball",
        "cup",
        "lamp",
        "pen",
        "sofa",
      ]);
      expect(double.log).toEqual(pages.map((target) => `GET ${target} 200`));
    });

    it("creates, updates, gets and deletes", async () => {
      const { id: created } = await calls.create(client, "kite", 3);
      expect(created).toBe(id(6));
      await calls.update(client, created, "red");
      expect(await calls.get(client, created)).toBe("kite: red");
      const gone = await calls.remove(client, created);
      if (framework !== "trpc") expect(gone).toBe(undefined);
      await expect(calls.get(client, created)).rejects.toThrow(/^404 /);
    });

    it("uploads and downloads a photo", async () => {
      const photo = new Blob([bytes], { type: "image/png" });
      await calls.upload(client, id(1), photo);
      const downloaded = await calls.download(client, id(1));
      expect(new Uint8Array(await downloaded.arrayBuffer())).toEqual(bytes);
    });

    it.runIf(text !== undefined)("reads what comes as text", async () => {
      expect(await calls.text?.(client)).toBe(text);
    });

    const provoke: Readonly<Record<Provoked, () => PromiseLike<unknown>>> = {
      unauthorized: () =>
        calls.create(calls.connect(baseURL, "wrong"), "kite", 3),
      missing: () => calls.get(client, id(9)),
      conflict: () => calls.create(client, "ball", 3),
      invalid: () => calls.create(client, "", 3),
      refused: () => calls.create(client, "kite", -1),
    };
    it.each(Object.entries(says))(
      "%s: %s, in the server's words",
      async (what, [name, message]) => {
        const error: unknown = await provoke[what as Provoked]().then(
          () => undefined,
          (reason: unknown) => reason,
        );
        const { [name]: Class } = running.sdk;
        expect(error).toBeInstanceOf(Class);
        // What follows is the request.
        const words = String(error).replace(/ \([A-Z]+ \/[^()]*\)$/, "");
        expect(words).toEqual(`${name}: ${message}`);
        const status = Number(message.slice(0, 3));
        expect(error).toMatchObject({ name, status });
        expect(double.log).toEqual([expect.stringMatching(` ${status}$`)]);
      },
    );

    it.runIf(explains !== undefined)(
      "explains by the typed body of an error",
      async () => {
        expect(await calls.explain?.(client)).toBe(explains);
      },
    );

    it("the README's first call works as printed", async () => {
      const { readme } = built;
      const [, key] = /`(\w+_(?:API_KEY|ACCESS_TOKEN))`/.exec(readme) ?? [];
      if (key === undefined) throw new Error("the README names no credentials");
      vi.stubEnv(
        key,
        convention.scheme === "Token"
          ? "Token token-of-alice"
          : "token-of-alice",
      );
      const print = vi.spyOn(console, "log").mockReturnValue();
      onTestFinished(() => {
        vi.unstubAllEnvs();
        print.mockRestore();
      });
      await running.run(
        firstCall(readme).replaceAll("https://api.example.com", double.origin),
      );
      expect(double.log[0]).toBe(first[0]);
      expect(print.mock.calls[0]).toEqual([first[1]]);
    });
  },
);
