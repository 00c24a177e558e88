/**
 * JSON, taken apart by the places of the members of its first levels.
 */
import { methods } from "../load/check/paths.js";
import { countMembers, endOfValue, outline, skipSpace } from "../load/json.js";
import type { UpperMember } from "../load/json.js";
import { isRecord } from "../load/pointers.js";
import { limits } from "../load/read.js";
import type { Notation, OperationText, Part } from "./notation.js";

/** How many objects an operation is in, and a component. */
const depthOfParts = 3;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const jsonTexts: Notation = {
  split(text) {
    const { upper } = outline(text, limits.depth);
    const operations = operationsOf(text, upper);
    return (
      operations && {
        operations,
        components: componentsOf(text, upper),
        between: betweenOperations(text, upper, operations),
        places: { kind: "json", upper },
      }
    );
  },
  endOf: endOfValue,
  // With its brace.
  endsAt: () => true,
  readOperation(text) {
    const value = parseJson(text);
    if (!isRecord(value)) return undefined;
    const { members, tooDeep } = outline(text, limits.depth - depthOfParts);
    const isPlain =
      // a key that comes twice, or what is nested too deeply
      members === countMembers(value) && tooDeep === undefined;
    return isPlain ? value : undefined;
  },
  readRest: parseJson,
  nothing: "null",
  move: (places, moved) =>
    places.kind === "json"
      ? {
          kind: "json",
          upper: places.upper.map(({ depth, start, colon }) => ({
            depth,
            start: moved(start),
            colon: moved(colon),
          })),
        }
      : places,
  leadsIntoPaths: (text) =>
    /\$ref"\s*:\s*"(?!#\\?\/(?:components|definitions|parameters|responses)\\?\/)|#\\?\/(?:paths\\?\/|[^"#/\\\s]*%)|\$dynamicRef|\\u00(?:2[34f]|[4-7])/i.test(
      text,
    ),
  componentsIn: (text) =>
    leadsElsewhere.test(text)
      ? undefined
      : [...text.matchAll(reference)].map(
          ([, section = "", name = ""]) => `${section}/${name}`,
        ),
};

/** A writer of JSON may put a backslash before a slash. */
const reference = /"#\\?\/components\\?\/([^"/\\~%]+)\\?\/([^"/\\~%]+)/g;

/** What leads on in other ways than by a reference in plain spelling. */
const leadsElsewhere =
  /"discriminator"|"\$dynamicRef"|"#\\?\/components\\?\/(?:[^"\\]|\\\/)*(?:[~%]|\\[^/])|\\u00[4-7]/;

const operationsOf = (
  text: string,
  upper: readonly UpperMember[],
): readonly OperationText[] | undefined => {
  const operations: OperationText[] = [];
  let isInPaths = false;
  let path = "";
  for (const [index, member] of upper.entries()) {
    const { depth, colon } = member;
    if (depth === 1) isInPaths = nameOf(text, member) === "paths";
    else if (isInPaths && depth === 2) path = nameOf(text, member);
    else if (isInPaths) {
      const method = nameOf(text, member);
      if (!methods.includes(method)) continue;
      const start = skipSpace(text, colon + 1);
      const end = endBefore(text, depthOfParts, upper[index + 1]);
      if (end === undefined || text[start] !== "{" || text[end - 1] !== "}")
        return undefined;
      operations.push({ key: `${method.toUpperCase()} ${path}`, start, end });
    }
  }
  return operations;
};

const nameOf = (text: string, { start, colon }: UpperMember): string => {
  const written = text.slice(start, colon).trimEnd();
  return written.includes("\\")
    ? String(parseJson(written))
    : written.slice(1, -1);
};

/**
 * Where the value of a member ends, seen from the next one that is not in it.
 * @param depth how many objects the member is in
 */
const endBefore = (
  text: string,
  depth: number,
  next: UpperMember | undefined,
): number | undefined => {
  let end = next?.start ?? text.length;
  const back = (character: string): boolean => {
    end = text.slice(0, end).trimEnd().length;
    return text[--end] === character;
  };
  if (next && !back(",")) return undefined;
  for (let open = depth; open > (next?.depth ?? 0); open--)
    if (!back("}")) return undefined;
  return text.slice(0, end).trimEnd().length;
};

const componentsOf = (
  text: string,
  upper: readonly UpperMember[],
): ReadonlyMap<string, Part> => {
  const components = new Map<string, Part>();
  let isInComponents = false;
  let section = "";
  for (const [index, member] of upper.entries()) {
    const { depth, colon } = member;
    if (depth === 1) isInComponents = nameOf(text, member) === "components";
    else if (isInComponents && depth === 2) section = nameOf(text, member);
    // Security schemes are few, and named by what is no reference.
    else if (isInComponents && section !== "securitySchemes") {
      const start = skipSpace(text, colon + 1);
      const end = endBefore(text, depthOfParts, upper[index + 1]);
      if (end === undefined) return new Map();
      components.set(`${section}/${nameOf(text, member)}`, { start, end });
    }
  }
  return components;
};

/** What path items say themselves. */
const betweenOperations = (
  text: string,
  upper: readonly UpperMember[],
  operations: readonly OperationText[],
): readonly Part[] => {
  const start = upper.findIndex(
    (member) => member.depth === 1 && nameOf(text, member) === "paths",
  );
  const next = upper.find(({ depth }, index) => depth === 1 && index > start);
  const ends = [upper[start]?.colon ?? 0, ...operations.map(({ end }) => end)];
  const starts = [
    ...operations.map(({ start }) => start),
    next?.start ?? text.length,
  ];
  return ends.map((from, index) => ({
    start: from,
    end: starts[index] ?? from,
  }));
};
