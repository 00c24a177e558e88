/**
 * What all functions of the SDK take: the options of the caller and the facts of the API.
 * Nothing of it can be seen from outside, so that printing a client shows no secret.
 */
import { configError } from "./errors.js";
import type { Authenticator } from "./operation.js";
import type { ClientOptions } from "./options.js";
import { withoutPrototype } from "./without-prototype.js";

export type { ClientOptions } from "./options.js";

/** What generated code knows about the API. */
export interface APIDescription {
  /** The document's server; without one, the caller has to pass `baseURL`. */
  readonly baseURL?: string | undefined;
  /** Fills in the variables of an operation's own server. */
  readonly expandServer?: ((template: string) => string) | undefined;
  /** Adds the credentials, where the API takes any. */
  readonly auth?: Authenticator | undefined;
  /** Values of path parameters that were given to the client once. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** @internal The options of the caller and the facts of the API. */
export interface Settings
  extends ClientOptions, Omit<APIDescription, "baseURL" | "parameters"> {
  /** The server's URL. */
  url: string;
  parameters: Readonly<Record<string, unknown>>;
}

/** The part of a client that functions need. The client with methods extends it. */
export class Core {
  readonly #settings: Settings;

  constructor(options: ClientOptions, api: APIDescription = {}) {
    const { baseURL, ...facts } = withoutPrototype(api);
    const settings = withoutPrototype({ ...options, ...facts } as Settings);
    settings.url = normalizeServerURL(settings.baseURL ?? baseURL);
    settings.parameters = withoutPrototype(facts.parameters);
    this.#settings = settings;
  }

  /** @internal A method, so that functions of another copy of the package work too. */
  "~settings"(): Settings {
    return this.#settings;
  }
}

/** @internal A server's URL, checked and without a slash at its end. */
export const normalizeServerURL = (url = ""): string => {
  if (!/^https?:\/\/[\w[][^\s?#@\\]*$/.test(url))
    // Without the URL: there could be a password in it.
    throw configError("invalid value for baseURL");
  return url.replace(/\/+$/, "");
};
