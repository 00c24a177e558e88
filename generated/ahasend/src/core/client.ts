/**
 * The client that all functions of the SDK take. It holds the caller's options
 * and what is known of the API in a private field, so that printing a client
 * shows no secret.
 */
import { configError } from "./errors.js";
import type { Authenticator, Operation } from "./operation.js";
import type { ClientOptions } from "./options.js";
import { withoutPrototype } from "./without-prototype.js";

export type { ClientOptions } from "./options.js";

/** What generated code knows of the API. */
export interface APIDescription {
  /**
   * The document's server URL; without one, the caller has to pass `baseURL`.
   */
  readonly url?: string | undefined;
  /** Expands the variables in the server URL of an operation. */
  readonly expandServer?: ((template: string) => string) | undefined;
  /** Adds credentials to a request, if the API takes any. */
  readonly auth?: Authenticator | undefined;
  /**
   * What is done besides with the arguments of every call; see
   * `client-paths.ts` and `check-params.ts`.
   */
  readonly extras?:
    | ((operation: Operation, params: Record<string, unknown>) => void)
    | undefined;
}

/** @internal The caller's options together with what is known of the API. */
export interface Settings extends ClientOptions, Omit<APIDescription, "url"> {
  /** The server's URL, without a slash at its end. */
  url: string;
}

/**
 * What functions need of a client. The client class with resources extends it.
 */
export class Core {
  readonly #settings: Settings;

  constructor(options: ClientOptions, api: APIDescription = {}) {
    const settings = withoutPrototype(options as Settings, api);
    settings.url = normalizeServerURL(settings.baseURL ?? settings.url);
    this.#settings = settings;
  }

  /**
   * @internal A public method, because a private field cannot be read by
   * another copy of the package.
   */
  "~settings"(): Settings {
    return this.#settings;
  }
}

/** @internal Checks a server's URL and removes slashes from its end. */
export const normalizeServerURL = (url = ""): string => {
  if (!/^https?:\/\/[\w[][^\s?#@\\]*$/.test(url))
    // The URL is not shown: it may hold a password.
    throw configError("invalid value for baseURL");
  // Matches from the character before the slashes, so that a run of them is
  // read once.
  return url.replace(/([^/])\/+$/, "$1");
};
