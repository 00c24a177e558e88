/**
 * Every way from text to code: what comes back from the code is the text, and nothing else happens.
 */
import { createContext, runInContext } from "node:vm";
import ts from "typescript";
import { format } from "prettier";
import { describe, expect, it } from "vitest";
import {
  doc,
  filePart,
  ident,
  key,
  lit,
  typeKey,
  type Remark,
} from "../../../generator/emit/encode/encode.js";
import {
  codeBlock,
  codeSpan,
  markdown,
} from "../../../generator/emit/encode/markdown.js";
import type { Name, Text } from "../../../generator/sdk/sdk.js";
import { nastyStrings, randomStrings } from "../../support/nasty-strings.js";

const strings = [...nastyStrings, ...randomStrings(2000)];

const realm = createContext({});
const run = (code: string): unknown => runInContext(`(${code})`, realm);

/** Characters that a reader does not see, or sees in another place. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u;

/** All that is wrong, so that one run shows every string that fails. */
const failures = (
  check: (text: string) => string | undefined,
): readonly string[] =>
  strings.flatMap((text) => {
    const problem = check(text);
    return problem === undefined ? [] : [`${JSON.stringify(text)}: ${problem}`];
  });

const parse = (code: string): ts.SourceFile & ParserNotes =>
  ts.createSourceFile("x.ts", code, ts.ScriptTarget.Latest, true) as never;

interface ParserNotes {
  readonly parseDiagnostics: readonly ts.Diagnostic[];
  readonly commentDirectives?: readonly unknown[];
  readonly checkJsDirective?: unknown;
  readonly pragmas?: ReadonlyMap<string, unknown>;
}

describe("lit", () => {
  it("gives the text back", () => {
    const wrong = failures((text) => {
      const code = lit(text);
      if (unseen.test(code)) return `raw characters in ${code}`;
      if (run(code) !== text) return `became ${code}`;
      const file = parse(`const x = ${code};`);
      return file.statements.length === 1 && file.parseDiagnostics.length === 0
        ? undefined
        : "is no single literal";
    });
    expect(wrong).toEqual([]);
  });

  it("stands in a type as in a value", () => {
    const wrong = failures((text) => {
      const [alias] = parse(`type T = ${lit(text)};`).statements;
      return alias &&
        ts.isTypeAliasDeclaration(alias) &&
        ts.isLiteralTypeNode(alias.type) &&
        ts.isStringLiteral(alias.type.literal) &&
        alias.type.literal.text === text
        ? undefined
        : "is no literal type";
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    [0, "0"],
    [-1.5, "-1.5"],
    [1e21, "1e+21"],
    [Number.NaN, "null"],
    [true, "true"],
    [null, "null"],
    [undefined, "undefined"],
    [[1, ["a"]], '[1, ["a"]]'],
    [{}, "{}"],
    [{ a: 1, "b-c": [] }, '{ a: 1, "b-c": [] }'],
    [JSON.parse('{"__proto__": 1}'), '{ ["__proto__"]: 1 }'],
  ])("writes %j", (value, want) => {
    expect(lit(value)).toBe(want);
  });
});

describe("key", () => {
  it("makes a member of that name, whatever it is called", () => {
    const wrong = failures((text) => {
      const keys = Object.keys(run(`{ ${key(text as Text)}: 1 }`) as object);
      return keys.length === 1 && keys[0] === text
        ? undefined
        : `has ${JSON.stringify(keys)}`;
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ["name", "name"],
    ["$ref", "$ref"],
    ["a-b", '"a-b"'],
    ["", '""'],
    ["1", '"1"'],
    ["ключ", "ключ"],
    ["ключ-1", '"ключ-1"'],
    ["__proto__", '["__proto__"]'],
  ])("writes %s as %s", (name, want) => {
    expect(key(name as Text)).toBe(want);
  });
});

describe("typeKey", () => {
  it("makes a member of that name", () => {
    const wrong = failures((text) => {
      const file = parse(`interface X { ${typeKey(text as Text)}: 1 }`);
      const [type] = file.statements;
      const member =
        type && ts.isInterfaceDeclaration(type) ? type.members[0] : undefined;
      const name = member?.name;
      return name &&
        (ts.isIdentifier(name) || ts.isStringLiteral(name)) &&
        name.text === text &&
        file.parseDiagnostics.length === 0
        ? undefined
        : `became ${name?.getText() ?? "nothing"}`;
    });
    expect(wrong).toEqual([]);
  });
});

describe("ident", () => {
  it.each(["name", "_", "$", "ключ", "日本", "a1"])("takes %s", (name) => {
    expect(ident(name as Name)).toBe(name);
  });

  it.each(["", "1a", "a-b", "a b", "a\u200cb c", "a;b", "a.b", "#x", "a\n"])(
    "refuses %j",
    (name) => {
      expect(() => ident(name as Name)).toThrow("not an identifier");
    },
  );
});

describe("doc", () => {
  const commented = (remarks: readonly Remark[]) =>
    parse(`${doc(remarks)}export const x = 1;`);

  /** The comment as its reader sees it, without our marks. */
  const readable = (comment: string): string =>
    comment
      .split("\n")
      .map((line) =>
        line
          .replace(/^ \* ?/, "")
          .replaceAll("*\\/", "*/")
          .replaceAll("/\\*", "/*")
          .replaceAll("\\@", "@")
          .replaceAll("<\\!--", "<!--")
          .replaceAll("&#64;", "@")
          .replaceAll("&#35;", "#"),
      )
      .join("\n");

  /** What is left of a text that is cut at the ends of its lines and has no invisible characters. */
  const shown = (text: string): string =>
    text
      .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
      .map((line) =>
        line
          .replaceAll("\t", "  ")
          .replace(new RegExp(unseen.source, "gu"), "\ufffd")
          .trimEnd(),
      )
      .join("\n")
      .replace(/^\n+|\n+$/g, "");

  it("keeps the text readable and inside", () => {
    const wrong = failures((text) => {
      const file = commented([{ text }]);
      const comments = ts.getLeadingCommentRanges(file.text, 0) ?? [];
      const [comment] = comments;
      if (file.statements.length !== 1 || file.parseDiagnostics.length > 0)
        return "ends the comment";
      const want = shown(text);
      if (!comment) return want === "" ? undefined : "has no comment";
      const said = file.text.slice(comment.pos, comment.end);
      const inside = said.slice(4, said.includes("\n") ? -4 : -3);
      if (unseen.test(inside.replaceAll("\n", ""))) return "raw characters";
      if (inside.includes("<!--")) return "hides what follows in editors";
      // Where the text itself looks like our marks, reading back is ambiguous.
      const ambiguous = /\\[/*@!]|&#\d+;/.test(text);
      return ambiguous || readable(inside) === want
        ? undefined
        : `became ${JSON.stringify(inside)}`;
    });
    expect(wrong).toEqual([]);
  });

  it("lets no directive act", () => {
    const wrong = failures((text) => {
      const file = commented([{ text }]);
      const [statement] = file.statements;
      if (file.commentDirectives || file.checkJsDirective) return "directive";
      if (
        file.referencedFiles.length > 0 ||
        file.typeReferenceDirectives.length > 0 ||
        file.libReferenceDirectives.length > 0
      )
        return "reference";
      if (statement && ts.getJSDocTags(statement).length > 0) return "tag";
      // What names the factory of JSX, and has its package imported.
      if ((file.pragmas?.size ?? 0) > 0) return "pragma";
      if (/@internal/i.test(file.text)) return "stripped as internal";
      if (/[#@]\s*source(Mapping)?URL=/.test(file.text)) return "source map";
      if (/[#@]__[A-Z_]+__/.test(file.text)) return "annotation of bundlers";
      return undefined;
    });
    expect(wrong).toEqual([]);
  });

  it("lets no directive act from a tag either", () => {
    const wrong = failures((text) => {
      const file = commented([
        { text: "Words." },
        { tag: "example", text },
        { tag: "throws", text: `{X} ${text}` },
      ]);
      const [statement] = file.statements;
      const tags = statement
        ? ts.getJSDocTags(statement).map((tag) => tag.tagName.text)
        : [];
      return file.statements.length === 1 &&
        file.parseDiagnostics.length === 0 &&
        tags.join() === "example,throws" &&
        !file.commentDirectives
        ? undefined
        : `has ${tags.join()}`;
    });
    expect(wrong).toEqual([]);
  });

  it("says nothing about nothing", () => {
    expect(doc([])).toBe("");
    expect(doc([{ text: " \n " }])).toBe("");
  });

  it("sets paragraphs apart and tags together", () => {
    expect(
      doc([
        { text: "First." },
        { text: "Second,\nin two lines." },
        { tag: "deprecated", text: "" },
        { tag: "default", text: "1" },
        { tag: "example", text: "a();\nb();" },
      ]),
    ).toBe(`/**
 * First.
 *
 * Second,
 * in two lines.
 *
 * @deprecated
 * @default 1
 * @example
 * a();
 * b();
 */
`);
  });

  it("has one line for a plain sentence", () => {
    expect(doc([{ text: "Lists works." }])).toBe("/** Lists works. */\n");
  });

  it.each([
    ["@ts-ignore", "\\@ts-ignore"],
    ["eslint-disable-next-line", "eslint-disable-next-line"],
    ["prettier-ignore", "prettier-ignore"],
    ["Biome-ignore lint: x", "Biome-ignore lint: x"],
    ["Istanbul ignore next", "Istanbul ignore next"],
    ["Stryker restore all", "Stryker restore all"],
    ["Nosemgrep", "Nosemgrep"],
    ["NOSONAR", "NOSONAR"],
    ["Lgtm [js/unused]", "Lgtm [js/unused]"],
    ["LCOV_EXCL_START", "LCOV_EXCL_START"],
    ["Codeql[js/x]", "Codeql[js/x]"],
    ["Pragma: allowlist nextline secret", "Pragma: allowlist nextline secret"],
    ["Skipcq: JS-0002", "Skipcq: JS-0002"],
    ["global window", "global window"],
    ["<reference path='x' />", "<reference path='x' />"],
    ["Has @jsxImportSource evil", "Has &#64;jsxImportSource evil"],
  ])("has several lines, where no directive acts, for %s", (text, said) => {
    const isInside = said.startsWith("Has ");
    expect(doc([{ text }])).toBe(
      isInside ? `/** ${said} */\n` : `/**\n * ${said}\n */\n`,
    );
  });
});

describe("filePart", () => {
  it("is a name that every file system takes", () => {
    const wrong = failures((text) => {
      const part = filePart(text);
      if (!/^[\p{L}\p{N}\p{M}-]+$/u.test(part)) return `is ${part}`;
      if (part.length > 60) return "is too long";
      if (part !== part.toLowerCase().normalize("NFC"))
        return "changes with case";
      return undefined;
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ["API Keys", "api-keys"],
    ["../../etc/passwd", "etc-passwd"],
    ["..\\..\\x", "x"],
    [".git", "git"],
    ["con", "con-"],
    ["COM1", "com1-"],
    ["com\u00b9", "com\u00b9-"],
    ["LPT9", "lpt9-"],
    ["trailing.", "trailing"],
    ["", "resource"],
    ["!!!", "resource"],
    ["e\u0301", "é"],
    ["हिन्दी", "हिन्दी"],
  ])("%j becomes %s", (name, want) => {
    expect(filePart(name)).toBe(want);
  });

  it("tells long names apart that differ at the end", () => {
    const long = "x".repeat(300);
    expect(filePart(long + "a")).not.toBe(filePart(long + "b"));
    expect(filePart(long)).toHaveLength(60);
    expect(filePart("𝒳".repeat(40))).not.toMatch(/\p{Cs}/u);
  });
});

describe("Markdown", () => {
  /** The nodes of a page, as the formatter of the packages reads it. */
  const nodesOf = async (page: string): Promise<readonly MarkdownNode[]> => {
    const { parsers } = await import("prettier/plugins/markdown");
    const root = (await parsers.markdown.parse(
      page,
      {} as never,
    )) as MarkdownNode;
    const all = (node: MarkdownNode): MarkdownNode[] => [
      node,
      ...(node.children ?? []).flatMap(all),
    ];
    return all(root).filter(({ type }) => type !== "root");
  };

  interface MarkdownNode {
    readonly type: string;
    readonly value?: string;
    readonly children?: readonly MarkdownNode[];
  }

  const line = (text: string): string =>
    text
      .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
      .join(" ")
      .replace(new RegExp(unseen.source, "gu"), "\ufffd");

  const allFailures = async (
    check: (text: string) => Promise<string | undefined>,
  ): Promise<string[]> => {
    const found: string[] = [];
    for (const text of strings) {
      const problem = await check(text);
      if (problem !== undefined)
        found.push(`${JSON.stringify(text)}: ${problem}`);
    }
    return found;
  };

  it("markdown is one paragraph of plain text", async () => {
    const wrong = await allFailures(async (text) => {
      const nodes = await nodesOf(markdown(text));
      const kinds = nodes.map(({ type }) => type);
      const said = nodes.map(({ value = "" }) => value).join("");
      const want = line(text).trim();
      if (want === "") return undefined;
      // An address in plain text is a link to what it says; the formatter knows templates besides.
      const plain = ["text", "link", "liquidNode"];
      return kinds[0] === "paragraph" &&
        kinds.slice(1).every((kind) => plain.includes(kind)) &&
        said.replace(/\s+/g, " ") === want.replace(/\s+/g, " ")
        ? undefined
        : `${markdown(text)} is ${kinds.join()} ${JSON.stringify(said)}`;
    });
    expect(wrong).toEqual([]);
  });

  it("codeSpan is one piece of code", async () => {
    const wrong = await allFailures(async (text) => {
      if (line(text).trim() === "" || text.includes("|")) return undefined;
      const nodes = await nodesOf(`a ${codeSpan(text)} b`);
      const code = nodes.filter(({ type }) => type === "inlineCode");
      return code.length === 1 &&
        nodes.length === 4 &&
        code[0]?.value?.trim() === line(text).trim()
        ? undefined
        : `${codeSpan(text)} is ${JSON.stringify(nodes)}`;
    });
    expect(wrong).toEqual([]);
  });

  it("codeBlock holds the code to its end", async () => {
    const wrong = await allFailures(async (text) => {
      const code = `const x = ${lit(text)};`;
      const nodes = await nodesOf(
        `before\n\n${codeBlock("ts", code)}\n\nafter`,
      );
      const block = nodes.filter(({ type }) => type === "code");
      return block.length === 1 && block[0]?.value === code
        ? undefined
        : JSON.stringify(nodes);
    });
    expect(wrong).toEqual([]);
  });
});

it("a key has quotes where prettier leaves them", async () => {
  const blocks = [
    [0xc0, 0x2af],
    [0x370, 0x52f],
    [0x3041, 0x30ff],
    [0x3400, 0x4db5],
    [0x4e00, 0x9fd5],
    [0xac00, 0xd7a3],
    [0xfb00, 0xfb06],
  ] as const;
  const letters = blocks.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index).filter(
      (code) => to - from < 1000 || code % 127 === 0 || code === to,
    ),
  );
  // Beyond the blocks, keys keep quotes that prettier may take: it is asked then.
  const keys = [...letters, 0x6f22, 0x1d4b3]
    .map((code) => String.fromCodePoint(code))
    .flatMap((letter) => [letter, `a${letter}`, `-${letter}`])
    .filter((name) => /^[-\p{ID_Start}]\p{ID_Continue}*$/u.test(name))
    .map((name) => typeKey(name as Text));
  expect(keys).toContain("漢");
  const text = `interface X {\n${keys.map((name) => `  ${name}: 1;\n`).join("")}}\n`;
  expect(await format(text, { parser: "typescript" })).toBe(text);
}, 60_000);
