/** Clients of the three packages for one server on this machine. */
import { AhaSend } from "../../../generated/ahasend/src/index.js";
import type { AhaSendOptions } from "../../../generated/ahasend/src/index.js";
import { Feldera } from "../../../generated/feldera/src/index.js";
import { OpenRouter } from "../../../generated/openrouter/src/index.js";

/** In every test, so that it can be looked for where it must not be. */
export const secret = "sk-SECRET-of-the-caller";

export const account = "6a1f0c52-3d8e-4b7a-9c41-2e5f8d07b3a6";

export const ahasend = (
  baseURL: string,
  options: AhaSendOptions = {},
): AhaSend =>
  new AhaSend({ apiKey: secret, accountId: account, baseURL, ...options });

export const feldera = (baseURL: string): Feldera =>
  new Feldera({ apiKey: secret, baseURL });

export const openrouter = (baseURL: string): OpenRouter =>
  new OpenRouter({ apiKey: secret, baseURL });

/** What `AhaSend.apiKeys.create` needs. */
export const newKey = { label: "CI", scopes: ["messages:send:all"] } as const;

/** The error that a call ends with. */
export const failure = async (call: PromiseLike<unknown>): Promise<unknown> => {
  let value: unknown;
  try {
    value = await call;
  } catch (error) {
    return error;
  }
  throw new Error(`no error, but ${JSON.stringify(value)}`);
};
