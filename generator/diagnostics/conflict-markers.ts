/**
 * What git leaves in a text where branches met in the same lines.
 */

/** Where a merge has left its first marker; -1 where it has not. */
export const conflictIn = (text: string): number =>
  // Most texts have none of it, which this says in no time.
  text.includes("<<<<<<<") &&
  /^={7}\r?$/m.test(text) &&
  /^>{7}(?: |\r?$)/m.test(text)
    ? text.search(/^<{7}(?: |\r?$)/m)
    : -1;
