/**
 * An entry of `change.approve`, ready to paste into a config.
 */
import type { ReportedChange } from "../report.js";

export interface ApprovalWords {
  readonly reason: string;
  readonly until: string;
  readonly issue?: string;
}

/** Lines of TypeScript; what the document named is in strings. */
export const approveEntry = (
  { kind, where, to, value }: ReportedChange,
  { reason, until, issue }: ApprovalWords,
): string => {
  const named = to ?? valueText(value);
  const fields = [
    `kind: ${quoted(kind)}`,
    `where: ${quoted(where)}`,
    ...(named === undefined ? [] : [`to: ${quoted(named)}`]),
  ];
  return [
    "{",
    `  ${fields.join(", ")},`,
    `  reason: ${quoted(reason)},`,
    ...(issue === undefined ? [] : [`  issue: ${quoted(issue)},`]),
    `  until: ${quoted(until)},`,
    "},",
  ].join("\n");
};

/** A text without the quotes that it has as a type. */
const valueText = (value: string | undefined): string | undefined => {
  try {
    const parsed: unknown = JSON.parse(value ?? "");
    return typeof parsed === "string" ? parsed : value;
  } catch {
    return value;
  }
};

/** A string of JSON in which nothing is invisible. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\p{Cf}\p{Cs}]/gu,
    (character) =>
      character
        .split("")
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
        .join(""),
  );
