/**
 * JSON Pointers: read from references, followed in values, built while walking.
 *
 * Names come from the document, so a step only ever follows an own property: `#/__proto__/x` and
 * `#/constructor` lead nowhere unless the document has members of that name.
 */
import type { Pointer } from "./document.js";
import { isRecord } from "./records.js";

/** A pointer under construction: linked, because only the few that are reported become arrays. */
export interface Path {
  readonly parent: Path | undefined;
  readonly token: string;
}

/** @param below further tokens, from the end of `path` */
export const toPointer = (
  path: Path | undefined,
  ...below: readonly string[]
): Pointer => {
  const tokens: string[] = [];
  for (let step = path; step !== undefined; step = step.parent) {
    tokens.push(step.token);
  }
  return [...tokens.reverse(), ...below];
};

/** @param base what `pointer` is relative to; by default, the root */
export const toPath = (pointer: Pointer, base?: Path): Path | undefined =>
  pointer.reduce<Path | undefined>(
    (parent, token) => ({ parent, token }),
    base,
  );

const arrayIndex = /^(?:0|[1-9]\d*)$/;

/** The member or item, undefined when there is none (JSON has no undefined). */
export const child = (value: unknown, token: string): unknown => {
  if (Array.isArray(value)) {
    return arrayIndex.test(token)
      ? (value as unknown[])[Number(token)]
      : undefined;
  }
  return isRecord(value) && Object.hasOwn(value, token)
    ? value[token]
    : undefined;
};

/** The value that a pointer leads to; undefined when there is none. */
export const valueAt = (root: unknown, pointer: Pointer): unknown =>
  pointer.reduce(child, root);

/** The pointer of a reference into the same document; undefined for any other. */
export const parseReference = (reference: string): Pointer | undefined =>
  reference.startsWith("#") ? parsePointer(reference.slice(1)) : undefined;

/**
 * Reads the fragment of a reference. Undefined when it is not a JSON Pointer.
 *
 * Percent signs that escape nothing are kept as they are: documents name schemas `a%b`.
 */
export const parsePointer = (fragment: string): Pointer | undefined => {
  const text = decodePercent(fragment);
  if (text === "") return [];
  if (!text.startsWith("/")) return undefined;
  return /~(?![01])/.test(text)
    ? undefined
    : text.slice(1).split("/").map(unescapeToken);
};

const decodePercent = (text: string): string => {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** RFC 6901 section 4: `~1` is `/` and `~0` is `~`; no other character may follow a tilde. */
export const unescapeToken = (token: string): string =>
  token.replaceAll("~1", "/").replaceAll("~0", "~");

/** `#/components/schemas/a~1b`, for messages. */
export const printPointer = (pointer: Pointer): string =>
  ["#", ...pointer]
    .map((token) => token.replaceAll("~", "~0").replaceAll("/", "~1"))
    .join("/");

/** Like `printPointer`, with what a URI fragment cannot hold percent-encoded. */
export const printReference = (pointer: Pointer): string =>
  printPointer(
    pointer.map((token) => token.replaceAll("%", "%25").replaceAll("#", "%23")),
  );
