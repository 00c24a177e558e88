/**
 * Methods and functions as a careful person would name them: operations of real documents, each
 * section of `careful-names.tsv` a document of its own.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { splitWords } from "../../../generator/model/names/casing.js";
import { stem } from "../../../generator/model/names/phrases.js";
import { operationsOf, sdkOf } from "../../support/pipeline.js";
import { reversed } from "../../support/reversed.js";

interface Row {
  readonly key: string;
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly result: string;
  readonly call: string;
  readonly functionName: string;
}

interface Section {
  readonly title: string;
  readonly rows: Row[];
}

const sections: Section[] = [];
const table = readFileSync(
  new URL("careful-names.tsv", import.meta.url),
  "utf8",
);
for (const line of table.split("\n").slice(1)) {
  if (line.startsWith("## ")) sections.push({ title: line.slice(3), rows: [] });
  else if (line !== "") {
    const cells = line.split("\t");
    const [key = "", id = "", tag = "", summary = "", result = ""] = cells;
    const [call = "", functionName = ""] = cells.slice(5);
    const row = { key, id, tag, summary, result, call, functionName };
    sections.at(-1)?.rows.push(row);
  }
}

const item = { type: "object", properties: { id: { type: "string" } } };
const items = { type: "array", items: item };

/** By the word in the table. */
const results: Readonly<Record<string, object>> = {
  one: item,
  list: items,
  nullable: { anyOf: [item, { type: "null" }] },
  variants: { oneOf: [item, { type: "object", properties: { a: item } }] },
  page: {
    type: "object",
    properties: { items, total: { type: "integer" } },
  },
};

function documentOf(rows: readonly Row[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { key, id, tag, summary, result } of rows) {
    const [method = "", path = ""] = key.split(" ");
    const [name = "", extensions = "{}"] = tag.split(/ (?=\{)/);
    const schema = results[result];
    (paths[path] ??= {})[method.toLowerCase()] = {
      ...(id !== "" && { operationId: id }),
      ...(name !== "" && { tags: [name] }),
      ...(summary !== "" && { summary }),
      ...(JSON.parse(extensions) as Record<string, unknown>),
      parameters: [...path.matchAll(/\{([^{}]*)\}/g)].map(([, parameter]) => ({
        name: parameter,
        in: "path",
        required: true,
        schema: { type: "string" },
      })),
      responses: schema
        ? {
            "200": {
              description: "Done.",
              content: { "application/json": { schema } },
            },
          }
        : { "204": { description: "Done." } },
    };
  }
  return { paths };
}

async function namesOf(
  source: Record<string, unknown>,
  rows: readonly Row[],
): Promise<string[]> {
  const found = operationsOf(await sdkOf(source));
  return rows.map(({ key }) => {
    const one = found.get(key);
    return `${key}: ${one?.call ?? "-"} ${one?.operation.functionName ?? "-"}`;
  });
}

describe("names of a careful person", () => {
  for (const { title, rows } of sections) {
    const want = rows.map(
      ({ key, call, functionName }) => `${key}: client.${call} ${functionName}`,
    );
    it(title, async () => {
      const source = documentOf(rows);
      expect(await namesOf(source, rows)).toEqual(want);
      expect(
        await namesOf(reversed(source) as Record<string, unknown>, rows),
      ).toEqual(want);
    });
  }

  const rows = sections.flatMap((section) => section.rows);

  it("has 150 rows", () => {
    expect(rows.length).toBeGreaterThanOrEqual(150);
  });

  it("no method begins with a method of HTTP that is no verb", () => {
    for (const { call } of rows)
      expect(splitWords(call.split(".").at(-1) ?? "")[0]).not.toMatch(
        /^(post|put|patch)$/i,
      );
  });

  it("no method ends in its resource's word where fewer words will do", () => {
    // Without the noun these are about another thing, or a path names both; the last is the author's.
    const other =
      /\.(createPDFTemplate|cancelSiteDeploy|deleteProjectRole|createSpecialEvent|\w+ForAuthenticatedUser)$/;
    const again = rows
      .map(({ call }) => call)
      .filter((call) => {
        const [method = "", resource = ""] = call.split(".").reverse();
        const words = splitWords(method).map(stem);
        return (
          words.length > 1 &&
          words.at(-1) === splitWords(resource).map(stem).at(-1)
        );
      });
    expect(again.filter((call) => !other.test(call))).toEqual([]);
  });

  it("no resource says what the one around it says", () => {
    for (const { call } of rows) {
      const resources = call.split(".").slice(0, -1);
      const said = resources.map((name) =>
        splitWords(name).map(stem).join(" "),
      );
      expect(new Set(said).size).toBe(said.length);
    }
  });
});
