/**
 * Every encoder, for any text: what a reader of the code, the page or the file system gets back is
 * the text.
 */
import { isIdentifier } from "../../generator/sdk/identifiers.js";
import { execFileSync } from "node:child_process";
import fc from "fast-check";
import * as prettier from "prettier";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import {
  codeBlock,
  codeSpan,
  link,
  markdown,
} from "../../generator/emit/encode/markdown.js";
import {
  goJson,
  goText,
  jsonText,
  pythonText,
  shellWord,
  templateText,
} from "../../generator/emit/encode/snippets.js";
import {
  doc,
  filePart,
  ident,
  key,
  lit,
  typeKey,
} from "../../generator/emit/encode/encode.js";
import { urlTemplate } from "../../generator/emit/source/url-template.js";
import { asName } from "../../generator/model/names/names.js";
import type { Text } from "../../generator/sdk/sdk.js";
import { unseen } from "../hostile/oracles/syntax.js";
import { runs, timeout } from "./runs.js";
import { text } from "./texts.js";

const parse = (code: string): ts.SourceFile & Noted =>
  ts.createSourceFile("x.ts", code, ts.ScriptTarget.Latest, true);

interface Noted {
  readonly parseDiagnostics?: readonly unknown[];
  readonly commentDirectives?: readonly unknown[];
  readonly checkJsDirective?: unknown;
}

/** The one statement of a file without mistakes. */
function only(code: string): ts.Statement {
  const file = parse(code);
  const [statement] = file.statements;
  expect(file.parseDiagnostics).toEqual([]);
  expect(file.statements).toHaveLength(1);
  if (!statement) throw new Error("no statement");
  return statement;
}

const holds = (name: string, check: (value: string) => unknown): void => {
  it(name, { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        await check(value);
      }),
    );
  });
};

describe("for any text", () => {
  holds("a string literal is the text, in a value and in a type", (value) => {
    const code = lit(value);
    expect(code).not.toMatch(unseen);
    expect(JSON.parse(code)).toBe(value);
    const alias = only(`type T = ${code};`) as ts.TypeAliasDeclaration;
    const { literal } = alias.type as ts.LiteralTypeNode;
    expect((literal as ts.StringLiteral).text).toBe(value);
  });

  holds("a key is one own property of that name", (value) => {
    const code = key(value as Text);
    expect(code).not.toMatch(unseen);
    const statement = only(`const x = { ${code}: 1 };`) as ts.VariableStatement;
    const object = statement.declarationList.declarations[0]
      ?.initializer as ts.ObjectLiteralExpression;
    expect(object.properties).toHaveLength(1);
    const name = object.properties[0]?.name;
    const named =
      name && ts.isComputedPropertyName(name) ? name.expression : name;
    expect((named as ts.StringLiteral).text).toBe(value);
    // A plain key of this name sets the prototype instead.
    if (value === "__proto__") expect(code).toBe('["__proto__"]');
  });

  holds("a member of a type has that name", (value) => {
    const statement = only(
      `interface X { ${typeKey(value as Text)}: 1 }`,
    ) as ts.InterfaceDeclaration;
    expect(statement.members).toHaveLength(1);
    expect((statement.members[0]?.name as ts.StringLiteral).text).toBe(value);
  });

  holds("an identifier is one, or is refused", (value) => {
    if (isIdentifier(value)) {
      const code = ident(asName(value));
      const file = parse(`x.${code};`);
      expect(file.parseDiagnostics).toEqual([]);
    } else {
      expect(() => ident(value as never)).toThrow("not an identifier");
    }
  });

  holds("a comment stays one comment, and nothing in it acts", (value) => {
    const code = `${doc([{ text: value }, { tag: "example", text: value }])}const x = 1;`;
    const file = parse(code);
    expect(file.statements).toHaveLength(1);
    expect(file.parseDiagnostics).toEqual([]);
    const ranges = ts.getLeadingCommentRanges(code, 0) ?? [];
    expect(ranges.length).toBeLessThan(2);
    const said = code.slice(ranges[0]?.pos ?? 0, ranges[0]?.end ?? 0);
    expect(said.replaceAll("\n", "")).not.toMatch(unseen);
    expect(file.commentDirectives ?? file.checkJsDirective).toBeUndefined();
    const tags = ts.getJSDocTags(file.statements[0] as ts.Statement);
    expect(tags.map(({ tagName }) => tagName.text)).toEqual(
      tags.map(() => "example"),
    );
    expect(said).not.toMatch(/@internal\b|[#@]\s*source(?:Mapping)?URL=/i);
    // Letters and digits are never lost.
    const letters = (from: string) => from.replace(/[^a-z0-9]/gi, "").length;
    expect(letters(said)).toBeGreaterThanOrEqual(letters(value));
  });

  holds("a part of a path is one part, on every disk", (value) => {
    const part = filePart(value);
    expect(part).toMatch(/^[\p{L}\p{N}\p{M}-]{1,70}$/u);
    expect(part).toBe(part.toLowerCase().normalize("NFC"));
    expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)$/);
    expect(filePart(part)).toBe(part);
  });

  holds("a path of a URL decodes to the path", (value) => {
    const path = `/${value}`;
    const written = urlTemplate(path);
    const filled = written.replace(/(?<!\$)\{[^{}]+\}/g, "x");
    const url = new URL(
      `https://api.example.com${filled.replace(/\?.*/s, "")}`,
    );
    expect(url.host).toBe("api.example.com");
    expect(url.hash).toBe("");
    if (!/[%{}#?]|\.\.?(?:\/|$)/.test(value))
      expect(decodeURIComponent(url.pathname)).toBe(
        path.replace(/\p{Cs}/gu, "\ufffd"),
      );
  });

  holds("Markdown shows the text, and nothing but text", async (value) => {
    const nodes = await nodesOf(`Before ${markdown(value)} after.`);
    const kinds = new Set(
      nodes
        // What looks like an address becomes a link to itself, which is no more than it says.
        .filter(({ url = "" }) => !/^(?:https?:\/\/|mailto:)/.test(url))
        .map(({ type }) => type),
    );
    for (const kind of ["root", "paragraph", "text", "sentence", "word"])
      kinds.delete(kind);
    kinds.delete("whitespace");
    expect([...kinds]).toEqual([]);
  });

  holds(
    "a link in Markdown leads to the text, within the package",
    async (value) => {
      const target = value.replace(/\p{Cs}/gu, "\ufffd");
      const nodes = await nodesOf(
        `x ${link(markdown("y"), `a.md#${target}`)} z`,
      );
      const links = nodes.filter(({ type }) => type === "link");
      expect(links.map(({ url = "" }) => decodeURIComponent(url))).toEqual([
        `a.md#${target}`,
      ]);
      expect(nodes.filter(({ type }) => type === "html")).toEqual([]);
    },
  );

  holds("code in Markdown is code", async (value) => {
    const span = codeSpan(value, "text");
    if (span !== "") {
      const nodes = await nodesOf(`x ${span} y`);
      expect(nodes.filter(({ type }) => type === "inlineCode")).toHaveLength(1);
      expect(nodes.filter(({ type }) => type === "html")).toEqual([]);
    }
    const body = value.replace(/\r\n?/g, "\n");
    const [block, ...more] = (await nodesOf(codeBlock("ts", body))).filter(
      ({ type }) => type !== "root",
    );
    expect(more).toEqual([]);
    expect(block?.type).toBe("code");
  });
});

describe("for any text, a sample", () => {
  it("in a shell is one word", { timeout }, () => {
    const words = fc.array(text, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, (values) => {
        const said = execFileSync(
          "sh",
          ["-c", `printf '%s\\0' ${values.map(shellWord).join(" ")}`],
          { encoding: "utf8" },
        );
        expect(said.split("\0").slice(0, -1)).toEqual(
          values.map((value) =>
            value.replace(
              /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu,
              "\ufffd",
            ),
          ),
        );
      }),
      { numRuns: Math.ceil(runs / 40) },
    );
  });

  holds("in JSON, or in a template of JavaScript, is the text", (value) => {
    expect(JSON.parse(jsonText({ value }))).toEqual({ value });
    const statement = only(`x = \`${templateText(value)}\`;`);
    const { expression } = statement as ts.ExpressionStatement;
    const { right } = expression as ts.BinaryExpression;
    expect(ts.isNoSubstitutionTemplateLiteral(right)).toBe(true);
    expect((right as ts.NoSubstitutionTemplateLiteral).text).toBe(value);
  });

  holds("in JSON within Go is one literal", (value) => {
    expect(goJson({ value })).toMatch(
      /^(?:`[^`\r]*`|"(?:[^"\\\n]|\\[nrt"\\]|\\u[\da-f]{4}|\\U[\da-f]{8})*")$/,
    );
  });

  holds("in Python or Go is one literal", (value) => {
    for (const code of [pythonText(value), goText(value)]) {
      expect(code).not.toMatch(unseen);
      expect(code).toMatch(
        /^"(?:[^"\\\n]|\\[nrt"\\]|\\u[\da-f]{4}|\\U[\da-f]{8})*"$/,
      );
    }
  });
});

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

async function nodesOf(page: string): Promise<Node[]> {
  const { __debug } = prettier as unknown as {
    readonly __debug: {
      parse(
        text: string,
        options: { readonly parser: "markdown" },
      ): Promise<{ readonly ast: Node }>;
    };
  };
  const { ast } = await __debug.parse(page, { parser: "markdown" });
  const all = (node: Node): Node[] => [
    node,
    ...(node.children ?? []).flatMap(all),
  ];
  return all(ast);
}
