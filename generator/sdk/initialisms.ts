/**
 * Words that an earlier SDK writes in capitals: `APIKeys`, `clientID`.
 */
const initialisms: ReadonlySet<string> = new Set([
  "api",
  "http",
  "https",
  "id",
  "sdk",
  "url",
]);

/** `id` -> `ID`, `ids` -> `IDs`; undefined for any other word. */
export const asInitialism = (word: string): string | undefined => {
  const small = word.toLowerCase();
  if (initialisms.has(small)) return small.toUpperCase();
  const singular = small.replace(/s$/, "");
  return initialisms.has(singular) ? `${singular.toUpperCase()}s` : undefined;
};

/** `ApiKeyIds` -> `APIKeyIDs` */
export const withInitialisms = (name: string): string =>
  name.replace(/\p{Lu}\p{Ll}+/gu, (word) => asInitialism(word) ?? word);
