/** What a client was given, as clients of an earlier SDK show it. */
import type { Core } from "./client.js";

/** Settings by name, those of the API's own among them. */
const settingsOf = (client: Core): Readonly<Record<string, unknown>> =>
  client["~settings"]() as object as Readonly<Record<string, unknown>>;

/** An option, as it was passed or read from the environment. */
export const givenOption = <T>(client: Core, name: string, otherwise: T): T =>
  (settingsOf(client)[name] as T | null | undefined) ?? otherwise;

/**
 * A credential that is a text; null for one that a function supplies.
 *
 * @param holder the option that has it as a member, where another one does
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
