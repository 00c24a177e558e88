/**
 * The docs cover what the documents have: each operation, parameter, field of a body or of a model,
 * and error is counted on both sides.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { apis } from "./support/apis.js";
import { readOperations } from "./support/document.js";

interface Section {
  readonly title: string;
  readonly text: string;
}

/** The parts of a page below headings of the second level. */
const sectionsOf = (page: string): readonly Section[] =>
  page
    .split(/^## /m)
    .slice(1)
    .map((text) => ({ title: text.split("\n")[0] ?? "", text }));

/** The first cells of the rows of the table below a heading of the third level. */
const rowsOf = (
  text: string,
  heading: string,
): readonly (readonly string[])[] => {
  const [, after = ""] = text.split(`### ${heading}\n`);
  const [part = ""] = after.split(/^### /m);
  return part
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2)
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
};

describe.each(apis)("the docs of $packageName", (api) => {
  const folder = join(api.generated, "docs");
  const pages = readdirSync(folder).map((name) => ({
    name,
    text: readFileSync(join(folder, name), "utf8"),
  }));
  const sections = pages
    .filter(({ name }) => name !== "models.md")
    .flatMap(({ text }) => sectionsOf(text));
  const operations = readOperations(api.document);
  const sectionOf = (method: string, path: string): Section => {
    const found = sections.filter(({ text }) =>
      new RegExp(`^\`${method} ${path.replace(/[{}]/g, "\\$&")}\``, "m").test(
        text,
      ),
    );
    const [only] = found;
    if (!only || found.length > 1)
      throw new Error(`${method} ${path}: ${found.length} sections`);
    return only;
  };

  it("have a section for each operation", () => {
    expect(sections).toHaveLength(operations.length);
    for (const { method, path } of operations) sectionOf(method, path);
  });

  it("name each parameter and each field of a body, in a row of its own", () => {
    for (const { method, path, query, fields } of operations) {
      const inPath = [...path.matchAll(/\{(.+?)\}/g)].map(
        ([, name = ""]) => name,
      );
      const rows = rowsOf(sectionOf(method, path).text, "Parameters");
      const named = rows.map(([name = "", place = ""]) => `${place} ${name}`);
      const count = (place: string) =>
        rows.filter(([, where]) => where === place).length;
      expect(count("path")).toBe(inPath.length);
      expect(count("query")).toBe(query.length);
      expect(count("body")).toBe(fields.length);
      for (const name of query) expect(named).toContain(`query \`${name}\``);
      for (const name of fields) expect(named).toContain(`body \`${name}\``);
    }
  });

  it("have a row for each error, and one for those that are not documented", () => {
    for (const { method, path, errors } of operations) {
      const rows = rowsOf(sectionOf(method, path).text, "Errors");
      expect(rows.map(([, status]) => status)).toEqual([
        ...errors.map(({ status }) => String(status)),
        "4XX, 5XX",
      ]);
      for (const row of rows) expect(row.slice(0, 4)).not.toContain("");
    }
  });

  it("show the example of each success, and five samples", () => {
    for (const { method, path, success } of operations) {
      const { text } = sectionOf(method, path);
      expect(text).toContain(`\`${success.status}\``);
      const [, shown] =
        /### Response\n.*?(?:^```json\n(.*?)^```$|^### )/ms.exec(text) ?? [];
      if (success.body !== undefined)
        expect(JSON.parse(shown ?? "")).toEqual(success.body);
      for (const language of ["ts", "sh", "js", "python", "go"])
        expect(text.split(`\n\`\`\`${language}\n`)).toHaveLength(2);
    }
  });

  it("have a row for each property of each schema", () => {
    const document: unknown = parse(readFileSync(api.document, "utf8"));
    const schemas = Object.entries(
      (
        document as {
          components: { schemas: Record<string, { properties?: object }> };
        }
      ).components.schemas,
    );
    const page = pages.find(({ name }) => name === "models.md")?.text ?? "";
    const models = new Map(
      sectionsOf(page).map(({ title, text }) => [
        title.replaceAll("`", ""),
        text,
      ]),
    );
    let seen = 0;
    for (const [name, { properties = {} }] of schemas) {
      const text = models.get(name);
      if (text === undefined) continue;
      seen++;
      for (const property of Object.keys(properties))
        expect([name, text]).toEqual([
          name,
          expect.stringContaining(`| \`${property}\``),
        ]);
    }
    expect(seen).toBeGreaterThan(2);
  });

  it("lead only to what is there", () => {
    const anchors = (text: string): readonly string[] =>
      [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
        title
          .toLowerCase()
          .replace(/[^\w\- ]/g, "")
          .replaceAll(" ", "-"),
      );
    const readme = {
      name: "../README.md",
      text: readFileSync(join(api.generated, "README.md"), "utf8"),
    };
    for (const { name, text } of [...pages, readme])
      for (const [, target = ""] of text.matchAll(
        /\]\((?!https?:)([^)]+)\)/g,
      )) {
        const [file = "", anchor] = target.split("#");
        const to =
          file === ""
            ? text
            : readFileSync(join(folder, name, "..", file), "utf8");
        if (anchor !== undefined)
          expect([target, anchors(to)]).toEqual([
            target,
            expect.arrayContaining([anchor]),
          ]);
      }
  });

  it("are what prettier prints", async () => {
    for (const { text } of pages)
      expect(await format(text, { parser: "markdown" })).toBe(text);
  });
});
