import { printable } from "../diagnostics/printable.js";

/** A text as one word of a shell: quoted where it is not plain. */
export const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text)
    ? text
    : `'${printable(text).replaceAll("'", `'\\''`)}'`;
