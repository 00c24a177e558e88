/** NestJS, Fastify and tsoa (on Express), as their servers answer. */
import { numberIn, slice, type Convention, same } from "./convention.js";

/** The body of Nest's `HttpException`. */
const exception =
  (statusCode: number, error: string) => (message: string | string[]) => ({
    status: statusCode,
    type: "application/json; charset=utf-8",
    body: { message, error, statusCode },
  });

export const nest: Convention = {
  document: "/api-json",
  paths: {
    login: "/auth/login",
    items: "/items",
    item: "/items/{id}",
    photo: "/items/{id}/photo",
  },
  login: {
    user: "username",
    type: "application/json",
    answer: (access_token) => ({ status: 201, body: { access_token } }),
  },
  scheme: "Bearer",
  page: ({ items, query }) => {
    const page = numberIn(query, "page", 1);
    const limit = numberIn(query, "limit", 10);
    return {
      data: slice(items, (page - 1) * limit, limit),
      total: items.length,
      page,
    };
  },
  item: same,
  created: 201,
  // A handler that returns nothing.
  removed: { status: 200, headers: { "content-length": "0" } },
  upload: {
    field: "file",
    answer: (size) => ({ status: 201, body: { size } }),
  },
  errors: {
    unauthorized: {
      status: 401,
      body: { message: "Unauthorized", statusCode: 401 },
    },
    missing: (id) => exception(404, "Not Found")(`Item #${id} not found`),
    conflict: exception(409, "Conflict"),
    invalid: exception(
      400,
      "Bad Request",
    )([
      "name must be longer than or equal to 1 characters",
      "name should not be empty",
    ]),
    refused: exception(422, "Unprocessable Entity"),
  },
  others: {
    "GET /": {
      status: 200,
      type: "text/html; charset=utf-8",
      body: "Hello World!",
    },
  },
};

/** What Fastify makes of an error. */
const problem =
  (statusCode: number, error: string, code?: string) => (message: string) => ({
    status: statusCode,
    type: "application/json; charset=utf-8",
    body: { statusCode, ...(code && { code }), error, message },
  });

export const fastify: Convention = {
  document: "/documentation/json",
  paths: {
    login: "/api/v1/login",
    items: "/api/v1/items",
    item: "/api/v1/items/{id}",
    photo: "/api/v1/items/{id}/photo",
  },
  login: {
    user: "username",
    type: "application/json",
    answer: (token) => ({ status: 200, body: { token } }),
  },
  scheme: "Bearer",
  page: ({ items, query }) => {
    const size = numberIn(query, "pageSize", 10);
    const start = (numberIn(query, "page", 1) - 1) * size;
    return { items: slice(items, start, size), total: items.length };
  },
  item: same,
  created: 201,
  removed: { status: 204 },
  upload: {
    field: "file",
    answer: (size) => ({ status: 200, body: { size, filename: "ball.png" } }),
  },
  errors: {
    unauthorized: problem(
      401,
      "Unauthorized",
      "FST_JWT_AUTHORIZATION_TOKEN_INVALID",
    )("Authorization token is invalid: The token is malformed."),
    missing: (id) => problem(404, "Not Found")(`there is no item ${id}`),
    conflict: problem(409, "Conflict"),
    invalid: problem(
      400,
      "Bad Request",
      "FST_ERR_VALIDATION",
    )("body/name must NOT have fewer than 1 characters"),
    refused: problem(422, "Unprocessable Entity"),
  },
  others: {
    // A handler that returns a string, which its schema declares.
    "GET /api/v1/ping": {
      status: 200,
      type: "text/plain; charset=utf-8",
      body: "pong",
    },
  },
};

export const tsoa: Convention = {
  document: "/swagger.json",
  paths: {
    login: "/v1/auth/login",
    items: "/v1/items",
    item: "/v1/items/{id}",
    photo: "/v1/items/{id}/photo",
  },
  login: {
    user: "username",
    type: "application/json",
    answer: (token) => ({ status: 200, body: { token } }),
  },
  scheme: "Bearer",
  page: ({ items, query }) => {
    const offset = numberIn(query, "offset", 0);
    const found = slice(items, offset, numberIn(query, "limit", 10));
    return { items: found, total: items.length, offset };
  },
  item: same,
  created: 201,
  removed: { status: 204 },
  upload: {
    field: "file",
    answer: (size) => ({ status: 200, body: { size, name: "ball.png" } }),
  },
  errors: {
    unauthorized: { status: 401, body: { message: "jwt malformed" } },
    missing: (id) => ({ status: 404, body: { message: `No item ${id}` } }),
    conflict: (message) => ({ status: 409, body: { message } }),
    invalid: {
      status: 422,
      body: {
        message: "Validation Failed",
        details: { "requestBody.name": { message: "minLength 1", value: "" } },
      },
    },
    refused: (message) => ({ status: 422, body: { message } }),
  },
};
