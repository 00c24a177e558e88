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

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  /** What is referred to here has a section of its own. */
  readonly allOf?: readonly Schema[];
}

/** `a`, `a.b`, `a[].b`: the fields that stand in a schema itself. */
const fieldsOf = (
  { properties = {}, allOf = [] }: Schema,
  before = "",
): string[] => [
  ...allOf.flatMap((part) => fieldsOf(part, before)),
  ...Object.entries(properties).flatMap(([name, one]) => [
    before + name,
    ...fieldsOf(one, `${before}${name}.`),
    ...(one.items ? fieldsOf(one.items, `${before}${name}[].`) : []),
  ]),
];

/** The lines of a list: a name, and what is said of it in parentheses. */
const fieldLines = (
  text: string,
): readonly { readonly name: string; readonly kind: string }[] =>
  [...text.matchAll(/^- `([^`]+)` \((.*?)\)(?::|$)/gm)].map(
    ([, name = "", kind = ""]) => ({ name, kind }),
  );

/** What stands below a heading of the third level. */
const partOf = (text: string, heading: string): string => {
  const [, after = ""] = text.split(`### ${heading}\n`);
  return after.split(/^### /m)[0] ?? "";
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

  it("name each parameter and each field of a body, in a line of its own", () => {
    for (const { method, path, query, headers, fields } of operations) {
      const inPath = [...path.matchAll(/\{(.+?)\}/g)].map(
        ([, name = ""]) => name,
      );
      const rows = fieldLines(
        partOf(sectionOf(method, path).text, "Parameters"),
      ).map(({ name, kind }) => ({
        name,
        place: /, (path|query|header|cookie|body)(?:, required)?$/.exec(
          kind,
        )?.[1],
      }));
      const named = rows.map(({ name, place }) => `${place} \`${name}\``);
      const count = (where: string) =>
        rows.filter(({ place }) => place === where).length;
      expect(count("path")).toBe(inPath.length);
      expect(count("query")).toBe(query.length);
      expect(count("header")).toBe(headers.length);
      expect(count("body")).toBe(fields.length);
      for (const name of query) expect(named).toContain(`query \`${name}\``);
      for (const name of fields) expect(named).toContain(`body \`${name}\``);
    }
  });

  it("have a line for each error, and one on each page for those that are not documented", () => {
    for (const { name, text } of pages)
      expect([name, text.includes("every status of 4XX and 5XX")]).toEqual([
        name,
        name !== "models.md",
      ]);
    for (const { method, path, errors } of operations) {
      const lines = partOf(sectionOf(method, path).text, "Errors");
      expect(
        [...lines.matchAll(/^- (.+?) `\w+`/gm)].map(([, status]) => status),
      ).toEqual(errors.map(({ status }) => String(status)));
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

  it("have a line for each field of each schema, however deep, and no other", () => {
    const { components } = parse(readFileSync(api.document, "utf8")) as {
      readonly components: { readonly schemas: Record<string, Schema> };
    };
    const page = pages.find(({ name }) => name === "models.md")?.text ?? "";
    const models = new Map(
      sectionsOf(page).map(({ title, text }) => [
        title.replaceAll("`", ""),
        fieldLines(text).map(({ name }) => name),
      ]),
    );
    const told = [...models.values()].flat().length;
    const wanted = Object.entries(components.schemas).map(
      ([name, schema]): [string, readonly string[]] => [name, fieldsOf(schema)],
    );
    const own = wanted.filter(([name]) => models.has(name));
    expect(own.map(([name]) => [name, models.get(name)])).toEqual(own);
    expect(own.flatMap(([, fields]) => fields)).toHaveLength(told);
    // What has no section is a plain value, told where it is used.
    const others = wanted.filter(([name]) => !models.has(name));
    expect(others.flatMap(([, fields]) => fields)).toEqual([]);
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
    let links = 0;
    for (const { name, text } of [...pages, readme])
      for (const [, target = ""] of text.matchAll(
        /\]\((?!https?:)([^)]+)\)/g,
      )) {
        links++;
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
    // Each operation is linked from the README and from the top of its page.
    expect(links).toBeGreaterThan(2 * operations.length);
  });

  it("are what prettier prints", async () => {
    for (const { text } of pages)
      expect(await format(text, { parser: "markdown" })).toBe(text);
  });
});
