/**
 * Words that an earlier SDK writes in capitals: `APIKeys`, `clientID`.
 */
export const initialisms: ReadonlySet<string> = new Set([
  "api",
  "http",
  "https",
  "id",
  "sdk",
  "url",
]);

/** `ApiKeyIds` -> `APIKeyIDs` */
export const withInitialisms = (name: string): string =>
  name.replace(/\p{Lu}\p{Ll}+/gu, (word) => {
    const small = word.toLowerCase();
    if (initialisms.has(small)) return word.toUpperCase();
    // `listIds` is `listIDs`.
    const [, one = ""] = /^(.+)s$/.exec(small) ?? [];
    return initialisms.has(one) ? `${one.toUpperCase()}s` : word;
  });
