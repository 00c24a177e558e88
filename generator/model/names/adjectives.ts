/**
 * Words that say which of the things, and that nobody takes for a thing: `getFull`, `listPublished`.
 */

/** The commonest: `getCurrent`, `createBatch`. */
export const isCommonAdjective = (word: string): boolean =>
  /^(active|all|archived|available|batch|bulk|current|default|deleted|latest|many|multiple|my|new|own|pending|private|public|recent|several|single)$/i.test(
    word,
  );

const others: ReadonlySet<string> = new Set(
  `additional alpha annual anonymous beta canonical complete concurrent custom daily distinct dynamic
  effective eligible empty entire existing experimental external final free full generic global
  hidden historic historical inactive incoming inherited initial internal invalid last legacy live
  local missing monthly more next nightly ongoing open optional outgoing partial past permanent
  personal popular possible preliminary previous primary random raw remote secondary similar simple
  special specific stable static top total trending unique unread unused upcoming upstream valid
  visible weekly`
    .trim()
    .split(/\s+/),
);

/** Words that end like a participle and are none. */
const nouns =
  /^(breed|creed|embed|greed|hundred|infrared|moped|newsfeed|speed|steed)$/;

export const isAdjective = (word: string): boolean => {
  const lower = word.toLowerCase();
  return (
    isCommonAdjective(lower) ||
    others.has(lower) ||
    (lower.length > 4 && lower.endsWith("ed") && !nouns.test(lower))
  );
};
