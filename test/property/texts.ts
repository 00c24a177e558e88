/**
 * Any text that a document may hold, with those that have broken generators more often than chance.
 */
import fc from "fast-check";
import { nastyStrings } from "../support/nasty-strings.js";

/** Any code units, known attacks, and attacks among any code units. */
export const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(...nastyStrings),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...nastyStrings),
        fc.string({ unit: "binary", maxLength: 5 }),
        fc.constantFrom(...Array.from("*/`\"'\\$}{@#\n\r\u2028<>[]()-_|%")),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
);
