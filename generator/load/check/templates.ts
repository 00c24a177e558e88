/**
 * `{name}` in paths and server URLs. A `$` before the brace makes it plain text: `${name}` is what
 * other template languages write, no URL holds it on purpose.
 */
export interface Template {
  /** The names between braces, in order, repetitions included. */
  readonly names: readonly string[];
  /** A brace without its partner, or one inside another. */
  readonly isBalanced: boolean;
}

export const readTemplate = (text: string): Template => {
  const names: string[] = [];
  const rest = text.replace(
    /(\$?)\{([^{}]*)\}/g,
    (_whole, dollar: string, name: string) => {
      if (dollar === "") names.push(name);
      return "";
    },
  );
  return { names, isBalanced: !/[{}]/.test(rest) };
};

/** Writes values in the place of the names; names without a value stay. */
export const fillTemplate = (
  text: string,
  valueOf: (name: string) => string | undefined,
): string =>
  text.replace(/(\$?)\{([^{}]*)\}/g, (whole, dollar: string, name: string) =>
    dollar === "" ? (valueOf(name) ?? whole) : whole,
  );
