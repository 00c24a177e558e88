/**
 * Options of the commands that say what changes for callers.
 */
import { InvalidArgumentError, Option } from "commander";
import { isDay } from "../change/approvals.js";

export const failOnOption = new Option(
  "--fail-on <class>",
  "exit with 1 when a change of this class or above is not approved",
).choices(["breaking", "feature", "fix"]);

const day = (text: string): string => {
  if (!isDay(text)) throw new InvalidArgumentError("It is like 2027-01-31.");
  return text;
};

export const dayOption = new Option(
  "--now <day>",
  "the day for which approvals hold; default: today",
).argParser(day);
