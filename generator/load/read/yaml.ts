/**
 * YAML 1.2 becomes a plain tree: keys are text (`200:` is "200"), `no` is text, tags construct
 * nothing, and what other readers let pass silently is reported.
 *
 * Two liberties of real documents are taken: aliases are written out, within a limit, and the merge
 * key `<<` of YAML 1.1 is understood, with a warning.
 */
import { Composer, type CST, type Document, isScalar, Parser } from "yaml";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { SourceText } from "./source.js";
import { limits } from "./read.js";
import { YamlValues } from "./yaml-values.js";

/** The value of the only document of a file; undefined when an error was reported. */
export const parseYaml = (
  source: SourceText,
  diagnostics: Diagnostics,
): { readonly value: unknown } | undefined => {
  const tokens = [...new Parser().parse(source.text)];
  const deep = tooDeep(tokens);
  if (deep !== undefined) {
    const details = { limit: limits.depth };
    diagnostics.report("nesting-too-deep", details, source.position(deep));
    return undefined;
  }
  source.outline(tokens);
  const composer = new Composer({
    prettyErrors: false,
    resolveKnownTags: false,
    schema: "core",
    stringKeys: true,
    uniqueKeys: false,
  });
  const [document, ...others] = [...composer.compose(tokens)];
  if (document === undefined) return { value: null };
  // A last `---` with nothing after it is no document.
  const second = others.find(
    ({ contents }) =>
      contents !== null && !(isScalar(contents) && contents.value === null),
  );
  if (second !== undefined) {
    const position = source.position(second.range[0]);
    diagnostics.report("yaml-many-documents", {}, position);
    return undefined;
  }
  const isSound = reportFaults(document, source, diagnostics);
  const values = new YamlValues(source, diagnostics);
  const value = values.convert(document.contents);
  return isSound && !values.failed ? { value } : undefined;
};

/** The offset of the first collection beyond the limit: the composer would overflow the stack. */
const tooDeep = (tokens: readonly CST.Token[]): number | undefined => {
  const open: { token: CST.Token; depth: number }[] = [];
  for (const token of tokens) {
    if (token.type === "document" && token.value) {
      open.push({ token: token.value, depth: 0 });
    }
  }
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!("items" in next.token)) continue;
    const depth = next.depth + 1;
    if (depth > limits.depth) return next.token.offset;
    for (const { key, value } of next.token.items) {
      if (key && "items" in key) open.push({ token: key, depth });
      if (value && "items" in value) open.push({ token: value, depth });
    }
  }
  return undefined;
};

/** Reports the errors of the library, and its warnings: they too mean that something is lost. */
const reportFaults = (
  { errors, warnings }: Document.Parsed,
  source: SourceText,
  diagnostics: Diagnostics,
): boolean => {
  const faults = [...errors, ...warnings].filter(
    ({ pos }) => !isMergeKey(source.text.slice(pos[0])),
  );
  for (const { code, message, pos } of faults) {
    const position = source.position(pos[0]);
    const tag = source.text.slice(...pos).trim();
    if (code === "TAG_RESOLVE_FAILED" && tag.startsWith("!")) {
      diagnostics.report("yaml-tag", { tag }, position);
    } else {
      const reason = reasonOf(code, message);
      diagnostics.report("yaml-syntax", { reason }, position);
    }
  }
  return faults.length === 0;
};

/** `!!merge <<`: the tag says what the key is already (YAML 1.1). */
const isMergeKey = (text: string): boolean => /^!!merge\s+<<\s*:/.test(text);

/** The message of the library, unless it is jargon. */
const reasonOf = (code: string, message: string): string =>
  code === "NON_STRING_KEY"
    ? "a key must be a string"
    : (message.split("\n")[0] ?? "");
