/** The options of a client as its properties, as in an earlier SDK. */
import type { Core } from "./client.js";

/** Settings by name, including those of options that only this API has. */
const settingsOf = (client: Core): Readonly<Record<string, unknown>> =>
  client["~settings"]() as object as Readonly<Record<string, unknown>>;

/** An option as it was passed, or read from the environment. */
export const givenOption = <T>(client: Core, name: string, otherwise: T): T =>
  (settingsOf(client)[name] as T | null | undefined) ?? otherwise;

/**
 * A credential that is a string; null for one that a function supplies.
 *
 * @param holder the option that may have the credential as a member
 */
export const givenText = (
  client: Core,
  name: string,
  holder?: string,
): string | null => {
  const settings = settingsOf(client);
  const held = holder === undefined ? undefined : settings[holder];
  const value =
    settings[name] ?? (Object(held) as Record<string, unknown>)[name];
  const [text] = [value].flat();
  return typeof text === "string" ? text : null;
};
