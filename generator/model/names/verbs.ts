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

/** The word that says what is done: the first of an id or of a summary. */
export const saidVerb = (words: readonly string[]): string | undefined => {
  const first = words[0]?.toLowerCase();
  // "Updates a job", as summaries put it
  const bare = first?.replace(/s$/, "");
  return bare !== undefined && isKnown(bare) ? bare : first;
};

export const isVerb = (word: string): boolean =>
  downloads.has(word) || isKnown(word);

const isKnown = (word: string): boolean =>
  updates.has(word) || searches.has(word) || plain.has(word);

export const sayingUpdate = (verb: string | undefined): boolean =>
  verb !== undefined && updates.has(verb);

/** Says by itself what a caller gets. */
export const isSearch = (verb: string | undefined): boolean =>
  verb !== undefined && searches.has(verb);

export const isDownload = (verb: string): boolean => downloads.has(verb);

/** A method of that name says nothing of what it is about. */
export const isBareVerb = (name: string): boolean =>
  plain.has(name) || updates.has(name);
