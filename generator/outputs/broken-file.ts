/**
 * A file of a plugin that does not parse: found when it is formatted, which is when it is written.
 */
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Collected } from "../plugin/collect.js";

/**
 * Reports a file of a plugin that does not parse.
 *
 * @param error what formatting threw
 * @throws the error, where the file is no plugin's: a bug of ours
 */
export const reportBrokenFile = (
  error: unknown,
  writers: Collected["writers"],
  diagnostics: Diagnostics,
): void => {
  const message = error instanceof Error ? error.message : "";
  const [, path = "", reason = ""] =
    /^the generated (\S+) does not parse: (.*)/.exec(message) ?? [];
  const plugin = writers.get(path);
  if (plugin === undefined) throw error;
  diagnostics.report("plugin-refused", {
    ...{ plugin, action: `writes ${path}` },
    reason: `it does not parse: ${reason}`,
  });
};
