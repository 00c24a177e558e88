/**
 * The packages under TypeScript's strictest flags, as an author of a library would compile them, and
 * what their users see in an editor.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { apis } from "./support/apis.js";
import { errorsOf, hover, openProject } from "./support/typescript.js";
import type { Project } from "./support/typescript.js";

const consumer = fileURLToPath(new URL("fixtures/consumer", import.meta.url));

const strict: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  isolatedDeclarations: true,
  skipLibCheck: false,
};

describe.each(apis)("$packageName", ({ generated }) => {
  it("compiles under every strict flag, though they are not its own", () => {
    const project = openProject(join(generated, "tsconfig.json"));
    const options = { ...project.options, ...strict, noEmit: true };
    expect(project.files.length).toBeGreaterThan(10);
    expect(errorsOf({ ...project, options })).toEqual([]);
  });

  it("asks for these flags itself", () => {
    const { options } = openProject(join(generated, "tsconfig.json"));
    const { isolatedModules: _, ...own } = strict;
    expect(options).toMatchObject(own);
  });
});

describe("for its users", () => {
  let project: Project;
  beforeAll(() => {
    project = openProject(join(consumer, "tsconfig.json"));
  });

  it("right calls compile, and each wrong one does not", () => {
    expect(project.options).toMatchObject(strict);
    expect(project.files).toHaveLength(4);
    expect(errorsOf(project)).toEqual([]);
  });

  it.each([
    [
      "ahasend.ts",
      "client.apiKeys.create",
      '(method) APIKeys.create(params: CreateAPIKeyParams, options?: IdempotentRequestOptions): APIPromiseWithHeaders<CreatedAPIKey, CreateAPIKeyError, "Idempotent-Replayed">',
      "Creates an API key with the scopes you name",
    ],
    [
      "ahasend.ts",
      "client.subAccounts.apiKeys.update",
      "(method) SubAccountsAPIKeys.update(keyId: string, params: UpdateSubAccountAPIKeyParams, options?: RequestOptions): APIPromise<APIKey, UpdateSubAccountAPIKeyError>",
      "The secret stays the same",
    ],
    [
      "feldera.ts",
      "client.apiKeys.create",
      "(method) ApiKeys.create(params: CreateApiKeyParams, options?: RequestOptions): APIPromise<NewApiKeyResponse, CreateApiKeyError>",
      "Creates an API key under a name that no other key has.",
    ],
    [
      "openrouter.ts",
      "client.apiKeys.list",
      "(method) APIKeys.list(params?: ListAPIKeysParams, options?: RequestOptions): PagePromise<Key, KeyListResponse, ListAPIKeysError>",
      "a page whose `data` is empty ends the list",
    ],
    ["ahasend.ts", "const created", "const created: CreatedAPIKey", ""],
    [
      "ahasend.ts",
      "created.last_used_at",
      "(property) APIKey.last_used_at: string | null",
      "Roughly when the key was last used",
    ],
    ["feldera.ts", "const created", "const created: NewApiKeyResponse", ""],
    ["openrouter.ts", "const updated", "const updated: KeyResponse", ""],
  ])("hovering in %s over %s shows %s", (file, text, signature, doc) => {
    const shown = hover(project, join(consumer, file), text);
    expect(shown.signature).toBe(signature);
    expect(shown.doc).toContain(doc);
  });

  it("an editor shows what a call takes, gives and throws, and an example", () => {
    const { tags } = hover(
      project,
      join(consumer, "feldera.ts"),
      "client.apiKeys.create",
    );
    expect(tags).toEqual([
      "param params - Name and role of the new key.",
      "returns The new API key, with its secret.",
      expect.stringMatching(/^example const result = await feldera\.apiKeys/),
      expect.stringMatching(/^throws .*ConflictError.*409 Another API key/s),
    ]);
  });
});
