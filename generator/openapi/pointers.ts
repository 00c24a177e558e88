/**
 * JSON Pointers: read from references, followed in values, built while walking.
 *
 * Names come from the document, so a step only ever follows an own property: `#/__proto__/x` and
 * `#/constructor` lead nowhere unless the document has members of that name.
 */
import type { Pointer } from "./document.js";

/** A pointer under construction: linked, because only the few that are reported become arrays. */
export interface Path {
  readonly parent: Path | undefined;
  readonly token: string;
}

export const toPointer = (path: Path | undefined): Pointer => {
  const tokens: string[] = [];
  for (let step = path; step !== undefined; step = step.parent) {
    tokens.push(step.token);
  }
  return tokens.reverse();
};

export const toPath = (pointer: Pointer): Path | undefined =>
  pointer.reduce<Path | undefined>(
    (parent, token) => ({ parent, token }),
    undefined,
  );

/** Any JSON object; arrays and null are none. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The type of a value, for messages. */
export const typeName = (value: unknown): string => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
      return "text";
    case "number":
      return "a number";
    case "boolean":
      return String(value);
    default:
      return "an object";
  }
};

const arrayIndex = /^(?:0|[1-9]\d*)$/;

/** The member or item, undefined when there is none (JSON has no undefined of its own). */
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

export const valueAt = (root: unknown, pointer: Pointer): unknown => {
  let value = root;
  for (const token of pointer) {
    if (value === undefined) return undefined;
    value = child(value, token);
  }
  return value;
};

/** Members whose names are computed. */
export const remove = (target: Record<string, unknown>, key: string): void => {
  Reflect.deleteProperty(target, key);
};

/** Sets an own property even when its name is `__proto__`. */
export const setOwn = (
  target: Record<string, unknown>,
  key: string,
  value: unknown,
): void => {
  if (key === "__proto__") {
    Object.defineProperty(target, key, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  } else {
    target[key] = value;
  }
};

/**
 * Reads the part of a reference after `#`. Undefined when it is no JSON Pointer.
 *
 * Percent signs that escape nothing are kept as they are: documents name schemas `a%b`.
 */
export const parsePointer = (fragment: string): Pointer | undefined => {
  const text = decodePercent(fragment);
  if (text === "") return [];
  if (!text.startsWith("/")) return undefined;
  const tokens: string[] = [];
  for (const token of text.slice(1).split("/")) {
    const plain = unescape(token);
    if (plain === undefined) return undefined;
    tokens.push(plain);
  }
  return tokens;
};

const decodePercent = (text: string): string => {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** RFC 6901: `~0` is `~`, `~1` is `/`, no other may follow a tilde. */
const unescape = (token: string): string | undefined =>
  /~(?![01])/.test(token)
    ? undefined
    : token.replaceAll("~1", "/").replaceAll("~0", "~");

/** `#/components/schemas/a~1b`; only what would be read back as something else is encoded. */
export const printReference = (pointer: Pointer): string =>
  "#" +
  pointer
    .map(
      (token) =>
        "/" +
        token
          .replaceAll("~", "~0")
          .replaceAll("/", "~1")
          .replaceAll("%", "%25")
          .replaceAll("#", "%23"),
    )
    .join("");

/** Like `map` of a list; a value that is no object stays. */
export const mapValues = (
  fields: Record<string, unknown>,
  convert: (value: unknown, key: string) => unknown,
): Record<string, unknown> => {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(fields)) {
    setOwn(result, key, convert(fields[key], key));
  }
  return result;
};
