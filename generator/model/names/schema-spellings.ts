/** Names of schemas without what a framework makes of them. */
import type { Schema } from "../../openapi/document.js";
import type { OperationEntry } from "../resources/entries.js";
import { splitWords } from "./casing.js";
import { bodySpellings } from "./operation-ids.js";
import { namesWithoutPackages } from "./schema-packages.js";
import { isSchemaObject } from "../references.js";

type Schemas = Readonly<Record<string, Schema>>;

/** `Body_upload_photo` and `Item`, by the name in the document: `Body_upload_photo_items__post`, `def-0`. */
export const schemaSpellings = (
  schemas: Schemas = {},
  entries: readonly OperationEntry[],
): ReadonlyMap<string, string> =>
  new Map([
    ...namesWithoutPackages(Object.keys(schemas)),
    ...bodySpellings(entries),
    ...titlesOfNumbered(schemas),
  ]);

/** A schema that was only counted: `def-0` (Fastify), `__schema3` (zod), `schema-2` (bundlers). */
export const isOnlyCounted = (name: string): boolean =>
  /^(?:_*(?:def|schema)[-_]?)?\d+$/i.test(name);

/** Longer ones are sentences. */
const mostWords = 5;

/**
 * What was only counted is called by its title, which stays when the count changes: where that is
 * nothing else's name.
 */
function* titlesOfNumbered(
  schemas: Schemas,
): Generator<readonly [string, string]> {
  const numbered = Object.entries(schemas)
    .filter(([name]) => isOnlyCounted(name))
    .map(([name, schema]) => [name, titleOf(schema)] as const);
  const counts = new Map<string, number>();
  for (const [, title] of numbered)
    counts.set(title, (counts.get(title) ?? 0) + 1);
  for (const [name, title] of numbered) {
    const length = splitWords(title).length;
    const isName = length > 0 && length <= mostWords;
    if (isName && counts.get(title) === 1 && !Object.hasOwn(schemas, title))
      yield [name, title];
  }
}

/** Empty where there is none. */
const titleOf = (schema: Schema): string => {
  const title = isSchemaObject(schema) ? schema.title : undefined;
  return typeof title === "string" ? title : "";
};
