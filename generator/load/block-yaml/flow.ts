/**
 * Lists and mappings in brackets (YAML 1.2.2 section 7.4): the short ones are read here, `yaml` reads
 * the others.
 */
import { Composer, Parser } from "yaml";
import { checkIndent, type Scalar, Unusual } from "./lines.js";
import { resolve } from "./plain.js";
import { readQuoted } from "./quoted.js";

export const readFlow = (text: string, at: number, column: number): Scalar => {
  const end = flowEnd(text, at);
  const source = text.slice(at, end);
  if (source === "[]") return { value: [], end };
  if (source === "{}") return { value: {}, end };
  if (simpleList.test(source)) {
    return {
      value: source
        .slice(1, -1)
        .split(",")
        .map((item) => resolve(item.trim())),
      end,
    };
  }
  checkIndent(text, at, end, column);
  if (source.length > longest) throw new Unusual();
  return { value: compose(source), end };
};

const simpleList = /^\[ *[A-Za-z_][\w.-]*(?: *, *[A-Za-z_][\w.-]*)* *\]$/;

/** How many brackets may be open in one another. */
export const deepest = 50;

/** That keys come once is found out by comparing each with all others. */
const longest = 4000;

/** After the bracket that closes what opens here. */
const flowEnd = (text: string, start: number): number => {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    switch (character) {
      case "[":
      case "{":
        if (++depth > deepest) throw new Unusual();
        break;
      case "]":
      case "}":
        if (--depth === 0) return at + 1;
        break;
      case '"':
      case "'":
        // Within a word it opens nothing.
        if (!/[[{,: \n]/.test(text.charAt(at - 1))) throw new Unusual();
        at = readQuoted(text, at, -1).end - 1;
        break;
      case "#":
      case "&":
      case "*":
      case "!":
      case "?":
        throw new Unusual();
    }
  }
  throw new Unusual();
};

const compose = (source: string): unknown => {
  const composer = new Composer({
    prettyErrors: false,
    resolveKnownTags: false,
    schema: "core",
    stringKeys: true,
    uniqueKeys: true,
  });
  const [document] = composer.compose(new Parser().parse(source));
  if (
    !document ||
    document.errors.length > 0 ||
    document.warnings.length > 0 ||
    source.includes("<<") ||
    source.includes("__proto__")
  )
    throw new Unusual();
  return document.toJS();
};
