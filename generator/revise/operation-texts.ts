/**
 * A JSON document as the texts of its operations and of what stands between them: enough to see
 * which operations differ from those of the last run, without reading the rest.
 */
import { methods } from "../load/check/paths.js";
import { countMembers, endOfValue, outline, skipSpace } from "../load/json.js";
import type { UpperMember } from "../load/json.js";
import { child, isRecord } from "../load/pointers.js";
import { limits } from "../load/read.js";

/** An operation where it is written. */
export interface OperationText {
  /** `GET /pets`, as in the lock file. */
  readonly key: string;
  /** The offsets of its object in the document. */
  readonly start: number;
  readonly end: number;
}

export interface OperationTexts {
  readonly text: string;
  readonly upper: readonly UpperMember[];
  /** In the order of the text. */
  readonly operations: readonly OperationText[];
}

/**
 * Undefined where the members of `paths` are not objects of objects.
 * @param text of a document that was found to be right
 */
export const splitOperations = (text: string): OperationTexts | undefined => {
  const { upper } = outline(text, limits.depth);
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
      const end = endBefore(text, operationDepth, upper[index + 1]);
      if (end === undefined || text[start] !== "{" || text[end - 1] !== "}")
        return undefined;
      operations.push({ key: `${method.toUpperCase()} ${path}`, start, end });
    }
  }
  return { text, upper, operations };
};

export const nameOf = (text: string, { start, colon }: UpperMember): string => {
  const written = text.slice(start, colon).trimEnd();
  return written.includes("\\")
    ? String(parseJson(written))
    : written.slice(1, -1);
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Where the value of a member ends, seen from the next one that is not in it.
 * @param depth how many objects the member is in
 */
export const endBefore = (
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

const operationDepth = 3;

/** What is said of an operation itself; the rest also decides about others, and about names. */
const ownFields: ReadonlySet<string> = new Set([
  ...["summary", "description", "deprecated", "externalDocs"],
  ...["parameters", "requestBody", "responses"],
]);

export interface Change {
  readonly after: OperationTexts;
  /** The keys of the operations that differ. */
  readonly changed: ReadonlySet<string>;
}

/**
 * What leads, or could lead, into an operation: then a change of it shows elsewhere. A `$ref` may be
 * spelled with escapes.
 */
const leadsIntoPaths =
  /\$ref"\s*:\s*"(?!#\\?\/(?:components|definitions|parameters|responses)\\?\/)|#\\?\/paths\\?\/|\\u00(?:2[34f]|[4-7])/i;

/**
 * What a text has for the operations of an earlier one; undefined where something else differs than
 * own fields of operations, or where it is no JSON any more.
 * @param before of a text that was found to be right
 */
export const findChange = (
  before: OperationTexts,
  text: string,
): Change | undefined => {
  const operations: OperationText[] = [];
  const changed = new Set<string>();
  let from = 0;
  let shift = 0;
  const goesOn = (to: number): boolean =>
    text.startsWith(before.text.slice(from, to), from + shift);
  for (const { key, start, end } of before.operations) {
    if (!goesOn(start)) return undefined;
    from = start;
    const own = start + shift;
    if (!goesOn(end)) {
      const ownEnd = endOfValue(text, own);
      const old = before.text.slice(start, end);
      if (!differsInOwnFields(old, text.slice(own, ownEnd))) return undefined;
      changed.add(key);
      shift = ownEnd - end;
    }
    from = end;
    operations.push({ key, start: own, end: end + shift });
  }
  const isWhole =
    text.length === before.text.length + shift && goesOn(before.text.length);
  if (!isWhole || leadsIntoPaths.test(text)) return undefined;
  const upper = moveMembers(before, operations);
  return { after: { text, upper, operations }, changed };
};

/** Where the members of the first levels are: between operations nothing but their place changed. */
const moveMembers = (
  { upper, operations }: OperationTexts,
  now: readonly OperationText[],
): readonly UpperMember[] => {
  let next = 0;
  let shift = 0;
  return upper.map(({ depth, start, colon }) => {
    for (; start > (operations[next]?.start ?? Infinity); next++)
      shift = (now[next]?.end ?? 0) - (operations[next]?.end ?? 0);
    return { depth, start: start + shift, colon: colon + shift };
  });
};

/**
 * What a component is called, and whether it takes files, depends on all operations that lead to it:
 * only of one that is referred to already is it known.
 */
const referencesIn = (value: unknown): ReadonlySet<string> =>
  new Set(
    [...JSON.stringify(value ?? null).matchAll(/"\$ref":"([^"]*)"/g)].map(
      ([, ref = ""]) => ref,
    ),
  );

const isSubset = (part: ReadonlySet<string>, whole: ReadonlySet<string>) =>
  [...part].every((one) => whole.has(one));

const differsInOwnFields = (before: string, after: string): boolean => {
  const [old, now] = [parseJson(before), parseJson(after)];
  if (!isRecord(old) || !isRecord(now)) return false;
  const { members, tooDeep } = outline(after, limits.depth - operationDepth);
  return (
    // a key that comes twice, or what is nested too deeply
    members === countMembers(now) &&
    tooDeep === undefined &&
    [...Object.keys(old), ...Object.keys(now)].every((field) => {
      const [one, other] = [child(old, field), child(now, field)];
      return ownFields.has(field)
        ? isSubset(referencesIn(other), referencesIn(one))
        : JSON.stringify(one) === JSON.stringify(other);
    })
  );
};
