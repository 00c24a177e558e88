/**
 * Names of properties as openapi-typescript can take them: it reads them as parts of JSON Pointers
 * in URIs, and throws at a `%` that begins no escape. Such names travel under another spelling.
 */
import type { Plain } from "./keywords.js";
import { isRecord } from "../references.js";

/** Begins a name that is spelled in code units; a name that begins so itself is spelled too. */
const mark = "\ue000";

const isPlain = (name: string): boolean =>
  !/[%#]/.test(name) && !name.startsWith(mark);

const spelled = (name: string): string =>
  isPlain(name)
    ? name
    : mark +
      Array.from({ length: name.length }, (_, index) =>
        name.charCodeAt(index).toString(16).padStart(4, "0"),
      ).join("");

/** The name in the document. */
export const writtenName = (name: string): string =>
  name.startsWith(mark)
    ? name
        .slice(1)
        .replace(/.{4}/g, (unit) =>
          String.fromCharCode(Number.parseInt(unit, 16)),
        )
    : name;

/** Schemas whose names are spelled already. */
const done = new WeakSet<Plain>();

/** The schema with all its names spelled; undefined where they can stay as they are. */
export function withPlainKeys(schema: Plain): Plain | undefined {
  const { properties, required } = schema;
  if (
    done.has(schema) ||
    !isRecord(properties) ||
    Object.keys(properties).every(isPlain)
  )
    return undefined;
  const copy = {
    ...schema,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, value]) => [spelled(name), value]),
    ),
    ...(Array.isArray(required) && {
      required: required.map((name) => spelled(String(name))),
    }),
  };
  done.add(copy);
  return copy;
}
