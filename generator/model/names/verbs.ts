/**
 * The English verbs that operationIds and summaries begin with, as far as naming needs them.
 */

const updates = new Set([
  ...["update", "modify", "change", "edit", "set", "replace", "patch", "put"],
  ...["save", "upsert", "configure"],
]);

const searches = new Set([
  ...["search", "find", "query", "lookup", "count", "check", "verify"],
  "validate",
]);

const downloads = new Set(["download", "export", "render", "preview"]);

const plain = new Set([
  ...["get", "list", "find", "fetch", "retrieve", "read", "show", "index"],
  ...["create", "add", "post", "store", "delete", "remove", "destroy"],
]);

/** The first word of an operationId or a summary, in its base form where it is a known verb. */
export const leadingVerb = (words: readonly string[]): string | undefined => {
  const first = words[0]?.toLowerCase();
  // Summaries write "Updates a job".
  const bare = first?.replace(/s$/, "");
  return bare !== undefined && isKnown(bare) ? bare : first;
};

export const isVerb = (word: string): boolean =>
  downloads.has(word) || isKnown(word);

const isKnown = (word: string): boolean =>
  updates.has(word) || searches.has(word) || plain.has(word);

export const isUpdate = (verb: string | undefined): boolean =>
  verb !== undefined && updates.has(verb);

/** True of verbs that need no noun: what they search for is the resource. */
export const isSearch = (verb: string | undefined): boolean =>
  verb !== undefined && searches.has(verb);

export const isDownload = (verb: string): boolean => downloads.has(verb);

/** True of verbs that need a noun: `updateSettings`, not `update`. */
export const needsNoun = (name: string): boolean =>
  plain.has(name) || updates.has(name);
