/** What each framework's app is expected to say: the pages, the words of errors, the README's first call. */
import { expect } from "vitest";
import type { Convention } from "./double/convention.js";
import { fastify, nest, tsoa } from "./double/node.js";
import { drf, fastapi } from "./double/python.js";
import { elysia, hono, trpc } from "./double/zod.js";

export interface Framework {
  readonly framework: string;
  readonly convention: Convention;
  /** The lists that are asked for, one page after the other. */
  readonly pages: readonly string[];
  /**
   * What errors say, by what provokes them: the class, and the server's words after the status, in
   * older versions as well.
   */
  readonly says: Readonly<
    Record<Provoked, readonly [string, string, ...string[]]>
  >;
  /** What {@link Calls.text} gives. */
  readonly text?: string;
  /** What {@link Calls.explain} gives, in older versions as well. */
  readonly explains?: readonly string[];
  /** The request of the README's first call, and what it prints first. */
  readonly first: readonly [string, unknown];
}

export type Provoked =
  "unauthorized" | "missing" | "conflict" | "invalid" | "refused";

/** Of an item. */
export const id = (number: number): string =>
  `00000000-0000-4000-8000-00000000000${number}`;

const refused = [
  "UnprocessableEntityError",
  "422 price must not be negative",
] as const;
const conflict = ["ConflictError", "409 ball exists already"] as const;
const ball = expect.objectContaining({ id: id(1), name: "ball" });

export const frameworks: readonly Framework[] = [
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
        "422 ensure this value has at least 1 characters",
      ],
      refused,
    },
    explains: [
      "body.name: String should have at least 1 character",
      "body.name: ensure this value has at least 1 characters",
    ],
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
    explains: [
      "name must be longer than or equal to 1 characters; name should not be empty",
    ],
    first: ["GET /items 200", ball],
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
      "/v1/items?limit=2",
      "/v1/items?offset=2&limit=2",
      "/v1/items?offset=4&limit=2",
    ],
    says: {
      unauthorized: ["AuthenticationError", "401 jwt malformed"],
      missing: ["NotFoundError", `404 No item ${id(9)}`],
      conflict,
      invalid: ["UnprocessableEntityError", "422 Validation Failed"],
      refused,
    },
    first: ["GET /v1/items 200", ball],
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
      missing: [
        "NotFoundError",
        "404 No Item matches the given query.",
        "404 Not found.",
      ],
      conflict,
      invalid: ["BadRequestError", "400 This field may not be blank."],
      refused,
    },
    first: ["GET /api/items/ 200", ball],
  },
];
