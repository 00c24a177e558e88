/** Options of the client that are no texts, from environment variables. */
import { env } from "./env.js";
import { configError } from "./errors.js";

/** A number; undefined where the variable is unset or empty. */
export function numberInEnv(name: string): number | undefined {
  const text = env(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isNaN(value)) throw configError(`${name} is not a number`);
  return value;
}

/** True for anything but "no"; undefined where the variable is unset or empty. */
export const booleanInEnv = (name: string): boolean | undefined => {
  const text = env(name);
  return text === undefined
    ? undefined
    : !/^(0|false|off|no)$/i.test(text.trim());
};
