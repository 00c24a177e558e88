/**
 * Text of a document in messages.
 */

/** Cuts long text and shows control characters, so that a document cannot control the terminal. */
export const printable = (text: string): string => {
  const shown = text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) =>
      `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}}`,
  );
  return shown.length > 200
    ? shown.slice(0, 199).replace(/\p{Cs}$/u, "") + "…"
    : shown;
};
