/**
 * The modules of `src/` whose names are fixed. The module of the client's class, which is named for
 * the API, keeps clear of all of them.
 */
export const modulePaths = {
  index: "src/index.ts",
  client: "src/client.ts",
  errors: "src/errors.ts",
  /** The operations of no resource, which are methods of the client. */
  operations: "src/operations.ts",
  models: "src/models.ts",
  webhooks: "src/webhooks.ts",
  links: "src/links.ts",
} as const;
