/**
 * Runs the `transform` of a config over a document. It is code of the package's owner; what it
 * returns is copied as JSON, and what it moved keeps the place where it was written.
 */
import type { DocumentTransform } from "../config/config.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Pointer } from "../openapi/document.js";
import { isRecord, type JsonObject, setOwn } from "../openapi/records.js";
import { limits } from "./read/read.js";
import { type Located, SourceLocations } from "./read/source-locations.js";

/** Undefined when it failed, or returned what is not JSON; both are reported. */
export const applyTransform = async (
  { value, locator }: Located,
  transform: DocumentTransform,
  diagnostics: Diagnostics,
): Promise<Located | undefined> => {
  const origins = new Map<unknown, Pointer>();
  const given = copyJson(value, [], (copied, pointer) => {
    origins.set(copied, pointer);
  });
  try {
    const returned = (await transform(given)) ?? given;
    const locations = new SourceLocations(locator);
    const copy = copyJson(returned, [], (_, pointer, copied) => {
      const origin = origins.get(copied);
      if (origin) locations.set(pointer, origin);
    });
    return { value: copy, locator: locations };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    diagnostics.report("transform-failed", { reason });
    return undefined;
  }
};

/**
 * A copy of a JSON value, in which nothing occurs twice.
 * @param onCopy called for each object and array: the copy, its pointer, and what it is a copy of
 * @throws for a value that JSON has not
 */
const copyJson = (
  value: unknown,
  pointer: Pointer,
  onCopy: (copy: unknown, pointer: Pointer, of: unknown) => void,
): unknown => {
  if (typeof value !== "object" || value === null) {
    if (isJsonScalar(value)) return value;
    throw new Error(
      `${shown(pointer)} is a ${typeof value}, which JSON has not`,
    );
  }
  if (pointer.length > limits.depth)
    throw new Error(
      `it contains itself, or more than ${limits.depth} levels, at ${shown(pointer.slice(0, 5))}`,
    );
  const copy: unknown[] | JsonObject = Array.isArray(value) ? [] : {};
  onCopy(copy, pointer, value);
  for (const [key, member] of Object.entries(value)) {
    // JSON leaves such members out, too.
    if (member === undefined) continue;
    const copied = copyJson(member, [...pointer, key], onCopy);
    if (isRecord(copy)) setOwn(copy, key, copied);
    else copy.push(copied);
  }
  return copy;
};

const isJsonScalar = (value: unknown): boolean =>
  value === null ||
  typeof value === "string" ||
  typeof value === "boolean" ||
  Number.isFinite(value);

const shown = (pointer: Pointer): string =>
  pointer.length === 0 ? "the document" : pointer.join(".");
