/**
 * The document or documents of one SDK: files, URLs, or documents that a program has made.
 */
import { resolve } from "node:path";
import { isUrl } from "../diagnostics/paths.js";

/** A parsed document, such as a framework returns. */
export type DocumentObject = Readonly<Record<string, unknown>>;

/** A document that was given as data. Messages show places in its JSON. */
export interface GivenDocument {
  /** Where it would be: references to other files start there. */
  readonly path: string;
  readonly text: string;
}

/** A path, a URL, or the document itself. */
export type DocumentInput = string | GivenDocument;

/** Paths become absolute, documents their JSON. */
export const resolveInputs = (
  base: string,
  inputs: string | DocumentObject | readonly (string | DocumentObject)[],
): readonly DocumentInput[] => {
  const all = isList(inputs) ? inputs : [inputs];
  return all.map((input, index) =>
    typeof input === "string"
      ? resolveLocation(base, input)
      : {
          path: resolve(
            base,
            `document${all.length > 1 ? index + 1 : ""}.json`,
          ),
          text: JSON.stringify(input, null, 2),
        },
  );
};

const isList = Array.isArray as (
  value: unknown,
) => value is readonly (string | DocumentObject)[];

const resolveLocation = (base: string, location: string): string =>
  isUrl(location) ? location : resolve(base, location);

/** An absolute path or a URL. */
export const locationOf = (input: DocumentInput): string =>
  typeof input === "string" ? input : input.path;
