/** Hono, tRPC (by trpc-to-openapi) and Elysia, as their servers answer. */
import {
  numberIn,
  slice,
  type Convention,
  type Item,
  same,
} from "./convention.js";

const text = (status: number, body: string) => ({
  ...{ status, body },
  type: "text/plain;charset=UTF-8",
});

/** A cursor is the id of the first item of the next page. */
const cursorPage = (
  items: readonly Item[],
  query: URLSearchParams,
): { readonly found: readonly Item[]; readonly next: string | null } => {
  const cursor = query.get("cursor");
  const start = cursor ? items.findIndex(({ id }) => id === cursor) : 0;
  const limit = numberIn(query, "limit", 10);
  const next = items[start + limit]?.id ?? null;
  return { found: slice(items, start, limit), next };
};

export const hono: Convention = {
  document: "/doc",
  paths: {
    login: "/login",
    items: "/items",
    item: "/items/{id}",
    photo: "/items/{id}/photo",
  },
  login: {
    user: "username",
    type: "application/x-www-form-urlencoded",
    answer: (token) => ({ status: 200, body: { token } }),
  },
  scheme: "Bearer",
  page: ({ items, query }) => {
    const { found, next } = cursorPage(items, query);
    return { data: found, nextCursor: next };
  },
  item: same,
  created: 201,
  removed: { status: 204 },
  upload: {
    field: "file",
    answer: (size) => ({ status: 200, body: { size } }),
  },
  errors: {
    // The middleware `bearerAuth`, and an `HTTPException`: both are text.
    unauthorized: {
      ...text(401, "Unauthorized"),
      headers: { "www-authenticate": 'Bearer realm=""' },
    },
    missing: (id) => ({ status: 404, body: { error: `no item ${id}` } }),
    conflict: (error) => ({ status: 409, body: { error } }),
    invalid: {
      status: 400,
      body: {
        success: false,
        error: {
          name: "ZodError",
          message: JSON.stringify(
            [
              {
                origin: "string",
                code: "too_small",
                minimum: 1,
                inclusive: true,
                path: ["name"],
                message: "Too small: expected string to have >=1 characters",
              },
            ],
            null,
            2,
          ),
        },
      },
    },
    refused: (words) => text(422, words),
  },
  others: { "GET /health": text(200, "ok") },
};

export const trpc: Convention = {
  document: "/openapi.json",
  paths: {
    login: "/api/auth/login",
    items: "/api/items",
    item: "/api/items/{id}",
    photo: "/api/items/{id}/photo",
  },
  login: {
    user: "username",
    type: "application/json",
    answer: (token) => ({ status: 200, body: { token } }),
  },
  scheme: "Bearer",
  page: ({ items, query }) => {
    const { found, next } = cursorPage(items, query);
    return { items: found, nextCursor: next };
  },
  item: same,
  created: 200,
  removed: { status: 200, body: { ok: true } },
  // Procedures speak JSON alone.
  upload: {
    field: "content",
    isBase64: true,
    answer: (size) => ({ status: 200, body: { size } }),
  },
  errors: {
    unauthorized: {
      status: 401,
      body: { message: "UNAUTHORIZED", code: "UNAUTHORIZED" },
    },
    missing: (id) => ({
      status: 404,
      body: { message: `No item ${id}`, code: "NOT_FOUND" },
    }),
    conflict: (message) => ({
      status: 409,
      body: { message, code: "CONFLICT" },
    }),
    invalid: {
      status: 400,
      body: {
        message: "Input validation failed",
        code: "BAD_REQUEST",
        issues: [
          {
            code: "too_small",
            path: ["name"],
            message: "Too small: expected string to have >=1 characters",
          },
        ],
      },
    },
    refused: (message) => ({
      status: 422,
      body: { message, code: "UNPROCESSABLE_CONTENT" },
    }),
  },
};

export const elysia: Convention = {
  document: "/openapi/json",
  paths: {
    login: "/login",
    items: "/items/",
    item: "/items/{id}",
    photo: "/items/{id}/photo",
  },
  login: {
    user: "username",
    type: "application/json",
    answer: (token) => ({ status: 200, body: { token } }),
  },
  scheme: "Bearer",
  page: ({ items, query }) => {
    const limit = numberIn(query, "limit", 10);
    const start = (numberIn(query, "page", 1) - 1) * limit;
    return { items: slice(items, start, limit), total: items.length };
  },
  item: same,
  created: 201,
  // A handler that returns nothing.
  removed: { status: 200, headers: { "content-length": "0" } },
  upload: {
    field: "file",
    answer: (size) => ({ status: 200, body: { size } }),
  },
  errors: {
    // `status(401)`, and `NotFoundError`.
    unauthorized: text(401, "Unauthorized"),
    missing: () => text(404, "NOT_FOUND"),
    conflict: (error) => ({ status: 409, body: { error } }),
    invalid: {
      status: 422,
      body: {
        type: "validation",
        on: "body",
        summary: "Expected string length greater or equal to 1",
        property: "/name",
        message: "Expected string length greater or equal to 1",
        expected: { name: "", price: 0 },
        found: { name: "", price: 1 },
      },
    },
    refused: (words) => text(422, words),
  },
  others: { "GET /": text(200, "Hello Elysia") },
};
