/** The types of openapi-typescript in a package: as the library itself gives them, and nothing else. */
import openapiTS, { astToString } from "openapi-typescript";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { nastyStrings } from "../support/nasty-strings.js";
import { typeErrors } from "../support/type-errors.js";
import { hostileDocuments } from "./hostile.js";
import { keys, packageOf } from "./support.js";

const printed = (text: string): string => text.replace(/[\s;,|]+/g, " ").trim();

describe("/schema", () => {
  it("is what openapi-typescript makes of the document", async () => {
    const { files } = await packageOf(keys, { schema: true });
    const nodes = await openapiTS(parse(keys) as never, { silent: true });
    const own = astToString(nodes, { formatOptions: { removeComments: true } });
    expect(printed(files["src/schema.ts"] ?? "")).toBe(printed(own));
    expect(files["src/schema.ts"]).toContain("export interface paths {");
    expect(files["package.json"]).toContain('"./schema"');
  });

  it("types calls of programs that had it", async () => {
    const { files } = await packageOf(keys, { schema: true });
    const use = `
import type { components, operations, paths } from "./src/schema.js";
export const key: components["schemas"]["Key"] = { id: "a", name: "b", limits: { day: 1, month: 2 } };
export type Answer = paths["/keys/{id}"]["get"]["responses"][200]["content"]["application/json"];
export const answer: Answer = key;
export const path: operations["getKey"]["parameters"]["path"] = { id: "a" };
// @ts-expect-error
export const wrong: components["schemas"]["Key"] = { id: 1 };
`;
    expect(
      typeErrors({
        "src/schema.ts": files["src/schema.ts"] ?? "",
        "use.ts": use,
      }),
    ).toEqual([]);
  });

  it.each(Object.entries(hostileDocuments))(
    "has no comment of a document with %s",
    async (_, source) => {
      const { files } = await packageOf(JSON.stringify(source), {
        schema: true,
      });
      const text = files["src/schema.ts"] ?? "";
      // An enum has its values, as texts.
      const code = text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
      expect(code).not.toMatch(/\/\*|\/\/|<!--|canary|ignore/i);
      expect(typeErrors({ "src/schema.ts": text })).toEqual([]);
    },
  );

  it("holds names that are no names as texts", async () => {
    const properties = Object.fromEntries(
      nastyStrings.map((name) => [name, { type: "string", enum: [name] }]),
    );
    const { files, report } = await packageOf(
      JSON.stringify({
        ...{ openapi: "3.1.0", info: { title: "T", version: "1" } },
        paths: {
          "/a": {
            get: {
              responses: {
                "200": {
                  description: "",
                  content: { "application/json": { schema: { properties } } },
                },
              },
            },
          },
        },
      }),
      { schema: true },
    );
    const text = files["src/schema.ts"];
    const codes = report.sdks.flatMap(({ diagnostics }) =>
      diagnostics.map(({ code }) => code),
    );
    // Either there are types, which compile, or it is said that there are none.
    if (text === undefined) expect(codes).toContain("plugin-warning");
    else expect(typeErrors({ "src/schema.ts": text })).toEqual([]);
    expect(text ?? "").not.toMatch(/[^\n\P{C}]|^\s*globalThis/mu);
  });
});
