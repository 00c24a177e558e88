/** Reads the environment where there is one; browsers and some workers have none. */

/** The value of an environment variable; undefined when unset, empty or not allowed. */
export function env(name: string): string | undefined {
  try {
    const { process } = globalThis as {
      process?: { env?: Record<string, string | undefined> };
    };
    const variables = process?.env;
    return variables && Object.hasOwn(variables, name)
      ? variables[name] || undefined
      : undefined;
  } catch {
    // Deno throws without `--allow-env`: the same as unset.
    return undefined;
  }
}
