/** The packages in use: the first call of each README, and errors that cross from copy to copy. */
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";
import { describe, expect, it } from "vitest";
import { apis } from "../support/apis.js";
import { match, readOperations } from "../support/document.js";
import { answer, serve } from "../support/loopback.js";
import { asCommonJS, firstCall } from "../support/readme.js";
import { succeed } from "../support/run.js";
import { fixture, projects, readInstalled } from "./setup.js";

const itemsOf = (body: unknown): readonly unknown[] =>
  (body as { readonly data: readonly unknown[] }).data;

describe.each(apis)("$packageName, installed", (api) => {
  const operations = readOperations(api.document);
  const key = `key-of-${api.name}`;

  /** What the first call asks for, and what it prints of the example that it gets. */
  const first = {
    ahasend: { id: "getAPIKeys", print: itemsOf },
    feldera: { id: "list_api_keys", print: (body: unknown) => [body] },
    openrouter: { id: "createKeys", print: (body: unknown) => [body] },
  }[api.name];

  it.each(["module", "commonjs"] as const)(
    "runs the first call of its README as %s",
    async (type) => {
      const asked: (string | undefined)[] = [];
      const { url, received } = await serve((request, response) => {
        const found = match(operations, request.method, request.url, "/base");
        asked.push(found?.id);
        if (found) answer(response, found.success.status, found.success.body);
        else answer(response, 404, {});
      });
      const readme = readInstalled(api, "README.md");
      const asItStands = firstCall(readme).replace(
        /baseURL: "[^"]*"/,
        `baseURL: ${JSON.stringify(`${url}/base`)}`,
      );
      const code = type === "module" ? asItStands : asCommonJS(asItStands);
      writeFileSync(join(projects[type], `${api.name}.js`), code);
      const prefix = api.name.toUpperCase();
      const out = await succeed(
        process.execPath,
        [`${api.name}.js`],
        projects[type],
        {
          [`${prefix}_API_KEY`]: key,
          [`${prefix}_BASE_URL`]: `${url}/base`,
          [`${prefix}_ACCOUNT_ID`]: "6a1f0c52-3d8e-4b7a-9c41-2e5f8d07b3a6",
        },
      );
      expect(asked).toEqual([first.id]);
      expect(received[0]?.headers.authorization).toBe(`Bearer ${key}`);
      const example = operations.find(({ id }) => id === first.id)?.success;
      const lines = first.print(example?.body).map((value) => format(value));
      expect(out).toBe(lines.join("\n") + "\n");
    },
  );

  it("knows the errors of every copy of itself", async () => {
    const script = "copies.mjs";
    copyFileSync(fixture(script), join(projects.module, script));
    const { packageName, className } = api;
    const out = await succeed(
      process.execPath,
      [script, packageName, className, `${className}Error`, projects.commonjs],
      projects.module,
    );
    expect(JSON.parse(out)).toEqual([]);
  });
});
