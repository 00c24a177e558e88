/**
 * The headers that go with the request for a document. Their values may name variables of the
 * environment, so that a secret stands neither in the config nor in the history of a shell.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";

type Headers = Readonly<Record<string, string>>;

/** `Bearer ${API_TOKEN}` -> `Bearer s3cret`; undefined when something was reported. */
export const expandHeaders = (
  headers: Headers,
  environment: Readonly<Record<string, string | undefined>>,
  diagnostics: Diagnostics,
): Headers | undefined => {
  const problems = new Set<string>();
  const expanded = Object.entries(headers).map(([name, text]) => {
    const value = text.replace(/\$\{(\w+)\}/g, (_, variable: string) => {
      const found = environment[variable];
      if (found !== undefined) return found.trim();
      problems.add(name);
      diagnostics.report("header-variable", { name, variable });
      return "";
    });
    // The value is a secret: it is never shown.
    if (!isName(name) || /[^\t\x20-\x7e\x80-\xff]/.test(value)) {
      problems.add(name);
      diagnostics.report("header-invalid", { name });
    }
    return [name, value] as const;
  });
  return problems.size > 0 ? undefined : Object.fromEntries(expanded);
};

const isName = (name: string): boolean => /^[\w!#$%&'*+.^`|~-]+$/.test(name);
