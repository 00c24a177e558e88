/**
 * ts-morph's writer follows strings, comments and regular expressions by rules of its own. Whatever
 * the texts of a document: each piece of code is in the file that it writes, and the tokens and
 * comments of the file are those that were asked for.
 */
import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import {
  code,
  doc,
  docs,
  join,
  key,
  lit,
  textCode,
  typeKey,
  type Code,
} from "../../generator/emit/encode/encode.js";
import {
  exportAlias,
  exportClass,
  exportConstant,
  exportFunction,
  exportInterface,
  type Statement,
} from "../../generator/emit/structures.js";
import type { Text } from "../../generator/sdk/sdk.js";
import { printed } from "../support/printed.js";
import { timeout } from "./runs.js";
import { text } from "./texts.js";

/** What the writer begins or ends strings, comments, templates and regular expressions by. */
const marks = ["\\", "a\\", "/*", "*/", "//", "/", "`", "'", '"', "${", "}"];
const texts = fc.array(fc.oneof(text, fc.constantFrom(...marks)), {
  minLength: 1,
  maxLength: 4,
});

/** What is asked for: structures, and the code that they stand for. */
interface Request {
  readonly statements: readonly Statement[];
  readonly want: string;
}

/** Pieces of code with texts in every place that emitters have for one. */
const piecesOf = (any: readonly string[]) => {
  const literals = any.map(lit);
  const about = [
    { text: any.join("\n") },
    ...any.map((text) => ({ tag: "throws" as const, text })),
  ];
  const union = join(literals, " | ");
  const list = join([...literals, ...any.map(textCode)], ", ");
  return {
    about,
    list: code`[${list}]`,
    object: code`{\n${join(
      any.map((text) => code`${key(text as Text)}: [${lit(text)}],\n`),
      "",
    )}}`,
    keys: any.map((text) => typeKey(text as Text)),
    type: code`{\n${doc(about)}${typeKey(any.join("") as Text)}: ${union};\n}[]`,
    path: code`\`/\${string}\``,
    body: code`if (a) throw b(${list});\nreturn c(${list});`,
  };
};

function request(any: readonly string[]): Request {
  const { about, list, object, keys, type, path, body } = piecesOf(any);
  const comment = doc(about);
  const members = keys.map((name) => ({
    docs: docs(about),
    name,
    hasQuestionToken: true,
    type,
  }));
  const memberCode = keys.map((name) => code`${comment}${name}?: ${type};\n`);
  const taken = code`a: ${type}, b: ${path} = ${list}`;
  const parameters = [
    { name: code`a`, type },
    { name: code`b`, type: path, initializer: list },
  ];
  const method = { name: code`m`, parameters, returnType: type };
  return {
    statements: [
      exportInterface({
        docs: docs(about),
        name: code`A`,
        properties: members,
      }),
      exportConstant({ docs: docs(about), name: code`b`, initializer: object }),
      exportAlias({ docs: docs(about), name: code`C`, type }),
      exportFunction({
        docs: docs(about),
        ...method,
        statements: body,
      }),
      exportClass({
        docs: docs(about),
        name: code`D`,
        properties: [{ name: code`#d`, isReadonly: true, type }],
        ctors: [{ parameters, statements: body }],
        methods: [
          {
            ...method,
            overloads: [{ docs: docs(about), parameters, returnType: type }],
            statements: body,
          },
        ],
      }),
      exportConstant({ name: code`e`, initializer: list }),
    ],
    want: [
      `${comment}export interface A {\n${memberCode.join("")}}`,
      `${comment}export const b = ${object};`,
      `${comment}export type C = ${type};`,
      `${comment}export function m(${taken}): ${type} {\n${body}\n}`,
      `${comment}export class D {\nreadonly #d: ${type};`,
      `constructor(${taken}) {\n${body}\n}`,
      `${comment}m(${taken}): ${type};\nm(${taken}): ${type} {\n${body}\n}\n}`,
      `export const e = ${list};`,
    ].join("\n"),
  };
}

const outdented = (lines: string): string => lines.replace(/\n[ \t]*/g, "\n");

/** Every token and comment, as TypeScript's own scanner reads them. */
function tokensOf(file: string): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false);
  scanner.setText(file);
  const tokens: string[] = [];
  let isInTemplate = false;
  for (;;) {
    let kind = scanner.scan();
    if (isInTemplate && kind === ts.SyntaxKind.CloseBraceToken)
      kind = scanner.reScanTemplateToken(false);
    if (kind === ts.SyntaxKind.EndOfFileToken) return tokens;
    isInTemplate =
      kind === ts.SyntaxKind.TemplateHead ||
      (isInTemplate && kind !== ts.SyntaxKind.TemplateTail);
    if (
      kind !== ts.SyntaxKind.WhitespaceTrivia &&
      kind !== ts.SyntaxKind.NewLineTrivia
    )
      tokens.push(outdented(scanner.getTokenText()));
  }
}

const print = (statements: readonly unknown[]): string =>
  printed({ kind: "typescript", path: "src/a.ts", statements });

const pieces = (any: readonly string[]): readonly Code[] => {
  const { list, object, keys, type, body } = piecesOf(any);
  return [list, object, ...keys, type, body];
};

describe("ts-morph writes", () => {
  it("the tokens and comments that are asked for", { timeout }, () => {
    fc.assert(
      fc.property(texts, (any) => {
        const { statements, want } = request(any);
        const file = print(statements);
        expect(tokensOf(file)).toEqual(tokensOf(want));
        for (const piece of pieces(any))
          expect(outdented(file)).toContain(outdented(piece));
      }),
    );
  });

  it.each([
    [["\\", "/*"]],
    [["\\\\", "//"]],
    [["a\\", "`${"]],
    [["'\\", '"', "*/"]],
    [['"\\', "'", "/*"]],
    [["/", "\\", "/"]],
    [["${", "}", "`"]],
    [["it's /* no", "`${a} */"]],
  ])("%j as it is", (hard) => {
    const { statements, want } = request(hard);
    expect(tokensOf(print(statements))).toEqual(tokensOf(want));
  });

  it("comments of several lines, in which no directive acts", () => {
    const comment = docs([{ text: "@ts-ignore" }]);
    expect(
      print([
        exportConstant({ docs: comment, name: code`a`, initializer: lit(1) }),
      ]),
    ).toBe("\n/**\n * \\@ts-ignore\n */\nexport const a = 1;\n");
  });
});
