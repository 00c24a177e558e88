/** The packages in use: the first call of each README, and errors that cross from copy to copy. */
import { copyFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";
import { describe, expect, it } from "vitest";
import { apis } from "../support/apis.js";
import { readOperations } from "../support/document.js";
import { serveDocument } from "../support/mock.js";
import { asCommonJS, samplesOf, firstCall } from "../support/readme.js";
import { succeed } from "../support/run.js";
import { fixture, installed, projects, readInstalled } from "./setup.js";

const itemsOf = (body: unknown): readonly unknown[] =>
  (body as { readonly data: readonly unknown[] }).data;

describe.each(apis)("$packageName, installed", (api) => {
  const operations = readOperations(api.document);

  /** What the first call asks for, how often, and what it prints of the example that it gets. */
  const first = {
    ahasend: { id: "getAPIKeys", requests: 1, print: itemsOf },
    feldera: {
      ...{ id: "list_api_keys", requests: 1 },
      print: (body: unknown) => [body],
    },
    // Pages by number of items end with one that has none.
    openrouter: { id: "list", requests: 2, print: itemsOf },
  }[api.name];

  it.each(["module", "commonjs"] as const)(
    "runs the first call of its README as %s",
    async (type) => {
      const { aim, answered, env } = await serveDocument(api);
      const asItStands = aim(firstCall(readInstalled(api, "README.md")));
      const code = type === "module" ? asItStands : asCommonJS(asItStands);
      writeFileSync(join(projects[type], `${api.name}.js`), code);
      const out = await succeed(
        process.execPath,
        [`${api.name}.js`],
        projects[type],
        env,
      );
      const example = operations.find(({ id }) => id === first.id)?.success;
      expect(answered).toEqual(
        Array(first.requests).fill(`${first.id} ${example?.status}`),
      );
      const lines = first.print(example?.body).map((value) => format(value));
      expect(out).toBe(lines.join("\n") + "\n");
    },
  );

  it("runs every sample of its docs", async () => {
    const { aim, answered, env } = await serveDocument(api);
    const samples = readdirSync(join(installed(api), "docs")).flatMap((name) =>
      samplesOf(readInstalled(api, `docs/${name}`)),
    );
    for (const [index, sample] of samples.entries()) {
      const script = `${api.name}-docs-${index}.js`;
      writeFileSync(join(projects.module, script), aim(sample));
      await succeed(process.execPath, [script], projects.module, env);
    }
    // A list is walked to its end: more than one request for one sample.
    expect([...new Set(answered)].sort()).toEqual(
      operations.map(({ id, success }) => `${id} ${success.status}`).sort(),
    );
    expect(samples).toHaveLength(operations.length);
  });

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
