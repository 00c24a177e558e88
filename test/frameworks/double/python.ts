/** FastAPI and Django REST framework, as their servers answer. */
import { numberIn, slice, type Convention, type Item } from "./convention.js";

const snake = ({ createdAt, ...item }: Item): object => ({
  ...item,
  created_at: createdAt,
});

export const fastapi: Convention = {
  document: "/openapi.json",
  paths: {
    login: "/token",
    items: "/items/",
    item: "/items/{id}",
    photo: "/items/{id}/photo",
  },
  redirectsSlashes: true,
  login: {
    user: "username",
    type: "application/x-www-form-urlencoded",
    answer: (access_token) => ({
      status: 200,
      body: { access_token, token_type: "bearer" },
    }),
  },
  scheme: "Bearer",
  page: ({ items, query }) => ({
    items: slice(
      items,
      numberIn(query, "skip", 0),
      numberIn(query, "limit", 100),
    ).map(snake),
    total: items.length,
  }),
  item: snake,
  created: 201,
  removed: { status: 204 },
  upload: {
    field: "file",
    answer: (size) => ({ status: 200, body: { size } }),
  },
  errors: {
    unauthorized: {
      status: 401,
      headers: { "www-authenticate": "Bearer" },
      body: { detail: "Could not validate credentials" },
    },
    missing: () => ({ status: 404, body: { detail: "Item not found" } }),
    conflict: (detail) => ({ status: 409, body: { detail } }),
    invalid: {
      status: 422,
      body: {
        detail: [
          {
            type: "string_too_short",
            loc: ["body", "name"],
            msg: "String should have at least 1 character",
            input: "",
            ctx: { min_length: 1 },
          },
        ],
      },
    },
    // An `HTTPException`, under a status that is declared with another form.
    refused: (detail) => ({ status: 422, body: { detail } }),
  },
};

export const drf: Convention = {
  // It answers YAML to who does not ask for JSON.
  document: "/api/schema/?format=json",
  paths: {
    login: "/api/auth/token/",
    items: "/api/items/",
    item: "/api/items/{id}/",
    photo: "/api/items/{id}/photo/",
  },
  methods: { upload: "PUT" },
  login: {
    user: "username",
    type: "application/json",
    answer: (token) => ({ status: 200, body: { token } }),
  },
  scheme: "Token",
  page: ({ items, query, url }) => {
    const page = numberIn(query, "page", 1);
    const link = (to: number): string | null =>
      to < 1 || (to - 1) * 2 >= items.length
        ? null
        : to === 1
          ? url
          : `${url}?page=${to}`;
    return {
      count: items.length,
      next: link(page + 1),
      previous: link(page - 1),
      results: slice(items, (page - 1) * 2, 2).map(decimal),
    };
  },
  item: (item) => decimal(item),
  created: 201,
  removed: { status: 204, headers: { "content-length": "0" } },
  upload: {
    field: "photo",
    answer: (_, item) => ({ status: 200, body: decimal(item) }),
  },
  errors: {
    unauthorized: {
      status: 401,
      headers: { "www-authenticate": "Token" },
      body: { detail: "Invalid token." },
    },
    missing: () => ({
      status: 404,
      body: { detail: "No Item matches the given query." },
    }),
    conflict: (detail) => ({ status: 409, body: { detail } }),
    invalid: {
      status: 400,
      body: { name: ["This field may not be blank."] },
    },
    refused: (words) => ({ status: 422, body: { non_field_errors: [words] } }),
  },
};

/** A `DecimalField` is a string. */
const decimal = (item: Item): object => ({
  ...snake(item),
  price: Number(item.price).toFixed(2),
});
