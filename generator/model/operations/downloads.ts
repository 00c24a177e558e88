/**
 * Operations that answer with a file, as the config says: `downloads`.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { MediaType } from "../../openapi/document.js";
import type { OperationEntry } from "../resources/entries.js";
import { responseKinds, type StatusResponse } from "./formats.js";
import { chooseMedia, withoutRanges } from "./media-types.js";
import { patternOf, type OperationPattern } from "./operation-patterns.js";

export class Downloads {
  readonly #patterns: readonly OperationPattern[];
  readonly #diagnostics: Diagnostics;

  constructor(operations: readonly string[] = [], diagnostics: Diagnostics) {
    this.#patterns = operations.map(patternOf);
    this.#diagnostics = diagnostics;
  }

  has(entry: OperationEntry): boolean {
    const matching = this.#patterns.filter(({ matches }) => matches(entry));
    for (const pattern of matching) pattern.isUsed = true;
    return matching.length > 0;
  }

  /** Reports what names no operation, when all of them have been asked for. */
  report(): void {
    for (const { text, isUsed } of this.#patterns)
      if (!isUsed) this.#diagnostics.report("downloads-unknown", { text });
  }
}

const file: MediaType = { schema: { type: "string", format: "binary" } };

const isFile = (type: string): boolean => {
  const { kind } = chooseMedia({ [type]: file }, responseKinds) ?? {};
  return kind === "text" || kind === "binary";
};

/**
 * Responses of success as those of a file. Its media types are those that the document has: data and
 * events are none. There may be no response.
 */
export const asFiles = (
  responses: readonly StatusResponse[],
): readonly StatusResponse[] =>
  (responses.length > 0
    ? responses
    : [{ status: "default", response: {} }]
  ).map(({ status, response }) => {
    const types = Object.keys(withoutRanges(response.content)).filter(isFile);
    const content = Object.fromEntries(
      (types.length > 0 ? types : ["*/*"]).map((type) => [type, file]),
    );
    return { status, response: { ...response, content } };
  });
