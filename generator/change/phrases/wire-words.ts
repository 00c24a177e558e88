/**
 * Where a value is put in a request and how it is written there, of what a surface has as
 * `query ids form explode`.
 */
import { code } from "./words.js";

interface Wire {
  readonly location: string;
  readonly name: string;
  /** The style of OpenAPI; empty where it is that of the location. */
  readonly encoding: string;
}

/** @returns what is said of the new one and of the old one: only the encoding where nothing else differs */
export const wireWords = (
  now = "",
  old = "",
): readonly [now: string, old: string] => {
  const [after, before] = [readWire(now), readWire(old)];
  if (after.location !== before.location || after.name !== before.name)
    return [placeOf(after), placeOf(before)];
  return [encodingOf(after), encodingOf(before)];
};

const pattern =
  /^(path|query|header|cookie|querystring) (.*?)(?: (json|\{.*\}|(?:comma|repeat|indices|brackets) (?:brackets|dots)|(?:matrix|label|simple|form|[a-z]+Delimited|deepObject|cookie)(?: explode)?(?: reserved)?))?$/s;

/** The name of a header alone is that of a header. */
const readWire = (text: string): Wire => {
  const [, location = "header", name = text, encoding = ""] =
    pattern.exec(text) ?? [];
  return { location, name, encoding };
};

const placeOf = ({ location, name }: Wire): string => {
  switch (location) {
    case "path":
      return "in the path";
    case "query":
      return `in the query as ${code(name)}`;
    case "querystring":
      return "as the whole query";
    default:
      return `in the ${location} ${code(name)}`;
  }
};

const separators: Readonly<Record<string, string>> = {
  simple: "commas",
  form: "commas",
  cookie: "commas",
  spaceDelimited: "spaces",
  pipeDelimited: "pipes",
  tabDelimited: "tabs",
};

const encodingOf = ({ location, encoding }: Wire): string => {
  if (encoding === "json") return "as JSON";
  if (encoding.startsWith("{")) return "in another form";
  const [style = "", ...flags] = encoding.split(" ");
  const isNested = ["brackets", "dots"].includes(flags[0] ?? "");
  if (isNested)
    return `with ${nested[style] ?? style} for lists and ${flags.join(" ")} for objects`;
  const [usual, isExploded] =
    encoding === ""
      ? location === "query" || location === "cookie"
        ? ["form", true]
        : ["simple", false]
      : [style, flags.includes("explode")];
  const text = styleWords(usual, isExploded);
  return flags.includes("reserved")
    ? `${text}, with reserved characters as they are`
    : text;
};

const nested: Readonly<Record<string, string>> = {
  comma: "commas",
  repeat: "repetitions",
};

const styleWords = (style: string, isExploded: boolean): string => {
  const separator = separators[style];
  if (style === "deepObject") return `as ${code("name[key]=value")}`;
  if (separator === undefined) return `in the style ${code(style)}`;
  if (style === "simple")
    return `with commas between its values${isExploded ? `, objects as ${code("key=value")}` : ""}`;
  return isExploded
    ? "once for each value"
    : `with ${separator} between its values`;
};
