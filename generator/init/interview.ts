/**
 * Where an answer comes from: a flag, what was found, or a person. Without a terminal nobody is asked,
 * and what is missing is an error that names the flag.
 */
import { UsageError } from "../index.js";
import { printable } from "../diagnostics/printable.js";
import type { Choice, Dialog } from "./dialog.js";
import { shellWord } from "./shell-word.js";

export interface Question {
  /** `--license`, or the name of an argument. */
  readonly flag: string;
  readonly message: string;
  /** The value of the flag. */
  readonly given?: string | undefined;
  readonly found?: string | undefined;
  /**
   * `sure`: nobody is asked. `likely`: a person on a terminal may change it. `doubtful`: someone has to
   * agree, by the flag, by `--yes` or on a terminal.
   */
  readonly certainty: "sure" | "likely" | "doubtful";
  /** Why a finding is in doubt, or what is missing. */
  readonly reason?: string;
  readonly choices?: readonly Choice[];
  readonly check?: (value: string) => string | undefined;
}

export interface Interview {
  /** Absent without a terminal. */
  readonly dialog?: Dialog | undefined;
  /** All findings are agreed to. */
  readonly yes: boolean;
}

/** @throws UsageError for a value that cannot be, or that nobody gave */
export const answer = async (
  question: Question,
  { dialog, yes }: Interview,
): Promise<string> => {
  const { flag, given, found, certainty } = question;
  if (given !== undefined) return checked(question, given);
  const isTaken = certainty === "sure" || yes;
  if (found !== undefined && isTaken) return checked(question, found);
  if (dialog && !yes) return ask(question, dialog);
  if (found !== undefined && certainty === "likely")
    return checked(question, found);
  const { reason = "it was not found" } = question;
  throw new UsageError(
    `${flag} is missing: ${printable(reason)}` +
      (found === undefined
        ? ""
        : `; pass ${flag} ${shellWord(found)} or --yes to take ${printable(found)}`),
  );
};

const ask = (
  { message, found = "", choices, check }: Question,
  dialog: Dialog,
): Promise<string> =>
  choices
    ? dialog.select({ message, initial: found, choices })
    : dialog.text({ message, initial: found, check: check ?? notEmpty });

const notEmpty = (value: string): string | undefined =>
  value.trim() === "" ? "It must not be empty." : undefined;

const checked = (
  { flag, choices, check = notEmpty }: Question,
  value: string,
): string => {
  const names = choices?.map((choice) => choice.value);
  const problem =
    names && !names.includes(value)
      ? `It is one of ${names.join(", ")}.`
      : check(value);
  if (problem === undefined) return value;
  throw new UsageError(`${flag} ${shellWord(value)}: ${problem}`);
};
