/** Reads environment variables. Browsers and some workers have none. */

/**
 * The value of an environment variable; undefined if it is unset, empty or may
 * not be read.
 */
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
    // Deno throws without `--allow-env`.
    return undefined;
  }
}

/** True if an environment variable is set to anything but "no". */
export const isEnabled = (name: string): boolean =>
  !/^(0|false|off|no|)$/i.test(env(name)?.trim() ?? "");
