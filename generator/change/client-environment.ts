/**
 * Environment variables that the client reads.
 */
import type { Finding } from "./finding.js";

/** No compiler tells: what was read from one variable is read from another one. */
export const renamedVariable = (
  before: string,
  after: string,
): readonly Finding[] =>
  before === after
    ? []
    : [{ kind: "environment-renamed", where: `env.${before}`, to: after }];
