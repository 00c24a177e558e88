/**
 * JSON in files that people read: with every character that they would not see as an escape.
 */

/** What a reader of a file would not see, or see in another order. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

export const hasInvisible = (text: string): boolean =>
  text.search(invisible) !== -1;

/** JSON on one line, with everything that cannot be seen as an escape. */
export const quoted = (json: string): string =>
  json.replace(invisible, (characters) =>
    characters
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );
