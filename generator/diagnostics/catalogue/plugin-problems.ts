/** What can be wrong with outputs beside the SDK, and what they say. */
import { error, warning } from "./entry.js";

export const pluginProblems = {
  "plugin-refused": error(
    "the plugin {plugin} {action}: {reason}",
    "Correct the plugin, or remove it from `plugins` of the config.",
  ),
  "plugin-conflict": error(
    "{first} and {second} both {action}",
    "Remove one of them from the config, or give it another name, path or version where it has an option for that.",
  ),
  "plugin-failed": error(
    "the plugin {plugin} failed: {reason}",
    "Correct the plugin, or remove it from `plugins` of the config.",
  ),
  "plugin-warning": warning(
    "{plugin}: {message} ({code})",
    "The rest of the output is complete; its documentation says more.",
  ),
};
