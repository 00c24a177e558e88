/**
 * A file of a plugin that cannot be written: what makes it throws, or it does not parse. Both are found
 * when it is written.
 */
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Collected } from "../plugin/collect.js";
import { PluginFailure } from "../plugin/failure.js";

/**
 * Reports a file of a plugin that cannot be written.
 *
 * @param error what making or formatting it threw
 * @throws the error, where the file is no plugin's: an internal error
 */
export const reportBrokenFile = (
  error: unknown,
  writers: Collected["writers"],
  diagnostics: Diagnostics,
): void => {
  if (error instanceof PluginFailure) {
    reportFailure(error.plugin, error.message, diagnostics);
    return;
  }
  const message = error instanceof Error ? error.message : "";
  const [, path = "", reason = ""] =
    /^the generated (\S+) (.*)/.exec(message) ?? [];
  const plugin = writers.get(path);
  if (plugin === undefined) throw error;
  diagnostics.report("plugin-refused", {
    plugin,
    action: `writes ${path}`,
    reason: `it ${reason}`,
  });
};

/** Reports what a plugin threw: a line of it. */
export const reportFailure = (
  plugin: string,
  reason: string,
  diagnostics: Diagnostics,
): void => {
  const [line = ""] = reason.split("\n", 1);
  diagnostics.report("plugin-failed", { plugin, reason: line });
};
