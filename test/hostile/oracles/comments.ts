/**
 * Comments of generated code: nothing in them acts, whatever tool reads them. A comment of one line
 * would have a directive act on the line below, so that those are read as each tool reads them.
 */
import ts from "typescript";

const { SyntaxKind } = ts;

/** What acts in every comment. */
const directives: readonly (readonly [RegExp, string])[] = [
  [/@internal\b/i, "@internal"],
  [/[#@]\s*source(?:Mapping)?URL=/, "a source map"],
  [/[#@]__[A-Z_]+__/, "an annotation of bundlers"],
  [/@jsx/i, "a pragma of JSX"],
];

/**
 * What tools look for in a comment of one line, without its marks: at its start where they do so.
 * Words count whatever their case, unless they are words of English.
 */
const directivesOfOneLine: readonly (readonly [RegExp, string])[] = [
  [/^@?ts-(?:ignore|expect-error|nocheck|check)\b/i, "TypeScript"],
  [/^\/?\s*<(?:reference|amd-)/i, "TypeScript's triple slash"],
  [/^(?:eslint|jshint|jslint|jscs|tslint|oxlint|xo)\b/i, "a linter"],
  [/^(?:globals?|exported|environment)\s/, "ESLint's names"],
  [/^(?:prettier|dprint|deno-fmt|biome|rome)-ignore/i, "a formatter"],
  [/^(?:biome|rome|svelte|vue|astro)-\w/i, "a linter of frameworks"],
  [/^deno-\w|^@deno-types/i, "Deno"],
  [/^(?:istanbul|c8|v8|node:coverage)\s+\w/i, "coverage"],
  [/\blcov_excl_|\bgcovr?_excl_/i, "coverage of LCOV"],
  [/^stryker\s+(?:disable|restore)/i, "Stryker"],
  [/^\W*webpack[A-Z]\w+\s*:|^@vite-ignore|^turbopack\w+\s*:/i, "a bundler"],
  [/^\$flow|^@(?:no)?flow\b/i, "Flow"],
  [/\bnosonar\b/i, "Sonar"],
  [/^\W*nosem(?:grep)?\b/i, "Semgrep"],
  [/\blgtm\b|^codeql\b/i, "CodeQL"],
  [/^(?:skipcq|coverity|deepcode|devskim)\b/i, "an analyzer"],
  [/^(?:noinspection|language=)/i, "an editor"],
  [/\ballowlist (?:nextline )?secret|gitleaks:allow/i, "a search for secrets"],
  [/^#(?:end)?region\b/i, "folding"],
  [/^@(?:format|prettier|noformat|noprettier)\b/i, "a formatter's pragma"],
];

/** The tags that our own comments use. */
const tags = new Set([
  ...["deprecated", "default", "example", "throws", "param", "returns"],
  ...["link", "see"],
]);

/** What the parser notes of `@ts-ignore`, `@ts-nocheck` and `@jsxImportSource`. */
interface Noted {
  readonly commentDirectives?: readonly unknown[];
  readonly checkJsDirective?: unknown;
  readonly pragmas?: ReadonlyMap<string, unknown>;
}

export function commentProblems(file: ts.SourceFile & Noted): string[] {
  const problems: string[] = [];
  if (
    file.referencedFiles.length > 0 ||
    file.typeReferenceDirectives.length > 0 ||
    file.libReferenceDirectives.length > 0 ||
    file.amdDependencies.length > 0 ||
    file.commentDirectives ||
    file.checkJsDirective ||
    (file.pragmas?.size ?? 0) > 0
  )
    problems.push("a directive of TypeScript acts");
  const seen = new Set<number>();
  const look = (node: ts.Node): void => {
    const ranges = ts.getLeadingCommentRanges(file.text, node.pos) ?? [];
    for (const { pos, end, kind } of ranges) {
      if (seen.has(pos)) continue;
      seen.add(pos);
      const text = file.text.slice(pos, end);
      if (text === "/* @__PURE__ */") continue;
      if (kind !== SyntaxKind.MultiLineCommentTrivia)
        problems.push(`a comment of one line: ${text.slice(0, 60)}`);
      else if (!text.startsWith("/**\n")) problems.push(...lineProblems(text));
      for (const [pattern, name] of directives)
        if (pattern.test(text)) problems.push(`${name} in a comment`);
    }
    for (const tag of ts.getJSDocTags(node))
      if (!tags.has(tag.tagName.text))
        problems.push(`the tag @${tag.tagName.text} in a comment`);
    node.getChildren(file).forEach(look);
  };
  look(file);
  return problems;
}

/** A sentence between the marks, on one line, which no tool takes for more. */
function lineProblems(text: string): string[] {
  const [, said] = /^\/\*\* (\S.*) \*\/$/.exec(text) ?? [];
  if (said === undefined) return [`a comment on a line: ${text.slice(0, 60)}`];
  const plain = said.replace(/^[\s*\\]+/, "");
  return directivesOfOneLine
    .filter(([pattern]) => pattern.test(plain))
    .map(([, name]) => `a directive of ${name}: ${text.slice(0, 60)}`);
}
