/**
 * The environment variables of a client's options.
 */
import { environmentName } from "./casing.js";

/** Names the variables of options, and notes those that are not read. */
export class EnvironmentVariables {
  readonly #unread = new Set<string>();

  /** @param prefix of the variables that the config does not name: `ACME` */
  constructor(readonly prefix: string) {}

  /** @param env the name in the config; `false`: the client reads none, and only samples name a variable */
  of(option: string, env: string | false | undefined): string {
    const name = env || `${this.prefix}_${environmentName(option)}`;
    if (env === false) this.#unread.add(name);
    return name;
  }

  get unread(): readonly string[] {
    return [...this.#unread].sort();
  }
}
