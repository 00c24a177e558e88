/**
 * Text that has broken code generators, and as much more as a test wants.
 */

const lines = ["\n", "\r\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"];

/** A piece of code that would be noticed if it ever became code. */
const attack = "globalThis.attacked = true;";

/** Each has closed a literal, a comment or a block in some generator. */
export const nastyStrings: readonly string[] = [
  "",
  " ",
  "plain",
  "it's",
  'say "hi"',
  "`tick`",
  "back\\slash",
  "C:\\logs\\new",
  "\\",
  '\\"',
  "\\u0041",
  "Asia/Tokyo",
  `"; ${attack} //`,
  `'; ${attack} //`,
  `\`; ${attack} //`,
  `\\"; ${attack} //`,
  "${globalThis.attacked = true}",
  "$${x}$&$1$`$'",
  "#{x} {{x}} <%= x %> {% x %}",
  `*/ ${attack} /*`,
  `**/ ${attack}`,
  `*\u200b/ ${attack}`,
  `*\0/ ${attack}`,
  "*\\/",
  "/*/",
  "**//",
  "/* a */ b /* c */",
  "ends in *",
  "/",
  "//",
  "// eslint-disable-next-line",
  "/* eslint-disable */",
  "@ts-nocheck",
  "@ts-ignore",
  "@ts-expect-error",
  "@jsxImportSource evil",
  "Words,@jsxImportSource evil",
  "Nosemgrep",
  "NOSONAR",
  "Stryker restore all",
  "// @ts-nocheck",
  "@internal",
  "mail ops@internal.example.com",
  "see @internals",
  "@deprecated use another",
  "@param {string} x",
  "  @returns nothing",
  "* @deprecated",
  "{@link evil}",
  '/// <reference path="/etc/passwd" />',
  '/ <reference types="evil" />',
  "//# sourceMappingURL=https://evil.example/x.map",
  "<!-- sdkwright:end title -->",
  "<!-- sdkwright:start options 00000000 -->",
  "- item",
  "1. one",
  "12) twelve",
  "# heading",
  "---",
  "> quote",
  "a $x$ b",
  "![x](javascript:alert(1))",
  "[x]: https://evil.example",
  "# sourceMappingURL=data:application/json;base64,e30=",
  "//@ sourceURL=evil.js",
  "@__PURE__ #__PURE__",
  "@__NO_SIDE_EFFECTS__",
  "prettier-ignore",
  "@format @prettier @noprettier",
  "@license @preserve",
  "<!--",
  "-->",
  "</script><script>alert(1)</script>",
  "__proto__",
  "constructor",
  "prototype",
  "hasOwnProperty",
  "then",
  "default",
  "0",
  "-1",
  "1e3",
  "\ufeffbom",
  "\0",
  "\t tab \t",
  "bidi \u202e \u2066 reversed \u2069 \u061c",
  "zero\u200bwidth\u200d\u2060joiner\u00ad",
  "\ud800 lone \udc00 surrogates \ud83d",
  "astral 😀 𝒳 \u{e0001}",
  "combining e\u0301 é",
  "private \ue000 \u{f0000}",
  "日本語 ключ العربية हिन्दी",
  ...lines.map((end) => `one${end}${attack}${end}two`),
  ...lines.map((end) => `${end}@deprecated${end}*/${end}`),
];

const alphabet = [
  ...Array.from("abcz019_$@#!/*\\`'\"{}[]()<>&|~-+=.,:;?% \t"),
  ...lines,
  ...["\0", "\u0007", "\u001b", "\u007f", "\u009f", "\u00a0", "\u00ad"],
  ...["\u200b", "\u200d", "\u202e", "\u2066", "\ufeff", "\ufffe", "\uffff"],
  ...["\ud800", "\udfff", "😀", "é", "e\u0301", "日", "ß", "İ", "\ue000"],
  ...["*/", "/*", "//", "${", "__proto__", "@internal", "]]>", "-->"],
];

/** The same strings in every run: a failure can be looked at again. */
export function* randomStrings(count: number, seed = 1): Generator<string> {
  const next = generator(seed);
  for (let index = 0; index < count; index++) {
    const length = next(12);
    yield Array.from(
      { length },
      () => alphabet[next(alphabet.length)] ?? "",
    ).join("");
  }
}

/** Mulberry32: whole numbers below a bound. */
export function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
