/**
 * Whether a service runs the program for a repository: nobody waits at a terminal, and the answer must
 * not depend on what an earlier run left.
 */
export const isCI = (
  env: Readonly<Record<string, string | undefined>>,
): boolean => !/^(?:0|false)?$/i.test(env["CI"] ?? "");
